import Box from '@cloudscape-design/components/box'
import { DeleteModal } from '~/components/form/delete-modal'
import { useApiMutation } from '~/data/client'
import { createProgress } from '~/data/progress'
import { deleteUserSteps } from '~/data/delete-user'
import { useState } from 'react'
import { flash } from '~/stores/flash'

type Props = { names: string[]; onDismiss: () => void; onDeleted: () => void }

/** One user asks for its name, several for the word `delete`. */
export function DeleteUsers({ names, onDismiss, onDeleted }: Props) {
  const [first = '', ...more] = names
  const several = more.length > 0
  const failed = several ? 'Failed to delete the users.' : `Failed to delete user ${first}.`
  const [progress] = useState(createProgress)
  const remove = useApiMutation<void>(
    async (client) => {
      const left = names.filter((name) => !progress.has(`Delete user ${name}`))
      const steps = []
      for (const name of left) steps.push(...(await deleteUserSteps(client, name)))
      await progress.run(steps)
    },
    {
      failed,
      onSuccess: () => {
        const header = several ? `${names.length} users deleted.` : `User ${first} deleted.`
        flash({ type: 'success', header })
        onDeleted()
      },
    }
  )
  const who = several ? `${names.length} users` : first
  return (
    <DeleteModal
      {...(several ? {} : { place: 'iam.deleteUser' as const })}
      header={`Delete ${who}?`}
      submitLabel={several ? 'Delete users' : 'Delete user'}
      confirmText={several ? 'delete' : first}
      label={`To confirm deletion, enter ${several ? 'delete' : 'the user name'} in the text input field.`}
      onDismiss={onDismiss}
      onDelete={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
      errorHeader={failed}
    >
      <Box>
        Delete {several ? who : <b>{who}</b>} permanently? The password, access keys, inline
        policies and group memberships go as well. This can&apos;t be undone.
      </Box>
      {several && <Box>{names.join(', ')}</Box>}
    </DeleteModal>
  )
}
