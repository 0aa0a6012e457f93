import Icon from '@cloudscape-design/components/icon'
import type { KeyboardEvent } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'

import { word } from '~/lib/words'
import { place } from '~/lib/places'
import { services } from '~/lib/services'

type Hit = { group: 'Services' | 'Features'; name: string; detail: string; href: string }

const hits: Hit[] = [
  ...services.map(({ name, description, href }) => ({
    group: 'Services' as const,
    name,
    detail: description,
    href,
  })),
  ...services.flatMap(({ name: service, features }) =>
    features.map(({ name, href }) => ({
      group: 'Features' as const,
      name,
      detail: `${service} feature`,
      href,
    }))
  ),
]

const find = (text: string) => {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  return hits.filter(({ name, detail }) =>
    `${name} ${detail}`.toLowerCase().includes(wanted)
  )
}

/** Alt+S from anywhere, as in the real console; by place of the key, whatever it types. */
function useShortcut(focus: () => void) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyS') return
      event.preventDefault()
      focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [focus])
}

export function SearchBox() {
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [focusInput] = useState(() => () => input.current?.focus())
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const id = useId()
  const found = find(text)
  const shown = open && text.trim() !== ''
  useShortcut(focusInput)

  const go = (hit: Hit | undefined) => {
    if (!hit) return
    setText('')
    setOpen(false)
    void navigate(hit.href)
  }
  const move = (by: number) =>
    setActive((found.length + active + by) % Math.max(found.length, 1))
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => go(found[active]),
    Escape: () => setOpen(false),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || !shown) return
    event.preventDefault()
    act()
  }

  return (
    <search className="u-search" onBlur={() => setOpen(false)}>
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={word('nav.search')}
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        aria-activedescendant={shown && found[active] ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={word('nav.search')}
        value={text}
        {...place('nav.search')}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <kbd>[Alt+S]</kbd>
      {shown && (
        <div className="u-popup-panel u-search-results">
          {found.length === 0 && <output>No matches for &quot;{text}&quot;</output>}
          {/* the field above has the keyboard; HTML has no element for a list like this */}
          {/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */}
          <div id={id} role="listbox" aria-label="Search results">
            {found.map((hit, index) => (
              <div
                key={`${hit.group} ${hit.name} ${hit.detail}`}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                // the field keeps the focus, so its blur does not close the list first
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => go(hit)}
              >
                <strong>{hit.name}</strong> <small>{hit.detail}</small>
              </div>
            ))}
          </div>
          {/* oxlint-enable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */}
        </div>
      )}
    </search>
  )
}
