import { pb } from '~/lib/path-builder'

import type { Crumb } from '../../handle'
import { iam, type IamPage } from '../iam-page'

const accountSettings: Crumb = { text: 'Account settings', href: pb.accountSettings() }

export const accountSettingsRoutes: IamPage[] = [
  {
    path: pb.accountSettings(),
    crumbs: [iam, accountSettings],
    help: 'iam.accountSettings',
    page: () => import('./account-settings-page'),
  },
  {
    path: pb.passwordPolicyEdit(),
    crumbs: [iam, accountSettings, { text: 'Edit password policy' }],
    help: 'iam.passwordPolicy',
    contentType: 'form',
    page: () => import('./password-policy-edit-page'),
  },
]
