import { pb } from '~/lib/path-builder'

import { iam, type IamPage } from '../iam-page'

export const credentialReportRoutes: IamPage[] = [
  {
    path: pb.credentialReport(),
    crumbs: [iam, { text: 'Credential report' }],
    help: 'iam.credentialReport',
    page: () => import('./credential-report-page'),
  },
]
