/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
import {
  bucket,
  type Case,
  github,
  identity,
  onBucket,
  policy,
  provider,
  role,
  service,
  statement,
  trust,
  user,
  when,
} from './case'

const compare = (operator: string, key: string, value: unknown) =>
  when({ [operator]: { [key]: value } })
const from = (operator: string, value: unknown) => compare(operator, 'aws:SourceIp', value)

const session = 'arn:aws:sts::123456789012:assumed-role/Reader/one'

export const suggestionCases: Case[] = [
  {
    id: 'EMPTY_ARRAY_ACTION',
    has: identity({ Action: [] }),
    at: [],
    message:
      'This statement includes no actions and does not affect the policy. Specify actions.',
    hasNot: identity({ Action: ['s3:*'] }),
  },
  {
    id: 'EMPTY_ARRAY_CONDITION',
    has: compare('StringEquals', 'aws:username', []),
    at: [],
    message:
      'There are no values for the condition key aws:username and it does not affect the policy. Specify conditions.',
    hasNot: compare('StringEquals', 'aws:username', ['']),
  },
  {
    id: 'EMPTY_ARRAY_CONDITION_FORALLVALUES',
    has: compare('ForAllValues:StringEquals', 'aws:TagKeys', []),
    at: [],
    message:
      'The ForAllValues prefix with an empty condition key matches only if the key aws:TagKeys is missing from the request context. To determine if the request context is empty, we recommend that you use the Null condition operator with the value of true instead.',
    hasNot: compare('ForAllValues:StringEquals', 'aws:TagKeys', ['a']),
  },
  {
    id: 'EMPTY_ARRAY_CONDITION_FORANYVALUE',
    has: compare('ForAnyValue:StringEquals', 'aws:TagKeys', []),
    at: [],
    message:
      'The ForAnyValue prefix with an empty condition key aws:TagKeys never matches the request context and it does not affect the policy. Specify conditions.',
    hasNot: compare('ForAnyValue:StringEquals', 'aws:TagKeys', ['a']),
  },
  {
    id: 'EMPTY_ARRAY_CONDITION_IFEXISTS',
    has: compare('StringEqualsIfExists', 'aws:username', []),
    at: [],
    message:
      'The IfExists suffix with an empty condition key matches only if the key aws:username is missing from the request context. To determine if the request context is empty, we recommend that you use the Null condition operator with the value of true instead.',
    hasNot: compare('StringEqualsIfExists', 'aws:username', ['a']),
  },
  {
    id: 'EMPTY_ARRAY_PRINCIPAL',
    kind: 'trust',
    has: trust({ Principal: { AWS: [] } }),
    at: [],
    message:
      'This statement includes no principals and does not affect the policy. Specify principals.',
    hasNot: trust({ Principal: { AWS: [user] } }),
  },
  {
    id: 'EMPTY_ARRAY_RESOURCE',
    has: identity({ Resource: [] }),
    at: [],
    message:
      'This statement includes no resources and does not affect the policy. Specify resources.',
    hasNot: identity({ Resource: ['*'] }),
  },
  {
    id: 'EMPTY_OBJECT_CONDITION',
    has: when({ StringEquals: {} }),
    at: {},
    message:
      'This condition block is empty and it does not affect the policy. Specify conditions.',
    hasNot: identity(),
  },
  {
    id: 'EMPTY_OBJECT_PRINCIPAL',
    kind: 'trust',
    has: trust({ Principal: {} }),
    at: {},
    message:
      'This statement includes no principals and does not affect the policy. Specify principals.',
    hasNot: trust(),
  },
  {
    id: 'EMPTY_SID_VALUE',
    has: identity({ Sid: '' }),
    at: '',
    message: 'Add a value to the empty string in the Sid element.',
    hasNot: identity(),
  },
  {
    id: 'IMPROVE_IP_RANGE',
    has: from('IpAddress', '203.0.113.7/24'),
    at: '203.0.113.7/24',
    message:
      'The non-zero bits in the IP address after the masked bits are ignored. Replace address with 203.0.113.0/24.',
    hasNot: from('IpAddress', '203.0.113.7'),
  },
  {
    id: 'IMPROVE_IP_RANGE',
    has: from('IpAddress', '2001:DB8:1234:5678::1/64'),
    at: '2001:DB8:1234:5678::1/64',
    message:
      'The non-zero bits in the IP address after the masked bits are ignored. Replace address with 2001:db8:1234:5678::/64.',
    hasNot: from('IpAddress', '2001:DB8:1234:5678::/64'),
  },
  {
    id: 'NULL_WITH_QUALIFIER',
    has: compare('ForAnyValue:Null', 'aws:TagKeys', 'true'),
    at: 'ForAnyValue:Null',
    message:
      'Avoid using the Null condition operator with the ForAllValues or ForAnyValue qualifiers because they always return a true or false respectively.',
    hasNot: compare('Null', 'aws:TagKeys', 'true'),
  },
  {
    id: 'PRIVATE_IP_ADDRESS_SUBSET',
    has: from('IpAddress', ['10.1.0.0/16', '203.0.113.7']),
    at: ['10.1.0.0/16', '203.0.113.7'],
    message:
      'The values for condition key aws:SourceIp include a mix of private and public IP addresses. The private addresses will not have the desired effect. aws:SourceIp works only for public IP address ranges. To define permissions for private IP ranges, use aws:VpcSourceIp.',
    hasNot: from('IpAddress', ['198.51.100.0/24', '203.0.113.7']),
  },
  {
    id: 'PRIVATE_NOT_IP_ADDRESS_SUBSET',
    has: from('NotIpAddress', ['10.1.0.0/16', '203.0.113.7']),
    at: ['10.1.0.0/16', '203.0.113.7'],
    message:
      'The values for condition key aws:SourceIp include a mix of private and public IP addresses. The private addresses have no effect. aws:SourceIp works only for public IP address ranges. To define permissions for private IP ranges, use aws:VpcSourceIp.',
    hasNot: from('NotIpAddress', ['198.51.100.0/24']),
  },
  {
    id: 'REDUNDANT_ACTION',
    has: identity({
      Action: ['iam:Get*', 'iam:List*', 'iam:GetCredentialReport'],
      Resource: '*',
    }),
    at: 'iam:GetCredentialReport',
    message:
      'The 1 action(s) are redundant because they provide similar permissions. Update the policy to remove the redundant action such as: iam:GetCredentialReport.',
    hasNot: identity({ Action: ['iam:Get*', 'iam:*CredentialReport'], Resource: '*' }),
  },
  {
    id: 'REDUNDANT_CONDITION_VALUE_NUM',
    has: compare('NumericLessThan', 'aws:MultiFactorAuthAge', ['2700', '3600']),
    at: ['2700', '3600'],
    message:
      'Multiple values in NumericLessThan are redundant. Replace with the greatest single value for aws:MultiFactorAuthAge.',
    hasNot: compare('NumericEquals', 'aws:MultiFactorAuthAge', ['2700', '3600']),
  },
  {
    id: 'REDUNDANT_RESOURCE',
    has: identity({
      Action: 'iam:GetRole',
      Resource: [
        'arn:aws:iam::111122223333:role/jane*',
        'arn:aws:iam::111122223333:role/jane-admin',
      ],
    }),
    at: 'arn:aws:iam::111122223333:role/jane-admin',
    message:
      'The 1 resource ARN(s) are redundant because they reference the same resource. Review the use of wildcards (*)',
    hasNot: identity({
      Action: 'iam:GetRole',
      Resource: [
        'arn:aws:iam::111122223333:role/jane*',
        'arn:aws:iam::111122223333:role/jack',
      ],
    }),
  },
  {
    id: 'REDUNDANT_STATEMENT',
    has: policy([
      statement(),
      { Resource: 'arn:aws:s3:::inbox/*', Action: ['s3:GetObject'], Effect: 'Allow' },
    ]),
    at: { Resource: 'arn:aws:s3:::inbox/*', Action: ['s3:GetObject'], Effect: 'Allow' },
    message:
      'The statements are redundant because they provide identical permissions. Update the policy to remove the redundant statement.',
    hasNot: policy([statement(), statement({ Effect: 'Deny' })]),
  },
  {
    id: 'WILDCARD_IN_SERVICE_NAME',
    has: identity({ Action: 'sq?:Get*', Resource: '*' }),
    at: 'sq?:Get*',
    message:
      'Avoid using wildcards (*, ?) in the service name because it might grant unintended access to other AWS services with similar names.',
    hasNot: identity({ Action: '*', Resource: role }),
  },
  {
    id: 'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
    has: when(
      { StringEquals: { 'aws:ResourceTag/team': 'BumbleBee' } },
      {
        Action: ['backup:GetBackupPlan', 'sts:GetCallerIdentity', 's3:ListAll*'],
        Resource: '*',
      }
    ),
    at: 'aws:ResourceTag/team',
    message:
      'Using the effect Allow with the tag condition key aws:ResourceTag/team and actions for services with the following prefixes does not affect the policy: s3, sts. Actions for the listed service are not allowed by this statement. We recommend that you move these actions to a different statement without this condition key.',
    hasNot: when(
      { StringEquals: { 'aws:ResourceTag/team': 'BumbleBee' } },
      { Action: ['backup:GetBackupPlan', 'backup:*'], Resource: '*' }
    ),
  },
  {
    id: 'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
    has: when(
      { StringEquals: { 'aws:ResourceTag/team': 'a' } },
      { Action: undefined, NotAction: 'iam:*' }
    ),
    at: 'aws:ResourceTag/team',
    message:
      "Using the effect Allow with NotAction and the tag condition key aws:ResourceTag/team allows only service actions that support the condition key. The condition key doesn't apply to some service actions. We recommend that you use Action instead of NotAction.",
    hasNot: when(
      { StringEquals: { 'aws:PrincipalTag/team': 'a' } },
      { Action: undefined, NotAction: 'iam:*' }
    ),
  },
  {
    id: 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
    kind: 'resource',
    has: service({ StringEquals: { 'aws:Referer': '123456789012' } }),
    at: 'aws:Referer',
    message:
      'To restrict access to the service principal cloudtrail operating on your behalf, we recommend aws:SourceArn, aws:SourceAccount, aws:SourceOrgID, or aws:SourceOrgPaths instead of aws:Referer.',
    hasNot: service({ StringEquals: { 'aws:SourceAccount': '123456789012' } }),
  },
  {
    id: 'IRRELEVANT_CONDITION_KEY_IN_POLICY',
    kind: 'resource',
    options: onBucket,
    has: bucket({ Condition: { StringEquals: { 's3:ResourceAccount': '123456789012' } } }),
    at: 's3:ResourceAccount',
    message:
      'The condition key s3:ResourceAccount is not relevant for the AWS::S3::Bucket policy.  Use this key in an identity-based policy to govern access to this resource.',
    hasNot: bucket({ Condition: { StringEquals: { 's3:authType': 'POST' } } }),
  },
  {
    id: 'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
    kind: 'trust',
    has: trust({ Principal: { AWS: [role, session] } }),
    at: session,
    message: `The assumed-role principal ${session} is redundant with its parent role ${role}. Remove the assumed-role principal.`,
    hasNot: trust({ Principal: { AWS: [user, session] } }),
  },
  {
    id: 'CONFIRM_AUDIENCE_CLAIM_TYPE',
    kind: 'trust',
    has: provider({
      Condition: { 'ForAllValues:StringEquals': { [`${github}:aud`]: 'a' } },
    }),
    at: 'ForAllValues:StringEquals',
    message: `The "${github}:aud" (aud) claim key identifies the recipients that the JSON web token is intended for. Because this claim is single-valued, do not use a qualifier.`,
    hasNot: provider({ Condition: { StringEquals: { [`${github}:aud`]: 'a' } } }),
  },
  {
    id: 'EQUIVALENT_TO_NULL_FALSE',
    has: compare('StringLike', 'aws:username', '*'),
    at: 'aws:username',
    message:
      'We recommend replacing the key aws:username in the condition block of StringLike with {aws:username: false} to ensure better enforcement of the condition.',
    hasNot: compare('StringLike', 'aws:username', 'a*'),
  },
  {
    id: 'EQUIVALENT_TO_NULL_TRUE',
    has: compare('StringNotLike', 'aws:username', '*'),
    at: 'aws:username',
    message:
      'We recommend replacing the key aws:username in the condition block of StringNotLike with {aws:username: true} to ensure better enforcement of the condition.',
    hasNot: compare('StringNotLike', 'aws:username', 'a*'),
  },
  {
    id: 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
    has: compare('StringLikeIfExists', 'aws:username', '*'),
    at: 'aws:username',
    message:
      'The key aws:username in the condition block of StringLikeIfExists is redundant because it is always matched. Remove this key to simplify the condition.',
    hasNot: compare('StringLikeIfExists', 'aws:username', '?*'),
  },
  {
    id: 'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
    has: compare('ForAnyValue:StringNotLike', 'aws:TagKeys', ['a', '*']),
    at: 'aws:TagKeys',
    message:
      'The key aws:TagKeys in the condition block of ForAnyValue:StringNotLike does not match any values. Remove this key to simplify the condition.',
    hasNot: compare('ForAnyValue:StringNotLike', 'aws:TagKeys', ['a', 'b']),
  },
]
