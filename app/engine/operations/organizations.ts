import type { OrganizationsOperations } from '../api'
import { deferred, type ServiceTable } from '../kernel'

/** Few pages ask for any of them. */
export const organizationsOperations: ServiceTable<OrganizationsOperations> = {
  ...deferred(
    () => import('./organization-tree').then((module) => module.organizationTreeOperations),
    [
      'DescribeOrganization',
      'ListRoots',
      'ListOrganizationalUnitsForParent',
      'ListAccountsForParent',
      'ListAccounts',
      'DescribeAccount',
      'ListAWSServiceAccessForOrganization',
      'EnableAWSServiceAccess',
    ]
  ),
  ...deferred(
    () =>
      import('./organization-policies').then(
        (module) => module.organizationPolicyOperations
      ),
    ['ListPolicies', 'DescribePolicy', 'ListTargetsForPolicy', 'ListPoliciesForTarget']
  ),
}
