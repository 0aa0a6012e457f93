/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
import {
  bucket,
  type Case,
  github,
  identity,
  policy,
  provider,
  rcp,
  role,
  service,
  statement,
  trust,
  user,
  when,
} from './case'

const SLR = 'iam:CreateServiceLinkedRole'
const own = 'arn:aws:iam::123456789012:role/aws-service-role/x.amazonaws.com/R'
const grant = (change: Record<string, unknown>) =>
  identity({ Action: undefined, Resource: undefined, ...change })
const compare = (operator: string, key: string, value: unknown) =>
  when({ [operator]: { [key]: value } })

const source = { StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-1' } }
const asService = { BoolIfExists: { 'aws:PrincipalIsAWSService': 'true' } }
const told = { Null: { 'aws:SourceAccount': 'false' } }

export const warningCases: Case[] = [
  {
    id: 'CREATE_SLR_WITH_NOT_RESOURCE',
    has: grant({ Action: SLR, NotResource: own }),
    at: SLR,
    message:
      'Using the iam:CreateServiceLinkedRole action with NotResource can allow creation of unintended service-linked roles for multiple resources. We recommend that you specify resource ARNs instead.',
    hasNot: grant({ Action: SLR, Resource: own }),
  },
  {
    id: 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
    has: grant({ Action: 'iam:Create*', NotResource: own }),
    at: 'iam:Create*',
    message:
      'Using an action with a wildcard(*) and NotResource can allow creation of unintended service-linked roles because it can allow iam:CreateServiceLinkedRole permissions on multiple resources. We recommend that you specify resource ARNs instead.',
    hasNot: grant({ Action: 'iam:Delete*', NotResource: own }),
  },
  {
    id: 'CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE',
    has: grant({ NotAction: 'iam:PassRole', NotResource: own }),
    at: 'iam:PassRole',
    message:
      'Using NotAction with NotResource can allow creation of unintended service-linked roles because it allows iam:CreateServiceLinkedRole permissions on multiple resources. We recommend that you specify resource ARNs instead.',
    hasNot: grant({ NotAction: 'iam:*', NotResource: own }),
  },
  {
    id: 'CREATE_SLR_WITH_STAR_IN_RESOURCE',
    has: grant({ Action: SLR, Resource: '*' }),
    at: '*',
    message:
      'Using the iam:CreateServiceLinkedRole action with wildcards (*) in the resource can allow creation of unintended service-linked roles. We recommend that you specify resource ARNs instead.',
    hasNot: grant({
      Action: SLR,
      Resource: '*',
      Condition: { StringEquals: { 'iam:AWSServiceName': 'x.amazonaws.com' } },
    }),
  },
  {
    id: 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
    has: grant({ Action: 'iam:Create*', Resource: '*' }),
    at: 'iam:Create*',
    message:
      'Using wildcards (*) in the action and the resource can allow creation of unintended service-linked roles because it allows iam:CreateServiceLinkedRole permissions on all resources. We recommend that you specify resource ARNs instead.',
    hasNot: grant({ Action: 'iam:Create*', Resource: '*', Effect: 'Deny' }),
  },
  {
    id: 'CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
    has: grant({ NotAction: 'iam:PassRole', Resource: '*' }),
    at: 'iam:PassRole',
    message:
      'Using a resource with wildcards (*) and NotAction can allow creation of unintended service-linked roles because it allows iam:CreateServiceLinkedRole permissions on all resources. We recommend that you specify resource ARNs instead.',
    hasNot: grant({ NotAction: ['iam:PassRole', SLR], Resource: '*' }),
  },
  {
    id: 'DEPRECATED_GLOBAL_CONDITION_KEY',
    has: compare('ArnLike', 'aws:ARN', user),
    at: 'aws:ARN',
    message:
      'We recommend that you update aws:ARN to use the newer condition key aws:PrincipalArn.',
    hasNot: compare('ArnLike', 'aws:PrincipalArn', user),
  },
  {
    id: 'INVALID_DATE_VALUE',
    has: compare('DateLessThan', 'aws:CurrentTime', '20260101'),
    at: '20260101',
    message:
      'The date 20260101 might not resolve as expected. We recommend that you use the YYYY-MM-DD format.',
    hasNot: compare('DateLessThan', 'aws:CurrentTime', '2026-01-01'),
  },
  {
    id: 'INVALID_ROLE_REFERENCE',
    kind: 'trust',
    has: trust({ Principal: { AWS: 'AROACKCEVSQ6C2EXAMPLE' } }),
    at: 'AROACKCEVSQ6C2EXAMPLE',
    message:
      'The Principal element includes the IAM role ID AROACKCEVSQ6C2EXAMPLE. We recommend that you use a role ARN instead.',
    hasNot: trust({ Principal: { AWS: role } }),
  },
  {
    id: 'INVALID_USER_REFERENCE',
    kind: 'trust',
    has: trust({ Principal: { AWS: [role, 'AIDACKCEVSQ6C2EXAMPLE'] } }),
    at: 'AIDACKCEVSQ6C2EXAMPLE',
    message:
      'The Principal element includes the IAM user ID AIDACKCEVSQ6C2EXAMPLE. We recommend that you use a user ARN instead.',
    hasNot: trust(),
  },
  {
    id: 'MISSING_VERSION',
    has: { Statement: [statement()] },
    at: { Statement: [statement()] },
    message:
      'We recommend that you specify the Version element to help you with debugging permission issues.',
    hasNot: identity(),
  },
  {
    id: 'UNIQUE_SIDS_RECOMMENDED',
    kind: 'resource',
    has: policy([
      { Sid: 'one', Principal: '*', ...statement() },
      { Sid: 'one', Principal: '*', ...statement({ Effect: 'Deny' }) },
    ]),
    at: 'one',
    message:
      'We recommend that you use statement IDs that are unique to your policy. Update the Sid value.',
    hasNot: bucket({ Sid: 'one' }),
  },
  {
    id: 'WILDCARD_WITHOUT_LIKE_OPERATOR',
    has: compare('StringEquals', 'aws:username', ['a', 'St*']),
    at: 'St*',
    message:
      'Your condition value includes a * or ? character. If you meant to use a wildcard (*, ?), update the condition operator to include Like.',
    hasNot: compare('StringEquals', 'aws:username', ['a', 'St${*}']),
  },
  {
    id: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
    options: { quota: 114 },
    has: identity(),
    at: identity(),
    message:
      'The 115 characters in the identity policy, excluding whitespace, exceed the 114 character maximum for inline and managed policies. We recommend that you use multiple granular policies.',
    hasNot: policy([]),
  },
  {
    id: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
    kind: 'resource',
    options: { quota: 178 },
    has: bucket(),
    at: bucket(),
    message:
      'The 179 characters in the resource policy exceed the 178 character maximum for resource policies. We recommend that you use multiple granular policies.',
    hasNot: policy([]),
  },
  {
    id: 'TYPE_MISMATCH',
    has: compare('NumericEquals', 'aws:username', '1'),
    at: 'NumericEquals',
    message:
      'Use the operator type String instead of operator NumericEquals for the condition key aws:username.',
    hasNot: compare('StringEquals', 'aws:username', '1'),
  },
  {
    id: 'TYPE_MISMATCH',
    has: when({ StringEquals: { 's3:max-keys': '1' } }, { Action: 's3:ListBucket' }),
    at: 'StringEquals',
    message:
      'Use the operator type Numeric instead of operator StringEquals for the condition key s3:max-keys.',
    hasNot: when({ NumericLessThan: { 's3:max-keys': '1' } }, { Action: 's3:ListBucket' }),
  },
  {
    id: 'TYPE_MISMATCH_BOOLEAN',
    has: compare('Bool', 'aws:SecureTransport', 'yes'),
    at: 'yes',
    message: 'Add a valid Boolean value (true or false) for the condition operator Bool.',
    hasNot: compare('Bool', 'aws:SecureTransport', true),
  },
  {
    id: 'TYPE_MISMATCH_DATE',
    has: compare('DateLessThan', 'aws:CurrentTime', 'soon'),
    at: 'soon',
    message:
      'The date condition operator is used with an invalid value. Specify a valid date using YYYY-MM-DD or other ISO 8601 date/time format.',
    hasNot: compare('DateLessThan', 'aws:CurrentTime', '2026-01-01T00:00:00Z'),
  },
  {
    id: 'TYPE_MISMATCH_NUMBER',
    has: compare('NumericLessThan', 'aws:MultiFactorAuthAge', 'old'),
    at: 'old',
    message: 'Add a valid numeric value for the condition operator NumericLessThan.',
    hasNot: compare('NumericLessThan', 'aws:MultiFactorAuthAge', 3600),
  },
  {
    id: 'TYPE_MISMATCH_STRING',
    has: compare('BinaryEquals', 'aws:username', 'a?'),
    at: 'a?',
    message:
      'Add a valid base64-encoded string value for the condition operator BinaryEquals.',
    hasNot: compare('BinaryEquals', 'aws:username', 'QmluYXJ5'),
  },
  {
    id: 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    kind: 'trust',
    has: provider({ Condition: { StringLike: { [`${github}:sub`]: 'repo:acorn/*' } } }),
    at: 'repo:acorn/*',
    message:
      'Using a wildcard (*) in token.actions.githubusercontent.com:sub can allow requests from more sources than you intended. Specify the value of token.actions.githubusercontent.com:sub with the repository and branch name.',
    hasNot: provider({
      Condition: {
        StringLike: { [`${github}:sub`]: 'repo:acorn/app:ref:refs/heads/main' },
      },
    }),
  },
  {
    id: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
    kind: 'trust',
    options: { quota: 100 },
    has: trust(),
    at: trust(),
    message:
      'The characters in the role trust policy, excluding whitespace, exceed the character maximum. We recommend that you request a role trust policy length quota increase using Service Quotas and AWS Support Center. If the quotas have already been increased, then you can ignore this warning.',
    hasNot: policy([]),
  },
  {
    id: 'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
    kind: 'rcp',
    has: rcp({ Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } } }),
    at: 'aws:PrincipalOrgID',
    message:
      'RCPs impact IAM roles, users, and AWS service principals. To prevent unintended impact to services acting on your behalf using a service principal, an additional statement should be added to the Condition block "BoolIfExists": { "aws:PrincipalIsAWSService": "false"} whenever a principal key aws:PrincipalOrgID is used.',
    hasNot: rcp({
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    }),
  },
  {
    id: 'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
    kind: 'rcp',
    has: rcp({ Condition: { ...source, ...told } }),
    at: 'aws:SourceOrgID',
    message:
      'RCPs impact IAM roles, users, and AWS service principals. To prevent unintended impact to your principals, an additional statement should be added to the Condition block "BoolIfExists": { "aws:PrincipalIsAWSService": "true"} whenever the key aws:SourceOrgID is used.',
    hasNot: rcp({ Condition: { ...source, ...told, ...asService } }),
  },
  {
    id: 'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
    kind: 'rcp',
    has: rcp({ Condition: { ...source, ...asService } }),
    at: 'aws:SourceOrgID',
    message:
      'The specified service may have a service integration that does not require the use of the aws:SourceOrgID condition key. To prevent unintended impact to services acting on your behalf using a service principal, an additional statement should be added to the Condition block "Null": { "aws:SourceAccount": "false"} or "Null": { "aws:SourceArn": "false"} whenever the key aws:SourceOrgID is used.',
    hasNot: rcp({ Condition: { ...source, ...told, ...asService } }),
  },
  {
    id: 'USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES',
    has: when(
      { StringEquals: { 'aws:VpceAccount': '123456789012' } },
      { Action: ['s3:GetObject', 'ec2:StopInstances'], Resource: '*' }
    ),
    at: 'aws:VpceAccount',
    message:
      'The condition key aws:VpceAccount works only with specific AWS services and must be scoped to supported services in your policies.',
    hasNot: when({ StringEquals: { 'aws:VpceAccount': '123456789012' } }),
  },
]

export const securityCases: Case[] = [
  {
    id: 'UNTRUSTWORTHY_CONDITION_KEY',
    has: compare('StringEquals', 'aws:Referer', 'a'),
    at: 'aws:Referer',
    message:
      'The aws:Referer condition key is not recommended for access control as it can be spoofed/manipulated by the caller.',
    hasNot: compare('StringEquals', 'aws:SourceVpce', 'vpce-12345678'),
  },
  {
    id: 'ALLOW_WITH_NOT_PRINCIPAL',
    kind: 'resource',
    has: bucket({ Principal: undefined, NotPrincipal: { AWS: user } }),
    at: 'NotPrincipal',
    message:
      'Using Allow with NotPrincipal can be overly permissive. We recommend that you use Principal instead.',
    hasNot: bucket({ Principal: undefined, NotPrincipal: { AWS: user }, Effect: 'Deny' }),
  },
  {
    id: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
    has: compare('ForAllValues:StringEquals', 'aws:username', ['a', 'b']),
    at: 'ForAllValues:StringEquals',
    message:
      'Using ForAllValues qualifier with the single-valued condition key aws:username can be overly permissive. We recommend that you remove ForAllValues:.',
    hasNot: compare('ForAllValues:StringEquals', 'aws:TagKeys', ['a', 'b']),
  },
  {
    id: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
    has: when(
      { 'ForAllValues:StringEquals': { 'ssm:resourceTag/env': 'a' } },
      { Action: 'ssm:SendCommand', Resource: '*' }
    ),
    at: 'ForAllValues:StringEquals',
    message:
      'Using ForAllValues qualifier with the single-valued condition key ssm:resourceTag/env can be overly permissive. We recommend that you remove ForAllValues:.',
    hasNot: when(
      { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': 'a' } },
      { Action: 'dynamodb:GetItem', Resource: '*' }
    ),
  },
  {
    id: 'PASS_ROLE_WITH_NOT_RESOURCE',
    has: grant({ Action: 'iam:PassRole', NotResource: role }),
    at: 'iam:PassRole',
    message:
      'Using the iam:PassRole action with NotResource can be overly permissive because it can allow iam:PassRole permissions on multiple resources. We recommend that you specify resource ARNs instead.',
    hasNot: grant({ Action: 'iam:PassRole', Resource: role }),
  },
  {
    id: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
    has: grant({ Action: 'iam:P*', NotResource: role }),
    at: 'iam:P*',
    message:
      'Using an action with a wildcard (*) and NotResource can be overly permissive because it can allow iam:PassRole permissions on multiple resources. We recommend that you specify resource ARNs instead.',
    hasNot: grant({ Action: 'iam:Put*', NotResource: role }),
  },
  {
    id: 'PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE',
    has: grant({ NotAction: 's3:*', NotResource: role }),
    at: 's3:*',
    message:
      'Using NotAction with NotResource can be overly permissive because it can allow iam:PassRole permissions on multiple resources.. We recommend that you specify resource ARNs instead.',
    hasNot: grant({ NotAction: 'iam:*', NotResource: role }),
  },
  {
    id: 'PASS_ROLE_WITH_STAR_IN_RESOURCE',
    has: grant({ Action: 'iam:PassRole', Resource: 'arn:aws:iam::123456789012:role/*' }),
    at: 'arn:aws:iam::123456789012:role/*',
    message:
      'Using the iam:PassRole action with wildcards (*) in the resource can be overly permissive because it allows iam:PassRole permissions on multiple resources. We recommend that you specify resource ARNs or add the iam:PassedToService condition key to your statement.',
    hasNot: grant({
      Action: 'iam:PassRole',
      Resource: 'arn:aws:iam::123456789012:role/*',
      Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    }),
  },
  {
    id: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
    has: grant({ Action: 'iam:*', Resource: '*' }),
    at: 'iam:*',
    message:
      'Using wildcards (*) in the action and the resource can be overly permissive because it allows iam:PassRole permissions on all resources. We recommend that you specify resource ARNs or add the iam:PassedToService condition key to your statement.',
    hasNot: grant({ Action: 'iam:*', Resource: 'arn:aws:iam::123456789012:user/*' }),
  },
  {
    id: 'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
    has: grant({ NotAction: 's3:GetObject', Resource: '*' }),
    at: 's3:GetObject',
    message:
      'Using a resource with wildcards (*) and NotAction can be overly permissive because it allows iam:PassRole permissions on all resources. We recommend that you specify resource ARNs or add the iam:PassedToService condition key to your statement.',
    hasNot: grant({ NotAction: ['s3:GetObject', 'iam:Pass*'], Resource: '*' }),
  },
  {
    id: 'MISSING_PAIRED_CONDITION_KEYS',
    has: compare('IpAddress', 'aws:VpcSourceIp', '10.0.0.0/16'),
    at: 'aws:VpcSourceIp',
    message:
      'Using the condition key aws:VpcSourceIp can be overly permissive without also using the following condition keys: aws:SourceVpc, aws:SourceVpce. Condition keys like this one are more secure when paired with a related key. We recommend that you add the related condition keys to the same condition block.',
    hasNot: when({
      IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' },
      StringEquals: { 'aws:SourceVpc': 'vpc-12345678' },
    }),
  },
  {
    id: 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
    has: when(
      { StringEquals: { 'aws:ResourceTag/status': 'Confidential' } },
      {
        Effect: 'Deny',
        Action: ['backup:DeleteBackupPlan', 's3:ListAllMyBuckets'],
        Resource: '*',
      }
    ),
    at: 'aws:ResourceTag/status',
    message:
      'Using the effect Deny with the tag condition key aws:ResourceTag/status and actions for services with the following prefixes can be overly permissive: s3. Actions for the listed services are not denied by this statement. We recommend that you move these actions to a different statement without this condition key.',
    hasNot: when(
      { StringEquals: { 'aws:ResourceTag/status': 'Confidential' } },
      { Effect: 'Deny', Action: 'backup:DeleteBackupPlan', Resource: '*' }
    ),
  },
  {
    id: 'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
    has: when(
      { StringEquals: { 'aws:ResourceTag/status': 'a' } },
      { Effect: 'Deny', Action: undefined, NotAction: 's3:*' }
    ),
    at: 'aws:ResourceTag/status',
    message:
      "Using the effect Deny with NotAction and the tag condition key aws:ResourceTag/status can be overly permissive because some service actions are not denied by this statement. This is because the condition key doesn't apply to some service actions. We recommend that you use Action instead of NotAction.",
    hasNot: when(
      { StringEqualsIfExists: { 'aws:ResourceTag/status': 'a' } },
      { Effect: 'Deny', Action: undefined, NotAction: 's3:*' }
    ),
  },
  {
    id: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    kind: 'resource',
    has: service(),
    at: 'cloudtrail.amazonaws.com',
    message:
      'Granting access to a service principal without specifying a source is overly permissive. Use aws:SourceArn, aws:SourceAccount, aws:SourceOrgID, or aws:SourceOrgPaths condition key to grant fine-grained access.',
    hasNot: service({ StringEquals: { 'aws:SourceAccount': '123456789012' } }),
  },
  {
    id: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
    kind: 'trust',
    has: provider({ Principal: { Federated: 'accounts.google.com' } }),
    at: 'accounts.google.com',
    message:
      'Using an Open ID Connect principal without a condition can be overly permissive. Add condition keys with a prefix that matches your federated OIDC principals to ensure that only the intended identity provider assumes the role.',
    hasNot: provider({
      Principal: { Federated: 'accounts.google.com' },
      Condition: { StringEquals: { 'accounts.google.com:aud': 'app' } },
    }),
  },
  {
    id: 'MISSING_GITHUB_REPO_CONDITION_KEY',
    kind: 'trust',
    has: provider(),
    at: github,
    message:
      'Granting a federated GitHub principal permissions without a condition key can allow more sources to assume the role than you intended. Add the token.actions.githubusercontent.com:sub condition key and specify the branch and repository name in the value.',
    hasNot: provider({
      Condition: { StringEquals: { [`${github}:sub`]: 'repo:acorn/app' } },
    }),
  },
  {
    id: 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
    has: compare('StringLike', 'aws:PrincipalArn', `${role}*`),
    at: 'StringLike',
    message:
      'Use the operator type ARN instead of operator StringLike for the condition key aws:PrincipalArn.',
    hasNot: compare('ArnLike', 'aws:PrincipalArn', `${role}*`),
  },
  {
    id: 'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE',
    kind: 'trust',
    has: provider({
      Condition: { 'ForAnyValue:StringEquals': { [`${github}:aud`]: 'sts.amazonaws.com' } },
    }),
    at: 'ForAnyValue:StringEquals',
    message:
      'Using ForAnyValue qualifier with the single-valued condition key token.actions.githubusercontent.com:aud can be overly permissive. We recommend that you remove ForAnyValue:.',
    hasNot: provider({
      Condition: { StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' } },
    }),
  },
]
