import { expect, test } from 'vitest'

import { pb } from './path-builder'

const name = 'Team/A b'
const arn = 'arn:aws:iam::111122223333:policy/P'

test('every address is as it was', () => {
  expect({
    consoleHome: pb.consoleHome(),
    signIn: pb.signIn({ next: '/iam/roles?section=tags' }),
    switchRole: pb.switchRole({ account: '111122223333', roleName: 'R', color: 'F2B0A9' }),
    iam: pb.iam(),
    roles: pb.roles(),
    roleCreate: pb.roleCreate({ trustedEntityType: 'AWS_ACCOUNT' }),
    role: pb.role(name, 'trust_relationships'),
    roleTrustPolicyEdit: pb.roleTrustPolicyEdit(name),
    roleAttachPolicies: pb.roleAttachPolicies(name),
    roleCreatePolicy: pb.roleCreatePolicy(name),
    users: pb.users(),
    user: pb.user(name, 'permissions'),
    userAddPermissions: pb.userAddPermissions(name),
    userCreatePolicy: pb.userCreatePolicy(name),
    groups: pb.groups(),
    group: pb.group(name),
    policies: pb.policies(),
    policy: pb.policy(arn),
    identityProviders: pb.identityProviders(),
    accountSettings: pb.accountSettings(),
    rootAccess: pb.rootAccess(),
    delegationRequests: pb.delegationRequests(),
    accessAnalyzer: pb.accessAnalyzer(),
    resourceAnalysis: pb.resourceAnalysis(),
    unusedAccess: pb.unusedAccess(),
    analyzerSettings: pb.analyzerSettings(),
    credentialReport: pb.credentialReport(),
    organizationActivity: pb.organizationActivity(),
    serviceControlPolicies: pb.serviceControlPolicies(),
    resourceControlPolicies: pb.resourceControlPolicies(),
    securityCredentials: pb.securityCredentials(),
    buckets: pb.buckets(),
    bucket: pb.bucket('b', { tab: 'objects', prefix: 'a/' }),
    bucketCreate: pb.bucketCreate(),
    bucketDelete: pb.bucketDelete('b'),
    upload: pb.upload('b', 'a/'),
    events: pb.events(),
    notBuilt: pb.notBuilt('s3', 'Access Points'),
  }).toMatchInlineSnapshot(`
    {
      "accessAnalyzer": "/iam/access-analyzer",
      "accountSettings": "/iam/account-settings",
      "analyzerSettings": "/iam/access-analyzer/settings",
      "bucket": "/s3/buckets/b?tab=objects&prefix=a%2F",
      "bucketCreate": "/s3/bucket/create",
      "bucketDelete": "/s3/bucket/b/delete",
      "buckets": "/s3/buckets",
      "consoleHome": "/console/home",
      "credentialReport": "/iam/credential-report",
      "delegationRequests": "/iam/delegation-requests",
      "events": "/cloudtrail/events",
      "group": "/iam/groups/Team%2FA%20b",
      "groups": "/iam/groups",
      "iam": "/iam/home",
      "identityProviders": "/iam/identity-providers",
      "notBuilt": "/not-built/s3/Access%20Points",
      "organizationActivity": "/iam/organization-activity",
      "policies": "/iam/policies",
      "policy": "/iam/policies/arn%3Aaws%3Aiam%3A%3A111122223333%3Apolicy%2FP",
      "resourceAnalysis": "/iam/access-analyzer/resource-analysis",
      "resourceControlPolicies": "/iam/resource-control-policies",
      "role": "/iam/roles/Team%2FA%20b?section=trust_relationships",
      "roleAttachPolicies": "/iam/roles/Team%2FA%20b/attach-policies",
      "roleCreate": "/iam/roles/create?trustedEntityType=AWS_ACCOUNT",
      "roleCreatePolicy": "/iam/roles/Team%2FA%20b/create-policy",
      "roleTrustPolicyEdit": "/iam/roles/Team%2FA%20b/edit-trust-policy",
      "roles": "/iam/roles",
      "rootAccess": "/iam/root-access-management",
      "securityCredentials": "/iam/security-credentials",
      "serviceControlPolicies": "/iam/service-control-policies",
      "signIn": "/sign-in?next=%2Fiam%2Froles%3Fsection%3Dtags",
      "switchRole": "/switch-role?account=111122223333&roleName=R&color=F2B0A9",
      "unusedAccess": "/iam/access-analyzer/unused-access",
      "upload": "/s3/upload/b?prefix=a%2F",
      "user": "/iam/users/Team%2FA%20b?section=permissions",
      "userAddPermissions": "/iam/users/Team%2FA%20b/add-permissions",
      "userCreatePolicy": "/iam/users/Team%2FA%20b/create-policy",
      "users": "/iam/users",
    }
  `)
})

test('no address is missing from the list above', () => {
  expect(Object.keys(pb).length).toBe(38)
})
