import Box from '@cloudscape-design/components/box'
import { DeleteModal } from '~/components/form/delete-modal'
import { useApiMutation } from '~/data/client'
import { createProgress } from '~/data/progress'
import { deleteGroupSteps } from '~/data/groups'
import { useState } from 'react'
import { flash } from '~/stores/flash'

type Props = { names: string[]; onDismiss: () => void; onDeleted: () => void }

/** One group asks for its name, several for the word `delete`. */
export function DeleteGroups({ names, onDismiss, onDeleted }: Props) {
  const [first = '', ...more] = names
  const several = more.length > 0
  const failed = several
    ? 'Failed to delete the groups.'
    : `Failed to delete group ${first}.`
  const [progress] = useState(createProgress)
  const remove = useApiMutation<void>(
    async (client) => {
      const left = names.filter((name) => !progress.has(`Delete group ${name}`))
      const steps = []
      for (const name of left) steps.push(...(await deleteGroupSteps(client, name)))
      await progress.run(steps)
    },
    {
      failed,
      onSuccess: () => {
        const header = several
          ? `${names.length} user groups deleted.`
          : `${first} user group deleted.`
        flash({ type: 'success', header })
        onDeleted()
      },
    }
  )
  const what = several ? `${names.length} user groups` : first
  return (
    <DeleteModal
      {...(several ? {} : { place: 'iam.deleteGroup' as const })}
      header={`Delete ${what}?`}
      confirmText={several ? 'delete' : first}
      label={`To confirm deletion, enter ${several ? 'delete' : 'the group name'} in the text input field.`}
      onDismiss={onDismiss}
      onDelete={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
      errorHeader={failed}
    >
      <Box>
        Delete {several ? what : <b>{what}</b>} permanently? Its users leave the group and
        lose its permissions, and its inline policies are deleted. This can&apos;t be
        undone.
      </Box>
      {several && <Box>{names.join(', ')}</Box>}
    </DeleteModal>
  )
}
