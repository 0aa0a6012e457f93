import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'
import { PolicyEditor } from './policy-editor'

/** Create policy or edit policy, for a user, a group or a role. */
export class InlinePolicyPage extends ConsolePage {
  readonly editor: PolicyEditor

  constructor(u: Understudy, address: string) {
    super(u, address)
    this.editor = new PolicyEditor(u.page, 'Policy')
  }

  /** Writes the policy, gives it a name and creates it. */
  async create(name: string, document: string | object): Promise<void> {
    await this.editor.write(document)
    await this.next()
    await this.page.getByRole('textbox', { name: 'Policy name' }).fill(name)
    await this.send(this.button('Create policy'))
  }

  /** Replaces the text of a policy that is there, and saves it. */
  async save(document: string | object): Promise<void> {
    await this.editor.write(document)
    await this.next()
    await this.send(this.button('Save changes'))
  }
}
