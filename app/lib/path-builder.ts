/** Every address of the app is made here, and `path-builder.spec.ts` pins them all. */

export type Query = Record<string, string | undefined>

const withQuery = (path: string, query: Query = {}) => {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(value)}`]
  )
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}

const segment = encodeURIComponent

export type SwitchRoleForm = {
  account?: string
  roleName?: string
  displayName?: string
  color?: string
  /** Where to go after the switch. */
  next?: string
}

export type PolicySimulatorForm = {
  mode?: 'existing' | 'new'
  user?: string
  group?: string
  role?: string
  /** `s3:GetObject,s3:PutObject` */
  actions?: string
  /** ARN */
  resource?: string
}

const role = (roleName: string) => `/iam/roles/${segment(roleName)}`
const user = (userName: string) => `/iam/users/${segment(userName)}`
const analyzer = (name: string) => `/iam/access-analyzer/settings/${segment(name)}`
const group = (groupName: string) => `/iam/groups/${segment(groupName)}`

export const pb = {
  consoleHome: () => '/console/home',
  signIn: (query?: { next?: string; account?: string }) => withQuery('/sign-in', query),
  switchRole: (form?: SwitchRoleForm) => withQuery('/switch-role', form),

  iam: () => '/iam/home',
  roles: () => '/iam/roles',
  roleCreate: (query?: Query) => withQuery('/iam/roles/create', query),
  role: (roleName: string, section?: string) => withQuery(role(roleName), { section }),
  roleTrustPolicyEdit: (roleName: string) => `${role(roleName)}/edit-trust-policy`,
  roleAttachPolicies: (roleName: string) => `${role(roleName)}/attach-policies`,
  roleCreatePolicy: (roleName: string) => `${role(roleName)}/create-policy`,
  roleEditPolicy: (roleName: string, policyName: string) =>
    `${role(roleName)}/edit-policy/${segment(policyName)}`,

  users: () => '/iam/users',
  userCreate: (query?: Query) => withQuery('/iam/users/create', query),
  user: (userName: string, section?: string) => withQuery(user(userName), { section }),
  userAddPermissions: (userName: string) => `${user(userName)}/add-permissions`,
  userCreatePolicy: (userName: string) => `${user(userName)}/create-policy`,
  userEditPolicy: (userName: string, policyName: string) =>
    `${user(userName)}/edit-policy/${segment(policyName)}`,
  userCreateAccessKey: (userName: string) => `${user(userName)}/create-access-key`,
  userAssignMfa: (userName: string) => `${user(userName)}/mfa`,

  groups: () => '/iam/groups',
  groupCreate: (query?: Query) => withQuery('/iam/groups/create', query),
  group: (groupName: string, section?: string) => withQuery(group(groupName), { section }),
  groupAttachPolicies: (groupName: string) => `${group(groupName)}/attach-policies`,
  groupCreatePolicy: (groupName: string) => `${group(groupName)}/create-policy`,
  groupEditPolicy: (groupName: string, policyName: string) =>
    `${group(groupName)}/edit-policy/${segment(policyName)}`,

  policies: () => '/iam/policies',
  policyCreate: () => '/iam/policies/create',
  policyEdit: (policyArn: string) => `/iam/policies/${segment(policyArn)}/edit`,
  policy: (policyArn: string, section?: string, view?: string) =>
    withQuery(`/iam/policies/${segment(policyArn)}`, { section, view }),

  identityProviders: () => '/iam/identity-providers',
  identityProviderCreate: () => '/iam/identity-providers/create',
  identityProvider: (arn: string) => `/iam/identity-providers/${segment(arn)}`,
  accountSettings: () => '/iam/account-settings',
  passwordPolicyEdit: () => '/iam/account-settings/edit-password-policy',
  rootAccess: () => '/iam/root-access-management',
  delegationRequests: () => '/iam/delegation-requests',
  delegationRequest: (requestId: string) =>
    `/iam/delegation-requests/${segment(requestId)}`,
  accessAnalyzer: () => '/iam/access-analyzer',
  analyzerCreate: (query?: Query) => withQuery('/iam/access-analyzer/create', query),
  resourceAnalysis: () => '/iam/access-analyzer/resource-analysis',
  resourceFinding: (analyzerName: string, id: string) =>
    `/iam/access-analyzer/resource-analysis/${segment(analyzerName)}/${segment(id)}`,
  unusedAccess: () => '/iam/access-analyzer/unused-access',
  unusedFinding: (analyzerName: string, id: string) =>
    `/iam/access-analyzer/unused-access/${segment(analyzerName)}/${segment(id)}`,
  analyzerSettings: () => '/iam/access-analyzer/settings',
  analyzer: (analyzerName: string) => analyzer(analyzerName),
  archiveRuleCreate: (analyzerName: string) => `${analyzer(analyzerName)}/create-rule`,
  /** A page of our own: who gets into which role. */
  whoCanAssume: () => '/iam/who-can-assume',
  /** Whose policies: a user's, group's or role's name; `mode=new` for policies of nobody. */
  policySimulator: (query?: PolicySimulatorForm) =>
    withQuery('/iam/policy-simulator', query),
  credentialReport: () => '/iam/credential-report',
  organizationActivity: () => '/iam/organization-activity',
  serviceControlPolicies: () => '/iam/service-control-policies',
  serviceControlPolicy: (policyId: string) =>
    `/iam/service-control-policies/${segment(policyId)}`,
  resourceControlPolicies: () => '/iam/resource-control-policies',
  resourceControlPolicy: (policyId: string) =>
    `/iam/resource-control-policies/${segment(policyId)}`,
  securityCredentials: () => '/iam/security-credentials',
  ownAccessKeyCreate: () => '/iam/security-credentials/access-key-wizard',
  ownMfaAssign: () => '/iam/security-credentials/mfa',

  buckets: () => '/s3/buckets',
  bucket: (bucket: string, query?: { tab?: string; prefix?: string; object?: string }) =>
    withQuery(`/s3/buckets/${segment(bucket)}`, query),
  bucketCreate: () => '/s3/bucket/create',
  bucketDelete: (bucket: string) => `/s3/bucket/${segment(bucket)}/delete`,
  upload: (bucket: string, prefix?: string) =>
    withQuery(`/s3/upload/${segment(bucket)}`, { prefix }),

  events: (query?: Query) => withQuery('/cloudtrail/events', query),

  /** A page of a service that has none here. */
  notBuilt: (service: string, page: string) =>
    `/not-built/${segment(service)}/${segment(page)}`,
} as const
