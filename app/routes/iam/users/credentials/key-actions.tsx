import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { DeleteModal } from '~/components/form/delete-modal'
import { useApiMutation } from '~/data/client'
import { named, type Owner } from '~/data/users'
import { flash } from '~/stores/flash'

type Props = {
  owner: Owner
  id: string
  isActive: boolean
  /** `3 days ago`, as far as it is known. */
  lastUsed: string | undefined
  onDone: () => void
}

const useStatus = ({ owner, id, isActive }: Props, onSuccess: () => void) =>
  useApiMutation<void>(
    ({ iam }) =>
      iam.updateAccessKey({
        ...named(owner),
        AccessKeyId: id,
        Status: isActive ? 'Inactive' : 'Active',
      }),
    {
      onSuccess: () => {
        const what = isActive ? 'deactivated' : 'activated'
        flash({ type: 'success', header: `Access key ${what}.` })
        onSuccess()
      },
    }
  )

const usage = ({ lastUsed }: Props) => {
  if (lastUsed === undefined) return ''
  return lastUsed === 'Never'
    ? ' It was never used.'
    : ` It was last used ${lastUsed.toLowerCase()}.`
}

export function SetKeyStatus(props: Props) {
  const { id, isActive, onDone } = props
  const verb = isActive ? 'Deactivate' : 'Activate'
  const update = useStatus(props, onDone)
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
        ? `Calls signed with a deactivated key are refused. The key can be activated again.${usage(props)}`
        : 'Calls signed with this key will be accepted again.'}
    </DeleteModal>
  )
}

/** A key that is in use has to be deactivated first, which can be done right here. */
export function DeleteKey(props: Props) {
  const { owner, id, isActive, onDone } = props
  const deactivate = useStatus(props, () => {})
  const remove = useApiMutation<void>(
    ({ iam }) => iam.deleteAccessKey({ ...named(owner), AccessKeyId: id }),
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
      disabled={isActive}
      onDismiss={onDone}
      onDelete={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error ?? deactivate.error}
      errorHeader={
        remove.error
          ? 'Failed to delete the access key.'
          : 'Failed to deactivate the access key.'
      }
    >
      {isActive && (
        <Alert
          type="warning"
          action={
            <Button loading={deactivate.isPending} onClick={() => deactivate.mutate()}>
              Deactivate
            </Button>
          }
        >
          The access key has to be deactivated before it can be deleted.
        </Alert>
      )}
      <span>A deleted access key cannot be restored.{usage(props)}</span>
    </DeleteModal>
  )
}
