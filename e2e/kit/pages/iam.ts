/** IAM's pages, as a test reaches them: `iam.roles.open()`, `iam.role('X').trust.edit(…)`. */
import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { AccountSettingsPage, PasswordPolicyPage } from './account-settings'
import { ConsolePage } from './console-page'
import { CredentialReportPage } from './credential-report'
import { GroupPage, GroupsPage } from './groups'
import {
  AddProviderPage,
  IdentityProviderPage,
  IdentityProvidersPage,
} from './identity-providers'
import { PoliciesPage, PolicyPage } from './policies'
import { CreateRoleWizard, RolePage, RolesPage } from './roles'
import { UserPage, UsersPage } from './users'

export class Iam {
  readonly dashboard: ConsolePage
  readonly roles: RolesPage
  readonly users: UsersPage
  readonly groups: GroupsPage
  readonly policies: PoliciesPage
  readonly identityProviders: IdentityProvidersPage
  readonly addProvider: AddProviderPage
  readonly accountSettings: AccountSettingsPage
  readonly passwordPolicy: PasswordPolicyPage
  readonly credentialReport: CredentialReportPage
  readonly #u: Understudy

  constructor(u: Understudy) {
    this.#u = u
    this.dashboard = new ConsolePage(u, pb.iam())
    this.roles = new RolesPage(u)
    this.users = new UsersPage(u)
    this.groups = new GroupsPage(u)
    this.policies = new PoliciesPage(u)
    this.identityProviders = new IdentityProvidersPage(u)
    this.addProvider = new AddProviderPage(u)
    this.accountSettings = new AccountSettingsPage(u)
    this.passwordPolicy = new PasswordPolicyPage(u)
    this.credentialReport = new CredentialReportPage(u)
  }

  role(name: string): RolePage {
    return new RolePage(this.#u, name)
  }

  user(name: string): UserPage {
    return new UserPage(this.#u, name)
  }

  group(name: string): GroupPage {
    return new GroupPage(this.#u, name)
  }

  policy(arn: string): PolicyPage {
    return new PolicyPage(this.#u, arn)
  }

  identityProvider(arn: string): IdentityProviderPage {
    return new IdentityProviderPage(this.#u, arn)
  }

  /** The wizard, with what a link fills in: `{ trustedEntityType: 'AWS_ACCOUNT' }`. */
  createRole(query?: Record<string, string>): CreateRoleWizard {
    return new CreateRoleWizard(this.#u, query)
  }
}
