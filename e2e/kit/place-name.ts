import { console2021 } from '~/lib/editions/console-2021'
import { console2022 } from '~/lib/editions/console-2022'
import { drift1Words } from '~/lib/editions/drift-1-words'
import type { EditionName, Words } from '~/lib/words'
import { type PlaceId, places } from '~/lib/places'

const words: Record<EditionName, Words> = {
  current: {},
  'drift-1': drift1Words,
  2021: console2021.words,
  2022: console2022.words,
}

/** What a place is called in an edition of the console, which `ui` or `console` chooses. */
export const placeName = (id: PlaceId, edition: EditionName = 'current'): string =>
  words[edition][id] ?? places[id].name
