import { useCollection } from '@cloudscape-design/collection-hooks'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Pagination from '@cloudscape-design/components/pagination'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import type { TableProps } from '@cloudscape-design/components/table'
import TextFilter from '@cloudscape-design/components/text-filter'
import type { TextFilterProps } from '@cloudscape-design/components/text-filter'
import type { ReactNode } from 'react'
import { useDeferredValue } from 'react'

import { ButtonRow } from '~/components/ui/button-row'
import { Place } from '~/components/ui/place'
import { arranged, feature, word } from '~/lib/words'
import { isPlaceId, placeButton, type PlacesOf } from '~/lib/places'
import { retryFailures } from '~/data/client'
import { formatCount } from '~/lib/text'

import { EmptyState } from './empty-state'
import { TablePreferences, useTablePreferences } from './table-preferences'

export type DataColumn<T> = TableProps.ColumnDefinition<T> & {
  id: string
  /** Off until somebody turns it on in the preferences. */
  hidden?: boolean
}

export type DataTableSelection<T> = {
  type: 'single' | 'multi'
  selected: readonly T[]
  onChange: (selected: T[]) => void
  /** What a row's check box or radio button is called. */
  nameOf: (item: T) => string
  isDisabled?: (item: T) => boolean
}

export type DataTableProps<T> = {
  items: readonly T[] | undefined
  loading?: boolean
  columns: readonly DataColumn<T>[]
  trackBy: (item: T) => string
  /** Above the table, with the count of rows after it. */
  title: string
  headingLevel?: 'h1' | 'h2' | 'h3'
  description?: ReactNode
  info?: ReactNode
  /** `role`, `roles`: for counts and empty states. */
  one: string
  many: string
  filterPlaceholder?: string
  /** Decides which rows a search text finds; by default all fields of a row are searched. */
  filtering?: (item: T, text: string) => boolean
  /** More controls beside the search box. */
  filters?: ReactNode
  selection?: DataTableSelection<T>
  actions?: ReactNode
  onRefresh?: () => unknown
  empty?: { title?: string; text?: string; action?: ReactNode }
  /** Takes the place of the rows: what was refused. */
  error?: ReactNode
  variant?: TableProps.Variant
  sortBy?: string
  /** What the places of its controls begin with. */
  place?: TablePlace
  pageSize?: number
  /** What stands after the title. */
  counter?: (all: number, selected?: number) => string
}

type TablePlace = PlacesOf<'search'>

/** A table in a page may have a place for its search alone. */
const placeOf = (table: TablePlace | undefined, control: 'refresh' | 'preferences') => {
  const id = `${table}.${control}`
  return isPlaceId(id) ? id : undefined
}

/** The console's table: search, sorting, pages, preferences and selection over rows in hand. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { items, loading = false, trackBy, selection, error, one, many, place } = props
  const columns = arranged('columns', props.columns)
  const [preferences, setPreferences] = useTablePreferences(columns, props.pageSize)
  // typing stays quick while many rows are drawn
  const rows = useDeferredValue(items ?? noItems)
  // rows that are about to be drawn are no empty table
  const isBehind = rows === noItems && items !== undefined && items.length > 0
  const collection = useCollection(rows, {
    filtering: props.filtering ? { filteringFunction: props.filtering } : {},
    pagination: { pageSize: preferences.pageSize },
    sorting: defaultSorting(columns, props.sortBy),
  })
  const { filteringText } = collection.filterProps
  const clear = () => collection.actions.setFiltering('')
  const empty = filteringText ? (
    <NoMatch onClear={clear} />
  ) : (
    <EmptyState {...emptyWords(props)} />
  )
  return (
    <Table
      {...collection.collectionProps}
      {...(selection ? selectionProps(selection) : {})}
      empty={error || empty}
      items={error ? [] : collection.items}
      columnDefinitions={columns}
      columnDisplay={preferences.contentDisplay}
      wrapLines={preferences.wrapLines}
      trackBy={trackBy}
      loading={(loading || isBehind) && !error}
      loadingText={`Loading ${many}`}
      variant={props.variant ?? 'container'}
      stickyHeader
      resizableColumns
      enableKeyboardNavigation={false}
      header={<TableHeader {...props} />}
      ariaLabels={{ ...selectionLabels(selection, one, many), tableLabel: props.title }}
      renderAriaLive={({ firstIndex, lastIndex, totalItemsCount = 0 }) =>
        `Displaying ${many} ${firstIndex} to ${lastIndex} of ${totalItemsCount}`
      }
      filter={
        <SpaceBetween direction="horizontal" size="xs" alignItems="end">
          <Search
            {...collection.filterProps}
            {...searchWords(props)}
            {...(place ? { place } : {})}
            countText={formatCount(collection.filteredItemsCount ?? 0, 'match', 'matches')}
          />
          {props.filters && <div className="u-table-filters">{props.filters}</div>}
        </SpaceBetween>
      }
      pagination={<Pagination {...collection.paginationProps} />}
      preferences={
        <TablePreferences
          columns={columns}
          place={placeOf(place, 'preferences')}
          preferences={preferences}
          onChange={setPreferences}
        />
      }
    />
  )
}

type SearchProps = TextFilterProps & { place?: TablePlace }

const Search = ({ place, ...filter }: SearchProps) =>
  place ? (
    <Place id={`${place}.search`}>
      <TextFilter {...filter} filteringAriaLabel={word(`${place}.search`)} />
    </Place>
  ) : (
    <TextFilter {...filter} />
  )

const searchWords = <T,>({ filterPlaceholder, many }: DataTableProps<T>) => ({
  filteringPlaceholder: filterPlaceholder ?? 'Search',
  filteringAriaLabel: filterPlaceholder ?? `Search ${many}`,
})

const noItems: readonly never[] = []

const emptyWords = <T,>({ empty, many, one }: DataTableProps<T>) => ({
  title: empty?.title ?? `No ${many}`,
  text: empty?.text ?? `There is no ${one} to display.`,
  action: empty?.action,
})

const NoMatch = ({ onClear }: { onClear: () => void }) => (
  <EmptyState
    title="No matches"
    text="We can't find a match."
    action={<Button onClick={onClear}>Clear filter</Button>}
  />
)

function defaultSorting<T>(columns: readonly DataColumn<T>[], id: string | undefined) {
  const column = columns.find((candidate) => candidate.id === id)
  return column ? { defaultState: { sortingColumn: column } } : {}
}

function TableHeader<T>(props: DataTableProps<T>) {
  const { title, headingLevel = 'h2', description, info, items, selection } = props
  const { actions, onRefresh, loading = false, many } = props
  const refresh = placeOf(props.place, 'refresh')
  const isLeft = feature('lists.buttonsLeft').includes(props.place ?? '')
  const header = (
    <Header
      variant={headingLevel === 'h1' ? 'awsui-h1-sticky' : headingLevel}
      description={description}
      info={info}
      counter={
        items && !loading && !props.error
          ? (props.counter ?? counter)(items.length, selection?.selected.length)
          : ''
      }
      actions={
        <ButtonRow>
          {onRefresh && (
            <Button
              iconName="refresh"
              ariaLabel={`Refresh ${many}`}
              loading={loading}
              {...(refresh ? placeButton(refresh) : {})}
              onClick={() => {
                void onRefresh()
                void retryFailures()
              }}
            />
          )}
          {!isLeft && actions}
        </ButtonRow>
      }
    >
      {title}
    </Header>
  )
  return isLeft ? (
    <SpaceBetween size="s">
      {header}
      <ButtonRow from="end">{actions}</ButtonRow>
    </SpaceBetween>
  ) : (
    header
  )
}

const counter = (all: number, selected = 0) =>
  selected > 0 ? `(${selected}/${all})` : `(${all})`

const selectionProps = <T,>(selection: DataTableSelection<T>) => ({
  selectionType: selection.type,
  selectedItems: selection.selected,
  onSelectionChange: ({ detail }: { detail: { selectedItems: readonly T[] } }) =>
    selection.onChange([...detail.selectedItems]),
  ...(selection.isDisabled ? { isItemDisabled: selection.isDisabled } : {}),
})

function selectionLabels<T>(
  selection: DataTableSelection<T> | undefined,
  one: string,
  many: string
): TableProps.AriaLabels<T> {
  if (!selection) return {}
  return {
    selectionGroupLabel: `Selection of ${many}`,
    allItemsSelectionLabel: () => `Select all ${many}`,
    itemSelectionLabel: (_, item) => `Select ${one} ${selection.nameOf(item)}`,
  }
}
