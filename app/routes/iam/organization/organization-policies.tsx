import { AppLink } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import type { HelpTopic } from '~/components/help/topics'
import { AccessDeniedCell } from '~/components/access-denied'
import {
  type PolicySummary,
  type PolicyType,
  useOrganizationPolicies,
  usePolicyTargets,
} from '~/data/organization'
import { OrganizationError } from './organization-error'
import { targetText } from './target-text'

type Props = {
  type: PolicyType
  title: string
  description: string
  topic: HelpTopic
  place: 'iam.serviceControlPolicies' | 'iam.resourceControlPolicies'
  hrefOf: (policyId: string) => string
}

const columnsFor = (hrefOf: Props['hrefOf']): DataColumn<PolicySummary>[] => [
  {
    id: 'name',
    header: 'Policy name',
    isRowHeader: true,
    sortingField: 'Name',
    cell: ({ Id = '', Name }) => <AppLink href={hrefOf(Id)}>{Name}</AppLink>,
  },
  {
    id: 'kind',
    header: 'Kind',
    sortingField: 'AwsManaged',
    cell: ({ AwsManaged }) =>
      AwsManaged ? 'AWS managed policy' : 'Customer managed policy',
  },
  {
    id: 'targets',
    header: 'Attached to',
    cell: ({ Id = '' }) => <Targets policyId={Id} />,
  },
  {
    id: 'description',
    header: 'Description',
    cell: ({ Description }) => Description || '-',
  },
  { id: 'id', header: 'Policy ID', hidden: true, sortingField: 'Id', cell: ({ Id }) => Id },
]

/** The policies of one type in the organization. */
export function OrganizationPolicies(props: Props) {
  const { type, title, description, topic, place, hrefOf } = props
  const policies = useOrganizationPolicies(type)
  return (
    <DataTable
      variant="full-page"
      headingLevel="h1"
      place={place}
      title={title}
      info={<InfoLink topic={topic} about={title.toLowerCase()} />}
      description={description}
      one="policy"
      many="policies"
      items={policies.data}
      loading={policies.isPending}
      error={
        policies.error && (
          <OrganizationError
            error={policies.error}
            retry={policies.refetch}
            what={title.toLowerCase()}
          />
        )
      }
      onRefresh={policies.refetch}
      columns={columnsFor(hrefOf)}
      sortBy="name"
      trackBy={({ Id = '' }) => Id}
      empty={{
        title: 'No policies',
        text: `The organization has no ${title.toLowerCase()}.`,
      }}
    />
  )
}

function Targets({ policyId }: { policyId: string }) {
  const { data, error } = usePolicyTargets(policyId)
  if (error) return <AccessDeniedCell error={error} />
  return data?.map(targetText).join(', ') ?? '-'
}
