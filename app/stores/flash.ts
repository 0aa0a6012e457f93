/** The stack of messages above the page. A message is updated in place by its id. */
import { create } from 'zustand'

export type FlashType = 'success' | 'error' | 'warning' | 'info' | 'in-progress'

export type Flash = {
  id: string
  type: FlashType
  header?: string
  content?: string
  /** Stays when the identity changes: it is about the world, not about one caller. */
  sticky?: boolean
  /** A link or a button beside the text. */
  action?: { label: string } & ({ href: string } | { run: () => void })
}

type FlashState = { messages: Flash[] }

export const useFlashStore = create<FlashState>()(() => ({ messages: [] }))

const { setState } = useFlashStore

let sequence = 0

/** Shows a message, or puts it in the place of one with the same id; returns the id. */
export function flash(message: Omit<Flash, 'id'> & { id?: string }): string {
  const id = message.id ?? `flash-${++sequence}`
  const next = { ...message, id }
  setState(({ messages }) => ({
    messages: messages.some((old) => old.id === id)
      ? messages.map((old) => (old.id === id ? next : old))
      : [next, ...messages],
  }))
  return id
}

export const dismissFlash = (id: string) =>
  setState(({ messages }) => ({ messages: messages.filter((old) => old.id !== id) }))

export const clearFlashes = () =>
  setState(({ messages }) => ({ messages: messages.filter(({ sticky }) => sticky) }))
