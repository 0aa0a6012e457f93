import SpaceBetween from '@cloudscape-design/components/space-between'
import type { FindingStatus } from '@aws-sdk/client-accessanalyzer'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { QueryError } from '~/components/query-error'
import {
  type DataColumn,
  DataTable,
  type DataTableProps,
} from '~/components/table/data-table'
import { FindingActions } from './finding-actions'
import { isShown, type StatusChoice, StatusFilter } from './status-filter'

type Finding = { id: string | undefined; status: FindingStatus | undefined }

type Query<T> = {
  data: T[] | undefined
  isPending: boolean
  error: Error | null
  refetch: () => unknown
}

type Props<T> = Pick<DataTableProps<T>, 'info' | 'description' | 'title'> & {
  /** What the places of its controls begin with. */
  place: 'iam.resourceAnalysis' | 'iam.unusedAccess'
  analyzerArn: string
  findings: Query<T>
  columns: readonly DataColumn<T>[]
  /** What the search looks in. */
  searched: (finding: T) => string
  /** More filters, beside that of the status. */
  filters: ReactNode
  /** Changes as they do: what was selected may be gone. */
  filteredBy?: string
  /** Said where nothing is active. */
  allWell: string
}

/** Findings of an analyzer, of whichever kind: by status, to be archived and taken out again. */
export function FindingsTable<T extends Finding>(props: Props<T>) {
  const { place, analyzerArn, findings, searched, filters, filteredBy, allWell } = props
  const [status, setStatus] = useState<StatusChoice>('ACTIVE')
  const [selected, setSelected] = useState<T[]>([])
  const [lastFilter, setLastFilter] = useState(filteredBy)
  if (lastFilter !== filteredBy) {
    setLastFilter(filteredBy)
    setSelected([])
  }
  return (
    <DataTable
      variant="full-page"
      headingLevel="h1"
      place={place}
      title={props.title}
      info={props.info}
      description={props.description}
      one="finding"
      many="findings"
      items={findings.data?.filter((finding) => isShown(status, finding.status))}
      loading={findings.isPending}
      error={
        findings.error && (
          <QueryError error={findings.error} retry={findings.refetch} what="findings" />
        )
      }
      onRefresh={findings.refetch}
      columns={props.columns}
      trackBy={({ id = '' }) => id}
      filtering={(finding, text) =>
        searched(finding).toLowerCase().includes(text.toLowerCase())
      }
      filters={
        <SpaceBetween direction="horizontal" size="xs">
          <StatusFilter
            place={`${place}.status`}
            value={status}
            onChange={(next) => {
              setStatus(next)
              setSelected([])
            }}
          />
          {filters}
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
        text: status === 'ACTIVE' ? allWell : 'There are no findings with this status.',
      }}
      actions={
        <FindingActions
          analyzerArn={analyzerArn}
          findings={selected}
          archivePlace={`${place}.archive`}
          activatePlace={`${place}.activate`}
          onDone={() => setSelected([])}
        />
      }
    />
  )
}
