/** What people come to IAM to do, as "Search IAM" offers it. */
import { pb } from '~/lib/path-builder'
import type { Hit } from './hit'

const task = (name: string, detail: string, href: string): Hit => ({
  group: 'Tasks',
  name,
  detail,
  href,
})

/** The detail holds other words that people use for it. */
export const tasks: Hit[] = [
  task('Create role', 'New trusted entity, cross-account access', pb.roleCreate()),
  task('Create user', 'Add a person or a program', pb.userCreate()),
  task('Create user group', 'Add a group of users', pb.groupCreate()),
  task('Create policy', 'Write permissions', pb.policyCreate()),
  task('Add identity provider', 'SAML, OpenID Connect', pb.identityProviderCreate()),
  task('Edit password policy', 'Account settings', pb.passwordPolicyEdit()),
  task('Create account alias', 'Sign-in URL, dashboard', pb.iam()),
  task('Manage STS session tokens', 'Account settings, Regions', pb.accountSettings()),
  task('Download credential report', 'CSV of users and keys', pb.credentialReport()),
  task(
    'Manage your own credentials',
    'Change password, MFA device, access keys',
    pb.securityCredentials()
  ),
  task('Simulate policies', 'Policy simulator, test permissions', pb.policySimulator()),
  task('See who can assume what', 'Roles and who they trust', pb.whoCanAssume()),
  task('Edit trust policy', 'Choose the role whose trusted entities change', pb.roles()),
  task('Add permissions', 'Choose the user who gets policies', pb.users()),
  task('Revoke sessions', 'Choose the role whose sessions end', pb.roles()),
  task('Switch role', 'Assume a role in the console', pb.switchRole()),
]

type Kind = 'role' | 'user' | 'user group'

/** What can be done to one entity: the words before its kind and name, and where. */
const entityTasks: Record<Kind, [what: string, href: (name: string) => string][]> = {
  role: [
    ['Edit trust policy for', pb.roleTrustPolicyEdit],
    ['Attach policies to', pb.roleAttachPolicies],
    ['Create inline policy for', pb.roleCreatePolicy],
    ['Revoke sessions of', (name) => pb.role(name, 'revoke_sessions')],
  ],
  user: [
    ['Add permissions to', pb.userAddPermissions],
    ['Create inline policy for', pb.userCreatePolicy],
    ['Manage security credentials of', (name) => pb.user(name, 'security_credentials')],
    ['Manage groups of', (name) => pb.user(name, 'groups')],
  ],
  'user group': [
    ['Add users to', pb.group],
    ['Attach policies to', pb.groupAttachPolicies],
    ['Create inline policy for', pb.groupCreatePolicy],
  ],
}

export const tasksOn = (kind: Kind, name: string): Hit[] =>
  entityTasks[kind].map(([what, href]) => task(`${what} ${kind} ${name}`, '', href(name)))
