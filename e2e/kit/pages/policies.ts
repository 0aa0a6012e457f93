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
  async openPolicy(name: string): Promise<ConsolePage> {
    await this.filter(name)
    await this.page.getByRole('link', { name, exact: true }).click()
    return new ConsolePage(this.u, new URL(this.page.url()).pathname)
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
  constructor(u: Understudy, arn: string) {
    super(u, pb.policy(arn))
  }
}
