import { pb } from '~/lib/path-builder'

import { iam, type IamPage } from '../iam-page'

export const rootAccessRoutes: IamPage[] = [
  {
    path: pb.rootAccess(),
    crumbs: [iam, { text: 'Root access management' }],
    help: 'iam.rootAccess',
    contentType: 'table',
    page: () => import('./root-access-page'),
  },
]
