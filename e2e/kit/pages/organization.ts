import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'

export class OrganizationActivityPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.organizationActivity())
  }

  /** The root, a unit or an account, by its name. */
  async select(name: string): Promise<void> {
    await this.page.getByRole('radio', { name: `Select entity ${name}` }).check()
    await this.u.idle()
  }
}

export class ControlPoliciesPage extends ConsolePage {
  async openPolicy(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).click()
    await this.u.idle()
  }
}

export class RootAccessPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.rootAccess())
  }

  async enable(): Promise<void> {
    await this.button('Enable').click()
    await this.send(this.button('Enable', this.page.getByRole('dialog')))
  }

  async act(
    account: string,
    action: 'Delete root credentials' | 'Allow password recovery'
  ): Promise<void> {
    await this.page.getByRole('radio', { name: `Select account ${account}` }).check()
    await this.button('Take privileged action').click()
    await this.page.getByRole('radio', { name: action }).check()
    await this.send(this.button('Take action'))
  }
}

export class DelegationRequestPage extends ConsolePage {
  constructor(u: Understudy, id: string) {
    super(u, pb.delegationRequest(id))
  }

  async approve(): Promise<void> {
    await this.button('Approve').click()
    await this.send(this.button('Allow access'))
  }

  async reject(reason: string): Promise<void> {
    await this.button('Reject').click()
    await this.page.getByLabel('Reason for rejection').fill(reason)
    await this.send(this.button('Reject request'))
  }
}
