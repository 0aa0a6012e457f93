import { on } from './place'

export const groups = {
  ...on('/iam/groups', {
    'iam.groups.search': ['searchbox', 'Search groups'],
    'iam.groups.refresh': ['button', 'Refresh groups'],
    'iam.groups.preferences': ['button', 'Preferences'],
    'iam.groups.delete': ['button', 'Delete'],
    'iam.groups.create': ['link', 'Create group'],
  }),
  ...on('/iam/groups/create', {
    'iam.createGroup.name': ['textbox', 'User group name'],
    'iam.createGroup.submit': ['button', 'Create user group'],
    'iam.createGroup.cancel': ['link', 'Cancel'],
  }),
  ...on('/iam/groups/:groupName', {
    'iam.deleteGroup.confirm': [
      'textbox',
      'To confirm deletion, enter the group name in the text input field.',
    ],
    'iam.deleteGroup.submit': ['button', 'Delete'],
    'iam.deleteGroup.cancel': ['button', 'Cancel'],
    'iam.group.delete': ['button', 'Delete'],
    'iam.group.edit': ['button', 'Edit'],
    'iam.group.tab.users': ['tab', 'Users'],
    'iam.group.tab.permissions': ['tab', 'Permissions'],
    'iam.group.removeUsers': ['button', 'Remove'],
    'iam.group.addUsers': ['button', 'Add users'],
    'iam.group.policies.search': ['searchbox', 'Search policies'],
    'iam.group.policies.filter': ['button', 'Filter by Type'],
    'iam.group.removePolicies': ['button', 'Remove'],
    'iam.group.addPermissions': ['button', 'Add permissions'],
  }),
}

export const policies = {
  ...on('/iam/policies', {
    'iam.policies.search': ['searchbox', 'Search'],
    'iam.policies.filter': ['button', 'Filter by Type'],
    'iam.policies.refresh': ['button', 'Refresh policies'],
    'iam.policies.preferences': ['button', 'Preferences'],
    'iam.policies.delete': ['button', 'Delete'],
    'iam.policies.create': ['link', 'Create policy'],
  }),
  ...on('/iam/policies/create', {
    'iam.createPolicy.name': ['textbox', 'Policy name'],
    'iam.createPolicy.next': ['button', 'Next'],
    'iam.createPolicy.previous': ['button', 'Previous'],
    'iam.createPolicy.cancel': ['button', 'Cancel'],
    'iam.createPolicy.submit': ['button', 'Create policy'],
  }),
  ...on('/iam/policies/:policyArn/edit', {
    'iam.editPolicy.next': ['button', 'Next'],
    'iam.editPolicy.previous': ['button', 'Previous'],
    'iam.editPolicy.cancel': ['button', 'Cancel'],
    'iam.editPolicy.submit': ['button', 'Save changes'],
  }),
  ...on('/iam/policies/:policyArn', {
    'iam.policy.edit': ['link', 'Edit'],
    'iam.policy.delete': ['button', 'Delete'],
    'iam.policy.tab.permissions': ['tab', 'Permissions'],
    'iam.policy.tab.entities': ['tab', 'Entities attached'],
    'iam.policy.tab.tags': ['tab', 'Tags'],
    'iam.policy.tab.versions': ['tab', 'Policy versions'],
    'iam.policy.manageTags': ['button', 'Manage tags'],
    'iam.deletePolicy.confirm': [
      'textbox',
      'To confirm deletion, enter the policy name in the text input field.',
    ],
    'iam.deletePolicy.submit': ['button', 'Delete'],
    'iam.deletePolicy.cancel': ['button', 'Cancel'],
  }),
}
