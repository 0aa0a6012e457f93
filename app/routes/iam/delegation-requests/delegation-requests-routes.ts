import { pb } from '~/lib/path-builder'

import { iam, type IamPage } from '../iam-page'

export const delegationRequestsRoutes: IamPage[] = [
  {
    path: pb.delegationRequests(),
    crumbs: [iam, { text: 'Temporary delegation requests' }],
    help: 'iam.delegationRequests',
    contentType: 'table',
    page: () => import('./delegation-requests-page'),
  },
  {
    path: '/iam/delegation-requests/:requestId',
    crumbs: [
      iam,
      { text: 'Temporary delegation requests', href: pb.delegationRequests() },
      { text: ':requestId' },
    ],
    help: 'iam.delegationRequests',
    page: () => import('./delegation-request-page'),
  },
]
