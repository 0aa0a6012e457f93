import type { Locator, Page } from '@playwright/test'

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

  /** The tab of findings of one kind, with their number in its name. */
  findings(kind: 'Security' | 'Errors' | 'Warnings' | 'Suggestions'): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${kind}`) })
  }
}
