import { on } from './place'

export const frame = {
  ...on('*', {
    'nav.home': ['link', 'Understudy console home'],
    'nav.services': ['button', 'Services'],
    'nav.services.iam': ['link', 'IAM'],
    'nav.services.s3': ['link', 'S3'],
    'nav.services.cloudtrail': ['link', 'CloudTrail'],
    'nav.search': ['combobox', 'Search'],
    'nav.help': ['button', 'Help'],
    'nav.settings': ['button', 'Settings'],
    'nav.settings.mode': ['radiogroup', 'Visual mode'],
    'nav.settings.density': ['radiogroup', 'Density'],
    'nav.settings.reset': ['button', 'Reset scenario…'],
    'account.menu': ['button', 'Account menu'],
    'account.menu.switchRole': ['link', 'Switch role'],
    'account.menu.switchBack': ['button', 'Switch back'],
    'account.menu.securityCredentials': ['link', 'Security credentials'],
    'account.menu.signOut': ['button', 'Sign out'],
  }),
}

export const signIn = {
  ...on('/sign-in', {
    'signIn.account': ['textbox', 'Account ID or alias'],
    'signIn.userName': ['textbox', 'IAM username'],
    'signIn.password': ['textbox', 'Password'],
    'signIn.showPassword': ['checkbox', 'Show Password'],
    'signIn.mfaCode': ['textbox', 'MFA code'],
    'signIn.submit': ['button', 'Sign in'],
    'signIn.root': ['button', 'Sign in using root user email'],
    'signIn.email': ['textbox', 'Root user email address'],
    'signIn.user': ['button', 'Sign in to a different account'],
  }),
}

export const switchRole = {
  ...on('/switch-role', {
    'switchRole.account': ['textbox', 'Account ID'],
    'switchRole.roleName': ['textbox', 'IAM role name'],
    'switchRole.displayName': ['textbox', 'Display name - optional'],
    'switchRole.color': ['button', 'Display color - optional'],
    'switchRole.submit': ['button', 'Switch Role'],
    'switchRole.cancel': ['button', 'Cancel'],
  }),
}

export const home = {
  ...on('/console/home', {
    'home.roles': ['link', 'Create and trust a role'],
    'home.switchRole': ['link', 'Act as a role'],
    'home.buckets': ['link', 'See what S3 lets you do'],
    'home.events': ['link', 'Read what was called'],
  }),
}

/** Shown where the console has a page and this one does not. */
export const notBuilt = {
  ...on(
    [
      '/not-built/:service/:page',
      '/iam/root-access-management',
      '/iam/delegation-requests',
      '/iam/access-analyzer',
      '/iam/access-analyzer/resource-analysis',
      '/iam/access-analyzer/unused-access',
      '/iam/access-analyzer/settings',
      '/iam/organization-activity',
      '/iam/service-control-policies',
      '/iam/resource-control-policies',
      '/iam/security-credentials',
    ],
    {
      'notBuilt.roles': ['link', 'Roles'],
      'notBuilt.users': ['link', 'IAM users'],
      'notBuilt.buckets': ['link', 'S3 buckets'],
    }
  ),
}

export const iamHome = {
  ...on(['/iam/home', '/iam'], {
    'iam.search': ['combobox', 'Search IAM'],
    'iam.nav.dashboard': ['link', 'Dashboard'],
    'iam.nav.roles': ['link', 'Roles'],
    'iam.nav.policies': ['link', 'Policies'],
    'iam.nav.users': ['link', 'IAM users'],
    'iam.nav.groups': ['link', 'IAM user groups'],
    'iam.nav.identityProviders': ['link', 'Identity providers'],
    'iam.nav.accountSettings': ['link', 'Account settings'],
    'iam.nav.rootAccess': ['link', 'Root access management'],
    'iam.nav.delegationRequests': ['link', 'Temporary delegation requests'],
    'iam.nav.organizationActivity': ['link', 'Organization activity'],
    'iam.nav.serviceControlPolicies': ['link', 'Service control policies'],
    'iam.nav.resourceControlPolicies': ['link', 'Resource control policies'],
    'iam.nav.accessAnalyzer': ['link', 'Access Analyzer'],
    'iam.nav.resourceAnalysis': ['link', 'Resource analysis'],
    'iam.nav.unusedAccess': ['link', 'Unused access'],
    'iam.nav.analyzerSettings': ['link', 'Analyzer settings'],
    'iam.nav.credentialReport': ['link', 'Credential report'],
    'iam.dashboard.policySimulator': ['link', 'Policy simulator'],
    'iam.dashboard.createAlias': ['button', 'Create'],
  }),
}
