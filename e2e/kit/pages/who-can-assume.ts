import type { Locator } from '@playwright/test'
import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'

/** Who can assume what: `row('Stuart')` in the table, `arrow('Stuart', 'Deploy')` in the picture. */
export class WhoCanAssumePage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.whoCanAssume())
  }

  /** The arrow between two names; of a principal that is refused with `allowed: false`. */
  arrow(from: string, to: string, { allowed = true } = {}): Locator {
    const name = `${from} ${allowed ? 'can' : 'cannot'} assume ${to}`
    return this.page.getByRole('group', { name, exact: true })
  }

  /** Chooses an arrow, by keyboard, and opens the decision behind it. */
  async explain(
    from: string,
    to: string,
    options?: { allowed?: boolean }
  ): Promise<Locator> {
    const arrow = this.arrow(from, to, options)
    await arrow.focus()
    await arrow.press('Enter')
    await this.page.getByRole('button', { name: /^Why\?/ }).click()
    return this.page.getByRole('dialog', { name: 'Why?' })
  }

  async showTable(): Promise<void> {
    await this.place('iam.whoCanAssume.tab.table').click()
  }
}
