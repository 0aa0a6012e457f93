import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

import {
  loadManagedPolicies,
  loadManagedPolicyIndex,
  managedPolicyDocument,
} from '../catalog/managed-policies'
import { rejectIdentityPolicy, rejectTrustPolicy } from './accept'
import { loadServiceAuthorization } from '../catalog/service-authorization'
import { type Finding, type PolicyKind, type Severity, withoutRepeats } from './finding'
import { validatePolicy } from './validate'

type Json = Record<string, unknown>

const document = (statement: unknown, rest: Json = {}) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statement, ...rest })

const role = 'arn:aws:iam::123456789012:role/RoleS3FullAccess'
const demo = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: role }
const identity = (change: Json, rest: Json = {}) => document({ ...demo, ...change }, rest)
const when = (condition: Json) => identity({ Condition: condition })

const user = 'arn:aws:iam::123456789012:user/stuart'
const saml = 'arn:aws:iam::123456789012:saml-provider/Corp'
const github = 'token.actions.githubusercontent.com'
const trusting = { Effect: 'Allow', Principal: { AWS: user }, Action: 'sts:AssumeRole' }
const trust = (change: Json) => document({ ...trusting, ...change })

const codes = (text: string, kind: PolicyKind = 'identity') =>
  validatePolicy(text, kind).map(({ severity, id }) => `${severity} ${id}`)

describe('identity policies', () => {
  it.each<[string, string, string[]]>([
    ['the demo’s policy', document([demo]), []],
    [
      'everything on everything',
      identity({ Action: '*', Resource: '*' }),
      [
        'security PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
        'warning CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
      ],
    ],
    [
      'any role to pass',
      identity({ Action: 'iam:PassRole', Resource: '*' }),
      ['security PASS_ROLE_WITH_STAR_IN_RESOURCE'],
    ],
    [
      'any role to pass to one service',
      identity({
        Action: 'iam:PassRole',
        Resource: '*',
        Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      }),
      [],
    ],
    [
      'an editor’s fresh statement',
      identity({ Action: [], Resource: [] }),
      [
        'error MalformedPolicyDocument',
        'suggestion EMPTY_ARRAY_ACTION',
        'suggestion EMPTY_ARRAY_RESOURCE',
      ],
    ],
    [
      'an effect in lower case',
      identity({ Effect: 'allow' }),
      ['error INVALID_EFFECT', 'error MalformedPolicyDocument'],
    ],
    [
      'no effect',
      identity({ Effect: undefined }),
      ['error MISSING_EFFECT', 'error MalformedPolicyDocument'],
    ],
    [
      'Action and NotAction',
      identity({ NotAction: 'sts:TagSession' }),
      ['error UNSUPPORTED_ELEMENT_COMBINATION', 'error MalformedPolicyDocument'],
    ],
    [
      'a principal',
      identity({ Principal: '*' }),
      ['error UNSUPPORTED_PRINCIPAL', 'error MalformedPolicyDocument'],
    ],
    [
      'two equal Sids',
      document([
        { ...demo, Sid: 'one' },
        { ...demo, Sid: 'one', Effect: 'Deny' },
      ]),
      ['error UNIQUE_SIDS_REQUIRED', 'error MalformedPolicyDocument'],
    ],
    ['a space in a Sid', identity({ Sid: 'my sid' }), ['error UNSUPPORTED_SID']],
    ['an empty Sid', identity({ Sid: '' }), ['suggestion EMPTY_SID_VALUE']],
    [
      'an ARN without arn',
      identity({ Resource: 'iam::123456789012:role/X' }),
      ['error INVALID_ARN_PREFIX', 'error MalformedPolicyDocument'],
    ],
    [
      'an IAM resource of no kind',
      identity({ Resource: 'arn:aws:iam::123456789012:rule/X' }),
      ['error INVALID_ARN_RESOURCE', 'error MalformedPolicyDocument'],
    ],
    [
      'any account whatever',
      when({ StringLike: { 'aws:PrincipalAccount': '*' } }),
      ['error WILDCARD_USAGE_TOO_PERMISSIVE'],
    ],
    [
      'a key that is there, whichever account it names',
      when({ StringNotLike: { 'aws:PrincipalAccount': '*' } }),
      ['suggestion EQUIVALENT_TO_NULL_TRUE'],
    ],
    [
      'bits behind the mask of a longer address',
      when({ IpAddress: { 'aws:SourceIp': ['2001:db8::1/32', '1:2:3:4:5:6:7:8/112'] } }),
      [
        'suggestion IMPROVE_IP_RANGE',
        'suggestion IMPROVE_IP_RANGE',
        'error MalformedPolicyDocument',
      ],
    ],
    [
      'an account of four digits',
      identity({ Resource: 'arn:aws:iam::1234:role/X' }),
      ['error INVALID_ARN_ACCOUNT'],
    ],
    [
      'a Region in an IAM ARN',
      identity({ Resource: 'arn:aws:iam:us-east-1:123456789012:role/X' }),
      ['error ARN_REGION_NOT_ALLOWED', 'error MalformedPolicyDocument'],
    ],
    [
      'an account in a bucket’s ARN',
      identity({ Resource: 'arn:aws:s3::123456789012:bucket' }),
      ['error ARN_ACCOUNT_NOT_ALLOWED'],
    ],
    [
      'a service in capitals',
      identity({ Resource: 'arn:aws:S3:::bucket' }),
      ['error INVALID_ARN_SERVICE_CASE'],
    ],
    [
      'an unknown operator',
      when({ StringEqual: { 'aws:username': 'x' } }),
      ['error INVALID_CONDITION_OPERATOR', 'error MalformedPolicyDocument'],
    ],
    [
      'a star taken literally',
      when({ StringEquals: { 'aws:username': 'St*' } }),
      ['warning WILDCARD_WITHOUT_LIKE_OPERATOR'],
    ],
    [
      'a star in an account',
      when({ StringLike: { 'aws:PrincipalAccount': '1234*' } }),
      ['error WILDCARD_USAGE_TOO_PERMISSIVE'],
    ],
    [
      'Null with IfExists',
      when({ NullIfExists: { 'aws:username': 'true' } }),
      ['error NULL_WITH_IF_EXISTS', 'error MalformedPolicyDocument'],
    ],
    [
      'Null for all values',
      when({ 'ForAllValues:Null': { 'aws:TagKeys': 'true' } }),
      ['suggestion NULL_WITH_QUALIFIER'],
    ],
    [
      'an action and a pattern over it',
      identity({ Action: ['iam:Get*', 'iam:GetUser'] }),
      ['suggestion REDUNDANT_ACTION'],
    ],
    [
      'the same statement twice',
      document([demo, demo]),
      ['suggestion REDUNDANT_STATEMENT'],
    ],
    [
      'a star for the service',
      identity({ Action: '*:Get*' }),
      ['suggestion WILDCARD_IN_SERVICE_NAME'],
    ],
    [
      'an unclosed variable',
      identity({ Resource: 'arn:aws:iam::*:user/${aws:username' }),
      ['error MISSING_BRACE_IN_VARIABLE'],
    ],
    [
      'an empty variable',
      identity({ Resource: 'arn:aws:iam::*:user/${}' }),
      ['error EMPTY_VARIABLE'],
    ],
    [
      'a default without quotation marks',
      when({ StringEquals: { 'aws:username': '${aws:x, y}' } }),
      ['error MISSING_QUOTE_IN_VARIABLE'],
    ],
    [
      'a variable in a number',
      when({ NumericLessThan: { 'aws:MultiFactorAuthAge': '${aws:x}' } }),
      ['error INVALID_VARIABLE_FOR_OPERATOR', 'error MalformedPolicyDocument'],
    ],
    [
      'a number that is none',
      when({ NumericLessThan: { 'aws:MultiFactorAuthAge': 'old' } }),
      ['warning TYPE_MISMATCH_NUMBER', 'error MalformedPolicyDocument'],
    ],
    [
      'a range that is none',
      when({ IpAddress: { 'aws:SourceIp': '300.1.2.3' } }),
      ['error TYPE_MISMATCH_IP_RANGE', 'error MalformedPolicyDocument'],
    ],
    [
      'bits behind the mask',
      when({ IpAddress: { 'aws:SourceIp': '203.0.113.7/24' } }),
      ['suggestion IMPROVE_IP_RANGE'],
    ],
    [
      'private addresses only',
      when({ IpAddress: { 'aws:SourceIp': '10.1.0.0/16' } }),
      ['error PRIVATE_IP_ADDRESS'],
    ],
    [
      'some private addresses',
      when({ NotIpAddress: { 'aws:SourceIp': ['10.1.0.0/16', '203.0.113.7'] } }),
      ['suggestion PRIVATE_NOT_IP_ADDRESS_SUBSET'],
    ],
    [
      'a key in two spellings',
      when({ StringEquals: { 'aws:username': 'a', 'aws:UserName': 'b' } }),
      ['error DUPLICATE_KEYS_WITH_DIFFERENT_CASE'],
    ],
    [
      'a tag key without a tag',
      when({ StringEquals: { 'aws:RequestTag/': 'a' } }),
      ['error MISSING_TAG_KEY_IN_CONDITION'],
    ],
    [
      'a key written by the caller',
      when({ StringEquals: { 'aws:Referer': 'a' } }),
      ['security UNTRUSTWORTHY_CONDITION_KEY'],
    ],
    ['an empty condition', when({}), ['suggestion EMPTY_OBJECT_CONDITION']],
  ])('%s', (_, text, expected) => {
    expect(codes(text).sort()).toEqual([...expected].sort())
  })

  it('without a version, warns, and says what the API says', () => {
    const text = identity({}, { Version: undefined })
    expect(codes(text)).toEqual([
      'warning MISSING_VERSION',
      'error MalformedPolicyDocument',
    ])
  })

  it('variables need the newer version', () => {
    const text = identity(
      { Resource: 'arn:aws:iam::*:user/${aws:username}' },
      { Version: '2008-10-17' }
    )
    expect(codes(text)).toContain('error VARIABLE_UNSUPPORTED_IN_VERSION')
  })

  it('counts size without white space', () => {
    const text = identity({ Sid: 'a'.repeat(100) })
    const spaced = JSON.stringify(JSON.parse(text), null, 40)
    expect(validatePolicy(spaced, 'identity', { quota: text.length })).toEqual([])
    expect(validatePolicy(spaced, 'identity', { quota: text.length - 1 })).toMatchObject([
      { id: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA' },
    ])
  })
})

describe('trust policies', () => {
  it.each<[string, string, string[]]>([
    ['a user', trust({}), []],
    ['a service', trust({ Principal: { Service: 'ec2.amazonaws.com' } }), []],
    [
      'a resource',
      trust({ Resource: '*' }),
      ['error ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE', 'error MalformedPolicyDocument'],
    ],
    [
      'everyone',
      trust({ Principal: '*' }),
      [
        'error ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
        'error MalformedPolicyDocument',
      ],
    ],
    [
      'a user’s ID',
      trust({ Principal: { AWS: 'AIDACKCEVSQ6C2EXAMPLE' } }),
      ['warning INVALID_USER_REFERENCE'],
    ],
    [
      'a SAML provider with AssumeRole',
      trust({ Principal: { Federated: saml } }),
      ['error MISMATCHED_ACTION_FOR_PRINCIPAL'],
    ],
    [
      'a SAML provider',
      trust({ Principal: { Federated: saml }, Action: 'sts:AssumeRoleWithSAML' }),
      [],
    ],
    [
      'GitHub without sub',
      trust({ Principal: { Federated: github }, Action: 'sts:AssumeRoleWithWebIdentity' }),
      ['security MISSING_GITHUB_REPO_CONDITION_KEY', 'error MalformedPolicyDocument'],
    ],
    [
      'GitHub with a star',
      trust({
        Principal: { Federated: github },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringLike: { [`${github}:sub`]: 'repo:acorn/app:*' } },
      }),
      ['warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED'],
    ],
    [
      'another provider without a condition',
      trust({
        Principal: { Federated: 'accounts.google.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
      }),
      [
        'security MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
        'error MalformedPolicyDocument',
      ],
    ],
    [
      'Roles Anywhere with one action',
      trust({ Principal: { Service: 'rolesanywhere.amazonaws.com' } }),
      ['error MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY'],
    ],
    [
      'a session beside its role',
      trust({
        Principal: {
          AWS: [role, 'arn:aws:sts::123456789012:assumed-role/RoleS3FullAccess/x'],
        },
      }),
      ['suggestion REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY'],
    ],
    [
      'an unknown kind of principal',
      trust({ Principal: { User: user } }),
      ['error INVALID_PRINCIPAL_KEY', 'error MalformedPolicyDocument'],
    ],
    [
      'a service’s name alone',
      trust({ Principal: { Service: 'ec2' } }),
      ['error INVALID_SERVICE_PRINCIPAL_FORMAT'],
    ],
    [
      'an action of another service',
      trust({ Action: 's3:GetObject' }),
      ['error MalformedPolicyDocument'],
    ],
  ])('%s', (_, text, expected) => {
    expect(codes(text, 'trust')).toEqual(expected)
  })
})

describe('resource and organization policies', () => {
  const open = {
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::inbox/*',
  }

  it.each<[string, PolicyKind, Json, string[]]>([
    ['a public bucket', 'resource', {}, []],
    ['no principal', 'resource', { Principal: undefined }, ['error MISSING_PRINCIPAL']],
    [
      'all but one',
      'resource',
      { Principal: undefined, NotPrincipal: { AWS: user } },
      ['security ALLOW_WITH_NOT_PRINCIPAL'],
    ],
    [
      'a service from anywhere',
      'resource',
      { Principal: { Service: 'cloudtrail.amazonaws.com' } },
      ['security RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL'],
    ],
    ['a principal', 'scp', {}, ['error SCP_SYNTAX_ERROR_PRINCIPAL']],
    ['an Allow of its own', 'rcp', {}, ['error RCP_SYNTAX_ERROR_ALLOW']],
    [
      'another service',
      'rcp',
      { Effect: 'Deny', Action: 'ec2:*', Resource: '*' },
      ['error RCP_SYNTAX_ERROR_ACTION'],
    ],
  ])('%s (%s)', (_, kind, change, expected) => {
    expect(codes(document({ ...open, ...change }), kind)).toEqual(expected)
  })
})

describe('what the API itself says', () => {
  const bucketText = (text: string) =>
    validatePolicy(text, 'resource', { resourceType: 'AWS::S3::Bucket' })
  const refusals = (findings: Finding[]) =>
    findings.filter(({ id }) => id.startsWith('Malformed')).map(({ message }) => message)

  it.each<[string, PolicyKind, string]>([
    ['{', 'identity', 'Syntax errors in policy.'],
    ['[]', 'identity', 'Syntax errors in policy.'],
    ['null', 'scp', 'Syntax errors in policy.'],
    ['{', 'trust', 'This policy contains invalid Json'],
    ['{"Version":1}', 'trust', 'The policy must contain a valid version string'],
  ])('of %s (%s)', (text, kind, message) => {
    expect(refusals(validatePolicy(text, kind))).toEqual([message])
  })

  it.each(['', '{', ' {}'])('of %j on a bucket', (text) => {
    const findings = bucketText(text)
    expect(refusals(findings)).toEqual([
      "Policies must be valid JSON and the first byte must be '{'",
    ])
    expect(findings.find(({ id }) => id === 'MalformedPolicy')?.severity).toBe('error')
  })

  it('a role’s trust policy may come as a policy on a resource', () => {
    const options = { resourceType: 'AWS::IAM::AssumeRolePolicyDocument' }
    const text = trust({ Principal: '*' })
    expect(validatePolicy(text, 'resource', options)).toEqual(validatePolicy(text, 'trust'))
  })

  it('is left out of a list where another error says the same', () => {
    const shown = (text: string) => withoutRepeats(validatePolicy(text, 'identity'))
    expect(shown(identity({ Effect: 'allow' })).map(({ id }) => id)).toEqual([
      'INVALID_EFFECT',
    ])
    const both = shown(
      identity({ Action: ['iam:Xyzzy', 'GetObject'] }, { Version: '2008-10-17' })
    )
    expect(both.map(({ id }) => id)).toContain('MalformedPolicyDocument')
    expect(shown('[]').map(({ id }) => id)).toEqual(['MalformedPolicyDocument'])
  })
})

describe('messages and places', () => {
  it('an unknown action comes with the likely one, and its exact place', () => {
    const text =
      '{\n  "Version": "2012-10-17",\n  "Statement": [{\n    "Effect": "Allow",\n    "Action": ["s3:GetObject", "s3:ListBuckets"],\n    "Resource": "*"\n  }]\n}'
    expect(validatePolicy(text, 'identity')).toEqual([
      {
        severity: 'error',
        id: 'INVALID_ACTION',
        title: 'Invalid action',
        message: 'The action s3:ListBuckets does not exist. Did you mean s3:ListBucket?',
        line: 5,
        column: 32,
        length: 16,
        path: ['Statement', 0, 'Action', 1],
      },
    ])
  })

  it.each([
    [
      identity({ Action: 's4:GetObject' }),
      'The service s4 specified in the action does not exist. Did you mean s3?',
    ],
    [identity({ Effect: 'allow' }), 'The effect allow is not valid. Use Allow or Deny.'],
    [
      identity({ Action: ['iam:Get*', 'iam:GetUser'] }),
      'The 1 action(s) are redundant because they provide similar permissions. Update the policy to remove the redundant action such as: iam:GetUser.',
    ],
    [
      identity({ Principal: '*' }),
      'The policy type IDENTITY_POLICY does not support the Principal element. Remove the Principal element.',
    ],
    [
      '{ "Version": "2012-10-17", }',
      'Fix the JSON syntax error at index 27 line 1 column 28.',
    ],
  ])('%s', (text, message) => {
    expect(validatePolicy(text, 'identity').map((finding) => finding.message)).toContain(
      message
    )
  })

  it('fills every placeholder', () => {
    const texts = [
      identity({ Action: 'nowhere:Go', Resource: 'arn:x:y:z:1:2' }),
      trust({ Action: 'x' }),
    ]
    for (const text of texts)
      for (const { message } of validatePolicy(text, 'identity'))
        expect(message).not.toContain('{{')
  })
})

describe('AWS’s own policies', () => {
  let arns: string[] = []
  beforeAll(async () => {
    arns = (await loadManagedPolicyIndex()).map(({ arn }) => arn)
    await loadManagedPolicies(arns)
  })

  const raised = (severity: Severity) =>
    arns.flatMap((arn) =>
      validatePolicy(managedPolicyDocument(arn) ?? '', 'identity')
        .filter((finding) => finding.severity === severity)
        .map(({ id, message }) => ({ arn, id, message }))
    )

  it('raise no error while nothing is known of services', { timeout: 60_000 }, () => {
    expect(raised('error')).toEqual([])
  })

  describe('once all is known of every service', () => {
    beforeAll(() => loadServiceAuthorization())

    it('raise no error', { timeout: 60_000 }, () => {
      expect(arns.length).toBeGreaterThan(1500)
      expect(raised('error')).toEqual([])
    })

    it('are warned of where AWS itself says so', { timeout: 60_000 }, () => {
      const slr = raised('warning').filter(({ id }) => id.startsWith('CREATE_SLR'))
      expect(slr.map(({ arn, id }) => `${arn.split('/').at(-1)} ${id}`).sort()).toEqual([
        'AWSMcpServiceActionsFullAccess CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
        'AWSOrganizationsServiceTrustPolicy CREATE_SLR_WITH_STAR_IN_RESOURCE',
        'AdministratorAccess CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
        'AdministratorAccess-Amplify CREATE_SLR_WITH_STAR_IN_RESOURCE',
        'IAMFullAccess CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
        'PowerUserAccess CREATE_SLR_WITH_STAR_IN_RESOURCE',
      ])
    })
  })
})

describe('any text', () => {
  const kinds: PolicyKind[] = ['identity', 'resource', 'trust', 'scp', 'rcp']
  const keys = [
    'Version',
    'Statement',
    'Effect',
    'Action',
    'Principal',
    'Resource',
    'Condition',
    'Sid',
    'AWS',
    'StringLike',
    'aws:SourceIp',
  ]
  const likely = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<unknown>(
        'Allow',
        '*',
        'iam:PassRole',
        role,
        '${',
        '2012-10-17',
        1,
        null,
        true
      ),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('node'), { maxKeys: 5 })
    ),
  })).node

  const text = fc.oneof(
    fc.string(),
    fc.json(),
    likely.map((value) => JSON.stringify(value))
  )

  it('gets findings with real places, of every kind, and never an exception', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...kinds), (policy, kind) => {
        for (const { line, column, length } of validatePolicy(policy, kind)) {
          expect(Math.min(line, column)).toBeGreaterThan(0)
          expect(length).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 500 }
    )
  })

  it('the service would refuse has an error', () => {
    fc.assert(
      fc.property(text, (policy) => {
        const hasError = (kind: PolicyKind) =>
          validatePolicy(policy, kind).some(({ severity }) => severity === 'error')
        if (rejectIdentityPolicy(policy) !== undefined)
          expect(hasError('identity')).toBe(true)
        if (rejectTrustPolicy(policy) !== undefined) expect(hasError('trust')).toBe(true)
      }),
      { numRuns: 500 }
    )
  })
})
