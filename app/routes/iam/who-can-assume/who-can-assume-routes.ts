import { pb } from '~/lib/path-builder'

import { iam, type IamPage } from '../iam-page'

export const whoCanAssumeRoutes: IamPage[] = [
  {
    path: pb.whoCanAssume(),
    crumbs: [iam, { text: 'Who can assume what' }],
    help: 'iam.whoCanAssume',
    page: () => import('./who-can-assume-page'),
  },
]
