import { useCollection } from '@cloudscape-design/collection-hooks'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Pagination from '@cloudscape-design/components/pagination'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table from '@cloudscape-design/components/table'
import TextFilter from '@cloudscape-design/components/text-filter'
import Toggle from '@cloudscape-design/components/toggle'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { InfoLink } from '~/components/info-link'
import { JsonView } from '~/components/policy-editor/json-view'
import { formatCount } from '~/lib/text'
import { word } from '~/lib/words'
import { type SummaryRow, summarizePolicy } from './summarize-policy'

type Props = {
  text: string
  actions?: ReactNode
  /** How it opens: by service, or as `json`. */
  opensAs?: string
}

const views = [
  { id: 'summary', text: 'Summary' },
  { id: 'json', text: 'JSON' },
]

const columns = [
  {
    id: 'service',
    header: 'Service',
    cell: ({ name }: SummaryRow) => name,
    isRowHeader: true,
    sortingField: 'name',
  },
  {
    id: 'access',
    header: 'Access level',
    cell: ({ access, warning }: SummaryRow) => (
      <>
        {access === '' ? '-' : access}
        {warning && <StatusIndicator type="warning">{warning}</StatusIndicator>}
      </>
    ),
    sortingField: 'access',
  },
  { id: 'resource', header: 'Resource', cell: ({ resource }: SummaryRow) => resource },
  {
    id: 'condition',
    header: 'Request condition',
    cell: ({ condition }: SummaryRow) => condition,
  },
]

/** The box "Permissions defined in this policy": by service, or as JSON. */
export function PolicySummary({ text, actions, opensAs = 'summary' }: Props) {
  const [view, setView] = useState(opensAs)
  return (
    <Container
      header={
        <Header
          variant="h2"
          info={<InfoLink topic="iam.policySummary" about="policy summaries" />}
          description="Permissions in the policy document, which says what is allowed or denied."
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {actions}
              <SegmentedControl
                label="View of the policy"
                options={views}
                selectedId={view}
                onChange={({ detail }) => setView(detail.selectedId)}
              />
            </SpaceBetween>
          }
        >
          {word('iam.policySummary.title')}
        </Header>
      }
    >
      {view === 'json' ? (
        <JsonView text={text} ariaLabel="Policy document" />
      ) : (
        <Summary text={text} />
      )}
    </Container>
  )
}

function Summary({ text }: { text: string }) {
  const summary = useMemo(() => summarizePolicy(text), [text])
  const [search, setSearch] = useState('')
  const [showRemaining, setShowRemaining] = useState(false)
  if (!summary)
    return (
      <Alert type="info">
        A summary for this policy cannot be generated. You can still view or edit the JSON
        policy document.
      </Alert>
    )
  const { uncategorized, deny, allow, remaining, total, banner } = summary
  const of = (rows: SummaryRow[]) => `(${rows.length} of ${total} services)`
  return (
    <SpaceBetween size="l">
      {banner && <Alert type="warning">{banner}</Alert>}
      <TextFilter
        filteringText={search}
        filteringPlaceholder="Search"
        filteringAriaLabel="Search services"
        onChange={({ detail }) => setSearch(detail.filteringText)}
      />
      {uncategorized.length > 0 && (
        <Rows title="Uncategorized services" rows={uncategorized} search={search} />
      )}
      {deny.length > 0 && (
        <Rows title={`Explicit deny ${of(deny)}`} rows={deny} search={search} />
      )}
      <Rows
        title={`Allow ${of(allow)}`}
        rows={showRemaining ? [...allow, ...remaining] : allow}
        search={search}
        actions={
          remaining.length > 0 && (
            <Toggle
              checked={showRemaining}
              onChange={({ detail }) => setShowRemaining(detail.checked)}
            >
              Show remaining {formatCount(remaining.length, 'service', 'services')}
            </Toggle>
          )
        }
      />
    </SpaceBetween>
  )
}

const PAGE = 50

type RowsProps = {
  title: string
  rows: SummaryRow[]
  search: string
  actions?: ReactNode
}

function Rows({ title, rows, search, actions }: RowsProps) {
  const wanted = search.toLowerCase()
  const found = rows.filter((row) =>
    [row.name, row.service, row.access, row.resource, row.condition].some((cell) =>
      cell.toLowerCase().includes(wanted)
    )
  )
  const { items, collectionProps, paginationProps } = useCollection(found, {
    pagination: { pageSize: PAGE },
    sorting: {},
  })
  return (
    <Table
      {...collectionProps}
      variant="embedded"
      items={items}
      columnDefinitions={columns}
      trackBy="service"
      wrapLines
      ariaLabels={{ tableLabel: title }}
      empty={
        <Box color="text-body-secondary">
          {rows.length > 0 ? 'No service matches the search.' : 'No services.'}
        </Box>
      }
      header={
        <Header variant="h3" actions={actions}>
          {title}
        </Header>
      }
      {...(found.length > PAGE ? { pagination: <Pagination {...paginationProps} /> } : {})}
    />
  )
}
