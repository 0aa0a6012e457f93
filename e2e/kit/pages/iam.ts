/** IAM's pages, as a test reaches them: `iam.roles.open()`, `iam.role('X').trust.edit(…)`. */
import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'
import { GroupPage, GroupsPage } from './groups'
import { PoliciesPage, PolicyPage } from './policies'
import { CreateRoleWizard, RolePage, RolesPage } from './roles'
import { UserPage, UsersPage } from './users'

export class Iam {
  readonly dashboard: ConsolePage
  readonly roles: RolesPage
  readonly users: UsersPage
  readonly groups: GroupsPage
  readonly policies: PoliciesPage
  readonly #u: Understudy

  constructor(u: Understudy) {
    this.#u = u
    this.dashboard = new ConsolePage(u, pb.iam())
    this.roles = new RolesPage(u)
    this.users = new UsersPage(u)
    this.groups = new GroupsPage(u)
    this.policies = new PoliciesPage(u)
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

  /** The wizard, with what a link fills in: `{ trustedEntityType: 'AWS_ACCOUNT' }`. */
  createRole(query?: Record<string, string>): CreateRoleWizard {
    return new CreateRoleWizard(this.#u, query)
  }
}
