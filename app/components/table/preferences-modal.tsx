import CollectionPreferences from '@cloudscape-design/components/collection-preferences'
import type { CollectionPreferencesProps } from '@cloudscape-design/components/collection-preferences'
import type { TableProps } from '@cloudscape-design/components/table'
import { useEffect, useRef } from 'react'

import { type Column, PAGE_SIZE, type PreferencesProps } from './table-preferences'

const pageSizes = [10, 20, 50, 100]

const labelOf = ({ id, header }: Column) => (typeof header === 'string' ? header : id)

const isColumn = (
  item: CollectionPreferencesProps.ContentDisplayItem
): item is CollectionPreferencesProps.ContentDisplayColumn & TableProps.ColumnDisplay =>
  item.type !== 'group'

/** Opens as soon as it is there: the click that asked for it was on the button it replaces. */
function useOpened() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const button = place.current?.querySelector('button')
    button?.focus()
    button?.click()
  }, [])
  return place
}

export const PreferencesModal = ({ columns, preferences, onChange }: PreferencesProps) => (
  <div ref={useOpened()}>
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
  </div>
)
