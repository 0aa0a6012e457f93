import type { Group } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { AppLink } from '~/components/app-link'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { useGroups } from '~/data/groups'
import { pb } from '~/lib/path-builder'
import { formatDateTime } from '~/lib/text'
import { CreateGroupModal } from './create-group-modal'
import { GroupPolicies } from './group-policies'
import { GroupUsers } from './group-users'

const nameOf = ({ GroupName = '' }: Group) => GroupName

const columns: DataColumn<Group>[] = [
  {
    id: 'name',
    header: 'Group name',
    sortingField: 'GroupName',
    isRowHeader: true,
    cell: (group) => <AppLink href={pb.group(nameOf(group))}>{nameOf(group)}</AppLink>,
  },
  { id: 'users', header: 'Users', cell: (group) => <GroupUsers name={nameOf(group)} /> },
  {
    id: 'policies',
    header: 'Attached policies',
    cell: (group) => <GroupPolicies name={nameOf(group)} />,
  },
  {
    id: 'created',
    header: 'Created',
    sortingField: 'CreateDate',
    cell: ({ CreateDate }) => formatDateTime(CreateDate),
  },
]

type Props = {
  selected: Group[]
  onChange: (selected: Group[]) => void
  /** Groups that cannot be chosen here. */
  without?: string[]
}

/** Groups to put a user into; one that is missing is made on the way. */
export function GroupTable({ selected, onChange, without = [] }: Props) {
  const groups = useGroups()
  const [creating, setCreating] = useState(false)
  const create = (
    <Button formAction="none" onClick={() => setCreating(true)}>
      Create group
    </Button>
  )
  return (
    <>
      <DataTable
        items={groups.data?.filter((group) => !without.includes(nameOf(group)))}
        loading={groups.isPending}
        error={
          groups.error && (
            <QueryError error={groups.error} retry={groups.refetch} what="groups" />
          )
        }
        onRefresh={groups.refetch}
        columns={columns}
        trackBy={nameOf}
        title="User groups"
        one="group"
        many="groups"
        actions={groups.data?.length === 0 ? undefined : create}
        empty={{
          title: 'Get started with groups',
          text: 'Create a group and give it policies by job function, access or need. Users in the group have its permissions.',
          action: create,
        }}
        selection={{ type: 'multi', selected, onChange, nameOf }}
      />
      {creating && (
        <CreateGroupModal
          onDismiss={() => setCreating(false)}
          onDone={(group) => {
            setCreating(false)
            if (group) onChange([...selected, group])
          }}
        />
      )}
    </>
  )
}
