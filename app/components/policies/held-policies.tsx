import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AppButton, AppLink } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { JsonView } from '~/components/policy-editor/json-view'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { useCaller } from '~/data/client'
import { decodeDocument } from '~/data/documents'
import type { AwsClient } from '~/engine'
import { word, type WordId } from '~/lib/words'
import { type HeldPolicy, keyOf } from './held-policy'
import { HeldPolicyActions, type PolicyHolder } from './held-policy-actions'
import { RemovePolicies } from './remove-policies'
import { TypeFilter } from './type-filter'
import { ExpandableName, PolicyNameCell } from './policy-name-cell'

type ReadInline = (
  client: AwsClient,
  policy: HeldPolicy
) => Promise<{ PolicyDocument?: string | undefined }>

type Props = {
  policies: HeldPolicy[]
  isPending: boolean
  errors: Error[]
  refetch: () => unknown
  entity: 'user' | 'role' | 'group'
  /** Where they come from, above the table. */
  description?: string
  /** Whose policies they are. */
  holder: string
  /** Asks for the text of an inline policy. */
  readInline: ReadInline
  extraColumn: DataColumn<HeldPolicy>
  attachHref: string
  attachLabel: string
  inlineHref?: string
  /** Where one of its inline policies is changed. */
  editInlineHref: (policyName: string) => string
  simulateHref: string
  /** What the places of its controls begin with: `iam.role`. */
  place: PolicyHolder
  remove: (client: AwsClient, policy: HeldPolicy) => Promise<unknown>
}

const types = [
  'All types',
  'Customer managed',
  'Customer inline',
  'AWS managed',
  'AWS managed - job function',
].map((label) => ({ label, value: label }))

const typeWords: Record<string, WordId> = {
  'Customer managed': 'iam.policyType.customer',
  'Customer inline': 'iam.policyType.inline',
  'AWS managed': 'iam.policyType.aws',
}

const typeInWords = (type: string) => {
  const id = typeWords[type]
  return id ? word(id) : type
}

const countInWords = (all: number, selected = 0) => {
  const count = selected > 0 ? `${selected}/${all}` : all
  return word(all === 1 ? 'iam.policies.countOfOne' : 'iam.policies.count', { count })
}

/** Several questions about somebody who is not there all fail alike. */
const distinct = (errors: Error[]) => [
  ...new Map(errors.map((error) => [error.message, error])).values(),
]

/** The box at the top of a permissions tab. */
export function HeldPolicies(props: Props) {
  const { policies, isPending, errors, refetch, entity, holder, readInline, extraColumn } =
    props
  const [type, setType] = useState(types[0])
  const [selected, setSelected] = useState<HeldPolicy[]>([])
  const [removing, setRemoving] = useState(false)
  const shown = policies.filter(
    (policy) => type === types[0] || policy.type === type?.value
  )
  const columns: DataColumn<HeldPolicy>[] = [
    {
      id: 'name',
      header: 'Policy name',
      sortingField: 'name',
      isRowHeader: true,
      cell: (policy) =>
        policy.arn ? (
          <PolicyNameCell name={policy.name} arn={policy.arn} />
        ) : (
          <InlineNameCell
            policy={policy}
            holder={holder}
            readInline={readInline}
            // what a group brings is changed on the group
            {...(policy.group ? {} : { editHref: props.editInlineHref(policy.name) })}
          />
        ),
    },
    {
      id: 'type',
      header: word('iam.column.policyType'),
      sortingField: 'type',
      cell: (policy) => typeInWords(policy.type),
    },
    extraColumn,
  ]
  return (
    <SpaceBetween size="m">
      {distinct(errors).map((error) => (
        <QueryError key={error.message} error={error} retry={refetch} what="policies" />
      ))}
      <DataTable
        place={`${props.place}.policies`}
        items={shown}
        loading={isPending}
        columns={columns}
        trackBy={keyOf}
        title="Permissions policies"
        counter={countInWords}
        info={<InfoLink topic="iam.policies" about="policies" />}
        description={props.description ?? 'You can attach up to 10 managed policies.'}
        one="policy"
        many="policies"
        empty={
          errors.length > 0
            ? {
                title: 'No policies to display',
                text: 'You may not see some or all of them.',
              }
            : {
                title: 'No policies',
                text: `No policies are attached to this ${entity}.`,
              }
        }
        onRefresh={refetch}
        filtering={({ name }, text) => name.toLowerCase().includes(text.toLowerCase())}
        filters={
          <TypeFilter
            place={`${props.place}.policies.filter`}
            selectedOption={type ?? null}
            options={types}
            onChange={({ detail }) =>
              setType(types.find(({ value }) => value === detail.selectedOption.value))
            }
          />
        }
        selection={{
          type: 'multi',
          selected,
          onChange: setSelected,
          nameOf: ({ name }) => name,
        }}
        actions={
          <HeldPolicyActions
            {...props}
            canRemove={selected.length > 0}
            onRemove={() => setRemoving(true)}
          />
        }
      />
      {removing && (
        <RemovePolicies
          {...props}
          policies={selected}
          onDone={() => {
            setRemoving(false)
            setSelected([])
          }}
          onDismiss={() => setRemoving(false)}
        />
      )}
    </SpaceBetween>
  )
}

type InlineProps = {
  policy: HeldPolicy
  holder: string
  readInline: ReadInline
  editHref?: string
}

function InlineNameCell({ policy, editHref, ...rest }: InlineProps) {
  const { name } = policy
  const [open, setOpen] = useState(false)
  return (
    <SpaceBetween size="xs">
      <ExpandableName name={name} open={open} onToggle={() => setOpen(!open)}>
        {editHref ? <AppLink href={editHref}>{name}</AppLink> : name}
      </ExpandableName>
      {open && <InlineDocument policy={policy} {...rest} />}
      {open && editHref && (
        <AppButton href={editHref} ariaLabel={`Edit ${name}`}>
          Edit
        </AppButton>
      )}
    </SpaceBetween>
  )
}

function InlineDocument({ policy, holder, readInline }: InlineProps) {
  const caller = useCaller()
  const inline = useQuery({
    queryKey: [caller.key, 'iam', 'inline policy', holder, keyOf(policy)],
    queryFn: () => readInline(caller.client(), policy),
  })
  if (inline.error)
    return <QueryError error={inline.error} retry={inline.refetch} what="the policy" />
  if (!inline.data) return <Spinner />
  return (
    <JsonView
      text={decodeDocument(inline.data.PolicyDocument)}
      ariaLabel={`Policy ${policy.name}`}
    />
  )
}
