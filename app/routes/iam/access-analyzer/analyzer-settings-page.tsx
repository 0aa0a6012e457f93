import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { AppButton, AppLink } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { type AnalyzerSummary, analyzersQuery, useAnalyzers } from '~/data/access-analyzer'
import { currentCaller, prefetch } from '~/data/client'
import { pb } from '~/lib/path-builder'
import { placeButton } from '~/lib/places'
import { formatDateTime } from '~/lib/text'
import { word } from '~/lib/words'
import { DeleteAnalyzer } from './delete-analyzer'
import { analysisText, zoneText } from './finding-text'

export const clientLoader = () => {
  prefetch(analyzersQuery(currentCaller()))
  return null
}

const daysOf = ({ configuration }: AnalyzerSummary) =>
  configuration?.unusedAccess?.unusedAccessAge

const columns: DataColumn<AnalyzerSummary>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    sortingField: 'name',
    cell: ({ name = '' }) => <AppLink href={pb.analyzer(name)}>{name}</AppLink>,
  },
  {
    id: 'type',
    header: 'Finding type',
    sortingField: 'type',
    cell: ({ type }) => analysisText(type),
  },
  { id: 'zone', header: 'Zone of trust', cell: ({ type }) => zoneText(type) },
  {
    id: 'days',
    header: 'Tracking period',
    cell: (analyzer) => (daysOf(analyzer) ? `${daysOf(analyzer)} days` : '-'),
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status }) => (status === 'ACTIVE' ? 'Active' : status),
  },
  {
    id: 'created',
    header: 'Created',
    sortingField: 'createdAt',
    cell: ({ createdAt }) => formatDateTime(createdAt),
  },
]

export default function AnalyzerSettingsPage() {
  const analyzers = useAnalyzers()
  const [selected, setSelected] = useState<AnalyzerSummary[]>([])
  const [deleting, setDeleting] = useState(false)
  const [analyzer] = selected
  return (
    <>
      <DataTable
        variant="full-page"
        headingLevel="h1"
        place="iam.analyzers"
        title="Analyzer settings"
        info={<InfoLink topic="iam.analyzers" about="analyzers" />}
        description="The analyzers of this account in US East (N. Virginia)."
        one="analyzer"
        many="analyzers"
        items={analyzers.data}
        loading={analyzers.isPending}
        error={
          analyzers.error && (
            <QueryError
              error={analyzers.error}
              retry={analyzers.refetch}
              what="analyzers"
            />
          )
        }
        onRefresh={analyzers.refetch}
        columns={columns}
        sortBy="name"
        trackBy={({ name = '' }) => name}
        selection={{
          type: 'single',
          selected,
          onChange: setSelected,
          nameOf: ({ name = '' }) => name,
        }}
        empty={{ title: 'No analyzers', text: 'This account has no analyzers.' }}
        actions={
          <>
            <Button
              disabled={!analyzer}
              onClick={() => setDeleting(true)}
              {...placeButton('iam.analyzers.delete')}
            >
              {word('iam.analyzers.delete')}
            </Button>
            <AppButton
              href={pb.analyzerCreate()}
              variant="primary"
              place="iam.analyzers.create"
            />
          </>
        }
      />
      {deleting && analyzer && (
        <DeleteAnalyzer
          name={analyzer.name ?? ''}
          place="iam.deleteAnalyzers"
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
