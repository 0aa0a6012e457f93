/** Name and message of every published check of this severity. */
export const suggestions = {
  EMPTY_ARRAY_ACTION: [
    'Empty array action',
    'This statement includes no actions and does not affect the policy. Specify actions.',
  ],
  EMPTY_ARRAY_CONDITION: [
    'Empty array condition',
    'There are no values for the condition key {{key}} and it does not affect the policy. Specify conditions.',
  ],
  EMPTY_ARRAY_CONDITION_FORALLVALUES: [
    'Empty array condition ForAllValues',
    'The ForAllValues prefix with an empty condition key matches only if the key {{key}} is missing from the request context. To determine if the request context is empty, we recommend that you use the Null condition operator with the value of true instead.',
  ],
  EMPTY_ARRAY_CONDITION_FORANYVALUE: [
    'Empty array condition ForAnyValue',
    'The ForAnyValue prefix with an empty condition key {{key}} never matches the request context and it does not affect the policy. Specify conditions.',
  ],
  EMPTY_ARRAY_CONDITION_IFEXISTS: [
    'Empty array condition IfExists',
    'The IfExists suffix with an empty condition key matches only if the key {{key}} is missing from the request context. To determine if the request context is empty, we recommend that you use the Null condition operator with the value of true instead.',
  ],
  EMPTY_ARRAY_PRINCIPAL: [
    'Empty array principal',
    'This statement includes no principals and does not affect the policy. Specify principals.',
  ],
  EMPTY_ARRAY_RESOURCE: [
    'Empty array resource',
    'This statement includes no resources and does not affect the policy. Specify resources.',
  ],
  EMPTY_OBJECT_CONDITION: [
    'Empty object condition',
    'This condition block is empty and it does not affect the policy. Specify conditions.',
  ],
  EMPTY_OBJECT_PRINCIPAL: [
    'Empty object principal',
    'This statement includes no principals and does not affect the policy. Specify principals.',
  ],
  EMPTY_SID_VALUE: [
    'Empty Sid value',
    'Add a value to the empty string in the Sid element.',
  ],
  IMPROVE_IP_RANGE: [
    'Improve IP range',
    'The non-zero bits in the IP address after the masked bits are ignored. Replace address with {{addr}}.',
  ],
  NULL_WITH_QUALIFIER: [
    'Null with qualifier',
    'Avoid using the Null condition operator with the ForAllValues or ForAnyValue qualifiers because they always return a true or false respectively.',
  ],
  PRIVATE_IP_ADDRESS_SUBSET: [
    'Private IP address subset',
    'The values for condition key aws:SourceIp include a mix of private and public IP addresses. The private addresses will not have the desired effect. aws:SourceIp works only for public IP address ranges. To define permissions for private IP ranges, use aws:VpcSourceIp.',
  ],
  PRIVATE_NOT_IP_ADDRESS_SUBSET: [
    'Private NotIpAddress subset',
    'The values for condition key aws:SourceIp include a mix of private and public IP addresses. The private addresses have no effect. aws:SourceIp works only for public IP address ranges. To define permissions for private IP ranges, use aws:VpcSourceIp.',
  ],
  REDUNDANT_ACTION: [
    'Redundant action',
    'The {{redundantActionCount}} action(s) are redundant because they provide similar permissions. Update the policy to remove the redundant action such as: {{redundantAction}}.',
  ],
  REDUNDANT_CONDITION_VALUE_NUM: [
    'Redundant condition value num',
    'Multiple values in {{operator}} are redundant. Replace with the {{extreme}} single value for {{key}}.',
  ],
  REDUNDANT_RESOURCE: [
    'Redundant resource',
    'The {{redundantResourceCount}} resource ARN(s) are redundant because they reference the same resource. Review the use of wildcards (*)',
  ],
  REDUNDANT_STATEMENT: [
    'Redundant statement',
    'The statements are redundant because they provide identical permissions. Update the policy to remove the redundant statement.',
  ],
  WILDCARD_IN_SERVICE_NAME: [
    'Wildcard in service name',
    'Avoid using wildcards (*, ?) in the service name because it might grant unintended access to other AWS services with similar names.',
  ],
  ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: [
    'Allow with unsupported tag condition key for service',
    'Using the effect Allow with the tag condition key {{conditionKeyName}} and actions for services with the following prefixes does not affect the policy: {{serviceNames}}. Actions for the listed service are not allowed by this statement. We recommend that you move these actions to a different statement without this condition key.',
  ],
  ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: [
    'Allow NotAction with unsupported tag condition key for service',
    "Using the effect Allow with NotAction and the tag condition key {{conditionKeyName}} allows only service actions that support the condition key. The condition key doesn't apply to some service actions. We recommend that you use Action instead of NotAction.",
  ],
  RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: [
    'Recommended condition key for service principal',
    'To restrict access to the service principal {{servicePrincipalPrefix}} operating on your behalf, we recommend aws:SourceArn, aws:SourceAccount, aws:SourceOrgID, or aws:SourceOrgPaths instead of {{key}}.',
  ],
  IRRELEVANT_CONDITION_KEY_IN_POLICY: [
    'Irrelevant condition key in policy',
    'The condition key {{conditionKey}} is not relevant for the {{resourceType}} policy.  Use this key in an identity-based policy to govern access to this resource.',
  ],
  REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY: [
    'Redundant principal in role trust policy',
    'The assumed-role principal {{redundantPrincipal}} is redundant with its parent role {{parentRole}}. Remove the assumed-role principal.',
  ],
  CONFIRM_AUDIENCE_CLAIM_TYPE: [
    'Confirm audience claim type',
    'The "{{key}}" ({{audienceType}}) claim key identifies the recipients that the JSON web token is intended for. Because this claim is single-valued, do not use a qualifier.',
  ],
  EQUIVALENT_TO_NULL_FALSE: [
    'Equivalent to null false',
    'We recommend replacing the key {{key}} in the condition block of {{operator}} with {{{recommendedKey}}: false} to ensure better enforcement of the condition.',
  ],
  EQUIVALENT_TO_NULL_TRUE: [
    'Equivalent to null true',
    'We recommend replacing the key {{key}} in the condition block of {{operator}} with {{{recommendedKey}}: true} to ensure better enforcement of the condition.',
  ],
  REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION: [
    'Redundant key due to wildcard in condition',
    'The key {{key}} in the condition block of {{operator}} is redundant because it is always matched. Remove this key to simplify the condition.',
  ],
  REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION: [
    'Redundant statement due to wildcard in condition',
    'The key {{key}} in the condition block of {{operator}} does not match any values. Remove this key to simplify the condition.',
  ],
} as const
