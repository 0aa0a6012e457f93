import { useEffect, useRef, useState } from 'react'

import { useEntities } from '~/data/search'
import { services } from '~/lib/services'
import { resourceHits } from './entity-hits'
import { type Hit, matching } from './hit'
import { SearchField } from './search-field'
import { SearchNote } from './search-note'

const hits: Hit[] = [
  ...services.map(({ name, description, href }) => ({
    group: 'Services',
    name,
    detail: description,
    href,
  })),
  ...services.flatMap(({ name: service, features }) =>
    features.map(({ name, href }) => ({
      group: 'Features',
      name,
      detail: `${service} feature`,
      href,
    }))
  ),
]

/** Alt+S from anywhere, as in the real console; by place of the key, whatever it types. */
function useShortcut(focus: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyS') return
      event.preventDefault()
      focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [focus])
}

/** Finds services, features and what was made in the account. */
export function SearchBox() {
  const input = useRef<HTMLInputElement>(null)
  const [focusInput] = useState(() => () => input.current?.focus())
  const [text, setText] = useState('')
  const entities = useEntities(text.trim() !== '')
  useShortcut(focusInput)
  const found = matching([...hits, ...resourceHits(entities.data?.entities ?? [])], text)
  return (
    <SearchField
      place="nav.search"
      className="u-search-bar"
      text={text}
      onText={setText}
      hits={found}
      inputRef={input}
      hint={<kbd>[Alt+S]</kbd>}
      note={
        <SearchNote
          text={text}
          found={found.length}
          loading={entities.isPending}
          refused={entities.data?.refused ?? []}
        />
      }
    />
  )
}
