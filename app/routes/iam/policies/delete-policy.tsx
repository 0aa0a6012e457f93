import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import { useState } from 'react'
import { DeleteModal } from '~/components/form/delete-modal'
import { QueryError } from '~/components/query-error'
import { useApiMutation } from '~/data/client'
import { deletePolicySteps, usePolicyHolders } from '~/data/policies'
import { createProgress } from '~/data/progress'
import { formatCount } from '~/lib/text'
import { flash } from '~/stores/flash'

type Props = { name: string; arn: string; onDismiss: () => void; onDeleted: () => void }

export function DeletePolicy({ name, arn, onDismiss, onDeleted }: Props) {
  const holders = usePolicyHolders(arn, 'PermissionsPolicy')
  const [progress] = useState(createProgress)
  const remove = useApiMutation<void>(
    async (client) => {
      const isGone = progress.has('Delete the policy')
      if (!isGone) await progress.run(await deletePolicySteps(client, arn))
    },
    {
      failed: `Failed to delete policy ${name}.`,
      onSuccess: () => {
        flash({ type: 'success', header: `Policy ${name} deleted.` })
        onDeleted()
      },
    }
  )
  return (
    <DeleteModal
      place="iam.deletePolicy"
      header={`Delete ${name}?`}
      confirmText={name}
      label="To confirm deletion, enter the policy name in the text input field."
      onDismiss={onDismiss}
      onDelete={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
      errorHeader={`Failed to delete policy ${name}.`}
    >
      <Box>
        Delete <b>{name}</b> permanently? All its versions are deleted and it is detached
        from all users, user groups and roles. This can&apos;t be undone.
      </Box>
      <QueryError
        error={holders.error}
        retry={holders.refetch}
        what="the entities attached"
      />
      {holders.data && holders.data.length > 0 && (
        <Alert type="warning">
          The policy is in use: {formatCount(holders.data.length, 'entity', 'entities')}{' '}
          {holders.data.length === 1 ? 'loses' : 'lose'} its permissions (
          {holders.data.map((holder) => holder.name).join(', ')}).
        </Alert>
      )}
    </DeleteModal>
  )
}
