/**
 * What is built otherwise from one edition of the console to another, as data: a page asks
 * `feature(id)` and draws what it is told. These are today's; the tables in `editions` hold theirs.
 */
import type { labels } from './labels'
import type { PlaceId } from './places'

type SectionId = 'iam.nav.accessManagement' | 'iam.nav.accessReports' | 'iam.nav.related'

export type NavigationId = Exclude<
  Extract<PlaceId | keyof typeof labels, `iam.nav.${string}`>,
  SectionId
>

/** A page, a section, or a page that has others below it. */
export type NavigationItem =
  | NavigationId
  | { section: SectionId; items: readonly NavigationItem[] }
  | { page: NavigationId; items: readonly NavigationItem[] }

export type RoleStep = 'trust' | 'permissions' | 'tags' | 'details' | 'review'

export type RoleFact =
  'created' | 'arn' | 'description' | 'profile' | 'path' | 'activity' | 'duration' | 'link'

export type UserFact =
  'arn' | 'path' | 'access' | 'firstKey' | 'created' | 'signIn' | 'secondKey'

export type Features = {
  /** Who acts here, at the top right: the account above the name, or `Stuart @ 1111-2222-3333`. */
  'topBar.person': 'account, name' | 'name @ account'
  'accountMenu.acts': 'buttons' | 'links'
  'footer.links': readonly string[]
  /** Whether the breadcrumbs of IAM begin with IAM itself. */
  'breadcrumbs.service': boolean
  'signIn.showPassword': boolean
  /** The form is behind a page that says what switching is, as long as nobody has been there. */
  'switchRole.explanationFirst': boolean
  'switchRole.color': 'list' | 'squares'
  'iam.navigation': readonly NavigationItem[]
  /** Lists whose buttons stand on the left above the table, the one that creates first. */
  'lists.buttonsLeft': readonly string[]
  /** Columns of the list of users, in order; the others are off. */
  'users.columns': readonly string[]
  'createRole.steps': readonly RoleStep[]
  /** What the button says that goes on from each step. */
  'createRole.next': readonly string[]
  'createRole.entityTypes': readonly string[]
  /** The account that is trusted is this or another one, or is always typed. */
  'createRole.account': 'chosen' | 'typed'
  'createRole.policyColumns': readonly ('name' | 'type' | 'description' | 'usedAs')[]
  /** The message that a role was created leads to it. */
  'roleCreated.viewRole': boolean
  /** Beside each other, of a role or a user. */
  'facts.columns': number
  'role.facts': readonly RoleFact[]
  'role.trust': 'document' | 'entities'
  'trustUpdated.message': boolean
  'user.facts': readonly UserFact[]
  /** Permissions are added by a menu, or each way has its button. */
  'permissions.add': 'menu' | 'buttons'
  's3.navigation': readonly (string | { section: string; items: readonly string[] })[]
  /** Kinds of buckets each have a tab. */
  's3.buckets.tabs': boolean
  'policyEditor.views': 'toggle' | 'tabs'
  /** What a new policy begins with. */
  'policyEditor.start': string
}

export const today: Features = {
  'topBar.person': 'account, name',
  'accountMenu.acts': 'buttons',
  'footer.links': ['CloudShell', 'Feedback'],
  'breadcrumbs.service': true,
  'signIn.showPassword': true,
  'switchRole.explanationFirst': false,
  'switchRole.color': 'list',
  'iam.navigation': [
    'iam.nav.dashboard',
    {
      section: 'iam.nav.accessManagement',
      items: [
        'iam.nav.roles',
        'iam.nav.policies',
        'iam.nav.users',
        'iam.nav.groups',
        'iam.nav.identityProviders',
        'iam.nav.accountSettings',
        'iam.nav.rootAccess',
        'iam.nav.delegationRequests',
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
        'iam.nav.resourceControlPolicies',
      ],
    },
    {
      section: 'iam.nav.related',
      items: ['iam.nav.identityCenter', 'iam.nav.organizations'],
    },
  ],
  'lists.buttonsLeft': [],
  'users.columns': [
    'name',
    'path',
    'groups',
    'activity',
    'mfa',
    'passwordAge',
    'signIn',
    'key',
    'keyAge',
    'keyUsed',
    'arn',
  ],
  'createRole.steps': ['trust', 'permissions', 'details'],
  'createRole.next': [],
  'createRole.entityTypes': ['service', 'account', 'web-identity', 'saml', 'custom'],
  'createRole.account': 'chosen',
  'createRole.policyColumns': ['name', 'type', 'description'],
  'roleCreated.viewRole': true,
  'facts.columns': 3,
  'role.facts': ['created', 'arn', 'link', 'activity', 'duration', 'profile'],
  'role.trust': 'document',
  'trustUpdated.message': true,
  'user.facts': ['arn', 'access', 'firstKey', 'created', 'signIn', 'secondKey'],
  'permissions.add': 'menu',
  's3.navigation': [
    {
      section: 'Buckets',
      items: [
        'General purpose buckets',
        'Directory buckets',
        'Table buckets',
        'Vector buckets',
      ],
    },
    {
      section: 'Access management and security',
      items: [
        'Access Points',
        'Access Points for FSx',
        'Access Grants',
        'IAM Access Analyzer for S3',
      ],
    },
    {
      section: 'Storage management and insights',
      items: ['Storage Lens', 'Batch Operations'],
    },
  ],
  's3.buckets.tabs': true,
  'policyEditor.views': 'toggle',
  'policyEditor.start': `{
	"Version": "2012-10-17",
	"Statement": [
		{
			"Sid": "Statement1",
			"Effect": "Allow",
			"Action": [],
			"Resource": []
		}
	]
}`,
}
