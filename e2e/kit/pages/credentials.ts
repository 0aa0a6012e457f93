import type { Locator } from '@playwright/test'
import { totp } from '../totp'
import { ConsolePage } from './console-page'

export type AccessKey = { id: string; secret: string }

/** How long a code of an MFA device is shown. */
const STEP = 30_000

/** Access keys and MFA devices, of a user or one's own. */
export class CredentialsPage extends ConsolePage {
  /** Resolves with the key, whose secret is shown this once; with nothing where it was refused. */
  async createAccessKey({
    useCase = 'Command Line Interface (CLI)',
    description = '',
  } = {}): Promise<AccessKey | undefined> {
    await this.place('iam.user.createAccessKey').click()
    await this.page.getByRole('radio', { name: useCase }).check()
    const agree = this.page.getByRole('checkbox', { name: 'I understand' })
    if ((await agree.count()) > 0) await agree.check()
    await this.next()
    await this.place('iam.createAccessKey.description').fill(description)
    await this.send(this.place('iam.createAccessKey.submit'))
    return this.retrieveKey()
  }

  /** From the page with the new key back to the credentials. */
  protected async retrieveKey(): Promise<AccessKey | undefined> {
    const done = this.place('iam.createAccessKey.done')
    if (!(await done.isVisible())) return undefined
    const id = (await this.copyable('access key').innerText()).trim()
    const secret = await this.reveal('secret access key')
    await done.click()
    await this.u.idle()
    return { id, secret }
  }

  async activate(id: string): Promise<void> {
    await this.send(await this.#confirmation(id, 'Activate'))
  }

  async deactivate(id: string): Promise<void> {
    await this.send(await this.#confirmation(id, 'Deactivate'))
  }

  /** Deletes an access key; one that is active is deactivated first, as its dialog asks. */
  async deleteAccessKey(id: string): Promise<void> {
    const submit = await this.#confirmation(id, 'Delete')
    const dialog = this.page.getByRole('dialog', { name: `Delete ${id}?` })
    const deactivate = this.button('Deactivate', dialog)
    if (await deactivate.isVisible()) await this.send(deactivate)
    await dialog.getByRole('textbox').fill(id)
    await this.send(submit)
  }

  async describeAccessKey(id: string, description: string): Promise<void> {
    await this.#choose(id, 'Edit description')
    const dialog = this.page.getByRole('dialog', { name: `Edit description of ${id}` })
    await dialog.getByRole('textbox').fill(description)
    await this.send(this.button('Save changes', dialog))
  }

  /**
   * By an authenticator app. Resolves with its secret key, for `totp(secret, at)`; with nothing
   * where it was refused. `codes` are typed in place of the right ones.
   */
  async assignMfa(name: string, codes?: [string, string]): Promise<string | undefined> {
    await this.place('iam.user.assignMfa').click()
    await this.place('iam.assignMfa.name').fill(name)
    await this.send(this.place('iam.assignMfa.next'))
    const show = this.place('iam.assignMfa.showSecret')
    if (!(await show.isVisible())) return undefined
    await show.click()
    const secret = (await this.copyable('secret key').innerText()).trim()
    const now = Date.parse(await this.u.clock.now())
    const [first, second] = codes ?? [totp(secret, now - STEP), totp(secret, now)]
    await this.place('iam.assignMfa.code1').fill(first)
    await this.place('iam.assignMfa.code2').fill(second)
    await this.send(this.place('iam.assignMfa.submit'))
    return this.page.url().includes('/mfa') ? undefined : secret
  }

  /** `arn:aws:iam::…:mfa/phone` */
  async removeMfa(serial: string): Promise<void> {
    await this.page.getByRole('radio', { name: `Select MFA device ${serial}` }).check()
    await this.place('iam.user.removeMfa').click()
    await this.send(this.place('iam.removeMfa.submit'))
  }

  /** The box with a heading: `SSH public keys for AWS CodeCommit`. */
  box(name: string): Locator {
    return this.page.getByRole('table', { name })
  }

  async #choose(id: string, what: string) {
    await this.button(`Actions for access key ${id}`).click()
    await this.page.getByRole('menuitem', { name: what, exact: true }).click()
  }

  async #confirmation(id: string, what: string): Promise<Locator> {
    await this.#choose(id, what)
    return this.button(what, this.page.getByRole('dialog', { name: `${what} ${id}?` }))
  }
}
