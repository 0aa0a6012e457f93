import { describe, expect, test } from 'vitest'

import { authorize } from './authorize'
import type { AuthorizationRequest, PolicyNames, PolicySet } from './decision'
import { accessDeniedReason, explainReason, whatWouldChangeIt } from './explain'
import { nearMisses, whatMattered } from './trace'

const account = '123456789012'
const role = `arn:aws:iam::${account}:role/RoleS3FullAccess`
const stuart = {
  type: 'user' as const,
  arn: `arn:aws:iam::${account}:user/Stuart`,
  account,
}

const policy = (...Statement: PolicySet['identity'][number]['Statement'][]) => ({
  Version: '2012-10-17',
  Statement: Statement.flat(),
})
const allow = (Action: string, Resource = '*') => ({ Effect: 'Allow', Action, Resource })
const deny = (Action: string, Resource = '*') => ({ Effect: 'Deny', Action, Resource })
const trusting = (AWS: string) =>
  policy({ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' })

const listing: AuthorizationRequest = {
  principal: stuart,
  action: 's3:ListAllMyBuckets',
  resource: { arn: '*' },
}
const switching: AuthorizationRequest = {
  principal: stuart,
  action: 'sts:AssumeRole',
  resource: { arn: role },
}
const mayAssume = policy(allow('sts:AssumeRole', role))
const denyAll = policy(deny('*'))
const names: PolicyNames = {
  identity: [{ name: 'NoBuckets', arn: `arn:aws:iam::${account}:policy/NoBuckets` }],
}

describe('one sentence says why', () => {
  test.each<[string, AuthorizationRequest, PolicySet, PolicyNames?]>([
    [
      'No identity-based policy of user Stuart allows s3:ListAllMyBuckets.',
      listing,
      { identity: [] },
    ],
    [
      'The policy NoBuckets denies user Stuart s3:ListAllMyBuckets, and a deny beats every allow.',
      listing,
      { identity: [denyAll] },
      names,
    ],
    [
      'The trust policy of RoleS3FullAccess trusts the account, and no policy on user Stuart allows sts:AssumeRole on the role.',
      switching,
      { identity: [], trust: trusting(account) },
    ],
    [
      'The trust policy of RoleS3FullAccess does not let user Stuart assume the role, though a policy on user Stuart allows sts:AssumeRole.',
      switching,
      { identity: [mayAssume], trust: trusting(`arn:aws:iam::${account}:user/Alex`) },
    ],
    [
      'The trust policy of RoleS3FullAccess trusts user Stuart, and that is enough.',
      switching,
      { identity: [], trust: trusting(stuart.arn) },
    ],
    [
      'The trust policy of RoleS3FullAccess trusts the account, and the inline policy AssumeRoleS3 allows sts:AssumeRole on the role.',
      switching,
      { identity: [mayAssume], trust: trusting(account) },
      { identity: [{ name: 'AssumeRoleS3', via: 'inline' }] },
    ],
    [
      'The permissions boundary of user Stuart does not allow s3:ListAllMyBuckets.',
      listing,
      { identity: [policy(allow('s3:*'))], boundary: [mayAssume] },
    ],
  ])('%s', (sentence, request, policies, named) => {
    const decision = authorize(request, policies, named ? { names: named } : {})
    expect(explainReason(decision)).toBe(sentence)
  })
})

describe('AWS’s clause names the right kind of policy', () => {
  test.each<[string, AuthorizationRequest, PolicySet, PolicyNames?]>([
    [
      'because no identity-based policy allows the s3:ListAllMyBuckets action',
      listing,
      { identity: [] },
    ],
    [
      `with an explicit deny in an identity-based policy: arn:aws:iam::${account}:policy/NoBuckets`,
      listing,
      { identity: [denyAll] },
      names,
    ],
    ['with an explicit deny in an identity-based policy', listing, { identity: [denyAll] }],
    [
      'with an explicit deny in a permissions boundary',
      listing,
      { identity: [], boundary: [denyAll] },
    ],
    [
      'with an explicit deny in a service control policy',
      listing,
      { identity: [], scps: [[denyAll]] },
    ],
    [
      'because no role trust policy allows the sts:AssumeRole action',
      switching,
      { identity: [mayAssume] },
    ],
    [
      'with an explicit deny in the role trust policy',
      switching,
      {
        identity: [],
        trust: policy({ Effect: 'Deny', Principal: { AWS: account }, Action: 'sts:*' }),
      },
    ],
    ['', listing, { identity: [policy(allow('*'))] }],
  ])('%s', (clause, request, policies, named) => {
    const decision = authorize(request, policies, named ? { names: named } : {})
    expect(accessDeniedReason(decision)).toBe(clause)
  })
})

describe('what would change it', () => {
  test('the missing half of a switch, and the statement that came nearest', () => {
    const trust = trusting(`arn:aws:iam::${account}:user/Alex`)
    expect(
      whatWouldChangeIt(authorize(switching, { identity: [mayAssume], trust }))
    ).toEqual([
      'Name user Stuart or its account in the trust policy of RoleS3FullAccess.',
      `Change statement 1 of the role trust policy: its Principal does not cover ${stuart.arn}.`,
    ])
  })

  test('a trust that fails by its condition alone asks for the condition', () => {
    const trust = policy({
      Effect: 'Allow',
      Principal: { AWS: account },
      Action: 'sts:AssumeRole',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    })
    const decision = authorize(switching, { identity: [mayAssume], trust })
    expect(explainReason(decision)).toBe(
      'The trust policy of RoleS3FullAccess trusts user Stuart only on a condition that is not met: aws:MultiFactorAuthPresent.'
    )
    expect(whatWouldChangeIt(decision)).toEqual([
      'Change statement 1 of the role trust policy: its condition Bool on aws:MultiFactorAuthPresent asks for true, and the request has none.',
    ])
  })

  test('a deny has to go', () => {
    expect(
      whatWouldChangeIt(authorize(listing, { identity: [denyAll] }, { names }))
    ).toEqual(['Take away statement 1 of the policy NoBuckets.'])
  })

  test('nothing, when it is allowed', () => {
    expect(
      whatWouldChangeIt(authorize(listing, { identity: [policy(allow('*'))] }))
    ).toEqual([])
  })
})

describe('views of the trace', () => {
  const { trace } = authorize(listing, {
    identity: [
      policy(allow('s3:*', 'arn:aws:s3:::b'), allow('iam:*')),
      policy(allow('ec2:*')),
    ],
  })

  test('near misses are the allows for this action that something else stopped', () => {
    expect(nearMisses(trace).map(({ index }) => index)).toEqual([0])
  })

  test('what mattered is empty when nothing applied', () => {
    expect(whatMattered(trace)).toEqual([])
  })
})
