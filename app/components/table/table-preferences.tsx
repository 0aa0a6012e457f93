import CollectionPreferences from '@cloudscape-design/components/collection-preferences'
import type { CollectionPreferencesProps } from '@cloudscape-design/components/collection-preferences'
import type { TableProps } from '@cloudscape-design/components/table'
import { useState } from 'react'

export type Preferences = {
  pageSize: number
  wrapLines: boolean
  contentDisplay: readonly CollectionPreferencesProps.ContentDisplayColumn[]
}

type Column = { id: string; header?: unknown; hidden?: boolean }

const PAGE_SIZE = 20

const pageSizes = [10, 20, 50, 100]

export const useTablePreferences = (columns: readonly Column[], pageSize = PAGE_SIZE) =>
  useState<Preferences>(() => ({
    pageSize,
    wrapLines: false,
    contentDisplay: columns.map(({ id, hidden }) => ({ id, visible: !hidden })),
  }))

type Props<C> = {
  columns: readonly C[]
  preferences: Preferences
  onChange: (preferences: Preferences) => void
}

const labelOf = ({ id, header }: Column) => (typeof header === 'string' ? header : id)

const isColumn = (
  item: CollectionPreferencesProps.ContentDisplayItem
): item is CollectionPreferencesProps.ContentDisplayColumn & TableProps.ColumnDisplay =>
  item.type !== 'group'

export const TablePreferences = <C extends Column>({
  columns,
  preferences,
  onChange,
}: Props<C>) => (
  <CollectionPreferences
    title="Preferences"
    confirmLabel="Confirm"
    cancelLabel="Cancel"
    preferences={preferences}
    onConfirm={({ detail }) =>
      onChange({
        pageSize: detail.pageSize ?? PAGE_SIZE,
        wrapLines: detail.wrapLines ?? false,
        contentDisplay:
          detail.contentDisplay?.filter(isColumn) ?? preferences.contentDisplay,
      })
    }
    pageSizePreference={{
      title: 'Page size',
      options: pageSizes.map((value) => ({ value, label: `${value} items` })),
    }}
    wrapLinesPreference={{
      label: 'Wrap lines',
      description: 'Show all the text of a cell',
    }}
    contentDisplayPreference={{
      title: 'Visible columns',
      options: columns.map((column, index) => ({
        id: column.id,
        label: labelOf(column),
        alwaysVisible: index === 0,
      })),
    }}
  />
)
