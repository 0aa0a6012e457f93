import type { Group } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { AppLink } from '~/components/app-link'
import { FormModal } from '~/components/form/form-modal'
import { GroupPolicies } from '~/components/groups/group-policies'
import { GroupTable } from '~/components/groups/group-table'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { useApiMutation } from '~/data/client'
import { useUserGroups } from '~/data/users'
import { createProgress } from '~/data/progress'
import { pb } from '~/lib/path-builder'
import { placeButton } from '~/lib/places'
import { flash } from '~/stores/flash'
import type { UserTabProps } from './tab'

const nameOf = ({ GroupName = '' }: Group) => GroupName

const columns: DataColumn<Group>[] = [
  {
    id: 'name',
    header: 'Group name',
    sortingField: 'GroupName',
    isRowHeader: true,
    cell: (group) => <AppLink href={pb.group(nameOf(group))}>{nameOf(group)}</AppLink>,
  },
  {
    id: 'policies',
    header: 'Attached policies',
    cell: (group) => <GroupPolicies name={nameOf(group)} />,
  },
]

export function GroupsTab({ name }: UserTabProps) {
  const groups = useUserGroups(name)
  const [selected, setSelected] = useState<Group[]>([])
  const [adding, setAdding] = useState(false)
  const leave = useApiMutation<Group[]>(
    async ({ iam }, left) => {
      for (const { GroupName } of left) {
        await iam.removeUserFromGroup({ UserName: name, GroupName })
      }
    },
    {
      onSuccess: () => {
        const left = selected.map(nameOf).join(', ')
        flash({ type: 'success', header: `User removed from group ${left}.` })
        setSelected([])
      },
      onError: ({ message }) =>
        flash({ type: 'error', header: 'Failed to remove the user.', content: message }),
    }
  )
  return (
    <>
      <DataTable
        items={groups.data}
        loading={groups.isPending}
        error={
          groups.error && (
            <QueryError error={groups.error} retry={groups.refetch} what="groups" />
          )
        }
        onRefresh={groups.refetch}
        columns={columns}
        trackBy={nameOf}
        title="User groups membership"
        description="A group is a collection of IAM users that share its policies. A user can be in up to 10 groups."
        one="group"
        many="groups"
        empty={{
          title: 'No groups',
          text: 'This user is in no group.',
        }}
        selection={{ type: 'multi', selected, onChange: setSelected, nameOf }}
        actions={
          <>
            <Button
              disabled={selected.length === 0}
              loading={leave.isPending}
              {...placeButton('iam.user.leaveGroups')}
              onClick={() => leave.mutate(selected)}
            >
              Remove
            </Button>
            <Button
              onClick={() => setAdding(true)}
              {...placeButton('iam.user.addToGroups')}
            >
              Add user to groups
            </Button>
          </>
        }
      />
      {adding && (
        <AddToGroups
          name={name}
          without={(groups.data ?? []).map(nameOf)}
          onDone={() => setAdding(false)}
        />
      )}
    </>
  )
}

type AddProps = { name: string; without: string[]; onDone: () => void }

function AddToGroups({ name, without, onDone }: AddProps) {
  const [selected, setSelected] = useState<Group[]>([])
  const [progress] = useState(createProgress)
  const join = useApiMutation<void>(
    ({ iam }) =>
      progress.run(
        selected.map(({ GroupName }) => ({
          what: `Add to group ${GroupName}`,
          call: () => iam.addUserToGroup({ UserName: name, GroupName }),
        }))
      ),
    {
      failed: `Failed to add user ${name} to the group.`,
      onSuccess: () => {
        const joined = selected.map(nameOf).join(', ')
        flash({ type: 'success', header: `User added to group ${joined}.` })
        onDone()
      },
    }
  )
  return (
    <FormModal
      size="large"
      header={`Add ${name} to groups`}
      submitLabel="Add user to groups"
      disabled={selected.length === 0}
      onDismiss={onDone}
      onSubmit={() => join.mutate()}
      busy={join.isPending}
      error={join.error}
      errorHeader={`Failed to add user ${name} to the group.`}
    >
      <GroupTable selected={selected} onChange={setSelected} without={without} />
    </FormModal>
  )
}
