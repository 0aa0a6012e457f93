import type { Locator } from '@playwright/test'
import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'
import { InlinePolicyPage } from './inline-policy'
import { PolicyEditor } from './policy-editor'

export class RolesPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.roles())
  }

  async create(): Promise<CreateRoleWizard> {
    await this.place('iam.roles.create').click()
    await this.u.idle()
    return new CreateRoleWizard(this.u)
  }

  async openRole(name: string): Promise<RolePage> {
    await this.page.getByRole('link', { name, exact: true }).click()
    return new RolePage(this.u, name)
  }

  async delete(name: string): Promise<void> {
    await this.deleteRow(
      this.page.getByRole('checkbox', { name: `Select role ${name}`, exact: true }),
      name
    )
  }
}

type AnotherAccount = { account: string; externalId?: string; mfa?: boolean }

/** Create role, step by step; `finish` goes to the end from wherever it is. */
export class CreateRoleWizard extends ConsolePage {
  constructor(u: Understudy, query?: Record<string, string>) {
    super(u, pb.roleCreate(query))
  }

  /** Trusts this account, or another one. */
  async trustAccount(which: 'this' | AnotherAccount): Promise<void> {
    await this.#choose('AWS account')
    if (which === 'this') return
    await this.#choose('Another AWS account')
    await this.page.getByLabel('Account ID', { exact: true }).fill(which.account)
    if (which.externalId !== undefined) {
      await this.page.getByRole('checkbox', { name: /^Require external ID/ }).check()
      await this.page.getByLabel('External ID', { exact: true }).fill(which.externalId)
    }
    if (which.mfa) await this.page.getByRole('checkbox', { name: 'Require MFA' }).check()
  }

  /** Trusts a service, for the first of its use cases or for the one that is named. */
  async trustService(service: string, useCase?: string): Promise<void> {
    await this.#choose('AWS service')
    await this.page.getByRole('button', { name: 'Service or use case' }).click()
    await this.page.getByRole('option', { name: service }).first().click()
    if (useCase !== undefined) await this.#choose(useCase)
  }

  /** Takes a trust policy as it is written. */
  async trustPolicy(document: string | object): Promise<void> {
    await this.#choose('Custom trust policy')
    await new PolicyEditor(this.page, 'Trust policy').write(document)
  }

  /** Selects a managed policy; goes to the step for permissions first. */
  async attach(policy: string): Promise<void> {
    await this.#goTo(2)
    await this.filter(policy)
    const name = `Select policy ${policy}`
    await this.page.getByRole('checkbox', { name, exact: true }).check()
  }

  /** Names the role and creates it. Resolves on the list of roles with the role's page. */
  async finish({ name, description }: { name: string; description?: string }) {
    await this.#goTo(3)
    await this.place('iam.createRole.name').fill(name)
    if (description !== undefined) {
      await this.page.getByLabel('Description').fill(description)
    }
    await this.save(this.submit)
    await this.page.getByText(`Role ${name} created.`).waitFor()
    return new RolePage(this.u, name)
  }

  /** The last step's button, for a test that expects to be refused. */
  get submit(): Locator {
    return this.button('Create role')
  }

  async #choose(name: string) {
    await this.page.getByRole('radio', { name, exact: true }).check()
  }

  /** The step that is drawn, by what it alone has. */
  async #step(): Promise<1 | 2 | 3> {
    await this.u.idle()
    if (await this.place('iam.createRole.submit').isVisible()) return 3
    return (await this.place('iam.createRole.policies.search').isVisible()) ? 2 : 1
  }

  async #goTo(wanted: 2 | 3) {
    for (let at = await this.#step(); at !== wanted;) {
      await this.place(`iam.createRole.${at < wanted ? 'next' : 'previous'}`).click()
      const before = at
      at = await this.#step()
      if (at === before) throw new Error(`the wizard does not leave step ${at}`)
    }
  }
}

export class RolePage extends ConsolePage {
  readonly name: string
  readonly trust: TrustEditor

  constructor(u: Understudy, name: string) {
    super(u, pb.role(name))
    this.name = name
    this.trust = new TrustEditor(u, name)
  }

  /** The row of a policy that the role has. */
  policy(name: string): Locator {
    return this.row(name)
  }

  async attach(policy: string): Promise<void> {
    await this.u.goTo(pb.roleAttachPolicies(this.name))
    await this.filter(policy)
    const name = `Select policy ${policy}`
    await this.page.getByRole('checkbox', { name, exact: true }).check()
    await this.send(this.button('Add permissions'))
  }

  async createInlinePolicy(name: string, document: string | object): Promise<void> {
    const form = await new InlinePolicyPage(this.u, pb.roleCreatePolicy(this.name)).open()
    await form.create(name, document)
  }

  async editInlinePolicy(name: string, document: string | object): Promise<void> {
    const address = pb.roleEditPolicy(this.name, name)
    const form = await new InlinePolicyPage(this.u, address).open()
    await form.save(document)
  }

  async delete(): Promise<void> {
    await this.open()
    await this.place('iam.role.delete').click()
    await this.confirmDelete(this.name)
  }
}

/** Trust relationships of a role: what they say, and their editor. */
export class TrustEditor extends ConsolePage {
  readonly editor: PolicyEditor
  readonly #role: string

  constructor(u: Understudy, role: string) {
    super(u, pb.role(role, 'trust_relationships'))
    this.#role = role
    this.editor = new PolicyEditor(u.page, 'Trust policy')
  }

  /** The policy as it is shown. */
  get shown(): Locator {
    return this.page.getByRole('region', { name: 'Trust policy' })
  }

  /** Changes the policy's text, or replaces it, and saves it. */
  async edit(change: object | ((json: string) => string)): Promise<void> {
    await this.open()
    await this.shown.waitFor()
    const document = typeof change === 'function' ? change(await this.#text()) : change
    await this.place('iam.role.editTrust').click()
    await this.editor.write(document)
    await this.save(this.place('iam.trust.update'))
  }

  /** What the API says: the page breaks the text into lines and pieces. */
  async #text() {
    const answer = await this.u.call<{ Role?: { AssumeRolePolicyDocument?: string } }>(
      'iam:GetRole',
      { RoleName: this.#role }
    )
    const text = decodeURIComponent(answer.Role?.AssumeRolePolicyDocument ?? '')
    return JSON.stringify(JSON.parse(text), null, 4)
  }
}
