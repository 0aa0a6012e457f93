import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

import {
  loadManagedPolicies,
  loadManagedPolicyIndex,
  managedPolicyDocument,
} from '../catalog/managed-policies'
import { rejectIdentityPolicy, rejectResourcePolicy, rejectTrustPolicy } from './accept'

type Json = Record<string, unknown>

const document = (statement: unknown, rest: Json = {}) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statement, ...rest })

const SYNTAX = 'Syntax errors in policy.'
const LEGACY = 'The policy failed legacy parsing'

describe('identity policies', () => {
  const good = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::inbox/*' }
  const but = (change: Json) => document({ ...good, ...change })

  it.each([
    ['a plain statement', document(good)],
    ['truth that is none', but({ Condition: { Bool: { a: 'yes' }, Null: { a: 'yes' } } })],
    [
      'an ARN and an address in other dress',
      but({
        Condition: {
          ArnLike: { a: ['*', '${aws:PrincipalArn}'] },
          IpAddress: { a: '192.000.2.0/+24' },
          NumericEquals: { a: ['+01', 1, '1e0'] },
        },
      }),
    ],
    ['services nobody knows', but({ Action: 'nosuch:Thing' })],
    ['an unknown operator with nothing in it', but({ Condition: { Nosuch: {} } })],
    ['empty Sids, more than once', document([1, 2].map(() => ({ ...good, Sid: '' })))],
    [
      'an access point with its Region',
      but({
        Resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/one',
      }),
    ],
    [
      'a date that is a year',
      but({ Condition: { DateLessThan: { 'aws:CurrentTime': '2030' } } }),
    ],
  ])('takes %s', (_, text) => {
    expect(rejectIdentityPolicy(text)).toBeUndefined()
  })

  it.each([
    ['text that is not JSON', '{', SYNTAX],
    ['a list', '[]', SYNTAX],
    ['a key written twice', '{"Version":"2012-10-17","Version":"2012-10-17"}', SYNTAX],
    ['an unknown element', but({ Actions: [] }), SYNTAX],
    ['no statements', document([]), SYNTAX],
    ['an effect that is none', but({ Effect: 'Maybe' }), SYNTAX],
    ['Action and NotAction', but({ NotAction: 's3:*' }), SYNTAX],
    ['an unknown operator', but({ Condition: { StringEqual: { a: 'b' } } }), SYNTAX],
    ['IfExists on Null', but({ Condition: { NullIfExists: { a: 'true' } } }), SYNTAX],
    [
      'the old version',
      document(good, { Version: '2008-10-17' }),
      'Policy document must be version 2012-10-17 or greater.',
    ],
    ['an effect in lower case', but({ Effect: 'allow' }), LEGACY],
    ['a date that is none', but({ Condition: { DateEquals: { a: 'soon' } } }), LEGACY],
    ['a number that is none', but({ Condition: { NumericEquals: { a: 'few' } } }), LEGACY],
    ['an address that is none', but({ Condition: { IpAddress: { a: 'here' } } }), LEGACY],
    [
      'bits behind the mask of an IPv6 range',
      but({ Condition: { IpAddress: { a: '2001:db8::5/64' } } }),
      LEGACY,
    ],
    [
      'an IPv6 range that ends in dots',
      but({ Condition: { IpAddress: { a: '::ffff:192.0.2.0/120' } } }),
      LEGACY,
    ],
    ['a condition’s ARN that is none', but({ Condition: { ArnLike: { a: 'b' } } }), LEGACY],
    ['bytes that are none', but({ Condition: { BinaryEquals: { a: 'b-c' } } }), LEGACY],
    ['an ARN with a field too few', but({ Resource: 'arn:aws:s3::inbox' }), LEGACY],
    [
      'a Sid used twice',
      document([1, 2].map(() => ({ ...good, Sid: 'one' }))),
      'Statement IDs (SID) in a single policy must be unique.',
    ],
    ['no actions', but({ Action: [] }), 'Policy statement must contain actions.'],
    [
      'a resource that is no ARN',
      but({ Resource: 'inbox' }),
      'Resource inbox must be in ARN format or "*".',
    ],
    [
      'a partition that is none',
      but({ Resource: 'arn:amazon:s3:::inbox' }),
      'Partition "amazon" is not valid for resource "arn:amazon:s3:::inbox".',
    ],
    [
      'half an ARN',
      but({ Resource: 'arn:aws' }),
      'Resource vendor must be fully qualified and cannot contain regexes.',
    ],
    [
      'a Region in an IAM ARN',
      but({ Resource: 'arn:aws:iam:eu-west-1:111122223333:role/R' }),
      'IAM resource arn:aws:iam:eu-west-1:111122223333:role/R cannot contain region information.',
    ],
    [
      'a Region in a bucket’s ARN',
      but({ Resource: 'arn:aws:s3:eu-west-1::inbox' }),
      'Resource arn:aws:s3:eu-west-1::inbox can not contain region information.',
    ],
    [
      'an action without its service',
      but({ Action: 'GetObject' }),
      'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    ],
    [
      'an action with two colons',
      but({ Action: 's3:Get:Object' }),
      'Actions/Condition can contain only one colon.',
    ],
    ['a service with a space', but({ Action: 's 3:GetObject' }), 'Vendor s 3 is not valid'],
    ['no resources', but({ Resource: [] }), 'Policy statement must contain resources.'],
    [
      'an action without its service before no resources',
      document({ Effect: 'Allow', Action: 'GetObject' }),
      'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    ],
    [
      'a principal',
      but({ Principal: '*' }),
      'Policy document should not specify a principal.',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(rejectIdentityPolicy(text)).toBe(message)
  })

  it('names the kinds of IAM resource when the path begins with none of them', () => {
    expect(
      rejectIdentityPolicy(but({ Resource: 'arn:aws:iam::111122223333:rule/R' }))
    ).toMatch(
      /^IAM resource path must either be "\*", root, or start with user\/, .*, access-report\/\.$/
    )
  })

  describe('of AWS', () => {
    let arns: string[] = []
    beforeAll(async () => {
      arns = (await loadManagedPolicyIndex()).map(({ arn }) => arn)
      await loadManagedPolicies(arns)
    })

    it('are all taken', () => {
      const refused = arns.filter((arn) =>
        rejectIdentityPolicy(managedPolicyDocument(arn) ?? '')
      )
      expect(refused).toEqual([])
    })
  })
})

describe('trust policies', () => {
  const user = 'arn:aws:iam::111122223333:user/stuart'
  const good = { Effect: 'Allow', Principal: { AWS: user }, Action: 'sts:AssumeRole' }
  const but = (change: Json) => document({ ...good, ...change })

  it.each([
    ['a user', document(good)],
    ['the older version', document(good, { Version: '2008-10-17' })],
    ['an account’s number', but({ Principal: { AWS: '111122223333' } })],
    ['everyone, under AWS', but({ Principal: { AWS: '*' } })],
    ['a service', but({ Principal: { Service: 'ec2.amazonaws.com' } })],
    ['all actions of STS', but({ Action: 'sts:*' })],
  ])('takes %s', (_, text) => {
    expect(rejectTrustPolicy(text)).toBeUndefined()
  })

  it.each([
    ['text that is not JSON', '{', 'This policy contains invalid Json'],
    [
      'a version that is none',
      document(good, { Version: '2020-01-01' }),
      'The policy must contain a valid version string',
    ],
    ['no statements', document([]), 'Could not parse the policy: Statement is empty!'],
    [
      'a Sid used twice',
      document([1, 2].map(() => ({ ...good, Sid: 'one' }))),
      'The Statement Ids in the policy are not unique',
    ],
    ['no effect', but({ Effect: undefined }), 'Missing required field Effect'],
    ['an effect in lower case', but({ Effect: 'allow' }), 'Invalid effect: allow'],
    ['no principal', but({ Principal: undefined }), 'Missing required field Principal'],
    [
      'an empty principal',
      but({ Principal: {} }),
      'Missing required field Principal cannot be empty!',
    ],
    [
      'a principal that is text',
      but({ Principal: '*' }),
      'Principal must be a JSON object.',
    ],
    [
      'NotPrincipal',
      but({ NotPrincipal: { AWS: user } }),
      'Allow with NotPrincipal is not allowed.',
    ],
    ['no action', but({ Action: undefined }), 'Missing required field Action'],
    [
      'an action of another service',
      but({ Action: 's3:GetObject' }),
      'AssumeRole policy may only specify STS AssumeRole actions.',
    ],
    ['a resource', but({ Resource: '*' }), 'Has prohibited field Resource'],
    [
      'an unknown kind of principal',
      but({ Principal: { User: user } }),
      'Invalid principal in policy: "User"',
    ],
    [
      'a group',
      but({ Principal: { AWS: 'arn:aws:iam::111122223333:group/g' } }),
      'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:group/g"',
    ],
    [
      'a wildcard in a name',
      but({ Principal: { AWS: `${user}*` } }),
      `Invalid principal in policy: "AWS":"${user}*"`,
    ],
    [
      'Cognito without a condition',
      but({ Principal: { Federated: 'cognito-identity.amazonaws.com' } }),
      'A condition block must be present for the Cognito provider',
    ],
    ['an unknown element', but({ Actions: [] }), 'Syntax error in policy.'],
  ])('refuses %s', (_, text, message) => {
    expect(rejectTrustPolicy(text)).toBe(message)
  })
})

describe('bucket policies', () => {
  const good = {
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::inbox/*',
  }
  const but = (change: Json) => document({ ...good, ...change })

  it('takes one that opens its objects to all', () => {
    expect(rejectResourcePolicy(document(good), 'inbox')).toBeUndefined()
  })

  it.each([
    [
      'text that begins with a space',
      ` ${document(good)}`,
      "Policies must be valid JSON and the first byte must be '{'",
    ],
    [
      'text that is not JSON',
      '{',
      "Policies must be valid JSON and the first byte must be '{'",
    ],
    ['an unknown element', but({ Actions: [] }), 'Unknown field Actions'],
    ['no statement', '{"Version":"2012-10-17"}', 'Missing required field Statement'],
    ['no effect', but({ Effect: undefined }), 'Missing required field Effect'],
    ['no principal', but({ Principal: undefined }), 'Missing required field Principal'],
    [
      'a principal that is no ARN',
      but({ Principal: { AWS: 'stuart' } }),
      'Invalid principal in policy',
    ],
    [
      'an action of another service',
      but({ Action: 'iam:GetUser' }),
      'Policy has invalid action',
    ],
    [
      'an action S3 does not have',
      but({ Action: 's3:GetObjects' }),
      'Policy has invalid action',
    ],
    [
      'another bucket',
      but({ Resource: 'arn:aws:s3:::outbox/*' }),
      'Policy has invalid resource',
    ],
    [
      'an action on buckets for objects',
      but({ Action: 's3:ListBucket' }),
      'Action does not apply to any resource(s) in statement',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(rejectResourcePolicy(text, 'inbox')).toBe(message)
  })
})

it('any text gets an answer', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json({ maxDepth: 8 })), (text) => {
      for (const reject of [rejectIdentityPolicy, rejectTrustPolicy, rejectResourcePolicy])
        expect(['string', 'undefined']).toContain(typeof reject(text))
    })
  )
})
