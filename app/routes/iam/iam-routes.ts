import { pb } from '~/lib/path-builder'
import type { PageRoute } from '~/routes'

import type { Crumb } from '../handle'

const iam: Crumb = { text: 'IAM', href: pb.iam() }
const roles: Crumb = { text: 'Roles', href: pb.roles() }
const role: Crumb = { text: ':roleName', href: '/iam/roles/:roleName' }
const users: Crumb = { text: 'IAM users', href: pb.users() }
const user: Crumb = { text: ':userName', href: '/iam/users/:userName' }
const groups: Crumb = { text: 'IAM user groups', href: pb.groups() }
const group: Crumb = { text: ':groupName', href: '/iam/groups/:groupName' }
const policy: Crumb = { text: ':policyArn', href: '/iam/policies/:policyArn' }
const identityProviders: Crumb = {
  text: 'Identity providers',
  href: pb.identityProviders(),
}
const accountSettings: Crumb = { text: 'Account settings', href: pb.accountSettings() }
const policies: Crumb = { text: 'Policies', href: pb.policies() }

const dashboard: Omit<PageRoute, 'service' | 'path'> = {
  crumbs: [iam, { text: 'Dashboard' }],
  help: 'iam.dashboard',
  contentType: 'dashboard',
  page: () => import('./dashboard/dashboard-page'),
}

const notBuilt = (path: string, text: string) => ({
  path,
  crumbs: [iam, { text }],
  page: () => import('../not-built-page'),
})

const pages: Omit<PageRoute, 'service'>[] = [
  { path: '/iam', ...dashboard },
  { path: pb.iam(), ...dashboard },
  {
    path: pb.roles(),
    crumbs: [iam, { text: 'Roles' }],
    help: 'iam.roles',
    contentType: 'table',
    page: () => import('./roles/roles-page'),
  },
  {
    path: pb.roleCreate(),
    crumbs: [iam, roles, { text: 'Create role' }],
    help: 'iam.roles',
    contentType: 'wizard',
    page: () => import('./roles/create/role-create-page'),
  },
  {
    path: '/iam/roles/:roleName',
    crumbs: [iam, roles, { text: ':roleName' }],
    help: 'iam.roles',
    page: () => import('./roles/role-page'),
  },
  {
    path: '/iam/roles/:roleName/edit-trust-policy',
    crumbs: [iam, roles, role, { text: 'Edit trust policy' }],
    help: 'iam.trustPolicy',
    contentType: 'form',
    page: () => import('./roles/trust-policy-edit-page'),
  },
  {
    path: '/iam/roles/:roleName/attach-policies',
    crumbs: [iam, roles, role, { text: 'Add permissions' }],
    help: 'iam.policies',
    contentType: 'form',
    page: () => import('./roles/role-attach-policies-page'),
  },
  {
    path: '/iam/roles/:roleName/create-policy',
    crumbs: [iam, roles, role, { text: 'Create policy' }],
    help: 'iam.policies',
    contentType: 'form',
    page: () => import('./roles/role-inline-policy-page'),
  },
  {
    path: pb.users(),
    crumbs: [iam, { text: 'IAM users' }],
    help: 'iam.users',
    contentType: 'table',
    page: () => import('./users/users-page'),
  },
  {
    path: pb.userCreate(),
    crumbs: [iam, users, { text: 'Create user' }],
    help: 'iam.users',
    contentType: 'wizard',
    page: () => import('./users/create/user-create-page'),
  },
  {
    path: '/iam/users/:userName',
    crumbs: [iam, users, { text: ':userName' }],
    help: 'iam.users',
    page: () => import('./users/user-page'),
  },
  {
    path: '/iam/users/:userName/add-permissions',
    crumbs: [iam, users, user, { text: 'Add permissions' }],
    help: 'iam.users',
    contentType: 'form',
    page: () => import('./users/user-add-permissions-page'),
  },
  {
    path: '/iam/users/:userName/create-policy',
    crumbs: [iam, users, user, { text: 'Create policy' }],
    help: 'iam.policies',
    contentType: 'form',
    page: () => import('./users/user-inline-policy-page'),
  },
  {
    path: pb.groups(),
    crumbs: [iam, { text: 'IAM user groups' }],
    help: 'iam.groups',
    contentType: 'table',
    page: () => import('./groups/groups-page'),
  },
  {
    path: pb.groupCreate(),
    crumbs: [iam, groups, { text: 'Create user group' }],
    help: 'iam.groups',
    contentType: 'form',
    page: () => import('./groups/group-create-page'),
  },
  {
    path: '/iam/groups/:groupName/attach-policies',
    crumbs: [iam, groups, group, { text: 'Add permissions' }],
    help: 'iam.policies',
    contentType: 'form',
    page: () => import('./groups/group-attach-policies-page'),
  },
  {
    path: '/iam/groups/:groupName/create-policy',
    crumbs: [iam, groups, group, { text: 'Create policy' }],
    help: 'iam.policies',
    contentType: 'form',
    page: () => import('./groups/group-inline-policy-page'),
  },
  {
    path: '/iam/groups/:groupName',
    crumbs: [iam, groups, { text: ':groupName' }],
    help: 'iam.groups',
    page: () => import('./groups/group-page'),
  },
  {
    path: pb.policies(),
    crumbs: [iam, { text: 'Policies' }],
    help: 'iam.policies',
    contentType: 'table',
    page: () => import('./policies/policies-page'),
  },
  {
    path: pb.policyCreate(),
    crumbs: [iam, policies, { text: 'Create policy' }],
    help: 'iam.policies',
    contentType: 'form',
    page: () => import('./policies/policy-create-page'),
  },
  {
    path: '/iam/policies/:policyArn/edit',
    crumbs: [iam, policies, policy, { text: 'Edit policy' }],
    help: 'iam.policies',
    contentType: 'form',
    page: () => import('./policies/policy-edit-page'),
  },
  {
    path: '/iam/policies/:policyArn',
    crumbs: [iam, policies, { text: ':policyArn' }],
    help: 'iam.policies',
    page: () => import('./policies/policy-page'),
  },
  {
    path: pb.accountSettings(),
    crumbs: [iam, accountSettings],
    help: 'iam.accountSettings',
    page: () => import('./account-settings/account-settings-page'),
  },
  {
    path: pb.passwordPolicyEdit(),
    crumbs: [iam, accountSettings, { text: 'Edit password policy' }],
    help: 'iam.passwordPolicy',
    contentType: 'form',
    page: () => import('./account-settings/password-policy-edit-page'),
  },
  {
    path: pb.credentialReport(),
    crumbs: [iam, { text: 'Credential report' }],
    help: 'iam.credentialReport',
    page: () => import('./credential-report/credential-report-page'),
  },
  {
    path: pb.identityProviders(),
    crumbs: [iam, { text: 'Identity providers' }],
    help: 'iam.identityProviders',
    contentType: 'table',
    page: () => import('./identity-providers/identity-providers-page'),
  },
  {
    path: pb.identityProviderCreate(),
    crumbs: [iam, identityProviders, { text: 'Add provider' }],
    help: 'iam.identityProviders',
    contentType: 'form',
    page: () => import('./identity-providers/identity-provider-create-page'),
  },
  {
    path: '/iam/identity-providers/:providerArn',
    crumbs: [iam, identityProviders, { text: ':providerArn' }],
    help: 'iam.identityProviders',
    page: () => import('./identity-providers/identity-provider-page'),
  },
  notBuilt(pb.rootAccess(), 'Root access management'),
  notBuilt(pb.delegationRequests(), 'Temporary delegation requests'),
  notBuilt(pb.accessAnalyzer(), 'Access Analyzer'),
  notBuilt(pb.resourceAnalysis(), 'Resource analysis'),
  notBuilt(pb.unusedAccess(), 'Unused access'),
  notBuilt(pb.analyzerSettings(), 'Analyzer settings'),
  notBuilt(pb.organizationActivity(), 'Organization activity'),
  notBuilt(pb.serviceControlPolicies(), 'Service control policies'),
  notBuilt(pb.resourceControlPolicies(), 'Resource control policies'),
  notBuilt(pb.securityCredentials(), 'My security credentials'),
]

export const iamRoutes: PageRoute[] = pages.map((page) => ({ ...page, service: 'iam' }))
