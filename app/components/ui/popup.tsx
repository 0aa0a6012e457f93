import type { KeyboardEvent, ReactNode } from 'react'
import { useId, useRef, useState } from 'react'

import { place } from '~/lib/places'
import type { PlaceId } from '~/lib/places'

type Props = {
  /** The accessible name, if the trigger's own text says too little. */
  label?: string
  trigger: ReactNode
  place?: PlaceId
  align?: 'start' | 'end'
  wide?: boolean
  children: (close: () => void) => ReactNode
}

/** A button with a panel under it. Esc closes it, and so does leaving it. */
export function Popup({
  label,
  trigger,
  place: placeId,
  align = 'end',
  wide,
  children,
}: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const close = () => setOpen(false)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    event.stopPropagation()
    close()
    button.current?.focus()
  }
  return (
    <div
      role="presentation"
      className="u-popup"
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close()
      }}
    >
      <button
        ref={button}
        type="button"
        className="u-bar-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        title={label}
        {...(placeId ? place(placeId) : {})}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </button>
      {open && (
        <div
          id={id}
          // a click on plain text inside must not count as leaving
          tabIndex={-1}
          className={`u-popup-panel u-popup-${align}${wide ? ' u-popup-wide' : ''}`}
        >
          {children(close)}
        </div>
      )}
    </div>
  )
}
