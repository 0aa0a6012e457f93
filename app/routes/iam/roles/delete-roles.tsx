import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Table from '@cloudscape-design/components/table'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { DeleteModal } from '~/components/form/delete-modal'
import { useApiMutation, useCaller } from '~/data/client'
import { deleteRoleSteps, roleQuery } from '~/data/roles'
import { createProgress } from '~/data/progress'
import { clock } from '~/lib/clock'
import { formatAge } from '~/lib/text'
import { flash } from '~/stores/flash'

type Props = { names: string[]; onDismiss: () => void; onDeleted: () => void }

/** One role asks for its name, several for the word `delete`. */
export function DeleteRoles({ names, onDismiss, onDeleted }: Props) {
  const [first = '', ...more] = names
  const several = more.length > 0
  const failed = several ? 'Failed to delete the roles.' : `Failed to delete role ${first}.`
  const [progress] = useState(createProgress)
  const remove = useApiMutation<void>(
    async (client) => {
      const left = names.filter((name) => !progress.has(`Delete role ${name}`))
      const steps = []
      for (const name of left) steps.push(...(await deleteRoleSteps(client, name)))
      await progress.run(steps)
    },
    {
      failed,
      onSuccess: () => {
        const header = several ? `${names.length} roles deleted.` : `Role ${first} deleted.`
        flash({ type: 'success', header })
        onDeleted()
      },
    }
  )
  return (
    <DeleteModal
      {...(several ? {} : { place: 'iam.deleteRole' as const })}
      header={several ? `Delete ${names.length} roles?` : `Delete ${first}?`}
      confirmText={several ? 'delete' : first}
      label={
        several
          ? 'To confirm deletion, enter delete in the text input field.'
          : 'To confirm deletion, enter the role name in the text input field.'
      }
      onDismiss={onDismiss}
      onDelete={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
      errorHeader={failed}
    >
      <Box>
        Delete {several ? `${names.length} roles` : <b>{first}</b>} permanently? This also
        deletes the inline policies and the instance profiles that belong to{' '}
        {several ? 'them' : 'the role'}. This can&apos;t be undone.
      </Box>
      <Activity names={names} />
    </DeleteModal>
  )
}

function Activity({ names }: { names: string[] }) {
  const caller = useCaller()
  const queries = useQueries({ queries: names.map((name) => roleQuery(caller, name)) })
  const rows = names.map((name, index) => ({
    name,
    used: queries[index]?.data?.Role?.RoleLastUsed?.LastUsedDate,
  }))
  return (
    <>
      {rows.some(({ used }) => used) && (
        <Alert type="warning">Recent activity could be interrupted by the deletion.</Alert>
      )}
      <Table
        variant="embedded"
        items={rows}
        trackBy="name"
        ariaLabels={{ tableLabel: 'Roles to delete' }}
        columnDefinitions={[
          { id: 'name', header: 'Role name', cell: ({ name }) => name, isRowHeader: true },
          {
            id: 'used',
            header: 'Last activity',
            cell: ({ used }) => formatAge(used, clock.now()),
          },
        ]}
      />
    </>
  )
}
