/**
 * Every spot a person can be sent to, by name: which page it is on, and the role and the
 * accessible name by which it is found there. When wording changes, one line here changes.
 */
export type Place = {
  /** The route it is on; `*` is every page of the console. */
  page: string
  role:
    | 'button'
    | 'link'
    | 'textbox'
    | 'tab'
    | 'radio'
    | 'checkbox'
    | 'region'
    | 'combobox'
    | 'searchbox'
    | 'menuitem'
    | 'radiogroup'
  name: string
}

const frame = {
  'nav.services': { page: '*', role: 'button', name: 'Services' },
  'nav.search': { page: '*', role: 'combobox', name: 'Search' },
  'nav.help': { page: '*', role: 'button', name: 'Help' },
  'nav.settings': { page: '*', role: 'button', name: 'Settings' },
  'nav.home': { page: '*', role: 'link', name: 'Understudy console home' },
  'account.menu': { page: '*', role: 'button', name: 'Account menu' },
  'account.menu.switchRole': { page: '*', role: 'link', name: 'Switch role' },
  'account.menu.switchBack': { page: '*', role: 'button', name: 'Switch back' },
  'account.menu.signOut': { page: '*', role: 'button', name: 'Sign out' },
} satisfies Record<string, Place>

const signIn = {
  'signIn.account': { page: '/sign-in', role: 'textbox', name: 'Account ID or alias' },
  'signIn.userName': { page: '/sign-in', role: 'textbox', name: 'IAM username' },
  'signIn.password': { page: '/sign-in', role: 'textbox', name: 'Password' },
  'signIn.mfaCode': { page: '/sign-in', role: 'textbox', name: 'MFA code' },
  'signIn.submit': { page: '/sign-in', role: 'button', name: 'Sign in' },
  'signIn.root': {
    page: '/sign-in',
    role: 'button',
    name: 'Sign in using root user email',
  },
} satisfies Record<string, Place>

const switchRole = {
  'switchRole.account': { page: '/switch-role', role: 'textbox', name: 'Account ID' },
  'switchRole.roleName': { page: '/switch-role', role: 'textbox', name: 'IAM role name' },
  'switchRole.displayName': {
    page: '/switch-role',
    role: 'textbox',
    name: 'Display name - optional',
  },
  'switchRole.submit': { page: '/switch-role', role: 'button', name: 'Switch Role' },
} satisfies Record<string, Place>

const iamNavigation = {
  'iam.nav.dashboard': { page: '/iam/home', role: 'link', name: 'Dashboard' },
  'iam.nav.roles': { page: '/iam/home', role: 'link', name: 'Roles' },
  'iam.nav.policies': { page: '/iam/home', role: 'link', name: 'Policies' },
  'iam.nav.users': { page: '/iam/home', role: 'link', name: 'IAM users' },
  'iam.nav.groups': { page: '/iam/home', role: 'link', name: 'IAM user groups' },
} satisfies Record<string, Place>

const roles = {
  'iam.roles.create': { page: '/iam/roles', role: 'link', name: 'Create role' },
  'iam.roles.delete': { page: '/iam/roles', role: 'button', name: 'Delete' },
  'iam.createRole.trustedEntity': {
    page: '/iam/roles/create',
    role: 'radiogroup',
    name: 'Trusted entity type',
  },
  'iam.createRole.accountId': {
    page: '/iam/roles/create',
    role: 'textbox',
    name: 'Account ID',
  },
  'iam.createRole.name': { page: '/iam/roles/create', role: 'textbox', name: 'Role name' },
  'iam.role.delete': { page: '/iam/roles/:roleName', role: 'button', name: 'Delete' },
  'iam.role.editTrust': {
    page: '/iam/roles/:roleName',
    role: 'link',
    name: 'Edit trust policy',
  },
  'iam.role.addPermissions': {
    page: '/iam/roles/:roleName',
    role: 'button',
    name: 'Add permissions',
  },
  'iam.inlinePolicy.name': {
    page: '/iam/users/:userName/create-policy',
    role: 'textbox',
    name: 'Policy name',
  },
  'iam.trust.update': {
    page: '/iam/roles/:roleName/edit-trust-policy',
    role: 'button',
    name: 'Update policy',
  },
} satisfies Record<string, Place>

const users = {
  'iam.users.create': { page: '/iam/users', role: 'link', name: 'Create user' },
  'iam.users.delete': { page: '/iam/users', role: 'button', name: 'Delete' },
  'iam.createUser.name': {
    page: '/iam/users/create',
    role: 'textbox',
    name: 'User name',
  },
  'iam.createUser.consoleAccess': {
    page: '/iam/users/create',
    role: 'checkbox',
    name: 'Provide user access to the AWS Management Console - optional',
  },
  'iam.user.delete': { page: '/iam/users/:userName', role: 'button', name: 'Delete' },
  'iam.user.addPermissions': {
    page: '/iam/users/:userName',
    role: 'button',
    name: 'Add permissions',
  },
  'iam.user.permissions.add': {
    page: '/iam/users/:userName',
    role: 'menuitem',
    name: 'Add permissions',
  },
  'iam.user.permissions.addInline': {
    page: '/iam/users/:userName',
    role: 'menuitem',
    name: 'Create inline policy',
  },
  'iam.user.addToGroups': {
    page: '/iam/users/:userName',
    role: 'button',
    name: 'Add user to groups',
  },
  'iam.user.createAccessKey': {
    page: '/iam/users/:userName',
    role: 'button',
    name: 'Create access key',
  },
  'iam.user.consoleAccess': {
    page: '/iam/users/:userName',
    role: 'button',
    name: 'Enable console access',
  },
} satisfies Record<string, Place>

const groups = {
  'iam.groups.create': { page: '/iam/groups', role: 'link', name: 'Create group' },
  'iam.groups.delete': { page: '/iam/groups', role: 'button', name: 'Delete' },
  'iam.createGroup.name': {
    page: '/iam/groups/create',
    role: 'textbox',
    name: 'User group name',
  },
  'iam.createGroup.submit': {
    page: '/iam/groups/create',
    role: 'button',
    name: 'Create user group',
  },
  'iam.group.delete': { page: '/iam/groups/:groupName', role: 'button', name: 'Delete' },
  'iam.group.addUsers': {
    page: '/iam/groups/:groupName',
    role: 'button',
    name: 'Add users',
  },
  'iam.group.addPermissions': {
    page: '/iam/groups/:groupName',
    role: 'button',
    name: 'Add permissions',
  },
} satisfies Record<string, Place>

const policies = {
  'iam.policies.delete': { page: '/iam/policies', role: 'button', name: 'Delete' },
  'iam.policy.delete': {
    page: '/iam/policies/:policyArn',
    role: 'button',
    name: 'Delete',
  },
} satisfies Record<string, Place>

const account = {
  'iam.dashboard.createAlias': { page: '/iam/home', role: 'button', name: 'Create' },
} satisfies Record<string, Place>

const s3 = {
  's3.buckets.create': { page: '/s3/buckets', role: 'link', name: 'Create bucket' },
  's3.createBucket.name': {
    page: '/s3/bucket/create',
    role: 'textbox',
    name: 'Bucket name',
  },
  's3.createBucket.submit': {
    page: '/s3/bucket/create',
    role: 'button',
    name: 'Create bucket',
  },
  's3.bucket.upload': { page: '/s3/buckets/:bucket', role: 'link', name: 'Upload' },
  's3.upload.submit': { page: '/s3/upload/:bucket', role: 'button', name: 'Upload' },
} satisfies Record<string, Place>

export const places = {
  ...frame,
  ...signIn,
  ...switchRole,
  ...iamNavigation,
  ...roles,
  ...users,
  ...groups,
  ...policies,
  ...account,
  ...s3,
}

export type PlaceId = keyof typeof places

/** Under the name that labs and takes know, and the one that the test contract promises. */
export const place = (id: PlaceId) => ({ 'data-place': id, 'data-u-place': id })

/** For Cloudscape's components, each of which names its native element differently. */
export const placeButton = (id: PlaceId) => ({
  nativeButtonAttributes: place(id),
  nativeAnchorAttributes: place(id),
})
export const placeLink = (id: PlaceId) => ({ nativeAttributes: place(id) })
export const placeInput = (id: PlaceId) => ({ nativeInputAttributes: place(id) })
