import { pb } from '~/lib/path-builder'

import type { Crumb } from '../../handle'
import { iam, type IamPage, withEditor } from '../iam-page'

const groups: Crumb = { word: 'iam.groups.title', href: pb.groups() }
const group: Crumb = { text: ':groupName', href: '/iam/groups/:groupName' }

export const groupsRoutes: IamPage[] = [
  {
    path: pb.groups(),
    crumbs: [iam, { word: 'iam.groups.title' }],
    help: 'iam.groups',
    contentType: 'table',
    page: () => import('./groups-page'),
  },
  {
    path: pb.groupCreate(),
    crumbs: [iam, groups, { text: 'Create user group' }],
    help: 'iam.groups',
    contentType: 'form',
    page: () => import('./group-create-page'),
  },
  {
    path: '/iam/groups/:groupName/attach-policies',
    crumbs: [iam, groups, group, { text: 'Add permissions' }],
    help: 'iam.policies',
    contentType: 'form',
    page: () => import('./group-attach-policies-page'),
  },
  {
    path: '/iam/groups/:groupName/create-policy',
    crumbs: [iam, groups, group, { text: 'Create policy' }],
    help: 'iam.policies',
    contentType: 'form',
    page: withEditor(() => import('./group-inline-policy-page')),
  },
  {
    path: '/iam/groups/:groupName/edit-policy/:policyName',
    crumbs: [iam, groups, group, { text: ':policyName' }],
    help: 'iam.policies',
    contentType: 'form',
    page: withEditor(() => import('./group-inline-policy-edit-page')),
  },
  {
    path: '/iam/groups/:groupName',
    crumbs: [iam, groups, { text: ':groupName' }],
    help: 'iam.groups',
    page: () => import('./group-page'),
  },
]
