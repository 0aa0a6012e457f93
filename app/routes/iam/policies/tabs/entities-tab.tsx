import Button from '@cloudscape-design/components/button'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { AppLink } from '~/components/app-link'
import { DeleteModal } from '~/components/form/delete-modal'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { useApiMutation } from '~/data/client'
import { detachSteps, type PolicyHolder, usePolicyHolders } from '~/data/policies'
import { createProgress } from '~/data/progress'
import { pb } from '~/lib/path-builder'
import { flash } from '~/stores/flash'
import type { PolicyTabProps } from './tab'

const keyOf = ({ kind, name }: PolicyHolder) => `${kind} ${name}`

const pages = { User: pb.user, Role: pb.role, 'User group': pb.group }

const columns: DataColumn<PolicyHolder>[] = [
  {
    id: 'name',
    header: 'Entity name',
    sortingField: 'name',
    isRowHeader: true,
    cell: ({ kind, name }) => <AppLink href={pages[kind](name)}>{name}</AppLink>,
  },
  { id: 'kind', header: 'Entity type', sortingField: 'kind', cell: ({ kind }) => kind },
]

export const EntitiesTab = ({ name, arn }: PolicyTabProps) => (
  <SpaceBetween size="l">
    <Holders name={name} arn={arn} />
    <BoundaryHolders arn={arn} />
  </SpaceBetween>
)

const kinds = ['All types', 'User', 'Role', 'User group'].map((label) => ({
  label,
  value: label,
}))

function Holders({ name, arn }: PolicyTabProps) {
  const holders = usePolicyHolders(arn, 'PermissionsPolicy')
  const [selected, setSelected] = useState<PolicyHolder[]>([])
  const [kind, setKind] = useState(kinds[0])
  const [detaching, setDetaching] = useState(false)
  const shown = holders.data?.filter(
    (holder) => kind === kinds[0] || holder.kind === kind?.value
  )
  return (
    <>
      <DataTable
        items={shown}
        loading={holders.isPending}
        error={
          holders.error && (
            <QueryError error={holders.error} retry={holders.refetch} what="entities" />
          )
        }
        onRefresh={holders.refetch}
        columns={columns}
        trackBy={keyOf}
        title="Attached as a permissions policy"
        description="Entities that have the permissions of this policy."
        one="entity"
        many="entities"
        empty={{ title: 'No entities', text: 'The policy is attached to nobody.' }}
        filters={
          <Select
            selectedOption={kind ?? null}
            options={kinds}
            ariaLabel="Filter by Entity type"
            inlineLabelText="Filter by Entity type"
            onChange={({ detail }) =>
              setKind(kinds.find(({ value }) => value === detail.selectedOption.value))
            }
          />
        }
        selection={{
          type: 'multi',
          selected,
          onChange: setSelected,
          nameOf: (holder) => holder.name,
        }}
        actions={
          <Button disabled={selected.length === 0} onClick={() => setDetaching(true)}>
            Detach
          </Button>
        }
      />
      {detaching && (
        <Detach
          name={name}
          arn={arn}
          holders={selected}
          onDismiss={() => setDetaching(false)}
          onDone={() => {
            setDetaching(false)
            setSelected([])
          }}
        />
      )}
    </>
  )
}

function BoundaryHolders({ arn }: { arn: string }) {
  const holders = usePolicyHolders(arn, 'PermissionsBoundary')
  return (
    <DataTable
      items={holders.data}
      loading={holders.isPending}
      error={
        holders.error && (
          <QueryError error={holders.error} retry={holders.refetch} what="entities" />
        )
      }
      onRefresh={holders.refetch}
      columns={columns}
      trackBy={keyOf}
      title="Attached as a permissions boundary"
      description="Users and roles that this policy limits."
      one="entity"
      many="entities"
      empty={{ title: 'No entities', text: 'The policy is nobody’s boundary.' }}
    />
  )
}

type DetachProps = PolicyTabProps & {
  holders: PolicyHolder[]
  onDismiss: () => void
  onDone: () => void
}

function Detach({ name, arn, holders, onDismiss, onDone }: DetachProps) {
  const names = holders.map((holder) => holder.name).join(', ')
  const [progress] = useState(createProgress)
  const detach = useApiMutation<void>(
    (client) => progress.run(detachSteps(client, arn, holders)),
    {
      failed: `Failed to detach policy ${name}.`,
      onSuccess: () => {
        flash({ type: 'success', header: `Policy ${name} detached from ${names}.` })
        onDone()
      },
    }
  )
  return (
    <DeleteModal
      header="Detach policy?"
      submitLabel="Detach policy"
      onDismiss={onDismiss}
      onDelete={() => detach.mutate()}
      busy={detach.isPending}
      error={detach.error}
      errorHeader={`Failed to detach policy ${name}.`}
    >
      <span>
        <b>{names}</b> {holders.length > 1 ? 'lose' : 'loses'} the permissions of {name}.
      </span>
    </DeleteModal>
  )
}
