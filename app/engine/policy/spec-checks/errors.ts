/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
import {
  bucket,
  type Case,
  github,
  identity,
  onBucket,
  policy,
  provider,
  rcp,
  role,
  saml,
  service,
  statement,
  trust,
  user,
  when,
} from './case'

const arn = (Resource: string, Action = 's3:GetObject') => identity({ Resource, Action })
const lambda = (fields: string) => arn(`arn:aws:lambda:${fields}`, 'lambda:GetFunction')
const variable = (text: string) => arn(`arn:aws:s3:::inbox/${text}`)
const equal = (key: string, value: unknown) => when({ StringEquals: { [key]: value } })
const like = (key: string, value: string) => when({ StringLike: { [key]: value } })
const fromIp = (operator: string, value: unknown) =>
  when({ [operator]: { 'aws:SourceIp': value } })

const kmsKey = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const s3Key = 's3:x-amz-server-side-encryption-aws-kms-key-id'
const puts = (value: string) =>
  when({ StringEquals: { [s3Key]: value } }, { Action: 's3:PutObject' })

const SENSITIVE =
  'Refer to https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html for the list of sensitive keys.'

export const errorCases: Case[] = [
  {
    id: 'ARN_ACCOUNT_NOT_ALLOWED',
    has: arn('arn:aws:s3::123456789012:inbox'),
    at: 'arn:aws:s3::123456789012:inbox',
    message:
      'The service s3 does not support specifying an account ID in the resource ARN.',
    hasNot: arn('arn:aws:s3:::inbox'),
  },
  {
    id: 'ARN_ACCOUNT_NOT_ALLOWED',
    has: arn('arn:aws:ec2:eu-west-1:123456789012:image/ami-1', 'ec2:RunInstances'),
    at: 'arn:aws:ec2:eu-west-1:123456789012:image/ami-1',
    message:
      'The service ec2 does not support specifying an account ID in the resource ARN.',
    hasNot: arn('arn:aws:ec2:eu-west-1:123456789012:instance/i-1', 'ec2:RunInstances'),
  },
  {
    id: 'ARN_REGION_NOT_ALLOWED',
    has: arn('arn:aws:iam:us-east-1:123456789012:role/X', 'iam:GetRole'),
    at: 'arn:aws:iam:us-east-1:123456789012:role/X',
    message: 'The service iam does not support specifying a Region in the resource ARN.',
    hasNot: arn('arn:aws:iam::123456789012:role/X', 'iam:GetRole'),
  },
  {
    id: 'ARN_REGION_NOT_ALLOWED',
    has: arn('arn:aws:route53:eu-west-1::hostedzone/Z1', 'route53:GetHostedZone'),
    at: 'arn:aws:route53:eu-west-1::hostedzone/Z1',
    message:
      'The service route53 does not support specifying a Region in the resource ARN.',
    hasNot: arn('arn:aws:route53:*::hostedzone/Z1', 'route53:GetHostedZone'),
  },
  {
    id: 'DATA_TYPE_MISMATCH',
    has: identity({ Action: ['s3:GetObject', 7] }),
    at: 7,
    message: 'The text does not match the expected JSON data type String.',
    hasNot: identity({ Action: ['s3:GetObject', '7'] }),
  },
  {
    id: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
    has: when({ StringEquals: { 'aws:username': 'a', 'aws:UserName': 'b' } }),
    at: 'aws:UserName',
    message:
      'The condition key aws:UserName appears more than once with different capitalization in the same condition block. Remove the duplicate condition keys.',
    hasNot: when({
      StringEquals: { 'aws:username': 'a' },
      StringLike: { 'aws:UserName': 'b*' },
    }),
  },
  {
    id: 'INVALID_ACTION',
    has: identity({ Action: ['s3:GetObject', 's3:ListBuckets'] }),
    at: 's3:ListBuckets',
    message: 'The action s3:ListBuckets does not exist. Did you mean s3:ListBucket?',
    hasNot: identity({ Action: ['s3:GetObject', 'S3:listbucket'] }),
  },
  {
    id: 'INVALID_ACTION',
    has: identity({ Action: 'ec2:RunInstance', Resource: '*' }),
    at: 'ec2:RunInstance',
    message: 'The action ec2:RunInstance does not exist. Did you mean ec2:RunInstances?',
    hasNot: identity({ Action: 'ec2:RunInstance*', Resource: '*' }),
  },
  {
    id: 'INVALID_ACTION/unknown',
    has: identity({ Action: 'athena:Xyzzy', Resource: '*' }),
    at: 'athena:Xyzzy',
    message: 'The action athena:Xyzzy does not exist.',
    hasNot: identity({ Action: 'athena:GetQueryExecution', Resource: '*' }),
  },
  {
    id: 'INVALID_ARN_ACCOUNT',
    has: arn('arn:aws:iam::1234:role/X', 'iam:GetRole'),
    at: 'arn:aws:iam::1234:role/X',
    message:
      'The resource ARN account ID 1234 is not valid. Provide a 12-digit account ID.',
    hasNot: arn('arn:aws:iam::*:role/X', 'iam:GetRole'),
  },
  {
    id: 'INVALID_ARN_PREFIX',
    has: arn('iam::123456789012:role/X', 'iam:GetRole'),
    at: 'iam::123456789012:role/X',
    message: 'Add the required prefix (arn) to the resource ARN.',
    hasNot: arn('*', 'iam:GetRole'),
  },
  {
    id: 'INVALID_ARN_REGION',
    has: lambda('eu-west-9:123456789012:function:f'),
    at: 'arn:aws:lambda:eu-west-9:123456789012:function:f',
    message:
      'The Region eu-west-9 is not valid for this resource. Update the resource ARN to include a supported Region.',
    hasNot: lambda('eu-west-*:123456789012:function:f'),
  },
  {
    id: 'INVALID_ARN_RESOURCE',
    has: lambda('eu-west-1:123456789012:functions:f'),
    at: 'arn:aws:lambda:eu-west-1:123456789012:functions:f',
    message:
      'Resource ARN does not match the expected ARN format. Update the resource portion of the ARN.',
    hasNot: lambda('eu-west-1:123456789012:func*'),
  },
  {
    id: 'INVALID_ARN_RESOURCE',
    has: arn('arn:aws:iam::123456789012:rule/R', 'iam:GetRole'),
    at: 'arn:aws:iam::123456789012:rule/R',
    message:
      'Resource ARN does not match the expected ARN format. Update the resource portion of the ARN.',
    hasNot: arn('arn:aws:iam::123456789012:role/R', 'iam:GetRole'),
  },
  {
    id: 'INVALID_ARN_SERVICE_CASE',
    has: arn('arn:aws:S3:::inbox'),
    at: 'arn:aws:S3:::inbox',
    message: 'Update the service name S3 in the resource ARN to use all lowercase letters.',
    hasNot: arn('arn:aws:s3:::inbox'),
  },
  {
    id: 'INVALID_CONDITION_DATA_TYPE',
    has: when(
      { NumericEquals: { 's3:max-keys': ['10', 20] } },
      { Action: 's3:ListBucket' }
    ),
    at: ['10', 20],
    message:
      'The condition value data types do not match. Use condition values of the same JSON data type.',
    hasNot: when(
      { NumericEquals: { 's3:max-keys': [10, 20] } },
      { Action: 's3:ListBucket' }
    ),
  },
  {
    id: 'INVALID_CONDITION_KEY_FORMAT',
    has: equal('username', 'a'),
    at: 'username',
    message: 'The condition key format is not valid. Use the format service:keyname.',
    hasNot: equal('aws:username', 'a'),
  },
  {
    id: 'INVALID_CONDITION_MULTIPLE_BOOLEAN',
    has: when({ Bool: { 'aws:SecureTransport': ['true', 'false'] } }),
    at: ['true', 'false'],
    message:
      'The condition key does not support multiple Boolean values. Use a single Boolean value.',
    hasNot: when({ Bool: { 'aws:SecureTransport': ['true'] } }),
  },
  {
    id: 'INVALID_CONDITION_OPERATOR',
    has: when({ StringEqual: { 'aws:username': 'a' } }),
    at: 'StringEqual',
    message:
      'The condition operator StringEqual is not valid. Use a valid condition operator.',
    hasNot: when({ StringEqualsIfExists: { 'aws:username': 'a' } }),
  },
  {
    id: 'INVALID_EFFECT',
    has: identity({ Effect: 'allow' }),
    at: 'allow',
    message: 'The effect allow is not valid. Use Allow or Deny.',
    hasNot: identity({ Effect: 'Deny' }),
  },
  {
    id: 'INVALID_GLOBAL_CONDITION_KEY',
    has: equal('aws:PrincipalName', 'a'),
    at: 'aws:PrincipalName',
    message:
      'The condition key aws:PrincipalName does not exist. Use a valid condition key.',
    hasNot: equal('AWS:userNAME', 'a'),
  },
  {
    id: 'INVALID_PARTITION',
    has: arn('arn:amazon:s3:::inbox'),
    at: 'arn:amazon:s3:::inbox',
    message:
      'The resource ARN for the service s3 does not support the partition amazon. Use the supported values: aws, aws-cn, aws-us-gov',
    hasNot: arn('arn:aws-cn:s3:::inbox'),
  },
  {
    id: 'INVALID_POLICY_ELEMENT',
    has: identity({ Actions: 's3:*' }),
    at: 'Actions',
    message: 'The policy element Actions is not valid.',
    hasNot: identity({ Sid: 'Actions' }),
  },
  {
    id: 'INVALID_PRINCIPAL_FORMAT',
    kind: 'resource',
    has: bucket({ Principal: user }),
    at: user,
    message:
      'The Principal element contents are not valid. Specify a key-value pair in the Principal element.',
    hasNot: bucket({ Principal: '*' }),
  },
  {
    id: 'INVALID_PRINCIPAL_KEY',
    kind: 'trust',
    has: trust({ Principal: { User: user } }),
    at: 'User',
    message: 'The principal key User is not valid.',
    hasNot: trust({ Principal: { AWS: user } }),
  },
  {
    id: 'INVALID_REGION',
    has: equal('aws:RequestedRegion', ['eu-west-1', 'eu-wets-1']),
    at: 'eu-wets-1',
    message:
      'The Region eu-wets-1 is not valid. Update the condition value to a supported Region.',
    hasNot: when({ StringLike: { 'aws:RequestedRegion': 'eu-wets-*' } }),
  },
  {
    id: 'INVALID_SERVICE',
    has: equal('nosuchservice:Key', 'a'),
    at: 'nosuchservice:Key',
    message: 'The service nosuchservice does not exist. Use a valid service name.',
    hasNot: equal('idp.example.com:sub', 'a'),
  },
  {
    id: 'INVALID_SERVICE',
    has: identity({ Action: 'nosuchservice:Get' }),
    at: 'nosuchservice:Get',
    message: 'The service nosuchservice does not exist. Use a valid service name.',
    hasNot: identity({ Action: 'sns:Publish', Resource: '*' }),
  },
  {
    id: 'INVALID_SERVICE_CONDITION_KEY',
    has: equal('s3:objectname', 'a'),
    at: 's3:objectname',
    message:
      'The condition key s3:objectname does not exist in the service s3. Use a valid condition key.',
    hasNot: equal('S3:ExistingObjectTag/team', 'a'),
  },
  {
    id: 'INVALID_SERVICE_IN_ACTION',
    has: identity({ Action: 's4:GetObject' }),
    at: 's4:GetObject',
    message: 'The service s4 specified in the action does not exist. Did you mean s3?',
    hasNot: identity({ Action: 'S3:GetObject' }),
  },
  {
    id: 'INVALID_VARIABLE_FOR_OPERATOR',
    has: when({ NumericLessThan: { 'aws:MultiFactorAuthAge': '${aws:username}' } }),
    at: '${aws:username}',
    message: 'Policy variables can only be used with String and ARN operators.',
    hasNot: when({ ArnLike: { 'aws:PrincipalArn': `${role}/\${aws:username}` } }),
  },
  {
    id: 'INVALID_VERSION',
    has: identity({}, { Version: '2020-01-01' }),
    at: '2020-01-01',
    message:
      'The version 2020-01-01 is not valid. Use one of the following versions: 2012-10-17, 2008-10-17',
    hasNot: identity({}, { Version: '2008-10-17' }),
  },
  {
    id: 'JSON_SYNTAX_ERROR',
    has: '{ "Version": "2012-10-17", }',
    at: '}',
    message: 'Fix the JSON syntax error at index 27 line 1 column 28.',
    hasNot: '{ "Version": "2012-10-17" }',
  },
  {
    id: 'MISSING_ACTION',
    has: identity({ Action: undefined }),
    at: statement({ Action: undefined }),
    message: 'Add an Action or NotAction element to the policy statement.',
    hasNot: identity({ Action: undefined, NotAction: 's3:*' }),
  },
  {
    id: 'MISSING_ARN_FIELD',
    has: arn('arn:aws:s3::inbox'),
    at: 'arn:aws:s3::inbox',
    message:
      'Resource ARNs must include at least 6 fields in the following structure: arn:partition:service:region:account:resource',
    hasNot: arn('arn:aws:s3:::inbox'),
  },
  {
    id: 'MISSING_ARN_REGION',
    has: lambda(':123456789012:function:f'),
    at: 'arn:aws:lambda::123456789012:function:f',
    message: 'Add a Region to the lambda resource ARN.',
    hasNot: lambda('*:123456789012:function:f'),
  },
  {
    id: 'MISSING_EFFECT',
    has: identity({ Effect: undefined }),
    at: statement({ Effect: undefined }),
    message: 'Add an Effect element to the policy statement with a value of Allow or Deny.',
    hasNot: identity(),
  },
  {
    id: 'MISSING_PRINCIPAL',
    kind: 'resource',
    has: bucket({ Principal: undefined }),
    at: statement(),
    message: 'Add a Principal element to the policy statement.',
    hasNot: bucket({ Principal: undefined, NotPrincipal: { AWS: user }, Effect: 'Deny' }),
  },
  {
    id: 'MISSING_QUALIFIER',
    has: when({ StringEquals: { 'aws:TagKeys': ['a', 'b'] } }),
    at: 'StringEquals',
    message:
      'The request context key aws:TagKeys has multiple values. Use the ForAllValues or ForAnyValue condition key qualifiers in your policy.',
    hasNot: when({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }),
  },
  {
    id: 'MISSING_RESOURCE',
    has: identity({ Resource: undefined }),
    at: statement({ Resource: undefined }),
    message: 'Add a Resource or NotResource element to the policy statement.',
    hasNot: identity({ Resource: undefined, NotResource: '*' }),
  },
  {
    id: 'MISSING_STATEMENT',
    has: policy([]),
    at: [],
    message: 'Add a statement to the policy',
    hasNot: policy(statement()),
  },
  {
    id: 'NULL_WITH_IF_EXISTS',
    has: when({ NullIfExists: { 'aws:username': 'true' } }),
    at: 'NullIfExists',
    message:
      'The Null condition operator cannot be used with the IfExists suffix. Update the operator or the suffix.',
    hasNot: when({ Null: { 'aws:username': 'true' } }),
  },
  {
    id: 'SCP_SYNTAX_ERROR_ACTION_WILDCARD',
    kind: 'scp',
    has: identity({ Action: 'iam:*Role' }),
    at: 'iam:*Role',
    message:
      'SCP actions can include wildcards (*) only at the end of a string. Update iam:*Role.',
    hasNot: identity({ Action: 'iam:Get*' }),
  },
  {
    id: 'SCP_SYNTAX_ERROR_PRINCIPAL',
    kind: 'scp',
    has: identity({ Principal: '*' }),
    at: 'Principal',
    message:
      'SCPs do not support specifying principals. Remove the Principal or NotPrincipal element.',
    hasNot: identity(),
  },
  {
    id: 'UNIQUE_SIDS_REQUIRED',
    has: policy([
      statement({ Sid: 'one' }),
      { Sid: 'one', ...statement({ Effect: 'Deny' }) },
    ]),
    at: 'one',
    message:
      'Duplicate statement IDs are not supported for this policy type. Update the Sid value.',
    hasNot: policy([statement({ Sid: 'one' }), statement({ Sid: 'One', Effect: 'Deny' })]),
  },
  {
    id: 'UNSUPPORTED_ACTION_IN_POLICY',
    kind: 'resource',
    options: onBucket,
    has: bucket({ Action: 'kms:Decrypt' }),
    at: 'kms:Decrypt',
    message:
      'The action kms:Decrypt is not supported for the resource-based policy attached to the resource type AWS::S3::Bucket.',
    hasNot: bucket({ Action: 's3:GetObject' }),
  },
  {
    id: 'UNSUPPORTED_ELEMENT_COMBINATION',
    has: identity({ NotResource: '*' }),
    at: 'NotResource',
    message:
      'The policy elements Resource and NotResource can not be used in the same statement. Remove one of these elements.',
    hasNot: identity({ Resource: undefined, NotResource: '*' }),
  },
  {
    id: 'UNSUPPORTED_GLOBAL_CONDITION_KEY',
    kind: 'resource',
    has: bucket({ Condition: { ArnLike: { 'aws:ARN': user } } }),
    at: 'aws:ARN',
    message:
      'The condition key aws:ARN is not supported. Use aws:PrincipalArn or aws:SourceArn instead.',
    hasNot: bucket({ Condition: { ArnLike: { 'aws:PrincipalArn': user } } }),
  },
  {
    id: 'UNSUPPORTED_PRINCIPAL',
    has: identity({ Principal: '*' }),
    at: 'Principal',
    message:
      'The policy type IDENTITY_POLICY does not support the Principal element. Remove the Principal element.',
    hasNot: identity(),
  },
  {
    id: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
    kind: 'resource',
    options: onBucket,
    has: bucket({ Resource: kmsKey }),
    at: kmsKey,
    message:
      'The resource ARN is not supported for the resource-based policy attached to the resource type AWS::S3::Bucket.',
    hasNot: bucket(),
  },
  {
    id: 'UNSUPPORTED_SID',
    has: identity({ Sid: 'my sid' }),
    at: 'my sid',
    message:
      'Update the characters in the Sid element to use one of the following character types: [a-z, A-Z, 0-9]',
    hasNot: identity({ Sid: 'mySid1' }),
  },
  {
    id: 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    kind: 'trust',
    has: trust({ Principal: { AWS: `${user}*` } }),
    at: `${user}*`,
    message:
      'Wildcards (*, ?) are not supported with the principal key AWS. Replace the wildcard with a valid principal value.',
    hasNot: trust({ Principal: { AWS: '*' } }),
  },
  {
    id: 'MISSING_BRACE_IN_VARIABLE',
    has: variable('${aws:username'),
    at: 'arn:aws:s3:::inbox/${aws:username',
    message:
      'The policy variable is missing a closing curly brace. Add } after the variable text.',
    hasNot: variable('${aws:username}'),
  },
  {
    id: 'MISSING_QUOTE_IN_VARIABLE',
    has: variable("${aws:PrincipalTag/team, 'all}"),
    at: "arn:aws:s3:::inbox/${aws:PrincipalTag/team, 'all}",
    message:
      'The policy variable default value must begin and end with a single quote. Add the missing quote.',
    hasNot: variable("${aws:PrincipalTag/team, 'all of us'}"),
  },
  {
    id: 'UNSUPPORTED_SPACE_IN_VARIABLE',
    has: variable('${aws: username}'),
    at: 'arn:aws:s3:::inbox/${aws: username}',
    message: 'A space is not supported within the policy variable text. Remove the space.',
    hasNot: variable("${aws:username, 'no one'}"),
  },
  {
    id: 'EMPTY_VARIABLE',
    has: variable('${}'),
    at: 'arn:aws:s3:::inbox/${}',
    message:
      'Empty policy variable. Remove the ${ } variable structure or provide a variable within the structure.',
    hasNot: variable('${*}'),
  },
  {
    id: 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
    has: identity({ Action: 's3:${aws:username}' }),
    at: 's3:${aws:username}',
    message:
      'Policy variables are supported in the Resource and Condition elements. Remove the policy variable ${aws:username} from this element.',
    hasNot: variable('${aws:username}'),
  },
  {
    id: 'VARIABLE_UNSUPPORTED_IN_VERSION',
    has: { ...variable('${aws:username}'), Version: '2008-10-17' },
    at: 'arn:aws:s3:::inbox/${aws:username}',
    message:
      'To include variables in your policy, use the policy version 2012-10-17 or later.',
    hasNot: variable('${aws:username}'),
  },
  {
    id: 'PRIVATE_IP_ADDRESS',
    has: fromIp('IpAddress', ['10.1.0.0/16', '192.168.1.1']),
    at: ['10.1.0.0/16', '192.168.1.1'],
    message:
      'aws:SourceIp works only for public IP address ranges. The values for condition key aws:SourceIp include only private IP addresses and will not have the desired effect. Update the value to include only public IP addresses.',
    hasNot: fromIp('IpAddress', '203.0.113.0/24'),
  },
  {
    id: 'PRIVATE_NOT_IP_ADDRESS',
    has: fromIp('NotIpAddress', '172.16.0.0/12'),
    at: '172.16.0.0/12',
    message:
      'The values for condition key aws:SourceIp include only private IP addresses and has no effect. aws:SourceIp works only for public IP address ranges. Update the value to include only public IP addresses.',
    hasNot: fromIp('NotIpAddress', '172.0.0.0/8'),
  },
  {
    id: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA',
    kind: 'scp',
    options: { quota: 93 },
    has: identity(),
    at: identity(),
    message:
      'The 118 characters in the service control policy (SCP) exceed the 93 character maximum for SCPs. We recommend that you use multiple granular policies.',
    hasNot: policy([]),
  },
  {
    id: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
    kind: 'trust',
    has: trust({ Principal: { Service: 'ec2' } }),
    at: 'ec2',
    message:
      'The service principal does not match the expected format. Use the format service-name.amazonaws.com.',
    hasNot: trust({ Principal: { Service: 'ec2.amazonaws.com' } }),
  },
  {
    id: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
    has: when(
      { StringEquals: { 'kms:ViaService': 's3.amazonaws.com' } },
      { Action: 'kms:Decrypt', Resource: kmsKey }
    ),
    at: 's3.amazonaws.com',
    message:
      'The service principal does not match the expected format. Use the format service-name.AWS_region.amazonaws.com.',
    hasNot: when(
      { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
      { Action: 'kms:Decrypt', Resource: kmsKey }
    ),
  },
  {
    id: 'MISSING_TAG_KEY_IN_CONDITION',
    has: equal('aws:RequestTag', 'a'),
    at: 'aws:RequestTag',
    message:
      'The condition key aws:RequestTag/ must include a tag key to control access based on tags. Use the format aws:RequestTag/tag-key and specify a key name for tag-key.',
    hasNot: equal('aws:RequestTag/team', 'a'),
  },
  {
    id: 'MISSING_TAG_KEY_IN_CONDITION',
    has: when(
      { StringEquals: { 'ec2:ResourceTag/': 'a' } },
      { Action: 'ec2:StopInstances' }
    ),
    at: 'ec2:ResourceTag/',
    message:
      'The condition key ec2:ResourceTag/ must include a tag key to control access based on tags. Use the format ec2:ResourceTag/tag-key and specify a key name for tag-key.',
    hasNot: when(
      { StringEquals: { 'ec2:ResourceTag/a': 'a' } },
      { Action: 'ec2:StopInstances' }
    ),
  },
  {
    id: 'INVALID_VPC_FORMAT',
    has: equal('aws:SourceVpc', 'vpc-123'),
    at: 'vpc-123',
    message:
      "The VPC identifier in the condition key value is not valid. Use the prefix 'vpc-' followed by 8 or 17 alphanumeric characters.",
    hasNot: equal('aws:SourceVpc', 'vpc-12345678'),
  },
  {
    id: 'INVALID_VPCE_FORMAT',
    has: equal('aws:SourceVpce', 'vpc-12345678'),
    at: 'vpc-12345678',
    message:
      "The VPCE identifier in the condition key value is not valid.  Use the prefix 'vpce-' followed by 8 or 17 alphanumeric characters.",
    hasNot: equal('aws:SourceVpce', 'vpce-11223344556677889'),
  },
  {
    id: 'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
    kind: 'resource',
    has: bucket({ Principal: { Federated: saml } }),
    at: saml,
    message:
      'The policy type does not support a federated identity provider in the principal element. Use a supported principal.',
    hasNot: bucket(),
  },
  {
    id: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
    has: when(
      { StringEquals: { 's3:prefix': 'a' } },
      { Action: ['s3:ListBucket', 's3:ListBucketMultipartUploads'], Resource: '*' }
    ),
    at: 's3:ListBucketMultipartUploads',
    message:
      'The following actions: s3:ListBucketMultipartUploads are not supported by the condition key s3:prefix. The condition will not be evaluated for these actions. We recommend that you move these actions to a different statement without this condition key.',
    hasNot: when(
      { StringEquals: { 's3:prefix': 'a' } },
      { Action: ['s3:ListBucket', 's3:List*', 'iam:GetUser'], Resource: '*' }
    ),
  },
  {
    id: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
    kind: 'trust',
    has: trust({
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
      Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'us-west-2:x' } },
    }),
    at: 'sts:TagSession',
    message:
      'The following actions: sts:TagSession are not supported by the condition key cognito-identity.amazonaws.com:aud. The condition will not be evaluated for these actions. We recommend that you move these actions to a different statement without this condition key.',
    hasNot: trust({
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
      Condition: {
        StringEqualsIfExists: { 'cognito-identity.amazonaws.com:aud': 'us-west-2:x' },
      },
    }),
  },
  {
    id: 'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
    kind: 'resource',
    has: service({
      StringEquals: { 'aws:PrincipalOrgID': 'o-1', 'aws:SourceAccount': '1' },
    }),
    at: 'aws:PrincipalOrgID',
    message:
      'The following condition keys are not supported when used with the service principal: aws:PrincipalOrgID.',
    hasNot: service({ StringEquals: { 'aws:SourceOrgID': 'o-1' } }),
  },
  {
    id: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
    kind: 'trust',
    has: trust({ Principal: undefined, NotPrincipal: { AWS: user } }),
    at: 'NotPrincipal',
    message:
      'Role trust policies do not support NotPrincipal. Update the policy to use a Principal element instead.',
    hasNot: trust(),
  },
  {
    id: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    kind: 'trust',
    has: trust({ Principal: '*' }),
    at: '*',
    message:
      '"Principal:" "*" is not supported in the principal element of a role trust policy. Replace the wildcard with a valid principal value.',
    hasNot: trust({ Principal: { AWS: '*' } }),
  },
  {
    id: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
    kind: 'trust',
    has: trust({ Resource: '*' }),
    at: 'Resource',
    message:
      'Role trust policies apply to the role that they are attached to. You cannot specify a resource. Remove the Resource or NotResource element.',
    hasNot: trust(),
  },
  {
    id: 'MISSING_ACTION_FOR_CONDITION_KEY',
    kind: 'trust',
    has: trust({ Condition: { StringLike: { 'sts:SourceIdentity': 'a*' } } }),
    at: 'sts:AssumeRole',
    message:
      'The sts:SetSourceIdentity action must be in the action block to allow setting values for the condition key sts:SourceIdentity. Add sts:SetSourceIdentity to the action block.',
    hasNot: trust({
      Action: ['sts:AssumeRole', 'sts:SetSource*'],
      Condition: { StringLike: { 'sts:SourceIdentity': 'a*' } },
    }),
  },
  {
    id: 'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
    kind: 'trust',
    has: provider({ Principal: { Federated: 'github' } }),
    at: 'github',
    message:
      'The principal value specifies a federated principal that does not match the expected format. Update the federated principal to a domain name or a SAML metadata ARN.',
    hasNot: provider(),
  },
  {
    id: 'MISMATCHED_ACTION_FOR_PRINCIPAL',
    kind: 'trust',
    has: trust({ Principal: { Federated: saml } }),
    at: 'sts:AssumeRole',
    message: `The sts:AssumeRole action is invalid with the following principal(s): ${saml}. Use a SAML provider principal with the sts:AssumeRoleWithSAML action or use an OIDC provider principal with the sts:AssumeRoleWithWebIdentity action. Ensure the provider is Federated if you use either of the two options.`,
    hasNot: trust({ Principal: { Federated: saml }, Action: 'sts:AssumeRoleWithSAML' }),
  },
  {
    id: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
    kind: 'trust',
    has: trust({ Principal: { Service: 'rolesanywhere.amazonaws.com' } }),
    at: 'rolesanywhere.amazonaws.com',
    message:
      'The rolesanywhere.amazonaws.com service principal requires the sts:AssumeRole, sts:SetSourceIdentity, and sts:TagSession permissions to assume a role. Add the missing permissions to the policy.',
    hasNot: trust({
      Principal: { Service: 'rolesanywhere.amazonaws.com' },
      Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
    }),
  },
  {
    id: 'TYPE_MISMATCH_IP_RANGE',
    has: fromIp('IpAddress', '203.0.113.0/33'),
    at: '203.0.113.0/33',
    message:
      'The condition operator IpAddress is used with an invalid IP range value. Specify the IP range in standard CIDR format.',
    hasNot: fromIp('IpAddress', '2001:db8::/32'),
  },
  {
    id: 'POLICY_SIZE_EXCEEDS_RCP_QUOTA',
    kind: 'rcp',
    options: { quota: 100 },
    has: rcp(),
    at: rcp(),
    message:
      'The 107 characters in the resource control policy (RCP) exceed the 100 character maximum for RCPs. We recommend that you use multiple granular policies.',
    hasNot: policy([]),
  },
  {
    id: 'RCP_SYNTAX_ERROR_PRINCIPAL',
    kind: 'rcp',
    has: rcp({ Principal: { AWS: user } }),
    at: { AWS: user },
    message:
      'The Principal element contents are not valid. RCPs only support specifying all principals ("*") in the Principal element. The NotPrincipal element is not supported for RCPs.',
    hasNot: rcp(),
  },
  {
    id: 'RCP_SYNTAX_ERROR_ALLOW',
    kind: 'rcp',
    has: rcp({ Effect: 'Allow', Resource: 'arn:aws:s3:::inbox' }),
    at: { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::inbox' },
    message:
      'RCPs only support specifying all principals ("*") in the Principal element, all resources ("*") in the Resource element, and no Condition element with an effect of Allow.',
    hasNot: rcp({ Effect: 'Allow', Action: '*' }),
  },
  {
    id: 'RCP_SYNTAX_ERROR_NOTACTION',
    kind: 'rcp',
    has: rcp({ Action: undefined, NotAction: 's3:*' }),
    at: 'NotAction',
    message: 'RCPs do not support the NotAction element. Update to use the Action element.',
    hasNot: rcp(),
  },
  {
    id: 'RCP_SYNTAX_ERROR_ACTION',
    kind: 'rcp',
    has: rcp({ Action: 'ec2:*' }),
    at: 'ec2:*',
    message:
      'RCPs only support specifying select service prefixes in the Action element. Learn more here.',
    hasNot: rcp({ Action: 'kms:*' }),
  },
  {
    id: 'MISSING_ARN_ACCOUNT',
    has: lambda('eu-west-1::function:f'),
    at: 'arn:aws:lambda:eu-west-1::function:f',
    message:
      'The resource function in the arn is missing an account id. Please provide a 12 digit account id.',
    hasNot: lambda('eu-west-1:*:function:f'),
  },
  {
    id: 'INVALID_KMS_KEY_VALUE',
    has: puts('alias/inbox'),
    at: 'alias/inbox',
    message: `The ${s3Key} condition key value must be valid a KMS key ARN.`,
    hasNot: puts(kmsKey),
  },
  {
    id: 'VARIABLE_USAGE_TOO_PERMISSIVE',
    has: when({
      'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/${aws:username}' },
    }),
    at: 'o-1/${aws:username}',
    message:
      'Overly permissive use of policy variable for the aws:PrincipalOrgPaths condition key. Use the policy variable preceded by 6 consecutive characters.',
    hasNot: when({
      'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/${aws:username}' },
    }),
  },
  {
    id: 'VARIABLE_USAGE_TOO_PERMISSIVE/sensitive',
    has: like('aws:SourceAccount', '${aws:PrincipalTag/account}'),
    at: '${aws:PrincipalTag/account}',
    message: `The policy variable is not allowed in the condition key aws:SourceAccount. We consider the key to be sensitive and policy variables can be evaluated as effective wildcards. Therefore policy variables are not allowed to be used with sensitive keys. ${SENSITIVE}`,
    hasNot: equal('aws:SourceAccount', '123456789012'),
  },
  {
    id: 'VARIABLE_USAGE_TOO_PERMISSIVE/userid',
    has: like('aws:userid', '${aws:PrincipalTag/id}'),
    at: '${aws:PrincipalTag/id}',
    message:
      'Overly permissive use of policy variable with aws:userID. Use the policy variable on the right side of colon or as the only character on the left side of a colon.',
    hasNot: like('aws:userid', 'AROAEXAMPLE:${aws:PrincipalTag/id}'),
  },
  {
    id: 'WILDCARD_USAGE_TOO_PERMISSIVE',
    has: when({ 'ForAnyValue:StringLike': { 'aws:ResourceOrgPaths': 'o-1/*' } }),
    at: 'o-1/*',
    message:
      'Overly permissive use of wildcard for the aws:ResourceOrgPaths condition key. Use the wildcard preceded by 6 consecutive characters.',
    hasNot: when({
      'ForAnyValue:StringLike': { 'aws:ResourceOrgPaths': 'o-a1b2c3d4e5/*' },
    }),
  },
  {
    id: 'WILDCARD_USAGE_TOO_PERMISSIVE/sensitive',
    has: like('aws:PrincipalAccount', '1234*'),
    at: '1234*',
    message: `The wildcard is not allowed in the condition key aws:PrincipalAccount. We consider the key to be sensitive and wildcards are not allowed to be used with sensitive keys. ${SENSITIVE}`,
    hasNot: like('aws:PrincipalAccount', '123456789012'),
  },
  {
    id: 'WILDCARD_USAGE_TOO_PERMISSIVE/userid',
    has: like('aws:userid', 'AROA*'),
    at: 'AROA*',
    message:
      'Overly permissive use of wildcard with aws:userID. Use the wildcard on the right side of colon or as the only character on the left side of a colon.',
    hasNot: like('aws:userid', 'AROAEXAMPLE:*'),
  },
  {
    id: 'MISSING_ACTION_FOR_CONDITION_KEY',
    kind: 'trust',
    has: provider({
      Condition: {
        StringEquals: { 'aws:RequestTag/team': 'a', [`${github}:sub`]: 'repo:a/b' },
      },
    }),
    at: 'sts:AssumeRoleWithWebIdentity',
    message:
      'The sts:TagSession action must be in the action block to allow setting values for the condition key aws:RequestTag/team. Add sts:TagSession to the action block.',
    hasNot: provider({
      Condition: { Null: { 'aws:RequestTag/team': 'true' } },
    }),
  },
]
