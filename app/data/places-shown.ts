import { roleOf, word } from '~/lib/words'
import { isPlaceId } from '~/lib/places'
import type { PlaceShown } from './hook-contract'

/** What takes no room itself is where its parent is. */
const boxOf = (element: Element): Element =>
  getComputedStyle(element).display === 'contents' && element.parentElement
    ? boxOf(element.parentElement)
    : element

const isShown = (element: Element) =>
  boxOf(element).checkVisibility({ visibilityProperty: true, opacityProperty: false })

/** The named spots on the screen, each once, in the order of the page. */
export function placesShown(): PlaceShown[] {
  const marked = [...document.querySelectorAll<HTMLElement>('[data-u-place]')].filter(
    isShown
  )
  const ids = new Set(marked.map(({ dataset }) => dataset.uPlace ?? ''))
  return [...ids].flatMap((id) =>
    isPlaceId(id) ? [{ id, role: roleOf(id), name: word(id) }] : []
  )
}
