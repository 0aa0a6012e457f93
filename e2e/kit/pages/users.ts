import type { Locator } from '@playwright/test'
import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'
import { InlinePolicyPage } from './inline-policy'
import { UserCredentialsPage } from './user-credentials'

export class UsersPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.users())
  }

  async create(): Promise<CreateUserWizard> {
    await this.place('iam.users.create').click()
    await this.u.idle()
    return new CreateUserWizard(this.u)
  }

  async openUser(name: string): Promise<UserPage> {
    await this.page.getByRole('link', { name, exact: true }).click()
    return new UserPage(this.u, name)
  }

  async delete(name: string): Promise<void> {
    await this.deleteRow(
      this.page.getByRole('checkbox', { name: `Select user ${name}`, exact: true }),
      name
    )
  }
}

type NewUser = { name: string; policies?: string[]; groups?: string[] }

export class CreateUserWizard extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.userCreate())
  }

  /** From the first step to the last: a user without console access. */
  async finish({ name, policies = [], groups = [] }: NewUser): Promise<UserPage> {
    await this.place('iam.createUser.name').fill(name)
    await this.next()
    for (const group of groups) {
      const select = `Select group ${group}`
      await this.page.getByRole('checkbox', { name: select, exact: true }).check()
    }
    if (policies.length > 0) await this.#attach(policies)
    await this.next()
    await this.save(this.submit)
    await this.page.getByText('User created successfully').waitFor()
    return new UserPage(this.u, name)
  }

  get submit(): Locator {
    return this.button('Create user')
  }

  async #attach(policies: string[]) {
    await this.page.getByRole('radio', { name: 'Attach policies directly' }).check()
    for (const policy of policies) {
      await this.filter(policy)
      const select = `Select policy ${policy}`
      await this.page.getByRole('checkbox', { name: select, exact: true }).check()
    }
  }
}

export class UserPage extends ConsolePage {
  readonly name: string
  readonly credentials: UserCredentialsPage

  constructor(u: Understudy, name: string) {
    super(u, pb.user(name))
    this.name = name
    this.credentials = new UserCredentialsPage(u, name)
  }

  /** The row of a policy that the user has. */
  policy(name: string): Locator {
    return this.row(name)
  }

  async createInlinePolicy(name: string, document: string | object): Promise<void> {
    const form = await new InlinePolicyPage(this.u, pb.userCreatePolicy(this.name)).open()
    await form.create(name, document)
  }

  async editInlinePolicy(name: string, document: string | object): Promise<void> {
    const address = pb.userEditPolicy(this.name, name)
    const form = await new InlinePolicyPage(this.u, address).open()
    await form.save(document)
  }

  async attach(policy: string): Promise<void> {
    await this.u.goTo(pb.userAddPermissions(this.name))
    await this.page.getByRole('radio', { name: 'Attach policies directly' }).check()
    await this.filter(policy)
    const select = `Select policy ${policy}`
    await this.page.getByRole('checkbox', { name: select, exact: true }).check()
    await this.next()
    await this.send(this.button('Add permissions'))
  }

  async delete(): Promise<void> {
    await this.open()
    await this.place('iam.user.delete').click()
    await this.confirmDelete(this.name)
  }
}
