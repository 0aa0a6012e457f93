import { pb } from '~/lib/path-builder'

import { iam, type IamPage } from '../iam-page'

export const organizationRoutes: IamPage[] = [
  {
    path: pb.organizationActivity(),
    crumbs: [iam, { text: 'Organization activity' }],
    help: 'iam.organizationActivity',
    contentType: 'table',
    page: () => import('./organization-activity-page'),
  },
  {
    path: pb.serviceControlPolicies(),
    crumbs: [iam, { text: 'Service control policies' }],
    help: 'iam.serviceControlPolicies',
    contentType: 'table',
    page: () => import('./service-control-policies-page'),
  },
  {
    path: '/iam/service-control-policies/:policyId',
    crumbs: [
      iam,
      { text: 'Service control policies', href: pb.serviceControlPolicies() },
      { text: ':policyId' },
    ],
    help: 'iam.serviceControlPolicies',
    page: () => import('./service-control-policy-page'),
  },
  {
    path: pb.resourceControlPolicies(),
    crumbs: [iam, { text: 'Resource control policies' }],
    help: 'iam.resourceControlPolicies',
    contentType: 'table',
    page: () => import('./resource-control-policies-page'),
  },
  {
    path: '/iam/resource-control-policies/:policyId',
    crumbs: [
      iam,
      { text: 'Resource control policies', href: pb.resourceControlPolicies() },
      { text: ':policyId' },
    ],
    help: 'iam.resourceControlPolicies',
    page: () => import('./resource-control-policy-page'),
  },
]
