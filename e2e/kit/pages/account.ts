/** Who is signed in, and the ways to become somebody else. */
import type { Locator } from '@playwright/test'
import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'

export type SwitchForm = {
  /** ID or alias. */
  account: string
  role: string
  displayName?: string
}

/** The page that takes account and role. */
export class SwitchRolePage extends ConsolePage {
  constructor(u: Understudy, link?: Parameters<typeof pb.switchRole>[0]) {
    super(u, pb.switchRole(link))
  }

  async fill({ account, role, displayName }: SwitchForm): Promise<void> {
    await this.place('switchRole.account').fill(account)
    await this.place('switchRole.roleName').fill(role)
    if (displayName !== undefined) {
      await this.place('switchRole.displayName').fill(displayName)
    }
  }

  async submit(): Promise<void> {
    await this.place('switchRole.submit').click()
  }

  /** AWS's one sentence for every switch that is refused. */
  override get error(): Locator {
    return this.page.getByText(/^Invalid information in one or more fields\./)
  }
}

export class SignInPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.signIn())
  }

  /** By the form, as somebody who was told account, name and password. */
  async signIn(form: { account: string; userName: string; password: string }) {
    await this.place('signIn.account').fill(form.account)
    await this.place('signIn.userName').fill(form.userName)
    await this.place('signIn.password').fill(form.password)
    await this.place('signIn.submit').click()
  }
}

/** The menu at the top right. */
export class AccountMenu {
  readonly u: Understudy
  readonly form: SwitchRolePage

  constructor(u: Understudy) {
    this.u = u
    this.form = new SwitchRolePage(u)
  }

  /** The button that names who acts here. */
  get menu(): Locator {
    return this.form.place('account.menu')
  }

  async open(): Promise<void> {
    await this.menu.click()
  }

  /** Without the form, and from anywhere. */
  signInAs(user: string): Promise<void> {
    return this.u.as(user)
  }

  async signOut(): Promise<void> {
    await this.open()
    await this.form.place('account.menu.signOut').click()
  }

  /** Through the menu and its form; whether it was let in is for the test to see. */
  async switchRole(form: SwitchForm): Promise<void> {
    await this.open()
    await this.form.place('account.menu.switchRole').click()
    await this.form.fill(form)
    await this.form.submit()
    await this.u.idle()
  }

  get switchRoleError(): Locator {
    return this.form.error
  }

  /** Once more, with what the form still holds. */
  async submitSwitchRole(): Promise<void> {
    await this.form.submit()
    await this.u.idle()
  }

  async switchBack(): Promise<void> {
    await this.open()
    await this.form.place('account.menu.switchBack').click()
    await this.u.idle()
  }
}
