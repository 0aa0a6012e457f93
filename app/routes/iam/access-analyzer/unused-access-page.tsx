import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { AppLink } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
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
import { FindingActions } from './finding-actions'
import { findingTypeNames, resourceText, typeText } from './finding-text'
import {
  FindingStatusText,
  isShown,
  type StatusChoice,
  StatusFilter,
} from './status-filter'

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
  const [status, setStatus] = useState<StatusChoice>('ACTIVE')
  const [type, setType] = useState('all')
  const [selected, setSelected] = useState<FindingSummaryV2[]>([])
  const shown = findings.data?.filter(
    (finding) =>
      isShown(status, finding.status) && (type === 'all' || finding.findingType === type)
  )
  return (
    <DataTable
      variant="full-page"
      headingLevel="h1"
      place="iam.unusedAccess"
      title="Unused access"
      info={<InfoLink topic="iam.unusedAccess" about="unused access findings" />}
      description={`Access that has not been used in the tracking period of ${days} days. AWS charges for this analysis by role and user; here it is simulated.`}
      one="finding"
      many="findings"
      items={shown}
      loading={findings.isPending}
      error={
        findings.error && (
          <QueryError error={findings.error} retry={findings.refetch} what="findings" />
        )
      }
      onRefresh={findings.refetch}
      columns={columnsFor(name)}
      trackBy={({ id = '' }) => id}
      filtering={({ id, resource, findingType }, text) =>
        `${id} ${resource} ${typeText(findingType)}`
          .toLowerCase()
          .includes(text.toLowerCase())
      }
      filters={
        <SpaceBetween direction="horizontal" size="xs">
          <StatusFilter
            place="iam.unusedAccess.status"
            value={status}
            onChange={(next) => {
              setStatus(next)
              setSelected([])
            }}
          />
          <Select
            ariaLabel="Filter by Finding type"
            inlineLabelText="Filter by Finding type"
            options={typeOptions}
            selectedOption={typeOptions.find(({ value }) => value === type) ?? null}
            onChange={({ detail }) => {
              setType(detail.selectedOption.value ?? 'all')
              setSelected([])
            }}
          />
          {choice}
        </SpaceBetween>
      }
      selection={{
        type: 'multi',
        selected,
        onChange: setSelected,
        nameOf: ({ id = '' }) => id,
      }}
      empty={{
        title: 'No findings',
        text:
          status === 'ACTIVE'
            ? `All access has been used in the last ${days} days, or is younger than that.`
            : 'There are no findings with this status.',
      }}
      actions={
        <FindingActions
          analyzerArn={arn}
          findings={selected}
          archivePlace="iam.unusedAccess.archive"
          activatePlace="iam.unusedAccess.activate"
          onDone={() => setSelected([])}
        />
      }
    />
  )
}
