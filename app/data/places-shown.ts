import { word } from '~/lib/words'
import { places } from '~/lib/places'
import type { PlaceShown } from './hook-contract'

const isShown = (element: Element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: false })

const isPlace = (id: string): id is keyof typeof places => Object.hasOwn(places, id)

/** The named spots on the screen, each once, in the order of the page. */
export function placesShown(): PlaceShown[] {
  const marked = [...document.querySelectorAll<HTMLElement>('[data-place]')].filter(isShown)
  const ids = new Set(marked.map(({ dataset }) => dataset.place ?? ''))
  return [...ids].flatMap((id) =>
    isPlace(id) ? [{ id, role: places[id].role, name: word(id) }] : []
  )
}
