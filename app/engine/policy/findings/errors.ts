/** Name and message of every published check of this severity. */
export const errors = {
  ARN_ACCOUNT_NOT_ALLOWED: [
    'ARN account not allowed',
    'The service {{service}} does not support specifying an account ID in the resource ARN.',
  ],
  ARN_REGION_NOT_ALLOWED: [
    'ARN Region not allowed',
    'The service {{service}} does not support specifying a Region in the resource ARN.',
  ],
  DATA_TYPE_MISMATCH: [
    'Data type mismatch',
    'The text does not match the expected JSON data type {{dataType}}.',
  ],
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE: [
    'Duplicate keys with different case',
    'The condition key {{key}} appears more than once with different capitalization in the same condition block. Remove the duplicate condition keys.',
  ],
  INVALID_ACTION: [
    'Invalid action',
    'The action {{action}} does not exist. Did you mean {{validAction}}?',
  ],
  INVALID_ARN_ACCOUNT: [
    'Invalid ARN account',
    'The resource ARN account ID {{account}} is not valid. Provide a 12-digit account ID.',
  ],
  INVALID_ARN_PREFIX: [
    'Invalid ARN prefix',
    'Add the required prefix (arn) to the resource ARN.',
  ],
  INVALID_ARN_REGION: [
    'Invalid ARN Region',
    'The Region {{region}} is not valid for this resource. Update the resource ARN to include a supported Region.',
  ],
  INVALID_ARN_RESOURCE: [
    'Invalid ARN resource',
    'Resource ARN does not match the expected ARN format. Update the resource portion of the ARN.',
  ],
  INVALID_ARN_SERVICE_CASE: [
    'Invalid ARN service case',
    'Update the service name {{service}} in the resource ARN to use all lowercase letters.',
  ],
  INVALID_CONDITION_DATA_TYPE: [
    'Invalid condition data type',
    'The condition value data types do not match. Use condition values of the same JSON data type.',
  ],
  INVALID_CONDITION_KEY_FORMAT: [
    'Invalid condition key format',
    'The condition key format is not valid. Use the format service:keyname.',
  ],
  INVALID_CONDITION_MULTIPLE_BOOLEAN: [
    'Invalid condition multiple Boolean',
    'The condition key does not support multiple Boolean values. Use a single Boolean value.',
  ],
  INVALID_CONDITION_OPERATOR: [
    'Invalid condition operator',
    'The condition operator {{operator}} is not valid. Use a valid condition operator.',
  ],
  INVALID_EFFECT: [
    'Invalid effect',
    'The effect {{effect}} is not valid. Use Allow or Deny.',
  ],
  INVALID_GLOBAL_CONDITION_KEY: [
    'Invalid global condition key',
    'The condition key {{key}} does not exist. Use a valid condition key.',
  ],
  INVALID_PARTITION: [
    'Invalid partition',
    'The resource ARN for the service {{service}} does not support the partition {{partition}}. Use the supported values: {{partitions}}',
  ],
  INVALID_POLICY_ELEMENT: [
    'Invalid policy element',
    'The policy element {{element}} is not valid.',
  ],
  INVALID_PRINCIPAL_FORMAT: [
    'Invalid principal format',
    'The Principal element contents are not valid. Specify a key-value pair in the Principal element.',
  ],
  INVALID_PRINCIPAL_KEY: [
    'Invalid principal key',
    'The principal key {{principalKey}} is not valid.',
  ],
  INVALID_REGION: [
    'Invalid Region',
    'The Region {{region}} is not valid. Update the condition value to a supported Region.',
  ],
  INVALID_SERVICE: [
    'Invalid service',
    'The service {{service}} does not exist. Use a valid service name.',
  ],
  INVALID_SERVICE_CONDITION_KEY: [
    'Invalid service condition key',
    'The condition key {{key}} does not exist in the service {{service}}. Use a valid condition key.',
  ],
  INVALID_SERVICE_IN_ACTION: [
    'Invalid service in action',
    'The service {{service}} specified in the action does not exist. Did you mean {{service2}}?',
  ],
  INVALID_VARIABLE_FOR_OPERATOR: [
    'Invalid variable for operator',
    'Policy variables can only be used with String and ARN operators.',
  ],
  INVALID_VERSION: [
    'Invalid version',
    'The version {{version}} is not valid. Use one of the following versions: {{versions}}',
  ],
  JSON_SYNTAX_ERROR: [
    'Json syntax error',
    'Fix the JSON syntax error at index {{index}} line {{line}} column {{column}}.',
  ],
  MISSING_ACTION: [
    'Missing action',
    'Add an Action or NotAction element to the policy statement.',
  ],
  MISSING_ARN_FIELD: [
    'Missing ARN field',
    'Resource ARNs must include at least {{fields}} fields in the following structure: arn:partition:service:region:account:resource',
  ],
  MISSING_ARN_REGION: [
    'Missing ARN Region',
    'Add a Region to the {{service}} resource ARN.',
  ],
  MISSING_EFFECT: [
    'Missing effect',
    'Add an Effect element to the policy statement with a value of Allow or Deny.',
  ],
  MISSING_PRINCIPAL: [
    'Missing principal',
    'Add a Principal element to the policy statement.',
  ],
  MISSING_QUALIFIER: [
    'Missing qualifier',
    'The request context key {{key}} has multiple values. Use the ForAllValues or ForAnyValue condition key qualifiers in your policy.',
  ],
  MISSING_RESOURCE: [
    'Missing resource',
    'Add a Resource or NotResource element to the policy statement.',
  ],
  MISSING_STATEMENT: ['Missing statement', 'Add a statement to the policy'],
  NULL_WITH_IF_EXISTS: [
    'Null with if exists',
    'The Null condition operator cannot be used with the IfExists suffix. Update the operator or the suffix.',
  ],
  SCP_SYNTAX_ERROR_ACTION_WILDCARD: [
    'SCP syntax error action wildcard',
    'SCP actions can include wildcards (*) only at the end of a string. Update {{action}}.',
  ],
  SCP_SYNTAX_ERROR_PRINCIPAL: [
    'SCP syntax error principal',
    'SCPs do not support specifying principals. Remove the Principal or NotPrincipal element.',
  ],
  UNIQUE_SIDS_REQUIRED: [
    'Unique Sids required',
    'Duplicate statement IDs are not supported for this policy type. Update the Sid value.',
  ],
  UNSUPPORTED_ACTION_IN_POLICY: [
    'Unsupported action in policy',
    'The action {{action}} is not supported for the resource-based policy attached to the resource type {{resourceType}}.',
  ],
  UNSUPPORTED_ELEMENT_COMBINATION: [
    'Unsupported element combination',
    'The policy elements {{element1}} and {{element2}} can not be used in the same statement. Remove one of these elements.',
  ],
  UNSUPPORTED_GLOBAL_CONDITION_KEY: [
    'Unsupported global condition key',
    'The condition key aws:ARN is not supported. Use aws:PrincipalArn or aws:SourceArn instead.',
  ],
  UNSUPPORTED_PRINCIPAL: [
    'Unsupported principal',
    'The policy type {{policyType}} does not support the Principal element. Remove the Principal element.',
  ],
  UNSUPPORTED_RESOURCE_ARN_IN_POLICY: [
    'Unsupported resource ARN in policy',
    'The resource ARN is not supported for the resource-based policy attached to the resource type {{resourceType}}.',
  ],
  UNSUPPORTED_SID: [
    'Unsupported Sid',
    'Update the characters in the Sid element to use one of the following character types: [a-z, A-Z, 0-9]',
  ],
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: [
    'Unsupported wildcard in principal',
    'Wildcards (*, ?) are not supported with the principal key {{principalKey}}. Replace the wildcard with a valid principal value.',
  ],
  MISSING_BRACE_IN_VARIABLE: [
    'Missing brace in variable',
    'The policy variable is missing a closing curly brace. Add } after the variable text.',
  ],
  MISSING_QUOTE_IN_VARIABLE: [
    'Missing quote in variable',
    'The policy variable default value must begin and end with a single quote. Add the missing quote.',
  ],
  UNSUPPORTED_SPACE_IN_VARIABLE: [
    'Unsupported space in variable',
    'A space is not supported within the policy variable text. Remove the space.',
  ],
  EMPTY_VARIABLE: [
    'Empty variable',
    'Empty policy variable. Remove the ${ } variable structure or provide a variable within the structure.',
  ],
  VARIABLE_UNSUPPORTED_IN_ELEMENT: [
    'Variable unsupported in element',
    'Policy variables are supported in the Resource and Condition elements. Remove the policy variable {{variable}} from this element.',
  ],
  VARIABLE_UNSUPPORTED_IN_VERSION: [
    'Variable unsupported in version',
    'To include variables in your policy, use the policy version 2012-10-17 or later.',
  ],
  PRIVATE_IP_ADDRESS: [
    'Private IP address',
    'aws:SourceIp works only for public IP address ranges. The values for condition key aws:SourceIp include only private IP addresses and will not have the desired effect. Update the value to include only public IP addresses.',
  ],
  PRIVATE_NOT_IP_ADDRESS: [
    'Private NotIpAddress',
    'The values for condition key aws:SourceIp include only private IP addresses and has no effect. aws:SourceIp works only for public IP address ranges. Update the value to include only public IP addresses.',
  ],
  POLICY_SIZE_EXCEEDS_SCP_QUOTA: [
    'Policy size exceeds SCP quota',
    'The {{policySize}} characters in the service control policy (SCP) exceed the {{policySizeQuota}} character maximum for SCPs. We recommend that you use multiple granular policies.',
  ],
  INVALID_SERVICE_PRINCIPAL_FORMAT: [
    'Invalid service principal format',
    'The service principal does not match the expected format. Use the format {{expectedFormat}}.',
  ],
  MISSING_TAG_KEY_IN_CONDITION: [
    'Missing tag key in condition',
    'The condition key {{conditionKeyName}} must include a tag key to control access based on tags. Use the format {{conditionKeyName}}tag-key and specify a key name for tag-key.',
  ],
  INVALID_VPC_FORMAT: [
    'Invalid vpc format',
    "The VPC identifier in the condition key value is not valid. Use the prefix 'vpc-' followed by 8 or 17 alphanumeric characters.",
  ],
  INVALID_VPCE_FORMAT: [
    'Invalid vpce format',
    "The VPCE identifier in the condition key value is not valid.  Use the prefix 'vpce-' followed by 8 or 17 alphanumeric characters.",
  ],
  FEDERATED_PRINCIPAL_NOT_SUPPORTED: [
    'Federated principal not supported',
    'The policy type does not support a federated identity provider in the principal element. Use a supported principal.',
  ],
  UNSUPPORTED_ACTION_FOR_CONDITION_KEY: [
    'Unsupported action for condition key',
    'The following actions: {{actions}} are not supported by the condition key {{key}}. The condition will not be evaluated for these actions. We recommend that you move these actions to a different statement without this condition key.',
  ],
  UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: [
    'Unsupported condition key for service principal',
    'The following condition keys are not supported when used with the service principal: {{conditionKeys}}.',
  ],
  ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL: [
    'Role trust policy syntax error notprincipal',
    'Role trust policies do not support NotPrincipal. Update the policy to use a Principal element instead.',
  ],
  ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL: [
    'Role trust policy unsupported wildcard in principal',
    '"Principal:" "*" is not supported in the principal element of a role trust policy. Replace the wildcard with a valid principal value.',
  ],
  ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE: [
    'Role trust policy syntax error resource',
    'Role trust policies apply to the role that they are attached to. You cannot specify a resource. Remove the Resource or NotResource element.',
  ],
  MISSING_ACTION_FOR_CONDITION_KEY: [
    'Missing action for condition key',
    'The {{actionName}} action must be in the action block to allow setting values for the condition key {{keyName}}. Add {{actionName}} to the action block.',
  ],
  INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY: [
    'Invalid federated principal syntax in role trust policy',
    'The principal value specifies a federated principal that does not match the expected format. Update the federated principal to a domain name or a SAML metadata ARN.',
  ],
  MISMATCHED_ACTION_FOR_PRINCIPAL: [
    'Mismatched action for principal',
    'The {{actionName}} action is invalid with the following principal(s): {{principalNames}}. Use a SAML provider principal with the sts:AssumeRoleWithSAML action or use an OIDC provider principal with the sts:AssumeRoleWithWebIdentity action. Ensure the provider is Federated if you use either of the two options.',
  ],
  MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY: [
    'Missing action for roles anywhere trust policy',
    'The rolesanywhere.amazonaws.com service principal requires the sts:AssumeRole, sts:SetSourceIdentity, and sts:TagSession permissions to assume a role. Add the missing permissions to the policy.',
  ],
  TYPE_MISMATCH_IP_RANGE: [
    'Type mismatch IP range',
    'The condition operator {{operator}} is used with an invalid IP range value. Specify the IP range in standard CIDR format.',
  ],
  POLICY_SIZE_EXCEEDS_RCP_QUOTA: [
    'Policy size exceeds RCP quota',
    'The {{policySize}} characters in the resource control policy (RCP) exceed the {{policySizeQuota}} character maximum for RCPs. We recommend that you use multiple granular policies.',
  ],
  RCP_SYNTAX_ERROR_PRINCIPAL: [
    'RCP syntax error principal',
    'The Principal element contents are not valid. RCPs only support specifying all principals ("*") in the Principal element. The NotPrincipal element is not supported for RCPs.',
  ],
  RCP_SYNTAX_ERROR_ALLOW: [
    'RCP syntax error allow',
    'RCPs only support specifying all principals ("*") in the Principal element, all resources ("*") in the Resource element, and no Condition element with an effect of Allow.',
  ],
  RCP_SYNTAX_ERROR_NOTACTION: [
    'RCP syntax error NotAction',
    'RCPs do not support the NotAction element. Update to use the Action element.',
  ],
  RCP_SYNTAX_ERROR_ACTION: [
    'RCP syntax error action',
    'RCPs only support specifying select service prefixes in the Action element. Learn more here.',
  ],
  MISSING_ARN_ACCOUNT: [
    'Missing ARN account',
    'The resource {{resourceName}} in the arn is missing an account id. Please provide a 12 digit account id.',
  ],
  INVALID_KMS_KEY_VALUE: [
    'Invalid kms key value',
    'The {{key}} condition key value must be valid a KMS key ARN.',
  ],
  VARIABLE_USAGE_TOO_PERMISSIVE: [
    'Variable usage too permissive',
    'Overly permissive use of policy variable for the {{key}} condition key. Use the policy variable preceded by 6 consecutive characters.',
  ],
  WILDCARD_USAGE_TOO_PERMISSIVE: [
    'Wildcard usage too permissive',
    'Overly permissive use of wildcard for the {{key}} condition key. Use the wildcard preceded by 6 consecutive characters.',
  ],
  'VARIABLE_USAGE_TOO_PERMISSIVE/sensitive': [
    'Variable usage too permissive',
    'The policy variable is not allowed in the condition key {{key}}. We consider the key to be sensitive and policy variables can be evaluated as effective wildcards. Therefore policy variables are not allowed to be used with sensitive keys. Refer to https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html for the list of sensitive keys.',
  ],
  'VARIABLE_USAGE_TOO_PERMISSIVE/userid': [
    'Variable usage too permissive',
    'Overly permissive use of policy variable with aws:userID. Use the policy variable on the right side of colon or as the only character on the left side of a colon.',
  ],
  'WILDCARD_USAGE_TOO_PERMISSIVE/sensitive': [
    'Wildcard usage too permissive',
    'The wildcard is not allowed in the condition key {{key}}. We consider the key to be sensitive and wildcards are not allowed to be used with sensitive keys. Refer to https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html for the list of sensitive keys.',
  ],
  'WILDCARD_USAGE_TOO_PERMISSIVE/userid': [
    'Wildcard usage too permissive',
    'Overly permissive use of wildcard with aws:userID. Use the wildcard on the right side of colon or as the only character on the left side of a colon.',
  ],
  /** Refusals by the API itself that no published check stands for. */
  MalformedPolicyDocument: ['MalformedPolicyDocument', '{{message}}'],
  MalformedPolicy: ['MalformedPolicy', '{{message}}'],
  'INVALID_ACTION/unknown': ['Invalid action', 'The action {{action}} does not exist.'],
} as const
