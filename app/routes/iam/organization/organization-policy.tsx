import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import type { ReactNode } from 'react'
import { Copyable } from '~/components/copyable'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { JsonView } from '~/components/policy-editor/json-view'
import type { HelpTopic } from '~/components/help/topics'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import {
  type PolicySummary,
  type PolicyTargetSummary,
  useOrganizationPolicy,
  usePolicyTargets,
} from '~/data/organization'
import { OrganizationError } from './organization-error'
import { kindOfTarget } from './target-text'

type Props = { policyId: string; topic: HelpTopic; children?: ReactNode }

/** A policy of the organization: what it says and what it is attached to. */
export function OrganizationPolicy({ policyId, topic, children }: Props) {
  const { data, error, refetch } = useOrganizationPolicy(policyId)
  const summary = data?.Policy?.PolicySummary
  return (
    <SpaceBetween size="l">
      <PageHeader
        title={summary?.Name ?? policyId}
        info={<InfoLink topic={topic} about="this policy" />}
      />
      {error && <OrganizationError error={error} retry={refetch} what="the policy" />}
      {!data && !error && <Spinner size="large" />}
      {summary && (
        <SpaceBetween size="l">
          <Summary summary={summary} />
          <Container header={<Header variant="h2">Policy content</Header>}>
            <JsonView text={data.Policy?.Content ?? ''} ariaLabel="Policy content" />
          </Container>
          <Targets policyId={policyId} />
          {children}
        </SpaceBetween>
      )}
    </SpaceBetween>
  )
}

const Summary = ({ summary }: { summary: PolicySummary }) => (
  <Container header={<Header variant="h2">Policy details</Header>}>
    <KeyValuePairs
      columns={3}
      items={[
        { label: 'Policy ID', value: summary.Id },
        {
          label: 'Kind',
          value: summary.AwsManaged ? 'AWS managed policy' : 'Customer managed policy',
        },
        { label: 'Description', value: summary.Description || '-' },
        { label: 'ARN', value: <Copyable text={summary.Arn ?? ''} what="ARN" /> },
      ]}
    />
  </Container>
)

const columns: DataColumn<PolicyTargetSummary>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    sortingField: 'Name',
    cell: ({ Name }) => Name,
  },
  { id: 'type', header: 'Type', sortingField: 'Type', cell: kindOfTarget },
  { id: 'id', header: 'ID', sortingField: 'TargetId', cell: ({ TargetId }) => TargetId },
]

function Targets({ policyId }: { policyId: string }) {
  const targets = usePolicyTargets(policyId)
  return (
    <DataTable
      title="Targets"
      place="iam.organizationPolicy"
      description="The root, organizational units and accounts that this policy is attached to."
      one="target"
      many="targets"
      items={targets.data}
      loading={targets.isPending}
      error={
        targets.error && (
          <OrganizationError
            error={targets.error}
            retry={targets.refetch}
            what="the targets"
          />
        )
      }
      columns={columns}
      trackBy={({ TargetId = '' }) => TargetId}
    />
  )
}
