/** The edition of the console that is shown: its words, order and dress. */
import { create } from 'zustand'
import { type EditionName, editions, showEdition } from '~/lib/words'

export const useEditionStore = create<{ name: EditionName }>()(() => ({ name: 'current' }))

/** Everything is drawn anew when it is another one. */
export async function setEdition(name: EditionName) {
  const { name: before } = useEditionStore.getState()
  if (name !== before) showEdition(await editions[name]())
  document.documentElement.dataset.ui = name
  useEditionStore.setState({ name })
}
