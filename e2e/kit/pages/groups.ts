import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'
import { InlinePolicyPage } from './inline-policy'

export class GroupsPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.groups())
  }

  /** Makes a group, with users in it, and resolves on the list with the group's page. */
  async create({ name, users = [] }: { name: string; users?: string[] }) {
    await this.u.goTo(pb.groupCreate())
    await this.place('iam.createGroup.name').fill(name)
    for (const user of users) {
      const select = `Select user ${user}`
      await this.page.getByRole('checkbox', { name: select, exact: true }).check()
    }
    await this.place('iam.createGroup.submit').click()
    await this.page.getByText(`${name} user group created.`).waitFor()
    return new GroupPage(this.u, name)
  }
}

export class GroupPage extends ConsolePage {
  readonly name: string

  constructor(u: Understudy, name: string) {
    super(u, pb.group(name))
    this.name = name
  }

  async addUsers(users: string[]): Promise<void> {
    await this.place('iam.group.addUsers').click()
    const dialog = this.page.getByRole('dialog', { name: `Add users to ${this.name}` })
    for (const user of users) {
      await dialog.getByRole('checkbox', { name: `Select user ${user}` }).check()
    }
    await this.send(this.button('Add users', dialog))
  }

  async createInlinePolicy(name: string, document: string | object): Promise<void> {
    const form = await new InlinePolicyPage(this.u, pb.groupCreatePolicy(this.name)).open()
    await form.create(name, document)
  }

  async editInlinePolicy(name: string, document: string | object): Promise<void> {
    const address = pb.groupEditPolicy(this.name, name)
    const form = await new InlinePolicyPage(this.u, address).open()
    await form.save(document)
  }
}
