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
import { roleQuery, useRole } from '~/data/roles'
import { PlaceLabel } from '~/components/ui/place-label'
import { word } from '~/lib/words'
import { useLeave } from '~/lib/leave'
import { useRoleName, useSection } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { placeButton } from '~/lib/places'
import { DeleteRoles } from './delete-roles'
import { RoleSummary } from './role-summary'
import { LastAccessedTab } from './tabs/last-accessed-tab'
import { PermissionsTab } from './tabs/permissions-tab'
import { RevokeSessionsTab } from './tabs/revoke-sessions-tab'
import { TagsTab } from './tabs/tags-tab'
import { TrustTab } from './tabs/trust-tab'

export const clientLoader = ({ params }: LoaderFunctionArgs) => {
  prefetch(roleQuery(currentCaller(), params.roleName ?? ''))
  return null
}

const sections = [
  'permissions',
  'trust_relationships',
  'tags',
  'access_advisor',
  'revoke_sessions',
] as const

const tabs = [
  { id: 'permissions', place: 'iam.role.tab.permissions', Content: PermissionsTab },
  { id: 'trust_relationships', place: 'iam.role.tab.trust', Content: TrustTab },
  { id: 'tags', place: 'iam.role.tab.tags', Content: TagsTab },
  { id: 'access_advisor', place: 'iam.role.tab.lastAccessed', Content: LastAccessedTab },
  { id: 'revoke_sessions', place: 'iam.role.tab.revoke', Content: RevokeSessionsTab },
] as const

export default function RolePage() {
  const name = useRoleName()
  const role = useRole(name)
  const leave = useLeave()
  const [section, setSection] = useSection(sections)
  const [deleting, setDeleting] = useState(false)
  return (
    <SpaceBetween size="l">
      <PageHeader
        title={name}
        info={<InfoLink topic="iam.roles" about="roles" />}
        description={role.data?.Role?.Description}
        actions={
          <Button onClick={() => setDeleting(true)} {...placeButton('iam.role.delete')}>
            {word('iam.role.delete')}
          </Button>
        }
      />
      <QueryError
        error={deleting ? null : role.error}
        retry={role.refetch}
        what="the role"
      />
      {role.isPending && <Loading what="the role" />}
      {role.data?.Role && <RoleSummary role={role.data.Role} />}
      <Tabs
        activeTabId={section}
        ariaLabel="Role details"
        onChange={({ detail }) => {
          const next = sections.find((known) => known === detail.activeTabId)
          if (next) setSection(next)
        }}
        tabs={tabs.map(({ id, place, Content }) => ({
          id,
          label: <PlaceLabel place={place} />,
          content: section === id && <Content name={name} role={role.data?.Role} />,
        }))}
      />
      {deleting && (
        <DeleteRoles
          names={[name]}
          onDismiss={() => setDeleting(false)}
          onDeleted={() => leave(pb.roles())}
        />
      )}
    </SpaceBetween>
  )
}
