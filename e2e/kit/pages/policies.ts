import type { Locator } from '@playwright/test'
import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'
import { PolicyEditor } from './policy-editor'

export class PoliciesPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.policies())
  }

  /** Writes a customer managed policy and creates it; resolves when it has its answer. */
  async create(name: string, document: string | object): Promise<void> {
    await this.u.goTo(pb.policyCreate())
    await new PolicyEditor(this.page, 'Policy').write(document)
    await this.place('iam.createPolicy.next').click()
    await this.place('iam.createPolicy.name').fill(name)
    await this.send(this.place('iam.createPolicy.submit'))
  }

  /** Finds a policy by its name and opens it. */
  async openPolicy(name: string): Promise<PolicyPage> {
    await this.filter(name)
    return new PolicyPage(this.u, await this.followToArn(name))
  }

  async delete(name: string): Promise<void> {
    await this.filter(name)
    await this.deleteRow(
      this.page.getByRole('radio', { name: `Select policy ${name}`, exact: true }),
      name
    )
  }
}

export class PolicyPage extends ConsolePage {
  readonly versions: PolicyVersions
  readonly #arn: string

  constructor(u: Understudy, arn: string) {
    super(u, pb.policy(arn))
    this.#arn = arn
    this.versions = new PolicyVersions(u, arn)
  }

  /** Saves another text as a new version, which is the default unless `asDefault` is false. */
  async edit(document: string | object, { asDefault = true } = {}): Promise<void> {
    await this.u.goTo(pb.policyEdit(this.#arn))
    await new PolicyEditor(this.page, 'Policy').write(document)
    await this.place('iam.editPolicy.next').click()
    const checkbox = this.page.getByRole('checkbox', { name: /^Set this new version/ })
    await checkbox.setChecked(asDefault)
    await this.send(this.place('iam.editPolicy.submit'))
  }

  async delete(): Promise<void> {
    await this.open()
    await this.place('iam.policy.delete').click()
    await this.confirmDelete(this.#arn.slice(this.#arn.lastIndexOf('/') + 1))
  }
}

/** Policy versions: `row('Version 2')`, `row('Version 1 (Default)')`. */
export class PolicyVersions extends ConsolePage {
  constructor(u: Understudy, arn: string) {
    super(u, pb.policy(arn, 'policy_versions'))
  }

  /** Opens the dialog that compares a version with the default one, and returns it. */
  async compare(version: number): Promise<Locator> {
    await this.#press(version, 'Compare')
    return this.page.getByRole('dialog')
  }

  async setDefault(version: number): Promise<void> {
    await this.#change(version, 'Set as default')
  }

  async delete(version: number): Promise<void> {
    await this.#change(version, 'Delete')
  }

  async #press(version: number, button: 'Compare' | 'Set as default' | 'Delete') {
    const name = `Select version Version ${version}`
    await this.page.getByRole('radio', { name, exact: true }).check()
    // the policy's own button is called Delete as well
    await this.button(button).last().click()
  }

  async #change(version: number, button: 'Set as default' | 'Delete') {
    await this.#press(version, button)
    await this.send(this.button(button, this.page.getByRole('dialog')))
  }
}
