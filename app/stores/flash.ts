/** The stack of messages above the page. A message is updated in place by its id. */
import { create } from 'zustand'

import type { Decision } from '~/engine/evaluate/decision'

export type FlashType = 'success' | 'error' | 'warning' | 'info' | 'in-progress'

export type Flash = {
  id: string
  type: FlashType
  header?: string
  content?: string
  /** Stays when the identity changes: it is about the world, not about one caller. */
  sticky?: boolean
  /** What refused it: shown with a way to the reasons. */
  decision?: Decision
  /** A link or a button beside the text. */
  action?: { label: string } & ({ href: string } | { run: () => void })
}

type FlashState = {
  messages: Flash[]
  /** Messages that were there before the last change of page. */
  old: ReadonlySet<string>
}

export const useFlashStore = create<FlashState>()(() => ({
  messages: [],
  old: new Set(),
}))

const { setState } = useFlashStore

let sequence = 0

/** Shows a message, or puts it in the place of one with the same id; returns the id. */
export function flash(message: Omit<Flash, 'id'> & { id?: string }): string {
  const id = message.id ?? `flash-${++sequence}`
  const next = { ...message, id }
  setState(({ messages, old }) => ({
    messages: messages.some((message) => message.id === id)
      ? messages.map((message) => (message.id === id ? next : message))
      : [next, ...messages],
    old: new Set([...old].filter((known) => known !== id)),
  }))
  return id
}

export const dismissFlash = (id: string) =>
  setState(({ messages }) => ({ messages: messages.filter((old) => old.id !== id) }))

export const clearFlashes = () =>
  setState(({ messages }) => ({ messages: messages.filter(({ sticky }) => sticky) }))

/**
 * A message is for the page it was shown on, and for the one that the same act led to: it goes
 * with the change of page after that.
 */
export const turnPage = () =>
  setState(({ messages, old }) => {
    const left = messages.filter(({ id, sticky }) => sticky || !old.has(id))
    return { messages: left, old: new Set(left.map(({ id }) => id)) }
  })
