import type { Locator, Page } from '@playwright/test'
import type { PlaceId } from '~/lib/places'

type Level = 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging'

type Condition = { key: string; operator?: string; values: string[] }

/** The visual editor of a permissions policy, and the way to it and back. */
export class VisualEditor {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  #place(id: PlaceId): Locator {
    return this.page.locator(`[data-u-place="${id}"]`)
  }

  /** Shows the policy in blocks. */
  async show(): Promise<void> {
    await this.#place('iam.policyEditor.visual').click()
  }

  /** Shows the policy as text. */
  async showJson(): Promise<void> {
    await this.#place('iam.policyEditor.json').click()
  }

  /** One service of the policy; the first is number 1. */
  block(number = 1): VisualBlock {
    return new VisualBlock(this.page, number)
  }

  async addPermissions(): Promise<void> {
    await this.#place('iam.visualEditor.addPermissions').click()
  }

  /** Opens the menu Actions and chooses from it: `Import policy`. */
  async choose(item: string): Promise<void> {
    await this.#place('iam.policyEditor.actions').getByRole('button').click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  /** Adds the statements of a managed policy. */
  async import(policy: string): Promise<void> {
    await this.choose('Import policy')
    const dialog = this.page.getByRole('dialog', { name: 'Import policy' })
    await dialog.getByRole('searchbox').fill(policy)
    await dialog
      .getByRole('radio', { name: `Select policy ${policy}`, exact: true })
      .check()
    await this.#place('iam.importPolicy.submit').click()
    await dialog.waitFor({ state: 'hidden' })
  }
}

/** A block of the visual editor: what may be done in one service, on what, and when. */
export class VisualBlock {
  readonly page: Page
  readonly group: Locator

  constructor(page: Page, number: number) {
    this.page = page
    this.group = page.getByRole('group', { name: new RegExp(`^Permissions ${number}: `) })
  }

  /** By the name in the list: `S3`. */
  async chooseService(name: string): Promise<void> {
    await this.group.getByRole('button', { name: /^Service/ }).click()
    await this.page.getByLabel('Search services').fill(name)
    await this.page
      .getByRole('option', { name: new RegExp(`^${name}(\\s|$)`) })
      .first()
      .click()
  }

  /** All actions of an access level. */
  async chooseLevel(level: Level): Promise<void> {
    const name = `All ${level.toLowerCase()} actions`
    await this.group.getByRole('checkbox', { name, exact: true }).check()
  }

  /** Actions by their names, without the prefix. */
  async chooseActions(...names: string[]): Promise<void> {
    const filter = this.group.getByRole('searchbox', { name: 'Filter Actions' })
    for (const name of names) {
      await filter.fill(name)
      await this.group.getByRole('checkbox', { name, exact: true }).check()
    }
    await filter.clear()
  }

  /** Patterns such as `Get*`. */
  async addActions(...patterns: string[]): Promise<void> {
    await this.group.getByRole('button', { name: 'Add actions' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Actions' }).fill(patterns.join('\n'))
    await dialog.getByRole('button', { name: 'Add actions' }).click()
  }

  async deny(): Promise<void> {
    await this.group.getByRole('button', { name: 'Switch to deny permissions' }).click()
  }

  async allResources(): Promise<void> {
    await this.group.getByRole('radio', { name: 'All', exact: true }).check()
  }

  /** An ARN of a resource type: `bucket`. */
  async addArn(type: string, arn: string): Promise<void> {
    await this.group
      .getByRole('button', { name: `Add ARNs of type ${type}`, exact: true })
      .click()
    const dialog = this.page.getByRole('dialog', { name: 'Specify ARNs' })
    await dialog.getByRole('textbox', { name: 'Resource ARN' }).fill(arn)
    await dialog.getByRole('button', { name: 'Add ARNs' }).click()
  }

  async requireMfa(): Promise<void> {
    await this.group.getByRole('checkbox', { name: 'User is MFA authenticated' }).check()
  }

  async addCondition({ key, operator, values }: Condition): Promise<void> {
    await this.group.getByRole('button', { name: 'Add another condition' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Add request condition' })
    await dialog.getByLabel('Condition key').fill(key)
    await this.page.keyboard.press('Escape')
    if (operator) {
      await dialog.getByRole('button', { name: /^Operator/ }).click()
      await this.page.getByRole('option', { name: operator, exact: true }).click()
    }
    await dialog.getByLabel('Value').fill(values.join('\n'))
    await dialog.getByRole('button', { name: 'Add condition' }).click()
  }
}
