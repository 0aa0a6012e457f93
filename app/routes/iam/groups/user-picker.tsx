import type { User } from '@aws-sdk/client-iam'
import { AppLink } from '~/components/app-link'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { useUsers } from '~/data/users'
import { clock } from '~/lib/clock'
import { pb } from '~/lib/path-builder'
import { formatAge, formatDateTime } from '~/lib/text'
import { GroupCount } from '../users/user-cells'

export const userNameOf = ({ UserName = '' }: User) => UserName

export const memberColumns: DataColumn<User>[] = [
  {
    id: 'name',
    header: 'User name',
    sortingField: 'UserName',
    isRowHeader: true,
    cell: (user) => <AppLink href={pb.user(userNameOf(user))}>{userNameOf(user)}</AppLink>,
  },
  {
    id: 'groups',
    header: 'Groups',
    cell: (user) => <GroupCount name={userNameOf(user)} />,
  },
  {
    id: 'activity',
    header: 'Last activity',
    cell: ({ PasswordLastUsed }) => formatAge(PasswordLastUsed, clock.now()),
  },
  {
    id: 'created',
    header: 'Creation time',
    sortingField: 'CreateDate',
    cell: ({ CreateDate }) => formatDateTime(CreateDate),
  },
]

type Props = {
  title: string
  selected: User[]
  onChange: (selected: User[]) => void
  /** Users that cannot be chosen here. */
  without?: string[]
}

/** Users to put into a group. */
export function UserPicker({ title, selected, onChange, without = [] }: Props) {
  const users = useUsers()
  return (
    <DataTable
      items={users.data?.filter((user) => !without.includes(userNameOf(user)))}
      loading={users.isPending}
      error={
        users.error && <QueryError error={users.error} retry={users.refetch} what="users" />
      }
      onRefresh={users.refetch}
      columns={memberColumns}
      trackBy={userNameOf}
      title={title}
      one="user"
      many="users"
      selection={{ type: 'multi', selected, onChange, nameOf: userNameOf }}
    />
  )
}
