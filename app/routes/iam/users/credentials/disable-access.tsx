import { DeleteModal } from '~/components/form/delete-modal'
import { useApiMutation } from '~/data/client'
import { flash } from '~/stores/flash'

type Props = { name: string; onDone: () => void }

export function DisableAccess({ name, onDone }: Props) {
  const disable = useApiMutation<void>(
    ({ iam }) => iam.deleteLoginProfile({ UserName: name }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: 'Console access disabled.' })
        onDone()
      },
    }
  )
  return (
    <DeleteModal
      header="Disable console access?"
      place="iam.disableConsoleAccess"
      onDismiss={onDone}
      onDelete={() => disable.mutate()}
      busy={disable.isPending}
      error={disable.error}
      errorHeader="Failed to disable console access."
    >
      <span>
        The password of <b>{name}</b> is deleted. The user can no longer sign in to the
        console; access keys keep working.
      </span>
    </DeleteModal>
  )
}
