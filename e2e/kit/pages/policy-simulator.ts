import type { Locator } from '@playwright/test'
import { pb, type PolicySimulatorForm } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'
import { PolicyEditor } from './policy-editor'

const kinds = { user: 'Users', group: 'Groups', role: 'Roles' }

export class PolicySimulator extends ConsolePage {
  constructor(u: Understudy, form?: PolicySimulatorForm) {
    super(u, pb.policySimulator(form))
  }

  /** As a link does: `{ user: 'Stuart', actions: 's3:GetObject' }`. */
  with(form: PolicySimulatorForm): PolicySimulator {
    return new PolicySimulator(this.u, form)
  }

  async choose(kind: keyof typeof kinds, name: string): Promise<void> {
    await this.place('iam.policySimulator.kind').getByRole('button').click()
    await this.page.getByRole('option', { name: kinds[kind] }).click()
    await this.send(this.button(name))
  }

  /** Policies of nobody: `New Policy`. */
  async chooseMode(mode: 'Existing Policies' | 'New Policy'): Promise<void> {
    await this.place('iam.policySimulator.mode').getByRole('button').click()
    await this.page.getByRole('option', { name: mode, exact: true }).click()
  }

  /** The check box of a policy, by its name. */
  policy(name: string): Locator {
    return this.page.getByRole('checkbox', { name: `Simulate ${name} (` })
  }

  async leaveOut(name: string): Promise<void> {
    await this.policy(name).uncheck()
  }

  /** Changes a policy of the chosen principal for the simulation alone. */
  async edit(name: string, policy: string | object): Promise<void> {
    await this.button(`Edit ${name}`).click()
    await new PolicyEditor(this.page, `Policy ${name}`).write(policy)
    await this.send(this.button('Apply to simulation'))
  }

  /** Writes the first of the new policies. */
  async write(policy: string | object): Promise<void> {
    await new PolicyEditor(this.page, 'Policy 1').write(policy)
  }

  /** By name, as `s3:GetObject` or `s3:Get*`. */
  async addActions(...actions: string[]): Promise<void> {
    await this.page.getByLabel('Action name').fill(actions.join(' '))
    await this.button('Add action').click()
  }

  async openSettings(): Promise<void> {
    const settings = this.button('Simulation Settings')
    if ((await settings.getAttribute('aria-expanded')) !== 'true') await settings.click()
  }

  async setResources(...arns: string[]): Promise<void> {
    await this.openSettings()
    await this.page.getByLabel('Resource ARNs').fill(arns.join('\n'))
  }

  /** Reads the policy of the bucket among the resources into the settings. */
  async useResourcePolicy(): Promise<void> {
    await this.openSettings()
    await this.send(this.button('Use the policy of the resource'))
  }

  /** Chooses what a key of the kind true or false is in the request. */
  async setTruth(key: string, value: 'true' | 'false' | 'Not in the request') {
    await this.openSettings()
    await this.page.getByRole('button', { name: key }).click()
    await this.page.getByRole('option', { name: value, exact: true }).click()
  }

  async run(): Promise<void> {
    await this.send(this.button('Run Simulation'))
  }

  /** The row of an action, by its name without the service. */
  result(action: string): Locator {
    return this.row(action)
  }

  /** Opens what is behind a result: the statements that matched, and the trust of a role. */
  async expand(action: string): Promise<Locator> {
    const row = this.result(action)
    const closed = row.getByRole('button', { name: /^Expand / })
    if (await closed.isVisible()) await closed.click()
    await this.u.idle()
    return this.page.locator('tbody', { has: row })
  }
}
