import { on } from './place'

export const roles = {
  ...on('/iam/roles', {
    'iam.roles.search': ['searchbox', 'Search roles'],
    'iam.roles.refresh': ['button', 'Refresh roles'],
    'iam.roles.preferences': ['button', 'Preferences'],
    'iam.roles.delete': ['button', 'Delete'],
    'iam.roles.create': ['link', 'Create role'],
  }),
  ...on('/iam/roles/:roleName', {
    'iam.deleteRole.confirm': [
      'textbox',
      'To confirm deletion, enter the role name in the text input field.',
    ],
    'iam.deleteRole.submit': ['button', 'Delete'],
    'iam.deleteRole.cancel': ['button', 'Cancel'],
  }),
}

export const createRole = {
  ...on('/iam/roles/create', {
    'iam.createRole.trustedEntity': ['radiogroup', 'Trusted entity type'],
    'iam.createRole.trustedEntity.awsService': ['radio', 'AWS service'],
    'iam.createRole.trustedEntity.awsAccount': ['radio', 'AWS account'],
    'iam.createRole.trustedEntity.webIdentity': ['radio', 'Web identity'],
    'iam.createRole.trustedEntity.saml': ['radio', 'SAML 2.0 federation'],
    'iam.createRole.trustedEntity.custom': ['radio', 'Custom trust policy'],
    'iam.createRole.service': ['button', 'Service or use case'],
    'iam.createRole.thisAccount': ['radio', 'This account'],
    'iam.createRole.anotherAccount': ['radio', 'Another AWS account'],
    'iam.createRole.accountId': ['textbox', 'Account ID'],
    'iam.createRole.requireExternalId': [
      'checkbox',
      'Require external ID (Best practice when a third party will assume this role)',
    ],
    'iam.createRole.externalId': ['textbox', 'Options External ID'],
    'iam.createRole.requireMfa': ['checkbox', 'Require MFA'],
    'iam.createRole.policies.search': ['searchbox', 'Search'],
    'iam.createRole.policies.filter': ['button', 'Filter by Type'],
    'iam.createRole.name': ['textbox', 'Role name'],
    'iam.createRole.description': ['textbox', 'Description'],
    'iam.createRole.next': ['button', 'Next'],
    'iam.createRole.previous': ['button', 'Previous'],
    'iam.createRole.cancel': ['button', 'Cancel'],
    'iam.createRole.submit': ['button', 'Create role'],
  }),
}

export const role = {
  ...on('/iam/roles/:roleName', {
    'iam.role.delete': ['button', 'Delete'],
    'iam.role.edit': ['button', 'Edit'],
    'iam.role.tab.permissions': ['tab', 'Permissions'],
    'iam.role.tab.trust': ['tab', 'Trust relationships'],
    'iam.role.tab.tags': ['tab', 'Tags'],
    'iam.role.tab.lastAccessed': ['tab', 'Last Accessed'],
    'iam.role.tab.revoke': ['tab', 'Revoke sessions'],
    'iam.role.policies.search': ['searchbox', 'Search policies'],
    'iam.role.policies.filter': ['button', 'Filter by Type'],
    'iam.role.simulate': ['link', 'Simulate'],
    'iam.role.removePolicies': ['button', 'Remove'],
    'iam.role.addPermissions': ['button', 'Add permissions'],
    'iam.role.permissions.attach': ['menuitem', 'Attach policies'],
    'iam.role.permissions.addInline': ['menuitem', 'Create inline policy'],
    'iam.role.editTrust': ['link', 'Edit trust policy'],
    'iam.role.manageTags': ['button', 'Manage tags'],
    'iam.role.revokeSessions': ['button', 'Revoke active sessions'],
  }),
  ...on('/iam/roles/:roleName/edit-trust-policy', {
    'iam.trust.update': ['button', 'Update policy'],
    'iam.trust.cancel': ['link', 'Cancel'],
  }),
  ...on('/iam/roles/:roleName/attach-policies', {
    'iam.attachRolePolicies.search': ['searchbox', 'Search'],
    'iam.attachRolePolicies.filter': ['button', 'Filter by Type'],
    'iam.attachRolePolicies.refresh': ['button', 'Refresh policies'],
    'iam.attachRolePolicies.preferences': ['button', 'Preferences'],
    'iam.attachRolePolicies.submit': ['button', 'Add permissions'],
    'iam.attachRolePolicies.cancel': ['link', 'Cancel'],
  }),
}

export const inlinePolicy = {
  ...on(
    [
      '/iam/users/:userName/create-policy',
      '/iam/groups/:groupName/create-policy',
      '/iam/roles/:roleName/create-policy',
    ],
    {
      'iam.inlinePolicy.editor': ['textbox', 'Policy'],
      'iam.inlinePolicy.name': ['textbox', 'Policy name'],
      'iam.inlinePolicy.edit': ['button', 'Edit'],
      'iam.inlinePolicy.next': ['button', 'Next'],
      'iam.inlinePolicy.previous': ['button', 'Previous'],
      'iam.inlinePolicy.cancel': ['button', 'Cancel'],
      'iam.inlinePolicy.submit': ['button', 'Create policy'],
    }
  ),
  ...on(
    [
      '/iam/users/:userName/edit-policy/:policyName',
      '/iam/groups/:groupName/edit-policy/:policyName',
      '/iam/roles/:roleName/edit-policy/:policyName',
    ],
    {
      'iam.editInlinePolicy.editor': ['textbox', 'Policy'],
      'iam.editInlinePolicy.edit': ['button', 'Edit'],
      'iam.editInlinePolicy.next': ['button', 'Next'],
      'iam.editInlinePolicy.previous': ['button', 'Previous'],
      'iam.editInlinePolicy.cancel': ['button', 'Cancel'],
      'iam.editInlinePolicy.submit': ['button', 'Save changes'],
    }
  ),
}
