import { on } from './place'

export const users = {
  ...on('/iam/users', {
    'iam.users.search': ['searchbox', 'Search users'],
    'iam.users.refresh': ['button', 'Refresh users'],
    'iam.users.preferences': ['button', 'Preferences'],
    'iam.users.delete': ['button', 'Delete'],
    'iam.users.create': ['link', 'Create user'],
  }),
  ...on('/iam/users/create', {
    'iam.createUser.name': ['textbox', 'User name'],
    'iam.createUser.consoleAccess': [
      'checkbox',
      'Provide user access to the AWS Management Console - optional',
    ],
    'iam.createUser.next': ['button', 'Next'],
    'iam.createUser.previous': ['button', 'Previous'],
    'iam.createUser.cancel': ['button', 'Cancel'],
    'iam.createUser.submit': ['button', 'Create user'],
  }),
  ...on('/iam/users/:userName', {
    'iam.deleteUser.confirm': [
      'textbox',
      'To confirm deletion, enter the user name in the text input field.',
    ],
    'iam.deleteUser.submit': ['button', 'Delete user'],
    'iam.deleteUser.cancel': ['button', 'Cancel'],
  }),
}

export const user = {
  ...on('/iam/users/:userName', {
    'iam.user.delete': ['button', 'Delete'],
    'iam.user.tab.permissions': ['tab', 'Permissions'],
    'iam.user.tab.groups': ['tab', 'Groups'],
    'iam.user.tab.tags': ['tab', 'Tags'],
    'iam.user.tab.security': ['tab', 'Security credentials'],
    'iam.user.tab.lastAccessed': ['tab', 'Last Accessed'],
    'iam.user.policies.search': ['searchbox', 'Search policies'],
    'iam.user.policies.filter': ['button', 'Filter by Type'],
    'iam.user.simulate': ['link', 'Simulate'],
    'iam.user.removePolicies': ['button', 'Remove'],
    'iam.user.addPermissions': ['button', 'Add permissions'],
    'iam.user.permissions.add': ['menuitem', 'Add permissions'],
    'iam.user.permissions.addInline': ['menuitem', 'Create inline policy'],
    'iam.user.addToGroups': ['button', 'Add user to groups'],
    'iam.user.leaveGroups': ['button', 'Remove'],
    'iam.user.manageTags': ['button', 'Manage tags'],
  }),
  ...on('/iam/users/:userName/add-permissions', {
    'iam.addPermissions.option': ['radiogroup', 'Permissions options'],
    'iam.addPermissions.option.groups': ['radio', 'Add user to group'],
    'iam.addPermissions.option.copy': ['radio', 'Copy permissions'],
    'iam.addPermissions.option.attach': ['radio', 'Attach policies directly'],
    'iam.addPermissions.next': ['button', 'Next'],
    'iam.addPermissions.previous': ['button', 'Previous'],
    'iam.addPermissions.cancel': ['button', 'Cancel'],
    'iam.addPermissions.submit': ['button', 'Add permissions'],
  }),
}
