import type { Role } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import { AccessDeniedCell } from '~/components/access-denied'
import { AppButton, AppLink } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { summarizeEntities, trustedEntities } from '~/components/trust/trusted-entities'
import { currentCaller, prefetch } from '~/data/client'
import { decodeDocument, readDocument } from '~/data/documents'
import { rolesQuery, useRoleQuietly, useRoles } from '~/data/roles'
import { word } from '~/lib/words'
import { clock } from '~/lib/clock'
import { pb } from '~/lib/path-builder'
import { placeButton } from '~/lib/places'
import { formatAge, formatDateTime } from '~/lib/text'
import { DeleteRoles } from './delete-roles'

export const clientLoader = () => {
  prefetch(rolesQuery(currentCaller()))
  return null
}

const entitiesOf = ({ AssumeRolePolicyDocument, Path }: Role) =>
  trustedEntities(readDocument(decodeDocument(AssumeRolePolicyDocument)), Path)

/** Lists come without the last use, so each row on show asks for its own role. */
function LastActivity({ name }: { name: string }) {
  const role = useRoleQuietly(name)
  if (role.error) return <AccessDeniedCell error={role.error} />
  if (!role.data) return <StatusIndicator type="loading">Loading</StatusIndicator>
  return formatAge(role.data.Role?.RoleLastUsed?.LastUsedDate, clock.now())
}

const toColumns = (): DataColumn<Role>[] => [
  {
    id: 'name',
    header: word('iam.column.roleName'),
    sortingField: 'RoleName',
    isRowHeader: true,
    cell: ({ RoleName = '' }) => <AppLink href={pb.role(RoleName)}>{RoleName}</AppLink>,
  },
  {
    id: 'entities',
    header: word('iam.column.trustedEntities'),
    sortingComparator: (a, b) =>
      summarizeEntities(entitiesOf(a)).localeCompare(summarizeEntities(entitiesOf(b))),
    cell: (role) => summarizeEntities(entitiesOf(role)),
  },
  {
    id: 'activity',
    header: word('iam.column.lastActivity'),
    cell: ({ RoleName = '' }) => <LastActivity name={RoleName} />,
  },
  {
    id: 'created',
    header: 'Creation time',
    hidden: true,
    sortingField: 'CreateDate',
    cell: ({ CreateDate }) => formatDateTime(CreateDate),
  },
  { id: 'arn', header: 'ARN', hidden: true, sortingField: 'Arn', cell: ({ Arn }) => Arn },
  {
    id: 'description',
    header: 'Description',
    hidden: true,
    cell: ({ Description }) => Description ?? '-',
  },
]

const byRoleName = ({ RoleName = '' }: Role, text: string) =>
  RoleName.toLowerCase().includes(text.toLowerCase())

export default function RolesPage() {
  const [columns] = useState(toColumns)
  const roles = useRoles()
  const [selected, setSelected] = useState<Role[]>([])
  const [deleting, setDeleting] = useState(false)
  return (
    <>
      <DataTable
        place="iam.roles"
        variant="full-page"
        headingLevel="h1"
        title={word('iam.roles.title')}
        info={<InfoLink topic="iam.roles" about="roles" />}
        description="A role has permissions of its own, and is taken on for a while by those it trusts."
        one="role"
        many="roles"
        items={roles.data}
        loading={roles.isPending}
        error={
          roles.error && (
            <QueryError error={roles.error} retry={roles.refetch} what="roles" />
          )
        }
        onRefresh={roles.refetch}
        columns={columns}
        sortBy="name"
        trackBy={({ RoleName = '' }) => RoleName}
        filtering={byRoleName}
        selection={{
          type: 'multi',
          selected,
          onChange: setSelected,
          nameOf: ({ RoleName = '' }) => RoleName,
        }}
        empty={{ title: 'No resources to display', text: 'This account has no roles.' }}
        actions={
          <>
            <Button
              disabled={selected.length === 0}
              onClick={() => setDeleting(true)}
              {...placeButton('iam.roles.delete')}
            >
              {word('iam.roles.delete')}
            </Button>
            <AppButton href={pb.roleCreate()} variant="primary" place="iam.roles.create" />
          </>
        }
      />
      {deleting && (
        <DeleteRoles
          names={selected.map(({ RoleName = '' }) => RoleName)}
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
