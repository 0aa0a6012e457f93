import type { User } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { DeleteModal } from '~/components/form/delete-modal'
import { FormModal } from '~/components/form/form-modal'
import { DataTable } from '~/components/table/data-table'
import { useApiMutation } from '~/data/client'
import { createProgress } from '~/data/progress'
import { placeButton } from '~/lib/places'
import { formatCount } from '~/lib/text'
import { flash } from '~/stores/flash'
import { memberColumns, userNameOf, UserPicker } from '../user-picker'

type Props = { name: string; users: User[] }

export function UsersTab({ name, users }: Props) {
  const [selected, setSelected] = useState<User[]>([])
  const [asking, setAsking] = useState<'add' | 'remove'>()
  return (
    <>
      <DataTable
        items={users}
        columns={memberColumns}
        trackBy={userNameOf}
        title="Users in this group"
        description="An IAM user is an identity with long-term credentials. It has the permissions of all its groups."
        one="user"
        many="users"
        empty={{ title: 'No users', text: 'This group has no users.' }}
        selection={{ type: 'multi', selected, onChange: setSelected, nameOf: userNameOf }}
        actions={
          <>
            <Button
              disabled={selected.length === 0}
              onClick={() => setAsking('remove')}
              {...placeButton('iam.group.removeUsers')}
            >
              Remove
            </Button>
            <Button onClick={() => setAsking('add')} {...placeButton('iam.group.addUsers')}>
              Add users
            </Button>
          </>
        }
      />
      {asking === 'add' && (
        <AddUsers name={name} members={users} onDone={() => setAsking(undefined)} />
      )}
      {asking === 'remove' && (
        <RemoveUsers
          name={name}
          users={selected}
          onDismiss={() => setAsking(undefined)}
          onDone={() => {
            setAsking(undefined)
            setSelected([])
          }}
        />
      )}
    </>
  )
}

type AddProps = { name: string; members: User[]; onDone: () => void }

function AddUsers({ name, members, onDone }: AddProps) {
  const [selected, setSelected] = useState<User[]>([])
  const [progress] = useState(createProgress)
  const add = useApiMutation<void>(
    ({ iam }) =>
      progress.run(
        selected.map(({ UserName }) => ({
          what: `Add user ${UserName}`,
          call: () => iam.addUserToGroup({ GroupName: name, UserName }),
        }))
      ),
    {
      failed: `Failed to add users to ${name}.`,
      onSuccess: () => {
        const count = formatCount(selected.length, 'user', 'users')
        flash({ type: 'success', header: `${count} added to this group.` })
        onDone()
      },
    }
  )
  return (
    <FormModal
      size="large"
      header={`Add users to ${name}`}
      submitLabel="Add users"
      disabled={selected.length === 0}
      onDismiss={onDone}
      onSubmit={() => add.mutate()}
      busy={add.isPending}
      error={add.error}
      errorHeader={`Failed to add users to ${name}.`}
    >
      <UserPicker
        title="Other users in this account"
        selected={selected}
        onChange={setSelected}
        without={members.map(userNameOf)}
      />
    </FormModal>
  )
}

type RemoveProps = {
  name: string
  users: User[]
  onDismiss: () => void
  onDone: () => void
}

function RemoveUsers({ name, users, onDismiss, onDone }: RemoveProps) {
  const [progress] = useState(createProgress)
  const remove = useApiMutation<void>(
    ({ iam }) =>
      progress.run(
        users.map(({ UserName }) => ({
          what: `Remove user ${UserName}`,
          call: () => iam.removeUserFromGroup({ GroupName: name, UserName }),
        }))
      ),
    {
      failed: `Failed to remove users from ${name}.`,
      onSuccess: () => {
        const count = formatCount(users.length, 'user', 'users')
        flash({ type: 'success', header: `${count} removed from this group.` })
        onDone()
      },
    }
  )
  return (
    <DeleteModal
      header="Remove users from this group?"
      submitLabel="Remove"
      onDismiss={onDismiss}
      onDelete={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
      errorHeader={`Failed to remove users from ${name}.`}
    >
      <span>
        <b>{users.map(userNameOf).join(', ')}</b> {users.length > 1 ? 'lose' : 'loses'} the
        permissions of {name}.
      </span>
    </DeleteModal>
  )
}
