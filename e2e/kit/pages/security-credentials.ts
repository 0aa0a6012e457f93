import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { type AccessKey, CredentialsPage } from './credentials'

/** My security credentials: those of whoever is signed in. */
export class SecurityCredentialsPage extends CredentialsPage {
  constructor(u: Understudy) {
    super(u, pb.securityCredentials())
  }

  /** Resolves with whether it was taken; what is wrong with it is in the dialog. */
  async updatePassword(from: string, to: string): Promise<boolean> {
    const submit = this.place('iam.updatePassword.submit')
    if (!(await submit.isVisible()))
      await this.place('iam.securityCredentials.updatePassword').click()
    await this.place('iam.updatePassword.old').fill(from)
    await this.place('iam.updatePassword.new').fill(to)
    await this.place('iam.updatePassword.again').fill(to)
    await this.send(submit)
    return !(await submit.isVisible())
  }

  /** The root user is warned instead of asked what the key is for. */
  async createRootAccessKey(): Promise<AccessKey | undefined> {
    await this.place('iam.user.createAccessKey').click()
    await this.page.getByRole('checkbox', { name: 'I understand' }).check()
    await this.send(this.button('Create access key'))
    return this.retrieveKey()
  }
}
