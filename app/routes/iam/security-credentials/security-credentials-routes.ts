import { pb } from '~/lib/path-builder'

import type { Crumb } from '../../handle'
import { iam, type IamPage } from '../iam-page'

const own: Crumb = { text: 'My security credentials', href: pb.securityCredentials() }

export const securityCredentialsRoutes: IamPage[] = [
  {
    path: pb.securityCredentials(),
    crumbs: [iam, { text: 'My security credentials' }],
    help: 'iam.securityCredentials',
    page: () => import('./security-credentials-page'),
  },
  {
    path: pb.ownAccessKeyCreate(),
    crumbs: [iam, own, { text: 'Create access key' }],
    help: 'iam.accessKeys',
    contentType: 'wizard',
    page: () => import('./own-access-key-create-page'),
  },
  {
    path: pb.ownMfaAssign(),
    crumbs: [iam, own, { text: 'Assign MFA device' }],
    help: 'iam.mfa',
    contentType: 'wizard',
    page: () => import('./own-mfa-assign-page'),
  },
]
