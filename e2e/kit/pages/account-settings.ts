import type { Locator } from '@playwright/test'
import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'

export class AccountSettingsPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.accountSettings())
  }

  async editPasswordPolicy(): Promise<PasswordPolicyPage> {
    await this.page.getByRole('link', { name: 'Edit' }).click()
    await this.u.idle()
    return new PasswordPolicyPage(this.u)
  }

  /** Where the session tokens of the global endpoint of STS are good. */
  get globalEndpoint(): Locator {
    return this.row('Global endpoint')
  }

  async changeSessionTokens(
    to: 'Valid only in AWS Regions enabled by default' | 'Valid in all AWS Regions'
  ): Promise<void> {
    await this.globalEndpoint.getByRole('button', { name: /^Change/ }).click()
    await this.page.getByRole('radio', { name: to }).check()
    await this.send(this.button('Save changes'))
  }
}

/** What is left out stays as the form has it. */
export type CustomPasswordPolicy = {
  minimumLength?: number
  /** Check boxes, by how their names begin: `Require at least one number`. */
  require?: string[]
  expireInDays?: number
  remember?: number
}

export class PasswordPolicyPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.passwordPolicyEdit())
  }

  get minimumLength(): Locator {
    return this.page.getByLabel('Password minimum length')
  }

  get remember(): Locator {
    return this.page.getByLabel('Remember passwords')
  }

  async chooseDefault(): Promise<void> {
    await this.page.getByRole('radio', { name: 'IAM default' }).check()
  }

  async chooseCustom(policy: CustomPasswordPolicy = {}): Promise<void> {
    const { minimumLength, require = [], expireInDays, remember } = policy
    await this.page.getByRole('radio', { name: 'Custom' }).check()
    if (minimumLength !== undefined) await this.minimumLength.fill(String(minimumLength))
    for (const name of require) await this.#check(name)
    if (expireInDays !== undefined) {
      await this.#check('Turn on password expiration')
      await this.page.getByLabel('Expire passwords in days').fill(String(expireInDays))
    }
    if (remember !== undefined) {
      await this.#check('Prevent password reuse')
      await this.remember.fill(String(remember))
    }
  }

  /** The form's button, for a test that expects to be told what is wrong. */
  get submit(): Locator {
    return this.button('Save changes')
  }

  /** Saves the policy and confirms that it is meant. */
  async save(): Promise<void> {
    await this.submit.click()
    await this.send(this.page.getByRole('button', { name: /^Set (?:custom|default)$/ }))
  }

  async #check(name: string) {
    await this.page.getByRole('checkbox', { name }).check()
  }
}
