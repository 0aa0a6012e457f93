import type { User } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { AppButton, AppLink } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { currentCaller, prefetch } from '~/data/client'
import { usersQuery, useUsers } from '~/data/users'
import { feature, word } from '~/lib/words'
import { pb } from '~/lib/path-builder'
import { placeButton } from '~/lib/places'
import { formatDateTime } from '~/lib/text'
import { DeleteUsers } from './delete-users'
import {
  AccessKeyIdCell,
  ActiveKeyAge,
  ConsoleLastSignIn,
  GroupCount,
  KeyLastUsed,
  LastActivity,
  MfaCell,
  type NameProps,
  PasswordAge,
} from './user-cells'

export const clientLoader = () => {
  prefetch(usersQuery(currentCaller()))
  return null
}

/** A column filled by a question of its own for each row on show. */
const asked = (
  id: string,
  header: string,
  Cell: (props: NameProps) => ReactNode,
  minWidth = 140
): DataColumn<User> => ({
  id,
  header,
  minWidth,
  cell: ({ UserName = '' }) => <Cell name={UserName} />,
})

const allColumns = (): DataColumn<User>[] => [
  {
    id: 'name',
    header: word('iam.column.userName'),
    minWidth: 160,
    sortingField: 'UserName',
    isRowHeader: true,
    cell: ({ UserName = '' }) => <AppLink href={pb.user(UserName)}>{UserName}</AppLink>,
  },
  { id: 'path', header: 'Path', sortingField: 'Path', cell: ({ Path }) => Path },
  asked('groups', 'Groups', GroupCount, 110),
  {
    id: 'activity',
    header: word('iam.column.lastActivity'),
    minWidth: 200,
    cell: (user) => <LastActivity user={user} />,
  },
  asked('mfa', 'MFA', MfaCell, 110),
  asked('passwordAge', 'Password age', PasswordAge),
  {
    id: 'signIn',
    header: 'Console last sign-in',
    minWidth: 200,
    cell: (user) => <ConsoleLastSignIn user={user} />,
  },
  asked('key', 'Access key ID', AccessKeyIdCell, 240),
  asked('keyAge', word('iam.column.keyAge'), ActiveKeyAge),
  asked('keyUsed', 'Access key last used', KeyLastUsed, 180),
  { id: 'arn', header: 'ARN', minWidth: 300, sortingField: 'Arn', cell: ({ Arn }) => Arn },
  {
    id: 'created',
    header: 'Creation time',
    sortingField: 'CreateDate',
    cell: ({ CreateDate }) => formatDateTime(CreateDate),
  },
  { id: 'userId', header: 'User ID', cell: ({ UserId }) => UserId },
]

/** In the order of the edition; those it does not show are for the preferences. */
function toColumns() {
  const shown = feature('users.columns')
  const columns = allColumns()
  return [
    ...shown.flatMap((id) => columns.filter((column) => column.id === id)),
    ...columns
      .filter(({ id }) => !shown.includes(id))
      .map((column) => ({ ...column, hidden: true })),
  ]
}

const nameOf = ({ UserName = '' }: User) => UserName

export default function UsersPage() {
  const [columns] = useState(toColumns)
  const users = useUsers()
  const [selected, setSelected] = useState<User[]>([])
  const [deleting, setDeleting] = useState(false)
  return (
    <>
      <DataTable
        place="iam.users"
        variant="full-page"
        headingLevel="h1"
        title={word('iam.users.title')}
        info={<InfoLink topic="iam.users" about="IAM users" />}
        description="An IAM user is an identity with long-term credentials, for a person or a program in this account."
        one="user"
        many="users"
        items={users.data}
        loading={users.isPending}
        error={
          users.error && (
            <QueryError error={users.error} retry={users.refetch} what="users" />
          )
        }
        onRefresh={users.refetch}
        columns={columns}
        sortBy="name"
        trackBy={nameOf}
        filtering={(user, text) => nameOf(user).toLowerCase().includes(text.toLowerCase())}
        selection={{ type: 'multi', selected, onChange: setSelected, nameOf }}
        empty={{ title: 'No resources to display', text: 'This account has no IAM users.' }}
        actions={
          <>
            <Button
              disabled={selected.length === 0}
              onClick={() => setDeleting(true)}
              {...placeButton('iam.users.delete')}
            >
              {word('iam.users.delete')}
            </Button>
            <AppButton href={pb.userCreate()} variant="primary" place="iam.users.create" />
          </>
        }
      />
      {deleting && (
        <DeleteUsers
          names={selected.map(nameOf)}
          onDismiss={() => setDeleting(false)}
          onDeleted={() => {
            setDeleting(false)
            setSelected([])
          }}
        />
      )}
    </>
  )
}
