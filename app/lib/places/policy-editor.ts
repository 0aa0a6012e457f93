import { on } from './place'

/** What stands above the text of a policy, and the same policy in blocks. */
export const policyEditor = on(
  [
    '/iam/policies/create',
    '/iam/policies/:policyArn/edit',
    '/iam/users/:userName/create-policy',
    '/iam/groups/:groupName/create-policy',
    '/iam/roles/:roleName/create-policy',
  ],
  {
    'iam.policyEditor.visual': ['button', 'Visual'],
    'iam.policyEditor.json': ['button', 'JSON'],
    'iam.policyEditor.actions': ['button', 'Actions'],
    'iam.policyEditor.import': ['menuitem', 'Import policy'],
    'iam.policyEditor.cloudFormation': ['menuitem', 'Generate CloudFormation template'],
    'iam.visualEditor.service': ['button', 'Service'],
    'iam.visualEditor.addPermissions': ['button', 'Add more permissions'],
    'iam.visualEditor.switchEffect': ['button', 'Switch to deny permissions'],
    'iam.visualEditor.filterActions': ['searchbox', 'Filter Actions'],
    'iam.visualEditor.addActions': ['button', 'Add actions'],
    'iam.visualEditor.allResources': ['radio', 'All'],
    'iam.visualEditor.specificResources': ['radio', 'Specific'],
    'iam.visualEditor.mfa': ['checkbox', 'User is MFA authenticated'],
    'iam.visualEditor.sourceIp': ['checkbox', 'Request is from a certain IP'],
    'iam.visualEditor.addCondition': ['button', 'Add another condition'],
    'iam.addActions.names': ['textbox', 'Actions'],
    'iam.addActions.submit': ['button', 'Add actions'],
    'iam.addActions.cancel': ['button', 'Cancel'],
    'iam.addArns.arn': ['textbox', 'Resource ARN'],
    'iam.addArns.submit': ['button', 'Add ARNs'],
    'iam.addArns.cancel': ['button', 'Cancel'],
    'iam.addCondition.submit': ['button', 'Add condition'],
    'iam.addCondition.cancel': ['button', 'Cancel'],
    'iam.importPolicy.search': ['searchbox', 'Search'],
    'iam.importPolicy.submit': ['button', 'Import policy'],
    'iam.importPolicy.cancel': ['button', 'Cancel'],
  }
)
