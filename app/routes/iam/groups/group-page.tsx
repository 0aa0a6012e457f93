import type { Group } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { Copyable } from '~/components/copyable'
import { InfoLink } from '~/components/info-link'
import { Loading } from '~/components/loading'
import { PageHeader } from '~/components/page-header'
import { QueryError } from '~/components/query-error'
import { currentCaller, prefetch } from '~/data/client'
import { groupQuery, useGroup } from '~/data/groups'
import { PlaceLabel } from '~/components/ui/place-label'
import { useLeave } from '~/lib/leave'
import { useGroupName, useSection } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { placeButton } from '~/lib/places'
import { formatDateTime } from '~/lib/text'
import { DeleteGroups } from './delete-groups'
import { EditGroup } from './edit-group'
import { PermissionsTab } from './tabs/permissions-tab'
import { UsersTab } from './tabs/users-tab'

export const clientLoader = ({ params }: LoaderFunctionArgs) => {
  prefetch(groupQuery(currentCaller(), params.groupName ?? ''))
  return null
}

const sections = ['users', 'permissions'] as const

export default function GroupPage() {
  const name = useGroupName()
  const group = useGroup(name)
  const leave = useLeave()
  const [section, setSection] = useSection(sections)
  const [deleting, setDeleting] = useState(false)
  const count = group.data?.Users?.length
  return (
    <SpaceBetween size="l">
      <PageHeader
        title={name}
        info={<InfoLink topic="iam.groups" about="user groups" />}
        actions={
          <Button onClick={() => setDeleting(true)} {...placeButton('iam.group.delete')}>
            Delete
          </Button>
        }
      />
      <QueryError
        error={deleting ? null : group.error}
        retry={group.refetch}
        what="the group"
      />
      {group.isPending && <Loading what="the group" />}
      {group.data?.Group && <Summary group={group.data.Group} />}
      <Tabs
        activeTabId={section}
        ariaLabel="Group details"
        onChange={({ detail }) => {
          const next = sections.find((known) => known === detail.activeTabId)
          if (next) setSection(next)
        }}
        tabs={[
          {
            id: 'users',
            label: (
              <PlaceLabel place="iam.group.tab.users">
                {count ? ` (${count})` : ''}
              </PlaceLabel>
            ),
            content: section === 'users' && group.data && (
              <UsersTab name={name} users={group.data.Users ?? []} />
            ),
          },
          {
            id: 'permissions',
            label: <PlaceLabel place="iam.group.tab.permissions" />,
            content: section === 'permissions' && <PermissionsTab name={name} />,
          },
        ]}
      />
      {deleting && (
        <DeleteGroups
          names={[name]}
          onDismiss={() => setDeleting(false)}
          onDeleted={() => leave(pb.groups())}
        />
      )}
    </SpaceBetween>
  )
}

function Summary({ group: { GroupName = '', CreateDate, Arn = '' } }: { group: Group }) {
  const [editing, setEditing] = useState(false)
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Button onClick={() => setEditing(true)} {...placeButton('iam.group.edit')}>
              Edit
            </Button>
          }
        >
          Summary
        </Header>
      }
    >
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'User group name', value: GroupName },
          { label: 'Creation time', value: formatDateTime(CreateDate) },
          { label: 'ARN', value: <Copyable text={Arn} what="ARN" /> },
        ]}
      />
      {editing && <EditGroup name={GroupName} onDone={() => setEditing(false)} />}
    </Container>
  )
}
