import type { Locator, Page } from '@playwright/test'
import type { PlaceId } from '~/lib/places'

type Document = string | object

/** The JSON editor for a policy, and what it finds. */
export class PolicyEditor {
  readonly page: Page
  readonly #name: string

  /** `name` is the editor's own: `Policy`, `Trust policy`, `Bucket policy`. */
  constructor(page: Page, name: string) {
    this.page = page
    this.#name = name
  }

  get text(): Locator {
    return this.page.getByRole('textbox', { name: this.#name })
  }

  /** Replaces the whole text; a document that is no text is printed as JSON. */
  async write(document: Document): Promise<void> {
    await this.text.focus()
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.insertText(
      typeof document === 'string' ? document : JSON.stringify(document, null, 4)
    )
  }

  /** The panel that edits the statement which the caret is in. */
  get panel(): Locator {
    return this.page.getByRole('region', { name: 'Edit statement' })
  }

  /** Adds a statement to the policy; the panel edits it from then on. */
  async addStatement(): Promise<void> {
    await this.#place('policyEditor.addStatement').click()
    await this.panel.getByRole('heading', { name: /^Edit statement ./ }).waitFor()
  }

  /** Puts the caret into the statement whose text has this in it, and shows it in the panel. */
  async selectStatement(text: string): Promise<void> {
    // the text is under a layer that takes the mouse's events
    const lines = this.page.locator('.ace_editor:not(.ace_autocomplete) .ace_line')
    await lines.filter({ hasText: text }).first().click({ force: true })
  }

  /** Checks an action in the panel, `s3:GetObject`, or all of a service, `s3:*`. */
  async addAction(action: string): Promise<void> {
    const [service = '', name = ''] = action.split(':')
    const filter = this.panel.getByRole('searchbox', { name: 'Filter actions' })
    const all = this.panel.getByRole('checkbox', { name: `All actions (${service}:*)` })
    if (!(await all.isVisible())) {
      await this.#choose(this.panel, /^Service/, service)
      await all.waitFor()
    }
    if (name === '*') return all.check()
    await filter.fill(name)
    await this.panel.getByRole('checkbox', { name, exact: true }).check()
  }

  /** Adds a resource by its ARN, which may be of a type that the dialog offers. */
  async addResource(arn: string, of?: { service: string; type: string }): Promise<void> {
    await this.#place('policyEditor.addResource').click()
    const dialog = this.#dialog('Add resource')
    if (of) {
      await this.#choose(dialog, /^Service/, of.service)
      await this.#choose(dialog, /^Resource type/, of.type)
    }
    await dialog.getByRole('textbox', { name: 'Resource ARN' }).fill(arn)
    await this.#confirm(dialog, 'Add resource')
  }

  /** `type` is the dialog's: `IAM users`, `AWS services`. */
  async addPrincipal(type: string, value?: string): Promise<void> {
    await this.#place('policyEditor.addPrincipal').click()
    const dialog = this.#dialog('Add principal')
    await this.#choose(dialog, /^Principal type/, type)
    if (value !== undefined) {
      await dialog.getByRole('textbox', { name: 'ARN' }).fill(value)
    }
    await this.#confirm(dialog, 'Add principal')
  }

  /** The operator is the usual one of the key unless it is given. */
  async addCondition(key: string, value: string, operator?: string): Promise<void> {
    await this.#place('policyEditor.addCondition').click()
    const dialog = this.#dialog('Add condition')
    await dialog.getByRole('combobox', { name: 'Condition key' }).fill(key)
    if (operator !== undefined) await this.#choose(dialog, /^Operator/, operator)
    await dialog.getByRole('textbox', { name: 'Value' }).fill(value)
    await this.#confirm(dialog, 'Add condition')
  }

  /** Lays the text out anew. */
  async format(): Promise<void> {
    await this.#place('policyEditor.format').click()
  }

  #place(id: PlaceId) {
    return this.page.locator(`[data-u-place="${id}"]`)
  }

  #dialog(name: string) {
    return this.page.getByRole('dialog', { name })
  }

  /** Chooses in a list that opens below a button. */
  async #choose(scope: Locator, list: RegExp, option: string) {
    await scope.getByRole('button', { name: list }).click()
    const search = this.page.getByRole('combobox', { name: 'Search services' })
    if (await search.isVisible()) await search.fill(option)
    await this.page.getByRole('option', { name: option }).first().click()
  }

  async #confirm(dialog: Locator, name: string) {
    await dialog.getByRole('button', { name, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  /** The tab of findings of one kind, with their number in its name. */
  findings(kind: 'Security' | 'Errors' | 'Warnings' | 'Suggestions'): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${kind}: \\d`) })
  }
}
