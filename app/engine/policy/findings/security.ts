/** Name and message of every published check of this severity. */
export const security = {
  UNTRUSTWORTHY_CONDITION_KEY: [
    'Untrustworthy condition key',
    'The {{key}} condition key is not recommended for access control as it can be spoofed/manipulated by the caller.',
  ],
  ALLOW_WITH_NOT_PRINCIPAL: [
    'Allow with NotPrincipal',
    'Using Allow with NotPrincipal can be overly permissive. We recommend that you use Principal instead.',
  ],
  FORALLVALUES_WITH_SINGLE_VALUED_KEY: [
    'ForAllValues with single valued key',
    'Using ForAllValues qualifier with the single-valued condition key {{key}} can be overly permissive. We recommend that you remove ForAllValues:.',
  ],
  PASS_ROLE_WITH_NOT_RESOURCE: [
    'Pass role with NotResource',
    'Using the iam:PassRole action with NotResource can be overly permissive because it can allow iam:PassRole permissions on multiple resources. We recommend that you specify resource ARNs instead.',
  ],
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE: [
    'Pass role with star in action and NotResource',
    'Using an action with a wildcard (*) and NotResource can be overly permissive because it can allow iam:PassRole permissions on multiple resources. We recommend that you specify resource ARNs instead.',
  ],
  PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE: [
    'Pass role with NotAction and NotResource',
    'Using NotAction with NotResource can be overly permissive because it can allow iam:PassRole permissions on multiple resources.. We recommend that you specify resource ARNs instead.',
  ],
  PASS_ROLE_WITH_STAR_IN_RESOURCE: [
    'Pass role with star in resource',
    'Using the iam:PassRole action with wildcards (*) in the resource can be overly permissive because it allows iam:PassRole permissions on multiple resources. We recommend that you specify resource ARNs or add the iam:PassedToService condition key to your statement.',
  ],
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE: [
    'Pass role with star in action and resource',
    'Using wildcards (*) in the action and the resource can be overly permissive because it allows iam:PassRole permissions on all resources. We recommend that you specify resource ARNs or add the iam:PassedToService condition key to your statement.',
  ],
  PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION: [
    'Pass role with star in resource and NotAction',
    'Using a resource with wildcards (*) and NotAction can be overly permissive because it allows iam:PassRole permissions on all resources. We recommend that you specify resource ARNs or add the iam:PassedToService condition key to your statement.',
  ],
  MISSING_PAIRED_CONDITION_KEYS: [
    'Missing paired condition keys',
    'Using the condition key {{conditionKeyName}} can be overly permissive without also using the following condition keys: {{recommendedKeys}}. Condition keys like this one are more secure when paired with a related key. We recommend that you add the related condition keys to the same condition block.',
  ],
  DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: [
    'Deny with unsupported tag condition key for service',
    'Using the effect Deny with the tag condition key {{conditionKeyName}} and actions for services with the following prefixes can be overly permissive: {{serviceNames}}. Actions for the listed services are not denied by this statement. We recommend that you move these actions to a different statement without this condition key.',
  ],
  DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: [
    'Deny NotAction with unsupported tag condition key for service',
    "Using the effect Deny with NotAction and the tag condition key {{conditionKeyName}} can be overly permissive because some service actions are not denied by this statement. This is because the condition key doesn't apply to some service actions. We recommend that you use Action instead of NotAction.",
  ],
  RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL: [
    'Restrict access to service principal',
    'Granting access to a service principal without specifying a source is overly permissive. Use aws:SourceArn, aws:SourceAccount, aws:SourceOrgID, or aws:SourceOrgPaths condition key to grant fine-grained access.',
  ],
  MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL: [
    'Missing condition key for oidc principal',
    'Using an Open ID Connect principal without a condition can be overly permissive. Add condition keys with a prefix that matches your federated OIDC principals to ensure that only the intended identity provider assumes the role.',
  ],
  MISSING_GITHUB_REPO_CONDITION_KEY: [
    'Missing github repo condition key',
    'Granting a federated GitHub principal permissions without a condition key can allow more sources to assume the role than you intended. Add the token.actions.githubusercontent.com:sub condition key and specify the branch and repository name in the value.',
  ],
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: [
    'String like operator with ARN condition keys',
    'Use the operator type {{allowed}} instead of operator {{operator}} for the condition key {{key}}.',
  ],
  FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE: [
    'ForAnyValue with audience claim type',
    'Using ForAnyValue qualifier with the single-valued condition key {{key}} can be overly permissive. We recommend that you remove ForAnyValue:.',
  ],
} as const
