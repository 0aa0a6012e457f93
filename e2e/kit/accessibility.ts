/** axe, for whoever has it installed. */
import type { Locator, Page } from '@playwright/test'

export type Violation = { id: string; help: string; nodes: string[] }

/** https://www.w3.org/TR/WCAG22/ at level AA, as axe's tags have it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function loadAxe() {
  try {
    return (await import('@axe-core/playwright')).AxeBuilder
  } catch (error) {
    throw new Error(
      'toHaveNoA11yViolations needs axe: npm install --save-dev @axe-core/playwright',
      { cause: error }
    )
  }
}

const isLocator = (target: Page | Locator): target is Locator => 'page' in target

/** axe takes selectors, so a part is marked for as long as it is looked at. */
const MARK = 'data-axe-target'

/** `rules`: these alone, by axe's names, such as `color-contrast`. */
export type A11yOptions = { rules?: string[] }

export async function violationsOf(
  target: Page | Locator,
  { rules }: A11yOptions = {}
): Promise<Violation[]> {
  const AxeBuilder = await loadAxe()
  const page = isLocator(target) ? target.page() : target
  const builder = new AxeBuilder({ page })
  if (rules) builder.withRules(rules)
  else builder.withTags(TAGS)
  if (isLocator(target)) {
    await target.evaluate((element, mark) => element.setAttribute(mark, ''), MARK)
    builder.include(`[${MARK}]`)
  }
  const { violations } = await builder.analyze()
  if (isLocator(target)) {
    await target.evaluate((element, mark) => element.removeAttribute(mark), MARK)
  }
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ target: selectors }) => selectors.join(' ')),
  }))
}
