/** Every address there is, with what it shows: for what looks at all pages. */
import { createAnalyzers, FINDING, REQUEST } from './analyzers'
import { pb, type Understudy } from './kit'
import { ROLE, statement } from './utils'

const POLICY = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'
const OWN_POLICY = 'arn:aws:iam::111122223333:policy/Play'

/** Arguments for every address there is; the compiler asks for those of a new one. */
const samples: { [Name in keyof typeof pb]: Parameters<(typeof pb)[Name]>[] } = {
  consoleHome: [[]],
  signIn: [[]],
  switchRole: [[]],
  iam: [[]],
  roles: [[]],
  roleCreate: [
    [],
    [{ trustedEntityType: 'AWS_ACCOUNT' }],
    [{ trustedEntityType: 'CUSTOM_TRUST_POLICY' }],
    [{ selectedService: 'Braket' }],
    [{ awsAccount: '1234', step: 'review' }],
  ],
  role: [
    [ROLE],
    [ROLE, 'trust_relationships'],
    [ROLE, 'tags'],
    [ROLE, 'access_advisor'],
    [ROLE, 'revoke_sessions'],
  ],
  roleTrustPolicyEdit: [[ROLE]],
  roleAttachPolicies: [[ROLE]],
  roleCreatePolicy: [[ROLE]],
  roleEditPolicy: [[ROLE, 'Inline']],
  users: [[]],
  userCreate: [[], [{ userNames: 'Ann,Bob', step: 'permissions' }]],
  user: [
    ['Stuart'],
    ['Stuart', 'groups'],
    ['Stuart', 'tags'],
    ['Stuart', 'security_credentials'],
    ['Stuart', 'access_advisor'],
  ],
  userAddPermissions: [['Stuart']],
  userCreatePolicy: [['Stuart']],
  userCreateAccessKey: [['Stuart']],
  userAssignMfa: [['Stuart']],
  userEditPolicy: [['Stuart', 'Inline']],
  groups: [[]],
  groupCreate: [[]],
  group: [['Players'], ['Players', 'permissions']],
  groupAttachPolicies: [['Players']],
  groupCreatePolicy: [['Players']],
  groupEditPolicy: [['Players', 'Inline']],
  policies: [[]],
  policyCreate: [[]],
  policyEdit: [[OWN_POLICY]],
  policy: [
    [POLICY],
    [POLICY, undefined, 'json'],
    [POLICY, 'entities'],
    [POLICY, 'versions'],
  ],
  identityProviders: [[]],
  identityProviderCreate: [[]],
  identityProvider: [['arn:aws:iam::111122223333:oidc-provider/token.example.com']],
  accountSettings: [[]],
  passwordPolicyEdit: [[]],
  rootAccess: [[]],
  delegationRequests: [[]],
  delegationRequest: [[REQUEST]],
  accessAnalyzer: [[]],
  analyzerCreate: [[], [{ type: 'ACCOUNT_UNUSED_ACCESS' }]],
  resourceAnalysis: [[]],
  resourceFinding: [['Outside', FINDING]],
  unusedAccess: [[]],
  unusedFinding: [['Unused', 'none']],
  analyzerSettings: [[]],
  analyzer: [['Outside']],
  archiveRuleCreate: [['Outside']],
  whoCanAssume: [[]],
  policySimulator: [
    [],
    [{ mode: 'new', actions: 's3:GetObject' }],
    [{ user: 'Stuart', actions: 's3:GetObject' }],
  ],
  credentialReport: [[]],
  organizationActivity: [[]],
  serviceControlPolicies: [[]],
  serviceControlPolicy: [['p-guardrails']],
  resourceControlPolicies: [[]],
  resourceControlPolicy: [['p-guardrails']],
  securityCredentials: [[]],
  ownAccessKeyCreate: [[]],
  ownMfaAssign: [[]],
  buckets: [[]],
  bucket: [
    ['finance-reports'],
    ['finance-reports', { tab: 'permissions' }],
    ['finance-reports', { prefix: '2025/', object: '2025/q5.csv' }],
  ],
  bucketCreate: [[]],
  bucketDelete: [['team-photos']],
  upload: [['team-photos']],
  events: [[], [{ EventName: 'CreateRole' }]],
  notBuilt: [['account', 'Service Quotas']],
}

const addressesOf = (name: keyof typeof pb) =>
  samples[name].map((args) => {
    // each list of arguments stands beside the name of the function that takes them
    const build = pb[name] as (...given: typeof args) => string
    return build(...args)
  })

// the compiler has checked above that these are the names
const names = Object.keys(pb) as (keyof typeof pb)[]
export const addresses = names.flatMap(addressesOf)

/** What some of the addresses name and no scenario has. */
export async function furnish(u: Understudy) {
  const provider = { Url: 'https://token.example.com', ClientIDList: ['games'] }
  await u.call('iam:CreateGroup', { GroupName: 'Players' }, 'user/Admin')
  await u.call('iam:CreateOpenIDConnectProvider', provider, 'user/Admin')
  const document = statement({ Action: 's3:*', Resource: '*' })
  const policy = { PolicyName: 'Play', PolicyDocument: JSON.stringify(document) }
  await u.call('iam:CreatePolicy', policy, 'user/Admin')
  const inline = { ...policy, PolicyName: 'Inline' }
  await u.call('iam:PutUserPolicy', { UserName: 'Stuart', ...inline }, 'user/Admin')
  await u.call('iam:PutGroupPolicy', { GroupName: 'Players', ...inline }, 'user/Admin')
  await u.call('iam:PutRolePolicy', { RoleName: ROLE, ...inline }, 'user/Admin')
  await createAnalyzers(u)
}
