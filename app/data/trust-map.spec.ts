import { expect, test } from 'vitest'
import { candidatesOf, type Details, kindOf } from './trust-map'

const OWN = '111122223333'
const iam = (resource: string, account = OWN) => `arn:aws:iam::${account}:${resource}`
const text = (statement: object) =>
  encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: [statement] }))
const assume = (Resource: string) => ({
  PolicyName: 'Assume',
  PolicyDocument: text({ Effect: 'Allow', Action: 'sts:Assume*', Resource }),
})
const trusting = (Principal: object | '*') =>
  text({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' })

const ann = { UserName: 'ann', Arn: iam('user/ann'), UserPolicyList: [assume('*')] }
const bob = { UserName: 'bob', Arn: iam('user/bob') }

const details = (
  trust: string,
  users: Details['UserDetailList'] = [ann, bob]
): Details => ({
  UserDetailList: users,
  RoleDetailList: [{ Arn: iam('role/R'), AssumeRolePolicyDocument: trust }],
})

const pairs = (found: ReturnType<typeof candidatesOf>) =>
  found.map(({ from, to, named }) => [from, to, named])

test('where the account is trusted, those are asked whose policies allow anything of it', () => {
  const trust = trusting({ AWS: iam('root') })
  expect(pairs(candidatesOf(details(trust), OWN))).toEqual([
    [iam('user/ann'), iam('role/R'), false],
  ])
})

test('who is named is asked whatever their policies', () => {
  const trust = trusting({ AWS: [iam('user/bob'), iam('user/carl', '444455556666')] })
  expect(pairs(candidatesOf(details(trust), OWN))).toEqual([
    [iam('user/bob'), iam('role/R'), true],
    [iam('user/carl', '444455556666'), iam('role/R'), true],
  ])
})

test('who reaches for a role is asked, though it trusts somebody else', () => {
  const eva = { Arn: iam('user/eva'), UserPolicyList: [assume(iam('role/R'))] }
  const trust = trusting({ AWS: iam('user/bob') })
  expect(pairs(candidatesOf(details(trust, [ann, eva]), OWN))).toEqual([
    [iam('user/bob'), iam('role/R'), true],
    [iam('user/eva'), iam('role/R'), true],
  ])
})

test('another account is one, by number or by ARN', () => {
  const trust = trusting({ AWS: ['444455556666', iam('root', '444455556666')] })
  expect(pairs(candidatesOf(details(trust), OWN))).toEqual([
    [iam('root', '444455556666'), iam('role/R'), false],
  ])
})

test('everyone, services and providers are asked by their own operations', () => {
  const trust = trusting({
    AWS: '*',
    Service: 'ec2.amazonaws.com',
    Federated: iam('saml-provider/Corp'),
  })
  const found = candidatesOf(details(trust, []), OWN)
  expect(found.map(({ from, action }) => [from, action])).toEqual([
    ['*', 'sts:AssumeRole'],
    ['ec2.amazonaws.com', 'sts:AssumeRole'],
    [iam('saml-provider/Corp'), 'sts:AssumeRoleWithSAML'],
  ])
})

test('roles of other accounts are found where a policy names them in full', () => {
  const target = iam('role/Deploy', '444455556666')
  const dana = {
    ...ann,
    UserPolicyList: [assume(target), assume(iam('role/*', '1'.repeat(12)))],
  }
  const eli = { Arn: iam('user/eli'), UserPolicyList: [assume('*')] }
  const found = candidatesOf({ UserDetailList: [dana, eli, bob] }, OWN)
  expect(pairs(found)).toEqual([
    [dana.Arn, target, true],
    [eli.Arn, target, false],
  ])
})

test('what a group or a managed policy allows counts', () => {
  const policy = iam('policy/P')
  const eva = {
    Arn: iam('user/eva'),
    GroupList: ['crew'],
    AttachedManagedPolicies: [],
  }
  const found = candidatesOf(
    {
      ...details(trusting({ AWS: iam('root') }), [eva]),
      GroupDetailList: [
        { GroupName: 'crew', AttachedManagedPolicies: [{ PolicyArn: policy }] },
      ],
      Policies: [
        {
          Arn: policy,
          DefaultVersionId: 'v2',
          PolicyVersionList: [
            {
              VersionId: 'v1',
              Document: text({ Effect: 'Deny', Action: '*', Resource: '*' }),
            },
            {
              VersionId: 'v2',
              Document: text({ Effect: 'Allow', Action: '*', Resource: '*' }),
            },
          ],
        },
      ],
    },
    OWN
  )
  expect(found.map(({ from }) => from)).toEqual([eva.Arn])
})

test.each([
  ['*', 'everyone'],
  ['ec2.amazonaws.com', 'service'],
  [iam('root'), 'account'],
  [iam('user/a/b'), 'user'],
  [iam('role/a'), 'role'],
  [`arn:aws:sts::${OWN}:assumed-role/a/b`, 'role'],
  [iam('oidc-provider/x.example'), 'provider'],
])('%s is of the kind %s', (principal, kind) => {
  expect(kindOf(principal)).toBe(kind)
})
