import { pb } from '~/lib/path-builder'

import type { Crumb } from '../../handle'
import { iam, type IamPage, withEditor } from '../iam-page'

const roles: Crumb = { text: 'Roles', href: pb.roles() }
const role: Crumb = { text: ':roleName', href: '/iam/roles/:roleName' }

export const rolesRoutes: IamPage[] = [
  {
    path: pb.roles(),
    crumbs: [iam, { text: 'Roles' }],
    help: 'iam.roles',
    contentType: 'table',
    page: () => import('./roles-page'),
  },
  {
    path: pb.roleCreate(),
    crumbs: [iam, roles, { text: 'Create role' }],
    help: 'iam.roles',
    contentType: 'wizard',
    page: () => import('./create/role-create-page'),
  },
  {
    path: '/iam/roles/:roleName',
    crumbs: [iam, roles, { text: ':roleName' }],
    help: 'iam.roles',
    page: () => import('./role-page'),
  },
  {
    path: '/iam/roles/:roleName/edit-trust-policy',
    crumbs: [iam, roles, role, { word: 'iam.trust.title' }],
    help: 'iam.trustPolicy',
    contentType: 'form',
    page: withEditor(() => import('./trust-policy-edit-page')),
  },
  {
    path: '/iam/roles/:roleName/attach-policies',
    crumbs: [iam, roles, role, { text: 'Add permissions' }],
    help: 'iam.policies',
    contentType: 'form',
    page: () => import('./role-attach-policies-page'),
  },
  {
    path: '/iam/roles/:roleName/create-policy',
    crumbs: [iam, roles, role, { text: 'Create policy' }],
    help: 'iam.policies',
    contentType: 'form',
    page: withEditor(() => import('./role-inline-policy-page')),
  },
  {
    path: '/iam/roles/:roleName/edit-policy/:policyName',
    crumbs: [iam, roles, role, { text: ':policyName' }],
    help: 'iam.policies',
    contentType: 'form',
    page: withEditor(() => import('./role-inline-policy-edit-page')),
  },
]
