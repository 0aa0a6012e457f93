import { console2021 } from '~/lib/editions/console-2021'
import { console2022 } from '~/lib/editions/console-2022'
import { drift1Words } from '~/lib/editions/drift-1-words'
import type { Edition, EditionName } from '~/lib/words'
import { type Place, type PlaceId, places } from '~/lib/places'

const editions: Record<EditionName, Pick<Edition, 'words' | 'roles' | 'without'>> = {
  current: { words: {} },
  'drift-1': { words: drift1Words },
  2021: console2021,
  2022: console2022,
}

/** What a place is called in an edition of the console, which `ui` or `console` chooses. */
export const placeName = (id: PlaceId, edition: EditionName = 'current'): string =>
  editions[edition].words[id] ?? places[id].name

/** What kind of control it is there; nothing where that edition has no such place. */
export function placeRole(
  id: PlaceId,
  edition: EditionName = 'current'
): Place['role'] | undefined {
  const { roles = {}, without = [] } = editions[edition]
  return without.includes(id) ? undefined : (roles[id] ?? places[id].role)
}
