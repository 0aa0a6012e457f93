import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { CredentialsPage } from './credentials'

type Password = { password?: string; mustChange?: boolean }
type Revoking = { revokeSessions?: boolean }

/** Security credentials of a user: console access, MFA devices and access keys. */
export class UserCredentialsPage extends CredentialsPage {
  readonly #user: string

  constructor(u: Understudy, user: string) {
    super(u, pb.user(user, 'security_credentials'))
    this.#user = user
  }

  /** Resolves with the password that is shown this once; with nothing where it was refused. */
  async enableConsoleAccess(wanted: Password = {}): Promise<string | undefined> {
    await this.place('iam.user.consoleAccess').click()
    return this.#setPassword(`Enable console access for ${this.#user}`, wanted)
  }

  /** The same for a user who can sign in already. */
  async resetPassword({ revokeSessions = false, ...wanted }: Password & Revoking = {}) {
    const dialog = await this.#manage(revokeSessions)
    await dialog.getByRole('radio', { name: 'Reset password' }).check()
    return this.#setPassword(`Manage console access for ${this.#user}`, wanted)
  }

  async disableConsoleAccess({ revokeSessions = false }: Revoking = {}): Promise<void> {
    const dialog = await this.#manage(revokeSessions)
    await dialog.getByRole('radio', { name: 'Disable console access' }).check()
    await this.send(this.place('iam.disableConsoleAccess.submit'))
  }

  async #manage(revokeSessions: boolean) {
    await this.place('iam.user.manageConsoleAccess').click()
    await this.place('iam.user.revokeConsoleSessions').setChecked(revokeSessions)
    return this.page.getByRole('dialog', {
      name: `Manage console access for ${this.#user}`,
    })
  }

  async #setPassword(title: string, { password, mustChange = true }: Password) {
    const dialog = this.page.getByRole('dialog', { name: title })
    if (password !== undefined) {
      await dialog.getByRole('radio', { name: 'Custom password' }).check()
      await dialog.getByLabel('Custom password', { exact: true }).last().fill(password)
    }
    const change = dialog.getByRole('checkbox', { name: 'User must create new password' })
    await change.setChecked(mustChange)
    await this.send(dialog.getByRole('button').last())
    if (await dialog.isVisible()) return undefined
    const shown = await this.reveal('console password')
    await this.button('Close', this.page.getByRole('dialog')).last().click()
    return shown
  }
}
