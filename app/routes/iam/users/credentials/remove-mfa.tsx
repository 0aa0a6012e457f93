import { useState } from 'react'
import { DeleteModal } from '~/components/form/delete-modal'
import { useApiMutation } from '~/data/client'
import { createRemoval } from '~/data/mfa'
import type { Owner } from '~/data/users'
import { flash } from '~/stores/flash'

type Props = { owner: Owner; serial: string; onDone: () => void }

export function RemoveMfa({ owner, serial, onDone }: Props) {
  const [removal] = useState(() => createRemoval(owner, serial))
  const remove = useApiMutation<void>(removal, {
    onSuccess: () => {
      flash({ type: 'success', header: 'MFA device removed' })
      onDone()
    },
  })
  return (
    <DeleteModal
      header="Remove MFA device?"
      place="iam.removeMfa"
      onDismiss={onDone}
      onDelete={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
      errorHeader="Failed to remove the MFA device."
    >
      <span>
        <b>{serial}</b> no longer counts at sign-in. With no other device, a password alone
        is enough from now on.
      </span>
    </DeleteModal>
  )
}
