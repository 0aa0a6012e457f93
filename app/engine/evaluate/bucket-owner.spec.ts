/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html */
import { expect, test } from 'vitest'
import type { PolicyDocument } from '../policy/document'
import { authorize } from './authorize'
import type { AuthorizationRequest, PolicySet } from './decision'

const [HOME, AWAY] = ['111122223333', '444455556666']

const lock: PolicyDocument = {
  Statement: [{ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }],
}

const ask = (
  action: string,
  policies: Partial<PolicySet> = { resource: lock },
  account = HOME,
  type: AuthorizationRequest['principal']['type'] = 'root'
) =>
  authorize(
    {
      principal: { type, arn: `arn:aws:iam::${account}:${type}`, account },
      action,
      resource: { arn: 'arn:aws:s3:::locked', account: HOME },
    },
    { identity: [], ...policies }
  ).verdict

test.each(['s3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:deletebucketpolicy'])(
  'a bucket’s policy cannot keep its account’s root from %s',
  (action) => {
    expect(ask(action)).toBe('Allow')
  }
)

test('it keeps root from everything else', () => {
  expect(ask('s3:DeleteBucket')).toBe('ExplicitDeny')
})

test('it keeps out another account’s root, and users', () => {
  expect(ask('s3:DeleteBucketPolicy', { resource: lock }, AWAY)).toBe('ExplicitDeny')
  expect(ask('s3:DeleteBucketPolicy', { resource: lock }, HOME, 'user')).toBe(
    'ExplicitDeny'
  )
})

test('an organization and a session policy still bind root', () => {
  const deny = { Statement: [{ Effect: 'Deny' as const, Action: '*', Resource: '*' }] }
  expect(ask('s3:DeleteBucketPolicy', { resource: lock, scps: [[deny]] })).toBe(
    'ExplicitDeny'
  )
  expect(ask('s3:DeleteBucketPolicy', { resource: lock, session: [deny] })).toBe(
    'ExplicitDeny'
  )
})
