import { pb } from '~/lib/path-builder'

import { iam, type IamPage, withEditor } from '../iam-page'

export const policySimulatorRoutes: IamPage[] = [
  {
    path: pb.policySimulator(),
    crumbs: [iam, { text: 'Policy simulator' }],
    help: 'iam.policySimulator',
    page: withEditor(() => import('./policy-simulator-page')),
  },
]
