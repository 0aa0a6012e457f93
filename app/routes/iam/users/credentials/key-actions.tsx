import { DeleteModal } from '~/components/form/delete-modal'
import { useApiMutation } from '~/data/client'
import { flash } from '~/stores/flash'

type Props = { name: string; id: string; onDone: () => void }

export function SetKeyStatus({
  name,
  id,
  isActive,
  onDone,
}: Props & { isActive: boolean }) {
  const verb = isActive ? 'Deactivate' : 'Activate'
  const update = useApiMutation<void>(
    ({ iam }) =>
      iam.updateAccessKey({
        UserName: name,
        AccessKeyId: id,
        Status: isActive ? 'Inactive' : 'Active',
      }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: `Access key ${verb.toLowerCase()}d.` })
        onDone()
      },
    }
  )
  return (
    <DeleteModal
      header={`${verb} ${id}?`}
      submitLabel={verb}
      onDismiss={onDone}
      onDelete={() => update.mutate()}
      busy={update.isPending}
      error={update.error}
      errorHeader={`Failed to ${verb.toLowerCase()} the access key.`}
    >
      {isActive
        ? 'Calls signed with a deactivated key are refused. The key can be activated again.'
        : 'Calls signed with this key will be accepted again.'}
    </DeleteModal>
  )
}

export function DeleteKey({ name, id, onDone }: Props) {
  const remove = useApiMutation<void>(
    ({ iam }) => iam.deleteAccessKey({ UserName: name, AccessKeyId: id }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: 'Access key deleted.' })
        onDone()
      },
    }
  )
  return (
    <DeleteModal
      header={`Delete ${id}?`}
      confirmText={id}
      label="To confirm deletion, enter the access key ID in the text input field."
      onDismiss={onDone}
      onDelete={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
      errorHeader="Failed to delete the access key."
    >
      A deleted access key cannot be restored.
    </DeleteModal>
  )
}
