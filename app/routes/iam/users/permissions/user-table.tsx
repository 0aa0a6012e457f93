import type { User } from '@aws-sdk/client-iam'
import Spinner from '@cloudscape-design/components/spinner'
import { AccessDeniedCell } from '~/components/access-denied'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { useAttachedUserPolicies, useUserGroups, useUsers } from '~/data/users'

const nameOf = ({ UserName = '' }: User) => UserName

function Groups({ name }: { name: string }) {
  const groups = useUserGroups(name)
  if (groups.error) return <AccessDeniedCell error={groups.error} />
  if (!groups.data) return <Spinner />
  return groups.data.map(({ GroupName }) => GroupName).join(', ') || '-'
}

function Policies({ name }: { name: string }) {
  const attached = useAttachedUserPolicies(name)
  if (attached.error) return <AccessDeniedCell error={attached.error} />
  if (!attached.data) return <Spinner />
  return attached.data.map(({ PolicyName }) => PolicyName).join(', ') || '-'
}

const columns: DataColumn<User>[] = [
  {
    id: 'name',
    header: 'User name',
    sortingField: 'UserName',
    isRowHeader: true,
    cell: nameOf,
  },
  { id: 'groups', header: 'Groups', cell: (user) => <Groups name={nameOf(user)} /> },
  {
    id: 'policies',
    header: 'Attached policies',
    cell: (user) => <Policies name={nameOf(user)} />,
  },
]

type Props = {
  selected: User | undefined
  onChange: (user: User | undefined) => void
  without?: string
}

/** A user to copy permissions from. */
export function UserTable({ selected, onChange, without }: Props) {
  const users = useUsers()
  return (
    <DataTable
      items={users.data?.filter((user) => nameOf(user) !== without)}
      loading={users.isPending}
      error={
        users.error && <QueryError error={users.error} retry={users.refetch} what="users" />
      }
      onRefresh={users.refetch}
      columns={columns}
      trackBy={nameOf}
      title="Users"
      one="user"
      many="users"
      selection={{
        type: 'single',
        selected: selected ? [selected] : [],
        onChange: ([user]) => onChange(user),
        nameOf,
      }}
    />
  )
}
