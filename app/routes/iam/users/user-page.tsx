import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { InfoLink } from '~/components/info-link'
import { Loading } from '~/components/loading'
import { PageHeader } from '~/components/page-header'
import { QueryError } from '~/components/query-error'
import { currentCaller, prefetch } from '~/data/client'
import { userQuery, useUser, useUserGroups } from '~/data/users'
import { PlaceLabel } from '~/components/ui/place-label'
import { word } from '~/lib/words'
import { useLeave } from '~/lib/leave'
import { useSection, useUserName } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { placeButton } from '~/lib/places'
import { CredentialsTab } from './credentials/credentials-tab'
import { DeleteUsers } from './delete-users'
import { GroupsTab } from './tabs/groups-tab'
import { LastAccessedTab } from './tabs/last-accessed-tab'
import { PermissionsTab } from './tabs/permissions-tab'
import { TagsTab } from './tabs/tags-tab'
import { UserSummary } from './user-summary'

export const clientLoader = ({ params }: LoaderFunctionArgs) => {
  prefetch(userQuery(currentCaller(), params.userName ?? ''))
  return null
}

const sections = [
  'permissions',
  'groups',
  'tags',
  'security_credentials',
  'access_advisor',
] as const

const tabs = [
  { id: 'permissions', place: 'iam.user.tab.permissions', Content: PermissionsTab },
  { id: 'groups', place: 'iam.user.tab.groups', Content: GroupsTab },
  { id: 'tags', place: 'iam.user.tab.tags', Content: TagsTab },
  { id: 'security_credentials', place: 'iam.user.tab.security', Content: CredentialsTab },
  { id: 'access_advisor', place: 'iam.user.tab.lastAccessed', Content: LastAccessedTab },
] as const

export default function UserPage() {
  const name = useUserName()
  const user = useUser(name)
  const groups = useUserGroups(name)
  const leave = useLeave()
  const [section, setSection] = useSection(sections)
  const [deleting, setDeleting] = useState(false)
  const count = groups.data?.length ? ` (${groups.data.length})` : ''
  return (
    <SpaceBetween size="l">
      <PageHeader
        title={name}
        info={<InfoLink topic="iam.users" about="IAM users" />}
        actions={
          <Button onClick={() => setDeleting(true)} {...placeButton('iam.user.delete')}>
            {word('iam.user.delete')}
          </Button>
        }
      />
      <QueryError
        error={deleting ? null : user.error}
        retry={user.refetch}
        what="the user"
      />
      {user.isPending && <Loading what="the user" />}
      {user.data?.User && <UserSummary user={user.data.User} />}
      <Tabs
        activeTabId={section}
        ariaLabel="User details"
        onChange={({ detail }) => {
          const next = sections.find((known) => known === detail.activeTabId)
          if (next) setSection(next)
        }}
        tabs={tabs.map(({ id, place, Content }) => ({
          id,
          label: <PlaceLabel place={place}>{id === 'groups' && count}</PlaceLabel>,
          content: section === id && <Content name={name} user={user.data?.User} />,
        }))}
      />
      {deleting && (
        <DeleteUsers
          names={[name]}
          onDismiss={() => setDeleting(false)}
          onDeleted={() => leave(pb.users())}
        />
      )}
    </SpaceBetween>
  )
}
