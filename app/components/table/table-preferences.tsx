import Button from '@cloudscape-design/components/button'
import type { CollectionPreferencesProps } from '@cloudscape-design/components/collection-preferences'
import { useState } from 'react'

import { Soon } from '~/components/ui/soon'
import { type PlaceId, placeButton } from '~/lib/places'
import { lazily } from '~/lib/lazily'

/** Half of the table's weight, and few people open it. */
const PreferencesModal = lazily(
  async () => (await import('./preferences-modal')).PreferencesModal
)

export type Preferences = {
  pageSize: number
  wrapLines: boolean
  contentDisplay: readonly CollectionPreferencesProps.ContentDisplayColumn[]
}

export type Column = { id: string; header?: unknown; hidden?: boolean }

export const PAGE_SIZE = 20

export const useTablePreferences = (columns: readonly Column[], pageSize = PAGE_SIZE) =>
  useState<Preferences>(() => ({
    pageSize,
    wrapLines: false,
    contentDisplay: columns.map(({ id, hidden }) => ({ id, visible: !hidden })),
  }))

export type PreferencesProps = {
  columns: readonly Column[]
  place?: PlaceId | undefined
  preferences: Preferences
  onChange: (preferences: Preferences) => void
}

export function TablePreferences(props: PreferencesProps) {
  const [isAsked, setAsked] = useState(false)
  const button = (
    <Button
      variant="icon"
      iconName="settings"
      ariaLabel="Preferences"
      {...(props.place ? placeButton(props.place) : {})}
      onClick={() => setAsked(true)}
    />
  )
  return isAsked ? (
    <Soon fallback={button}>
      <PreferencesModal {...props} />
    </Soon>
  ) : (
    button
  )
}
