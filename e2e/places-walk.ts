/** Which places somebody gets to who has no mouse. */
import type { JSHandle, Page } from '@playwright/test'
import { Understudy } from './kit'

type Stop = {
  places: string[]
  isNew: boolean
  /** What arrow keys move in, or a button that opens a menu. */
  widget: 'tabs' | 'group' | 'menu' | undefined
}

const MOST_STOPS = 150

/** Looks at what has the focus; there is nothing once the page is left at its end. */
const lookAt = (page: Page, seen: JSHandle<Set<Element>>): Promise<Stop | undefined> =>
  page.evaluate((known) => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return undefined
    const isNew = !known.has(focused)
    known.add(focused)
    const around: Element[] = []
    for (let each: Element | null = focused; each; each = each.parentElement)
      around.push(each)
    // what a radio button is called stands beside it
    const labels = (focused.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .flatMap((id) => document.getElementById(id) ?? [])
    const inside = [focused, ...labels].flatMap((each) => [
      ...each.querySelectorAll('[data-u-place]'),
    ])
    const places = [...around, ...inside].flatMap(
      (each) => each.getAttribute('data-u-place') ?? []
    )
    const isMenu = focused.getAttribute('aria-haspopup') === 'true'
    const isRadio = focused.matches('input[type=radio]')
    const widget = focused.closest('[role=tablist]')
      ? 'tabs'
      : isRadio || focused.closest('[role=radiogroup], [role=toolbar]')
        ? 'group'
        : isMenu && places.length > 0
          ? 'menu'
          : undefined
    return { places, isNew, widget }
  }, seen)

/** The texts of a menu that Enter opens and arrow keys go through. */
async function itemsOfMenu(page: Page) {
  const items = new Set<string>()
  await page.keyboard.press('Enter')
  for (;;) {
    const item = page.locator('[role=menuitem]:focus')
    await item.waitFor()
    const text = (await item.innerText()).trim()
    if (items.has(text)) break
    items.add(text)
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Escape')
  return [...items]
}

/**
 * Goes through the page by Tab, and by arrow keys where these move the focus: once round, or
 * until it has come by all the places that are looked for.
 */
export async function walk(page: Page, wanted?: readonly string[]) {
  const places = new Set<string>()
  const menuItems = new Set<string>()
  const seen = await page.evaluateHandle(() => new Set<Element>())
  const u = new Understudy(page)
  const look = async () => {
    const stop = await lookAt(page, seen)
    for (const id of stop?.places ?? []) places.add(id)
    return stop
  }
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab')
    const stop = await look()
    if (stop && !stop.isNew) break
    if (wanted?.every((id) => places.has(id))) break
    if (stop?.widget === 'menu')
      for (const text of await itemsOfMenu(page)) menuItems.add(text)
    if (stop?.widget === 'tabs' || stop?.widget === 'group') {
      do {
        await page.keyboard.press('ArrowRight')
        // what a tab shows is drawn with it
        if (stop.widget === 'tabs') await u.idle()
      } while ((await look())?.isNew)
      await u.idle()
    }
  }
  return { places, menuItems }
}
