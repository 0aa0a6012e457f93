import { pb } from '~/lib/path-builder'

import type { Crumb } from '../../handle'
import { iam, type IamPage, withEditor } from '../iam-page'

const policies: Crumb = { text: 'Policies', href: pb.policies() }
const policy: Crumb = { text: ':policyArn', href: '/iam/policies/:policyArn' }

export const policiesRoutes: IamPage[] = [
  {
    path: pb.policies(),
    crumbs: [iam, { text: 'Policies' }],
    help: 'iam.policies',
    contentType: 'table',
    page: () => import('./policies-page'),
  },
  {
    path: pb.policyCreate(),
    crumbs: [iam, policies, { text: 'Create policy' }],
    help: 'iam.policies',
    contentType: 'form',
    page: withEditor(() => import('./policy-create-page')),
  },
  {
    path: '/iam/policies/:policyArn/edit',
    crumbs: [iam, policies, policy, { text: 'Edit policy' }],
    help: 'iam.policies',
    contentType: 'form',
    page: withEditor(() => import('./policy-edit-page')),
  },
  {
    path: '/iam/policies/:policyArn',
    crumbs: [iam, policies, { text: ':policyArn' }],
    help: 'iam.policies',
    page: () => import('./policy-page'),
  },
]
