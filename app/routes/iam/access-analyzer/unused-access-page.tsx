import Select from '@cloudscape-design/components/select'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { AppLink } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import type { DataColumn } from '~/components/table/data-table'
import {
  type AnalyzerSummary,
  analyzersQuery,
  type FindingSummaryV2,
  useFindings,
} from '~/data/access-analyzer'
import { currentCaller, prefetch } from '~/data/client'
import { pb } from '~/lib/path-builder'
import { formatDateTime } from '~/lib/text'
import { AnalyzerChoice } from './analyzer-choice'
import { findingTypeNames, resourceText, typeText } from './finding-text'
import { FindingsTable } from './findings-table'
import { FindingStatusText } from './status-filter'

export const clientLoader = () => {
  prefetch(analyzersQuery(currentCaller()))
  return null
}

const types = [
  'UnusedPermission',
  'UnusedIAMRole',
  'UnusedIAMUserAccessKey',
  'UnusedIAMUserPassword',
] as const

const typeOptions = [
  { value: 'all', label: 'All' },
  ...types.map((type) => ({ value: type, label: findingTypeNames[type] })),
]

const columnsFor = (analyzerName: string): DataColumn<FindingSummaryV2>[] => [
  {
    id: 'id',
    header: 'Finding ID',
    isRowHeader: true,
    sortingField: 'id',
    cell: ({ id = '' }) => (
      <AppLink href={pb.unusedFinding(analyzerName, id)}>{id}</AppLink>
    ),
  },
  {
    id: 'type',
    header: 'Finding type',
    sortingField: 'findingType',
    cell: ({ findingType }) => typeText(findingType),
  },
  {
    id: 'resource',
    header: 'IAM entity',
    sortingField: 'resource',
    cell: ({ resource }) => resourceText(resource),
  },
  {
    id: 'owner',
    header: 'Owner account',
    hidden: true,
    sortingField: 'resourceOwnerAccount',
    cell: ({ resourceOwnerAccount }) => resourceOwnerAccount,
  },
  {
    id: 'updated',
    header: 'Last updated',
    sortingField: 'updatedAt',
    cell: ({ updatedAt }) => formatDateTime(updatedAt),
  },
  {
    id: 'status',
    header: 'Status',
    sortingField: 'status',
    cell: ({ status }) => <FindingStatusText status={status} />,
  },
]

export default function UnusedAccessPage() {
  return (
    <AnalyzerChoice
      title="Unused access"
      topic="iam.unusedAccess"
      of="unused"
      place="iam.unusedAccess.createAnalyzer"
    >
      {(analyzer, choice) => (
        <UnusedFindings key={analyzer.arn} analyzer={analyzer} choice={choice} />
      )}
    </AnalyzerChoice>
  )
}

type Props = { analyzer: AnalyzerSummary; choice: ReactNode }

function UnusedFindings({ analyzer, choice }: Props) {
  const { arn = '', name = '', configuration } = analyzer
  const days = configuration?.unusedAccess?.unusedAccessAge
  const findings = useFindings(arn)
  const [type, setType] = useState('all')
  const ofType = findings.data?.filter(
    ({ findingType }) => type === 'all' || findingType === type
  )
  return (
    <FindingsTable
      place="iam.unusedAccess"
      title="Unused access"
      info={<InfoLink topic="iam.unusedAccess" about="unused access findings" />}
      description={`Access that has not been used in the tracking period of ${days} days. AWS charges for this analysis by role and user; here it is simulated.`}
      analyzerArn={arn}
      findings={{ ...findings, data: ofType }}
      columns={columnsFor(name)}
      searched={({ id, resource, findingType }) =>
        `${id} ${resource} ${typeText(findingType)}`
      }
      filters={
        <>
          <Select
            ariaLabel="Filter by Finding type"
            inlineLabelText="Filter by Finding type"
            options={typeOptions}
            selectedOption={typeOptions.find(({ value }) => value === type) ?? null}
            onChange={({ detail }) => setType(detail.selectedOption.value ?? 'all')}
          />
          {choice}
        </>
      }
      filteredBy={type}
      allWell={`All access has been used in the last ${days} days, or is younger than that.`}
    />
  )
}
