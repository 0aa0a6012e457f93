/** IAM's pages, as a test reaches them: `iam.roles.open()`, `iam.role('X').trust.edit(…)`. */
import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import {
  AccessAnalyzerPage,
  AnalyzerPage,
  AnalyzersPage,
  CreateAnalyzerPage,
  FindingsPage,
} from './access-analyzer'
import { AccountSettingsPage, PasswordPolicyPage } from './account-settings'
import { ConsolePage } from './console-page'
import { CredentialReportPage } from './credential-report'
import { GroupPage, GroupsPage } from './groups'
import {
  AddProviderPage,
  IdentityProviderPage,
  IdentityProvidersPage,
} from './identity-providers'
import {
  ControlPoliciesPage,
  DelegationRequestPage,
  OrganizationActivityPage,
  RootAccessPage,
} from './organization'
import { PoliciesPage, PolicyPage } from './policies'
import { PolicySimulator } from './policy-simulator'
import { CreateRoleWizard, RolePage, RolesPage } from './roles'
import { SecurityCredentialsPage } from './security-credentials'
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
  readonly accessAnalyzer: AccessAnalyzerPage
  readonly createAnalyzer: CreateAnalyzerPage
  readonly resourceAnalysis: FindingsPage
  readonly unusedAccess: FindingsPage
  readonly analyzers: AnalyzersPage
  readonly organizationActivity: OrganizationActivityPage
  readonly serviceControlPolicies: ControlPoliciesPage
  readonly resourceControlPolicies: ControlPoliciesPage
  readonly rootAccess: RootAccessPage
  readonly delegationRequests: ConsolePage
  readonly policySimulator: PolicySimulator
  readonly securityCredentials: SecurityCredentialsPage
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
    this.accessAnalyzer = new AccessAnalyzerPage(u)
    this.createAnalyzer = new CreateAnalyzerPage(u)
    this.resourceAnalysis = new FindingsPage(u, pb.resourceAnalysis())
    this.unusedAccess = new FindingsPage(u, pb.unusedAccess())
    this.analyzers = new AnalyzersPage(u)
    this.organizationActivity = new OrganizationActivityPage(u)
    this.serviceControlPolicies = new ControlPoliciesPage(u, pb.serviceControlPolicies())
    this.resourceControlPolicies = new ControlPoliciesPage(u, pb.resourceControlPolicies())
    this.rootAccess = new RootAccessPage(u)
    this.delegationRequests = new ConsolePage(u, pb.delegationRequests())
    this.policySimulator = new PolicySimulator(u)
    this.securityCredentials = new SecurityCredentialsPage(u)
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

  analyzer(name: string): AnalyzerPage {
    return new AnalyzerPage(this.#u, name)
  }

  delegationRequest(id: string): DelegationRequestPage {
    return new DelegationRequestPage(this.#u, id)
  }

  identityProvider(arn: string): IdentityProviderPage {
    return new IdentityProviderPage(this.#u, arn)
  }

  /** The wizard, with what a link fills in: `{ trustedEntityType: 'AWS_ACCOUNT' }`. */
  createRole(query?: Record<string, string>): CreateRoleWizard {
    return new CreateRoleWizard(this.#u, query)
  }
}
