import { pb } from '~/lib/path-builder'
import type { PageRoute } from '~/routes'

import { accessAnalyzerRoutes } from './access-analyzer/access-analyzer-routes'
import { accountSettingsRoutes } from './account-settings/account-settings-routes'
import { delegationRequestsRoutes } from './delegation-requests/delegation-requests-routes'
import { organizationRoutes } from './organization/organization-routes'
import { rootAccessRoutes } from './root-access/root-access-routes'
import { credentialReportRoutes } from './credential-report/credential-report-routes'
import { groupsRoutes } from './groups/groups-routes'
import { identityProvidersRoutes } from './identity-providers/identity-providers-routes'
import { policiesRoutes } from './policies/policies-routes'
import { policySimulatorRoutes } from './policy-simulator/policy-simulator-routes'
import { rolesRoutes } from './roles/roles-routes'
import { securityCredentialsRoutes } from './security-credentials/security-credentials-routes'
import { usersRoutes } from './users/users-routes'
import { whoCanAssumeRoutes } from './who-can-assume/who-can-assume-routes'
import { iam, type IamPage } from './iam-page'

const dashboard: Omit<IamPage, 'path'> = {
  crumbs: [iam, { text: 'Dashboard' }],
  help: 'iam.dashboard',
  contentType: 'dashboard',
  page: () => import('./dashboard/dashboard-page'),
}

const pages: IamPage[] = [
  { path: '/iam', ...dashboard },
  { path: pb.iam(), ...dashboard },
  ...rolesRoutes,
  ...usersRoutes,
  ...groupsRoutes,
  ...policiesRoutes,
  ...identityProvidersRoutes,
  ...accountSettingsRoutes,
  ...credentialReportRoutes,
  ...policySimulatorRoutes,
  ...rootAccessRoutes,
  ...delegationRequestsRoutes,
  ...accessAnalyzerRoutes,
  ...organizationRoutes,
  ...whoCanAssumeRoutes,
  ...securityCredentialsRoutes,
]

export const iamRoutes: PageRoute[] = pages.map((page) => ({ ...page, service: 'iam' }))
