import { pb } from '~/lib/path-builder'

import type { Crumb } from '../../handle'
import { iam, type IamPage, withEditor } from '../iam-page'

const users: Crumb = { word: 'iam.users.title', href: pb.users() }
const user: Crumb = { text: ':userName', href: '/iam/users/:userName' }

export const usersRoutes: IamPage[] = [
  {
    path: pb.users(),
    crumbs: [iam, { word: 'iam.users.title' }],
    help: 'iam.users',
    contentType: 'table',
    page: () => import('./users-page'),
  },
  {
    path: pb.userCreate(),
    crumbs: [iam, users, { text: 'Create user' }],
    help: 'iam.users',
    contentType: 'wizard',
    page: () => import('./create/user-create-page'),
  },
  {
    path: '/iam/users/:userName',
    crumbs: [iam, users, { text: ':userName' }],
    help: 'iam.users',
    page: () => import('./user-page'),
  },
  {
    path: '/iam/users/:userName/add-permissions',
    crumbs: [iam, users, user, { text: 'Add permissions' }],
    help: 'iam.users',
    contentType: 'form',
    page: () => import('./user-add-permissions-page'),
  },
  {
    path: '/iam/users/:userName/create-policy',
    crumbs: [iam, users, user, { text: 'Create policy' }],
    help: 'iam.policies',
    contentType: 'form',
    page: withEditor(() => import('./user-inline-policy-page')),
  },
  {
    path: '/iam/users/:userName/edit-policy/:policyName',
    crumbs: [iam, users, user, { text: ':policyName' }],
    help: 'iam.policies',
    contentType: 'form',
    page: withEditor(() => import('./user-inline-policy-edit-page')),
  },
  {
    path: '/iam/users/:userName/create-access-key',
    crumbs: [iam, users, user, { text: 'Create access key' }],
    help: 'iam.accessKeys',
    contentType: 'wizard',
    page: () => import('./user-access-key-create-page'),
  },
  {
    path: '/iam/users/:userName/mfa',
    crumbs: [iam, users, user, { text: 'Assign MFA device' }],
    help: 'iam.mfa',
    contentType: 'wizard',
    page: () => import('./user-mfa-assign-page'),
  },
]
