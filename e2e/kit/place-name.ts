import { drift1Words } from '~/lib/editions/drift-1-words'
import { type PlaceId, places } from '~/lib/places'

/** What a place is called in an edition of the console, which the option `ui` chooses. */
export const placeName = (id: PlaceId, ui: 'current' | 'drift-1' = 'current'): string =>
  (ui === 'drift-1' ? drift1Words[id] : undefined) ?? places[id].name
