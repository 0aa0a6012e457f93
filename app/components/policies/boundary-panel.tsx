import type { Policy } from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { DeleteModal } from '~/components/form/delete-modal'
import { FormModal } from '~/components/form/form-modal'
import { useApiMutation } from '~/data/client'
import type { AwsClient } from '~/engine'
import { flash } from '~/stores/flash'
import { PolicyNameCell } from './policy-name-cell'
import { PolicyTable } from './policy-table'

type Props = {
  /** `role X`, for messages. */
  entity: string
  boundary: string | undefined
  set: (client: AwsClient, arn: string) => Promise<unknown>
  clear: (client: AwsClient) => Promise<unknown>
}

const nameOf = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1)

/** The boundary of a user or role: what it may never go beyond. */
export function BoundaryPanel({ entity, boundary, set, clear }: Props) {
  const [asking, setAsking] = useState<'set' | 'remove'>()
  const done = () => setAsking(undefined)
  return (
    <ExpandableSection
      variant="container"
      headerText={`Permissions boundary (${boundary ? 'set' : 'not set'})`}
      headerActions={
        boundary ? (
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => setAsking('set')}>Change boundary</Button>
            <Button onClick={() => setAsking('remove')}>Remove boundary</Button>
          </SpaceBetween>
        ) : (
          <Button onClick={() => setAsking('set')}>Set permissions boundary</Button>
        )
      }
    >
      {boundary ? (
        <PolicyNameCell name={nameOf(boundary)} arn={boundary} />
      ) : (
        <Box color="text-body-secondary">
          A boundary is a managed policy that limits what other policies can grant. It
          grants nothing itself.
        </Box>
      )}
      {asking === 'set' && <SetBoundary entity={entity} set={set} onDone={done} />}
      {asking === 'remove' && (
        <RemoveBoundary entity={entity} clear={clear} onDone={done} />
      )}
    </ExpandableSection>
  )
}

type SetProps = Pick<Props, 'entity' | 'set'> & { onDone: () => void }

function SetBoundary({ entity, set, onDone }: SetProps) {
  const [policy, setPolicy] = useState<Policy>()
  const put = useApiMutation<string>((client, arn) => set(client, arn), {
    onSuccess: () => {
      flash({ type: 'success', header: `Permissions boundary of ${entity} set.` })
      onDone()
    },
  })
  const arn = policy?.Arn
  return (
    <FormModal
      header="Set permissions boundary"
      submitLabel="Set boundary"
      size="max"
      disabled={!arn}
      onDismiss={onDone}
      onSubmit={() => {
        if (arn) put.mutate(arn)
      }}
      busy={put.isPending}
      error={put.error}
      errorHeader="Failed to set the permissions boundary."
    >
      <PolicyTable
        title="Permissions policies"
        description="Select one policy to set as the permissions boundary."
        selection={{
          type: 'single',
          selected: policy ? [policy] : [],
          onChange: ([chosen]) => setPolicy(chosen),
        }}
      />
    </FormModal>
  )
}

type RemoveProps = Pick<Props, 'entity' | 'clear'> & { onDone: () => void }

function RemoveBoundary({ entity, clear, onDone }: RemoveProps) {
  const remove = useApiMutation<void>((client) => clear(client), {
    onSuccess: () => {
      flash({ type: 'success', header: `Permissions boundary of ${entity} removed.` })
      onDone()
    },
  })
  return (
    <DeleteModal
      header="Remove permissions boundary?"
      submitLabel="Remove boundary"
      onDismiss={onDone}
      onDelete={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
    >
      Without the boundary, the policies of {entity} are no longer limited by it.
    </DeleteModal>
  )
}
