import type { Locator } from '@playwright/test'
import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'

export type AccessKey = { id: string; secret: string }

/** Security credentials of a user: console access and access keys. */
export class UserCredentialsPage extends ConsolePage {
  readonly #user: string

  constructor(u: Understudy, user: string) {
    super(u, pb.user(user, 'security_credentials'))
    this.#user = user
  }

  /** Resolves with the password that is shown this once; with nothing where it was refused. */
  async enableConsoleAccess({
    password,
    mustChange = true,
  }: { password?: string; mustChange?: boolean } = {}): Promise<string | undefined> {
    await this.button('Enable console access').click()
    const dialog = this.page.getByRole('dialog', {
      name: `Enable console access for ${this.#user}`,
    })
    if (password !== undefined) {
      await dialog.getByRole('radio', { name: 'Custom password' }).check()
      await dialog.getByLabel('Custom password', { exact: true }).last().fill(password)
    }
    const change = dialog.getByRole('checkbox', { name: 'User must create new password' })
    await change.setChecked(mustChange)
    await this.send(this.button('Enable console access', dialog))
    if (await dialog.isVisible()) return undefined
    const shown = await this.reveal('console password')
    await this.button('Close', this.page.getByRole('dialog')).last().click()
    return shown
  }

  async disableConsoleAccess(): Promise<void> {
    await this.button('Disable console access').click()
    const dialog = this.page.getByRole('dialog', { name: 'Disable console access?' })
    await this.send(this.button('Disable console access', dialog))
  }

  /** Resolves with the key, whose secret is shown this once; with nothing where it was refused. */
  async createAccessKey(): Promise<AccessKey | undefined> {
    await this.button('Create access key').click()
    const practice = this.page.getByRole('dialog', { name: 'Access key best practices' })
    await practice.getByRole('checkbox', { name: 'I understand' }).check()
    await this.send(this.button('Create access key', practice))
    if (await practice.isVisible()) return undefined
    const id = (await this.copyable('access key').innerText()).trim()
    const secret = await this.reveal('secret access key')
    await this.button('Done').click()
    return { id, secret }
  }

  async activate(id: string): Promise<void> {
    await this.send(await this.#confirmation(id, 'Activate'))
  }

  async deactivate(id: string): Promise<void> {
    await this.send(await this.#confirmation(id, 'Deactivate'))
  }

  /** Deletes an access key, which has to be inactive. */
  async deleteAccessKey(id: string): Promise<void> {
    const submit = await this.#confirmation(id, 'Delete')
    await this.page.getByRole('dialog').getByRole('textbox').fill(id)
    await this.send(submit)
  }

  async #confirmation(id: string, what: string): Promise<Locator> {
    await this.button(`Actions for access key ${id}`).click()
    await this.page.getByRole('menuitem', { name: what, exact: true }).click()
    return this.button(what, this.page.getByRole('dialog', { name: `${what} ${id}?` }))
  }
}
