import type { Locator } from '@playwright/test'
import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'

export class AccessAnalyzerPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.accessAnalyzer())
  }

  async create(): Promise<CreateAnalyzerPage> {
    await this.page.getByRole('link', { name: 'Create analyzer' }).first().click()
    await this.u.idle()
    return new CreateAnalyzerPage(this.u)
  }
}

export class CreateAnalyzerPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.analyzerCreate())
  }

  get name(): Locator {
    return this.page.getByRole('textbox', { name: 'Name', exact: true })
  }

  get trackingPeriod(): Locator {
    return this.page.getByLabel('Tracking period')
  }

  async choose(analysis: 'External access' | 'Unused access'): Promise<void> {
    await this.page.getByRole('radio', { name: analysis }).check()
  }

  async submit(): Promise<void> {
    await this.send(this.button('Create analyzer'))
  }
}

/** A table of findings, of either kind. */
export class FindingsPage extends ConsolePage {
  /** The row of the finding that is about something: `role/Partner`. */
  about(text: string): Locator {
    return this.page.getByRole('row').filter({ hasText: text })
  }

  async show(status: 'Active' | 'Archived' | 'Resolved' | 'All'): Promise<void> {
    await this.page.getByRole('button', { name: /^Filter by Status/ }).click()
    await this.page.getByRole('option', { name: status, exact: true }).click()
  }

  async archive(text: string): Promise<void> {
    await this.about(text).getByRole('checkbox').check()
    await this.send(this.button('Archive'))
  }

  async unarchive(text: string): Promise<void> {
    await this.about(text).getByRole('checkbox').check()
    await this.send(this.button('Unarchive'))
  }

  async openFinding(text: string): Promise<void> {
    await this.about(text).getByRole('link').first().click()
    await this.u.idle()
  }
}

export class AnalyzersPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.analyzerSettings())
  }

  async delete(name: string): Promise<void> {
    const radio = this.page.getByRole('radio', { name: `Select analyzer ${name}` })
    await this.deleteRow(radio, 'delete')
  }
}

export class AnalyzerPage extends ConsolePage {
  constructor(u: Understudy, name: string) {
    super(u, pb.analyzer(name))
  }

  /** A rule on one property: `AWS Account`, the first in the list. */
  async createRule(rule: { name: string; value: string; apply?: boolean }): Promise<void> {
    await this.page.getByRole('link', { name: 'Create archive rule' }).click()
    const field = (name: string) => this.page.getByRole('textbox', { name })
    await field('Rule name').fill(rule.name)
    await field('Value').fill(rule.value)
    if (rule.apply) {
      await this.page.getByRole('checkbox', { name: 'Archive active findings' }).check()
    }
    await this.save(this.button('Create rule'))
  }
}
