import type { Group } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AccessDeniedCell } from '~/components/access-denied'
import { AppButton, AppLink } from '~/components/app-link'
import { GroupUsers } from '~/components/groups/group-users'
import { InfoLink } from '~/components/info-link'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { currentCaller, prefetch, useCaller } from '~/data/client'
import {
  attachedGroupPoliciesQuery,
  groupPolicyNamesQuery,
  groupsQuery,
  useGroups,
} from '~/data/groups'
import { word } from '~/lib/words'
import { pb } from '~/lib/path-builder'
import { placeButton } from '~/lib/places'
import { formatDateTime } from '~/lib/text'
import { DeleteGroups } from './delete-groups'

export const clientLoader = () => {
  prefetch(groupsQuery(currentCaller()))
  return null
}

/** Whether a group grants anything at all: two questions for each row on show. */
function Permissions({ name }: { name: string }) {
  const caller = useCaller()
  const attached = useQuery(attachedGroupPoliciesQuery(caller, name))
  const inline = useQuery(groupPolicyNamesQuery(caller, name))
  const error = attached.error ?? inline.error
  if (error) return <AccessDeniedCell error={error} />
  if (!attached.data || !inline.data)
    return <StatusIndicator type="loading">Loading</StatusIndicator>
  return attached.data.length + inline.data.length > 0 ? (
    <StatusIndicator type="success">Defined</StatusIndicator>
  ) : (
    <StatusIndicator type="warning">Not defined</StatusIndicator>
  )
}

const nameOf = ({ GroupName = '' }: Group) => GroupName

const toColumns = (): DataColumn<Group>[] => [
  {
    id: 'name',
    header: word('iam.column.groupName'),
    sortingField: 'GroupName',
    isRowHeader: true,
    cell: (group) => <AppLink href={pb.group(nameOf(group))}>{nameOf(group)}</AppLink>,
  },
  { id: 'users', header: 'Users', cell: (group) => <GroupUsers name={nameOf(group)} /> },
  {
    id: 'permissions',
    header: 'Permissions',
    cell: (group) => <Permissions name={nameOf(group)} />,
  },
  {
    id: 'created',
    header: 'Creation time',
    sortingField: 'CreateDate',
    cell: ({ CreateDate }) => formatDateTime(CreateDate),
  },
  { id: 'arn', header: 'ARN', hidden: true, sortingField: 'Arn', cell: ({ Arn }) => Arn },
]

export default function GroupsPage() {
  const [columns] = useState(toColumns)
  const groups = useGroups()
  const [selected, setSelected] = useState<Group[]>([])
  const [deleting, setDeleting] = useState(false)
  return (
    <>
      <DataTable
        place="iam.groups"
        variant="full-page"
        headingLevel="h1"
        title={word('iam.groups.title')}
        info={<InfoLink topic="iam.groups" about="user groups" />}
        description="A user group is a collection of IAM users. Its permissions go to each of them."
        one="group"
        many="groups"
        items={groups.data}
        loading={groups.isPending}
        error={
          groups.error && (
            <QueryError error={groups.error} retry={groups.refetch} what="groups" />
          )
        }
        onRefresh={groups.refetch}
        columns={columns}
        sortBy="name"
        trackBy={nameOf}
        filtering={(group, text) =>
          nameOf(group).toLowerCase().includes(text.toLowerCase())
        }
        selection={{ type: 'multi', selected, onChange: setSelected, nameOf }}
        empty={{
          title: 'No resources to display',
          text: 'This account has no user groups.',
        }}
        actions={
          <>
            <Button
              disabled={selected.length === 0}
              onClick={() => setDeleting(true)}
              {...placeButton('iam.groups.delete')}
            >
              Delete
            </Button>
            <AppButton
              href={pb.groupCreate()}
              variant="primary"
              place="iam.groups.create"
            />
          </>
        }
      />
      {deleting && (
        <DeleteGroups
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
