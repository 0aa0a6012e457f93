/** What every page of the console has. */
import type { Locator, Page } from '@playwright/test'
import type { PlaceId } from '~/lib/places'
import type { Understudy } from '../understudy'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export class ConsolePage {
  readonly u: Understudy
  readonly page: Page
  readonly #address: string

  /** `address` is where the page is: `/iam/roles`. */
  constructor(u: Understudy, address: string) {
    this.u = u
    this.page = u.page
    this.#address = address
  }

  /** Goes there as a link does; the first page of a test is opened with the test's options. */
  async open(): Promise<this> {
    await this.u.goTo(this.#address)
    return this
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  /** A control by its name in the registry of places, whatever it is called on the page. */
  place(id: PlaceId): Locator {
    return this.page.locator(`[data-u-place="${id}"]`)
  }

  /** The messages above the page, newest first. */
  get flashes(): Locator {
    return this.page.getByRole('region', { name: 'Notifications' })
  }

  /** What stands in place of what was refused or could not be loaded; a form's own as well. */
  get error(): Locator {
    return this.page
      .getByRole('group')
      .or(this.page.getByRole('alert'))
      .filter({ hasText: /permission|Access denied|Failed|denied|could not/i })
      .first()
  }

  /** The row of a table that has this in its first column. */
  row(name: string): Locator {
    return this.page.getByRole('row').filter({
      has: this.page.getByRole('rowheader', { name: new RegExp(`(^| )${escaped(name)}$`) }),
    })
  }

  /** A value that stands there to be copied: `ARN`. */
  copyable(what: string): Locator {
    return this.page.getByRole('definition').filter({ has: this.button(`Copy ${what}`) })
  }

  /** A secret value, which is shown when it is asked for: `console password`. */
  async reveal(what: string): Promise<string> {
    await this.button(`Show ${what}`).click()
    return (await this.copyable(what).innerText()).replace(/\s*Hide\s*$/, '')
  }

  async filter(text: string): Promise<void> {
    await this.page.getByRole('searchbox').first().fill(text)
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click()
  }

  /** Opens the decision behind a refusal: the dialog with every policy that was looked at. */
  async why(action: string): Promise<Locator> {
    await this.page.getByRole('button', { name: `Why? Explain ${action}` }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Why?' })
    await dialog.getByText('Policies looked at').waitFor()
    return dialog
  }

  protected button(name: string, scope: Page | Locator = this.page): Locator {
    return scope.getByRole('button', { name, exact: true })
  }

  /** Sends a form and waits until it has its answer, whichever that is. */
  protected async send(button: Locator): Promise<void> {
    await button.click()
    await this.u.idle()
  }

  /** Sends a form that leads elsewhere; throws what it says when it stays. */
  protected async save(button: Locator): Promise<void> {
    await this.send(button)
    const [said] = await this.page
      .getByRole('main')
      .getByRole('group')
      .filter({ hasText: /^Failed to / })
      .allInnerTexts()
    if (said !== undefined) throw new Error(said)
  }

  protected async next(): Promise<void> {
    await this.button('Next').click()
  }

  /** Follows a link to a page whose address ends with an ARN, which it returns. */
  protected async followToArn(name: string): Promise<string> {
    const link = this.page.getByRole('link', { name, exact: true })
    const address = (await link.getAttribute('href')) ?? ''
    await link.click()
    await this.u.idle()
    return decodeURIComponent(address.slice(address.lastIndexOf('/') + 1))
  }

  /** Selects a row and confirms its deletion by the text that the console asks for. */
  protected async deleteRow(select: Locator, confirm: string): Promise<void> {
    await select.check()
    await this.button('Delete').click()
    await this.confirmDelete(confirm)
  }

  protected async confirmDelete(confirm: string): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(confirm)
    await dialog.getByRole('button', { name: /^Delete/ }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
}
