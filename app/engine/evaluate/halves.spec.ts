import { expect, test } from 'vitest'

import type { PolicyStatement } from '../policy/document'
import { authorize } from './authorize'
import { halvesOf } from './halves'
import { missed } from './trace'

const account = '123456789012'
const role = `arn:aws:iam::${account}:role/R`
const stuart = `arn:aws:iam::${account}:user/Stuart`

const policy = (...Statement: PolicyStatement[]) => ({ Version: '2012-10-17', Statement })
const trusting = (AWS: string, rest: Partial<PolicyStatement> = {}) =>
  policy({ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole', ...rest })
const allowing = (Resource: string) =>
  policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource })
const request = {
  principal: { type: 'user' as const, arn: stuart, account },
  action: 'sts:AssumeRole',
  resource: { arn: role },
}

test.each([
  ['both say yes', trusting(account), allowing(role), 'allows', 'allows'],
  [
    'the trust is enough where it names the user',
    trusting(stuart),
    policy(),
    'allows',
    'not-needed',
  ],
  [
    'the account is trusted, the user may not',
    trusting(account),
    policy(),
    'allows',
    'silent',
  ],
  [
    'the user may, and somebody else is trusted',
    trusting('210987654321'),
    allowing('*'),
    'silent',
    'allows',
  ],
  [
    'a deny of the role’s own',
    trusting(stuart, { Effect: 'Deny' }),
    allowing('*'),
    'denies',
    'allows',
  ],
])('%s', (_, trust, identity, trustSays, identitySays) => {
  const halves = halvesOf(authorize(request, { identity: [identity], trust }))
  expect(halves?.trust.outcome).toBe(trustSays)
  expect(halves?.identity.outcome).toBe(identitySays)
})

test('the nearest statement says what kept it from matching', () => {
  const trust = trusting(stuart, {
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  })
  const halves = halvesOf(authorize(request, { identity: [allowing(`${role}s`)], trust }))
  expect(halves?.trust.nearest.flatMap(missed)).toMatchObject([
    { key: 'aws:MultiFactorAuthPresent' },
  ])
  expect(halves?.identity.nearest.flatMap(missed)).toMatchObject([{ element: 'Resource' }])
})

test('other actions have no halves', () => {
  const listing = { ...request, action: 's3:ListAllMyBuckets', resource: { arn: '*' } }
  expect(halvesOf(authorize(listing, { identity: [] }))).toBeUndefined()
})
