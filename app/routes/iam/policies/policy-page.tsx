import type { Policy } from '@aws-sdk/client-iam'
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
import {
  isAwsManaged,
  policyDescription,
  policyQuery,
  policyType,
  usePolicy,
} from '~/data/policies'
import { PlaceLabel } from '~/components/ui/place-label'
import { useLeave } from '~/lib/leave'
import { usePolicyArn, useSection } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { placeButton } from '~/lib/places'
import { formatDateTime } from '~/lib/text'
import { DeletePolicy } from './delete-policy'
import { EntitiesTab } from './tabs/entities-tab'
import { PermissionsTab } from './tabs/permissions-tab'
import { TagsTab } from './tabs/tags-tab'
import { VersionsTab } from './tabs/versions-tab'

export const clientLoader = ({ params }: LoaderFunctionArgs) => {
  prefetch(policyQuery(currentCaller(), params.policyArn ?? ''))
  return null
}

const sections = ['permissions', 'entities_attached', 'tags', 'policy_versions'] as const

const tabs = [
  { id: 'permissions', place: 'iam.policy.tab.permissions', Content: PermissionsTab },
  { id: 'entities_attached', place: 'iam.policy.tab.entities', Content: EntitiesTab },
  { id: 'tags', place: 'iam.policy.tab.tags', Content: TagsTab },
  { id: 'policy_versions', place: 'iam.policy.tab.versions', Content: VersionsTab },
] as const

export default function PolicyPage() {
  const arn = usePolicyArn()
  const policy = usePolicy(arn)
  const leave = useLeave()
  const [section, setSection] = useSection(sections)
  const [deleting, setDeleting] = useState(false)
  const name = arn.slice(arn.lastIndexOf('/') + 1)
  const ours = !isAwsManaged(arn)
  return (
    <SpaceBetween size="l">
      <PageHeader
        title={name}
        info={<InfoLink topic="iam.policies" about="policies" />}
        description={policy.data?.Policy && policyDescription(policy.data.Policy)}
        actions={
          ours && (
            <Button onClick={() => setDeleting(true)} {...placeButton('iam.policy.delete')}>
              Delete
            </Button>
          )
        }
      />
      <QueryError
        error={deleting ? null : policy.error}
        retry={policy.refetch}
        what="the policy"
      />
      {policy.isPending && <Loading what="the policy" />}
      {policy.data?.Policy && <Details policy={policy.data.Policy} />}
      <Tabs
        activeTabId={section}
        ariaLabel="Policy details"
        onChange={({ detail }) => {
          const next = sections.find((known) => known === detail.activeTabId)
          if (next) setSection(next)
        }}
        tabs={tabs
          .filter(({ id }) => id !== 'tags' || ours)
          .map(({ id, place, Content }) => ({
            id,
            label: <PlaceLabel place={place} />,
            content: section === id && <Content arn={arn} name={name} />,
          }))}
      />
      {deleting && (
        <DeletePolicy
          name={name}
          arn={arn}
          onDismiss={() => setDeleting(false)}
          onDeleted={() => leave(pb.policies())}
        />
      )}
    </SpaceBetween>
  )
}

const Details = ({ policy: { Arn = '', CreateDate, UpdateDate } }: { policy: Policy }) => (
  <Container header={<Header variant="h2">Policy details</Header>}>
    <KeyValuePairs
      columns={4}
      items={[
        { label: 'Type', value: policyType(Arn) },
        { label: 'Creation time', value: formatDateTime(CreateDate) },
        { label: 'Edited time', value: formatDateTime(UpdateDate) },
        { label: 'ARN', value: <Copyable text={Arn} what="ARN" /> },
      ]}
    />
  </Container>
)
