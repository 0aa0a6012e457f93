import Icon from '@cloudscape-design/components/icon'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { useId, useState } from 'react'
import { useNavigate } from 'react-router'

import { place } from '~/lib/places'
import type { PlaceId } from '~/lib/places'
import { word } from '~/lib/words'
import type { Hit } from './hit'

type Props = {
  place: PlaceId
  text: string
  onText: (text: string) => void
  /** Those of a group beside each other. */
  hits: readonly Hit[]
  /** Said below what was found, or instead of it. */
  note?: ReactNode
  hint?: ReactNode
  className: string
  inputRef?: Ref<HTMLInputElement>
  /** Somebody goes to what was found. */
  onFollow?: (() => void) | undefined
}

/** A field with what it finds below it; arrow keys choose, Enter goes there, Esc closes. */
export function SearchField({
  place: placeId,
  text,
  onText,
  hits,
  note,
  hint,
  className,
  inputRef,
  onFollow,
}: Props) {
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const id = useId()
  const active = Math.min(chosen, Math.max(hits.length - 1, 0))
  const shown = open && text.trim() !== ''

  const go = (hit: Hit | undefined) => {
    if (!hit) return
    onText('')
    setOpen(false)
    onFollow?.()
    void navigate(hit.href)
  }
  const move = (by: number) =>
    setChosen((hits.length + active + by) % Math.max(hits.length, 1))
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => go(hits[active]),
    Escape: () => setOpen(false),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || !shown) return
    event.preventDefault()
    act()
  }

  return (
    <search className={`u-search ${className}`} onBlur={() => setOpen(false)}>
      <Icon name="search" />
      <input
        ref={inputRef}
        type="text"
        role="combobox"
        aria-label={word(placeId)}
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        aria-activedescendant={shown && hits[active] ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={word(placeId)}
        value={text}
        {...place(placeId)}
        onChange={(event) => {
          onText(event.target.value)
          setChosen(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      {hint}
      {shown && (
        <div className="u-popup-panel u-search-results">
          <Found id={id} hits={hits} active={active} onFollow={go} />
          <output>{note}</output>
        </div>
      )}
    </search>
  )
}

type FoundProps = {
  id: string
  hits: readonly Hit[]
  active: number
  onFollow: (hit: Hit) => void
}

function Found({ id, hits, active, onFollow }: FoundProps) {
  const groups = [...new Set(hits.map(({ group }) => group))]
  return (
    /* the field above has the keyboard; HTML has no element for a list like this */
    /* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */
    <div id={id} role="listbox" aria-label="Search results">
      {groups.map((group) => (
        <div key={group} role="group" aria-label={group}>
          <div className="u-search-group" aria-hidden="true">
            {group}
          </div>
          {hits.map((hit, index) =>
            hit.group !== group ? null : (
              <div
                key={`${hit.name} ${hit.href}`}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                ref={(option) => {
                  if (index === active) option?.scrollIntoView({ block: 'nearest' })
                }}
                // the field keeps the focus, so its blur does not close the list first
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onFollow(hit)}
              >
                <strong>{hit.name}</strong> <small>{hit.detail}</small>
              </div>
            )
          )}
        </div>
      ))}
    </div>
    /* oxlint-enable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */
  )
}
