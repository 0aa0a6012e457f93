import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import { DeleteModal } from '~/components/form/delete-modal'
import { useApiMutation } from '~/data/client'
import { deleteProvider, providerName } from '~/data/providers'
import { flash } from '~/stores/flash'

type Props = { arn: string; onDismiss: () => void; onDeleted: () => void }

export function DeleteProvider({ arn, onDismiss, onDeleted }: Props) {
  const name = providerName(arn)
  const remove = useApiMutation<void>((client) => deleteProvider(client, arn), {
    onSuccess: () => {
      flash({ type: 'success', header: `${name} deleted.` })
      onDeleted()
    },
  })
  return (
    <DeleteModal
      header={`Delete ${name}?`}
      confirmText="confirm"
      place="iam.deleteIdentityProvider"
      onDismiss={onDismiss}
      onDelete={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
      errorHeader={`Failed to delete ${name}.`}
    >
      <Box>
        Delete <b>{name}</b> permanently? This cannot be undone.
      </Box>
      <Alert type="warning">
        Roles that trust this provider stay, and nobody can assume them through it any more.
      </Alert>
    </DeleteModal>
  )
}
