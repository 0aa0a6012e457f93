/** The edition of the console that is shown: its words, structure, order and dress. */
import { create } from 'zustand'
import { type ConsoleYear, type EditionName, editions, showEdition } from '~/lib/words'

export const useEditionStore = create<{ name: EditionName }>()(() => ({ name: 'current' }))

/** What `current` stands for in this tab. */
let base: EditionName = 'current'

/** Everything is drawn anew when it is another one. */
export async function setEdition(asked: EditionName) {
  const name = asked === 'current' ? base : asked
  const { name: before } = useEditionStore.getState()
  if (name !== before) showEdition(await editions[name]())
  document.documentElement.dataset.ui = name
  useEditionStore.setState({ name })
}

/** The console of that year, from now on and whenever a redesign ends. */
export async function setConsole(year: ConsoleYear) {
  base = year === '2026' ? 'current' : year
  await setEdition('current')
}
