import type { LookupAttribute } from '@aws-sdk/client-cloudtrail'
import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import Modal from '@cloudscape-design/components/modal'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useMemo, useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { useSearchParams } from 'react-router'
import { InfoLink } from '~/components/info-link'
import { JsonView } from '~/components/policy-editor/json-view'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { currentCaller, prefetch } from '~/data/client'
import { eventsQuery, useEvents } from '~/data/events'
import { word } from '~/lib/words'
import { formatDateTimeSeconds } from '~/lib/text'
import { AttributeFilter, attributeKeys } from './attribute-filter'
import { type EventRow, toRow } from './event-row'

/** CloudTrail opens the list on the calls that changed something. */
const changes: LookupAttribute = { AttributeKey: 'ReadOnly', AttributeValue: 'false' }

/** A link can ask for one attribute; one that is not known is as good as none. */
const attributeIn = (search: URLSearchParams): LookupAttribute =>
  attributeKeys
    .map((AttributeKey) => ({
      AttributeKey,
      AttributeValue: search.get(AttributeKey) ?? '',
    }))
    .find(({ AttributeValue }) => AttributeValue !== '') ?? changes

export const clientLoader = ({ request }: LoaderFunctionArgs) => {
  const asked = attributeIn(new URL(request.url).searchParams)
  prefetch(eventsQuery(currentCaller(), asked))
  return null
}

const columnsFor = (open: (row: EventRow) => void): DataColumn<EventRow>[] => [
  {
    id: 'name',
    header: 'Event name',
    sortingField: 'name',
    isRowHeader: true,
    cell: (row) => <Link onFollow={() => open(row)}>{row.name}</Link>,
  },
  {
    id: 'time',
    header: 'Event time',
    sortingField: 'time',
    minWidth: 275,
    cell: ({ time }) => formatDateTimeSeconds(time),
  },
  {
    id: 'user',
    header: 'User name',
    sortingField: 'user',
    cell: ({ user }) => user || '-',
  },
  {
    id: 'source',
    header: 'Event source',
    sortingField: 'source',
    minWidth: 190,
    cell: ({ source }) => source,
  },
  {
    id: 'readOnly',
    header: 'Read-only',
    sortingField: 'readOnly',
    minWidth: 110,
    cell: ({ readOnly }) => readOnly,
  },
  {
    id: 'error',
    header: 'Error code',
    sortingField: 'errorCode',
    minWidth: 150,
    cell: ({ errorCode }) =>
      errorCode ? <StatusIndicator type="error">{errorCode}</StatusIndicator> : '-',
  },
  { id: 'id', header: 'Event ID', hidden: true, cell: ({ id }) => id },
]

/** Another link to the events is another question. */
export default function EventsPage() {
  const [search] = useSearchParams()
  return <Events key={search.toString()} start={attributeIn(search)} />
}

function Events({ start }: { start: LookupAttribute }) {
  const [attribute, setAttribute] = useState<LookupAttribute | undefined>(start)
  const events = useEvents(attribute)
  const [shown, setShown] = useState<EventRow>()
  const [columns] = useState(() => columnsFor(setShown))
  const rows = useMemo(() => events.data?.map(toRow), [events.data])
  return (
    <>
      <DataTable
        place="cloudtrail.events"
        variant="full-page"
        headingLevel="h1"
        title={word('cloudtrail.events.title')}
        info={<InfoLink topic="cloudtrail.events" about="the event history" />}
        description="The management events of this account, the latest first."
        one="event"
        many="events"
        items={rows}
        loading={events.isPending}
        error={
          events.error && (
            <QueryError error={events.error} retry={events.refetch} what="events" />
          )
        }
        onRefresh={events.refetch}
        columns={columns}
        trackBy={({ id }) => id}
        filterPlaceholder="Search these events"
        filters={<AttributeFilter value={attribute} onChange={setAttribute} />}
        empty={{ title: 'No events', text: 'No event has this attribute.' }}
      />
      {shown && (
        <Modal
          visible
          size="large"
          header={shown.name}
          closeAriaLabel="Close"
          onDismiss={() => setShown(undefined)}
        >
          <Box variant="p">{formatDateTimeSeconds(shown.time)}</Box>
          <JsonView text={shown.record} ariaLabel="Event record" />
        </Modal>
      )}
    </>
  )
}
