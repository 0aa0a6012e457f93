import Badge from '@cloudscape-design/components/badge'
import type { ReactNode } from 'react'
import { AppLink } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import type { DataColumn } from '~/components/table/data-table'
import {
  type AnalyzerSummary,
  analyzersQuery,
  type FindingSummary,
  useExternalFindings,
} from '~/data/access-analyzer'
import { currentCaller, prefetch } from '~/data/client'
import { pb } from '~/lib/path-builder'
import { formatDateTime } from '~/lib/text'
import { AnalyzerChoice } from './analyzer-choice'
import { LevelsText, PrincipalText } from './finding-cells'
import {
  conditionText,
  kindText,
  principalOf,
  resourceText,
  sourceText,
} from './finding-text'
import { FindingsTable } from './findings-table'
import { FindingStatusText } from './status-filter'

export const clientLoader = () => {
  prefetch(analyzersQuery(currentCaller()))
  return null
}

const columnsFor = (analyzerName: string): DataColumn<FindingSummary>[] => [
  {
    id: 'id',
    width: 150,
    header: 'Finding ID',
    isRowHeader: true,
    sortingField: 'id',
    cell: ({ id = '' }) => (
      <AppLink href={pb.resourceFinding(analyzerName, id)}>{id}</AppLink>
    ),
  },
  {
    id: 'resource',
    width: 260,
    header: 'Resource',
    sortingField: 'resource',
    cell: ({ resource, resourceType, isPublic }) => (
      <>
        {isPublic && <Badge color="red">Public</Badge>} {kindText(resourceType)}:{' '}
        {resourceText(resource)}
      </>
    ),
  },
  {
    id: 'owner',
    header: 'Resource owner account',
    hidden: true,
    sortingField: 'resourceOwnerAccount',
    cell: ({ resourceOwnerAccount }) => resourceOwnerAccount,
  },
  {
    id: 'principal',
    width: 220,
    header: 'External principal',
    sortingComparator: (a, b) =>
      principalOf(a.principal).text.localeCompare(principalOf(b.principal).text),
    cell: ({ principal }) => <PrincipalText principal={principal} />,
  },
  {
    id: 'condition',
    width: 200,
    header: 'Condition',
    cell: ({ condition }) => conditionText(condition),
  },
  {
    id: 'sources',
    width: 150,
    header: 'Shared through',
    cell: ({ sources }) => sourceText(sources),
  },
  {
    id: 'levels',
    width: 170,
    header: 'Access level',
    cell: ({ action }) => <LevelsText actions={action} />,
  },
  {
    id: 'updated',
    width: 230,
    header: 'Updated',
    sortingField: 'updatedAt',
    cell: ({ updatedAt }) => formatDateTime(updatedAt),
  },
  {
    id: 'status',
    width: 120,
    header: 'Status',
    sortingField: 'status',
    cell: ({ status }) => <FindingStatusText status={status} />,
  },
]

const searched = ({ id, resource, principal, condition, action }: FindingSummary) =>
  [
    id,
    resource,
    principalOf(principal).text,
    conditionText(condition),
    ...(action ?? []),
  ].join(' ')

export default function ResourceAnalysisPage() {
  return (
    <AnalyzerChoice
      title="Resource analysis"
      topic="iam.externalAccess"
      of="external"
      place="iam.resourceAnalysis.createAnalyzer"
    >
      {(analyzer, choice) => (
        <ExternalFindings key={analyzer.arn} analyzer={analyzer} choice={choice} />
      )}
    </AnalyzerChoice>
  )
}

type Props = { analyzer: AnalyzerSummary; choice: ReactNode }

function ExternalFindings({ analyzer, choice }: Props) {
  const { arn = '', name = '' } = analyzer
  return (
    <FindingsTable
      place="iam.resourceAnalysis"
      title="Resource analysis"
      info={<InfoLink topic="iam.externalAccess" about="external access findings" />}
      description="Resources that can be reached from outside of the analyzer's zone of trust."
      analyzerArn={arn}
      findings={useExternalFindings(arn)}
      columns={columnsFor(name)}
      searched={searched}
      filters={choice}
      allWell="Nobody outside of the zone of trust can reach a resource that was analyzed."
    />
  )
}
