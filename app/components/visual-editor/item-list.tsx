import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'

type Props = {
  /** What the list is called for those who hear it. */
  label: string
  items: readonly string[]
  note?: (item: string) => ReactNode
  onEdit?: (item: string) => void
  /** Some can only be removed. */
  isEditable?: (item: string) => boolean
  onRemove: (item: string) => void
}

/** Texts one below the other, each with its buttons. Without any there is nothing. */
export function ItemList({ label, items, note, onEdit, isEditable, onRemove }: Props) {
  if (items.length === 0) return null
  return (
    <ul className="u-items" aria-label={label}>
      {items.map((item, index) => (
        <li key={`${index} ${item}`}>
          <span className="u-code">{item}</span>
          {note?.(item)}
          <SpaceBetween direction="horizontal" size="s">
            {onEdit && (isEditable?.(item) ?? true) && (
              <Button
                variant="inline-link"
                ariaLabel={`Edit ${item}`}
                onClick={() => onEdit(item)}
              >
                Edit
              </Button>
            )}
            <Button
              variant="inline-link"
              ariaLabel={`Remove ${item}`}
              onClick={() => onRemove(item)}
            >
              Remove
            </Button>
          </SpaceBetween>
        </li>
      ))}
    </ul>
  )
}
