/**
 * What the console calls things, and how it is built. The words are those of `places` and of
 * `labels`, the structure is that of `features`, unless the edition of the console that is shown
 * has others.
 */
import { type Features, today } from './features'
import { labels } from './labels'
import { type Place, type PlaceId, places } from './places'

export type WordId = PlaceId | keyof typeof labels

/** What an edition may put in another order. */
export type Part = 'navigation' | 'columns' | 'buttons'

export type Words = Partial<Record<WordId, string>>

export type Edition = {
  words: Words
  arrange: Partial<Record<Part, <T>(items: readonly T[]) => T[]>>
  features?: Partial<Features>
  /** Places that are another kind of control. */
  roles?: Partial<Record<PlaceId, Place['role']>>
  /** Places that are not there. */
  without?: readonly PlaceId[]
}

/** The consoles of AWS by the year in which they were new; 2026 is today's. */
export type ConsoleYear = '2021' | '2022' | '2026'

export type EditionName = 'current' | 'drift-1' | Exclude<ConsoleYear, '2026'>

export const current: Edition = { words: {}, arrange: {} }

/** The others come when somebody asks for them. */
export const editions: Record<EditionName, () => Promise<Edition>> = {
  current: () => Promise.resolve(current),
  'drift-1': async () => (await import('./editions/drift-1')).drift1,
  2021: async () => (await import('./editions/console-2021')).console2021,
  2022: async () => (await import('./editions/console-2022')).console2022,
}

let shown = current

/** What is drawn from now on has this edition's words. */
export const showEdition = (edition: Edition) => {
  shown = edition
}

const isPlace = (id: WordId): id is PlaceId => id in places

const wordIn = (edition: Edition, id: WordId): string =>
  edition.words[id] ?? (isPlace(id) ? places[id].name : labels[id])

/**
 * To be asked while drawing, since the edition is not known before the start. What stands in
 * braces is filled in.
 */
export const word = (id: WordId, values: Record<string, string | number> = {}): string =>
  wordIn(shown, id).replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole)
  )

/** How the edition that is shown is built. To be asked while drawing, as words are. */
export const feature = <Id extends keyof Features>(id: Id): Features[Id] =>
  // a table that has the key has the value: exact optional types see to it
  (shown.features?.[id] as Features[Id] | undefined) ?? today[id]

/** What kind of control a place is in the edition that is shown. */
export const roleOf = (id: PlaceId): Place['role'] => shown.roles?.[id] ?? places[id].role

export const arranged = <T>(part: Part, items: readonly T[]): readonly T[] =>
  shown.arrange[part]?.(items) ?? items
