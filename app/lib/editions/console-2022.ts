/**
 * The consoles of 2022 to 2025, as they were at the beginning of that time. All that differs from
 * today's stands in this table.
 */
import type { Edition } from '../words'

export const console2022: Edition = {
  arrange: {},
  words: {
    'account.menu.billing': 'Billing Dashboard',
    'account.menu.activeAs': 'Currently active as:',
    'account.menu.activeIn': 'Account ID:',
    'account.menu.signedInAs': 'Signed in as:',
    'account.menu.signedInTo': 'Account:',
    'account.menu.history': 'Role history:',
    'signIn.title': 'Sign in as IAM user',
    'signIn.account': 'Account ID (12 digits) or account alias',
    'signIn.userName': 'IAM user name',
    'switchRole.about':
      'Allows management of resources across AWS accounts using a single user ID and password. You can switch roles after an AWS administrator has configured a role and given you the account and role details.',
    'switchRole.account': 'Account*',
    'switchRole.roleName': 'Role*',
    'switchRole.displayName': 'Display Name',
    'switchRole.color': 'Color',
    'switchRole.required': '*Required',
    'switchRole.accountMissing': 'Account is required.',
    'switchRole.roleNameMissing': 'Role is required.',
    'iam.nav.accessManagement': 'Access management',
    'iam.nav.users': 'Users',
    'iam.nav.groups': 'User groups',
    'iam.nav.resourceAnalysis': 'External access',
    'iam.nav.serviceControlPolicies': 'Service control policies (SCPs)',
    'notBuilt.users': 'Users',
    'iam.users.title': 'Users',
    'iam.users.create': 'Add users',
    'iam.groups.title': 'User groups',
    'iam.role.tab.lastAccessed': 'Access Advisor',
    'iam.user.tab.lastAccessed': 'Access Advisor',
    's3.buckets.title': 'Amazon S3',
    'iam.credentialReport.download': 'Download credentials report',
  },
  features: {
    'topBar.person': 'name @ account',
    'signIn.showPassword': false,
    'switchRole.color': 'squares',
    'iam.navigation': [
      'iam.nav.dashboard',
      {
        section: 'iam.nav.accessManagement',
        items: [
          'iam.nav.groups',
          'iam.nav.users',
          'iam.nav.roles',
          'iam.nav.policies',
          'iam.nav.identityProviders',
          'iam.nav.accountSettings',
        ],
      },
      {
        section: 'iam.nav.accessReports',
        items: [
          {
            page: 'iam.nav.accessAnalyzer',
            items: [
              'iam.nav.resourceAnalysis',
              'iam.nav.unusedAccess',
              'iam.nav.analyzerSettings',
            ],
          },
          'iam.nav.credentialReport',
          'iam.nav.organizationActivity',
          'iam.nav.serviceControlPolicies',
        ],
      },
      {
        section: 'iam.nav.related',
        items: ['iam.nav.identityCenter', 'iam.nav.organizations'],
      },
    ],
  },
  roles: { 'switchRole.color': 'radiogroup' },
  without: [
    'iam.nav.rootAccess',
    'iam.nav.delegationRequests',
    'iam.nav.resourceControlPolicies',
    'signIn.showPassword',
  ],
}
