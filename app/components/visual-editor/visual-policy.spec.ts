import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authorize } from '~/engine/evaluate/authorize'
import type { PolicyDocument } from '~/engine/policy/document'
import { freshBlock, type Part } from './block'
import { printPolicy } from './print-policy'
import { readPolicy } from './read-policy'

const read = (document: unknown) => {
  const reading = readPolicy(
    typeof document === 'string' ? document : JSON.stringify(document)
  )
  if (!reading.ok) throw new Error(reading.reason)
  return reading.policy
}

const there = (document: unknown) =>
  // what was printed from an object is one
  JSON.parse(printPolicy(read(document))) as PolicyDocument

const policy = (...Statement: object[]) => ({ Version: '2012-10-17', Statement })

const s3 = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }

describe('a policy that blocks can hold', () => {
  test('is one block for one service, numbered as it is printed', () => {
    expect(there(policy(s3, { ...s3, Effect: 'Deny' }))).toEqual(
      policy(
        { Sid: 'VisualEditor0', ...s3 },
        { Sid: 'VisualEditor1', ...s3, Effect: 'Deny' }
      )
    )
  })

  test('keeps the names that its author gave', () => {
    const [first] = read(policy({ Sid: 'Mine', ...s3 })).parts
    expect(first).toMatchObject({ sid: 'Mine' })
    const numbered = policy({ Sid: 'VisualEditor7', ...s3 })
    expect(there(numbered)).toEqual(policy({ Sid: 'VisualEditor0', ...s3 }))
  })

  test('has a block for each service of a statement', () => {
    const mixed = { Sid: 'Both', ...s3, Action: ['s3:Get*', 'ec2:Describe*', 's3:List*'] }
    expect(there(policy(mixed)).Statement).toEqual([
      { ...mixed, Action: ['s3:Get*', 's3:List*'] },
      { ...mixed, Sid: 'VisualEditor0', Action: 'ec2:Describe*' },
    ])
  })

  test('begins with a fresh block where a new policy has its skeleton', () => {
    const { parts } = read(
      policy({ Sid: 'Statement1', Effect: 'Allow', Action: [], Resource: [] })
    )
    expect(parts).toEqual([freshBlock(0)])
    expect(read('{}').parts).toEqual([freshBlock(0)])
  })

  test('keeps its version, or none, and whatever else it has', () => {
    expect(there({ Id: 'x', Statement: s3 })).toMatchObject({ Id: 'x' })
    expect(there({ Statement: s3 })).not.toHaveProperty('Version')
  })
})

test.each([
  ['NotAction', { NotAction: 's3:*', Action: undefined }],
  ['NotResource', { NotResource: 'a', Resource: undefined }],
  ['Principal', { Principal: '*' }],
  ['an unknown element', { Resources: '*' }],
  ['an effect of its own', { Effect: 'allow' }],
  ['a wildcard for services', { Action: 's*:Get*' }],
  ['an unknown operator', { Condition: { StringIs: { a: 'b' } } }],
  ['a number in another spelling', '{"NumericEquals":{"aws:MultiFactorAuthAge":1e3}}'],
])('a statement with %s stays as it is', (_, change) => {
  const text =
    typeof change === 'string'
      ? JSON.stringify(policy(s3)).replace('"Resource"', `"Condition":${change},"Resource"`)
      : JSON.stringify(policy({ ...s3, ...change }))
  const { parts } = read(text)
  expect(parts.map(({ kind }) => kind)).toEqual(['kept'])
  expect(JSON.parse(printPolicy(read(text)))).toEqual(JSON.parse(text))
  if (typeof change === 'string') expect(printPolicy(read(text))).toContain('1e3')
})

test.each([
  ['{ "Version": ', 'Fix the JSON syntax error at line 1, column 14.'],
  ['[]', 'The policy is not a JSON object.'],
  ['{"Statement": 1}', 'The Statement element is neither an object nor a list.'],
  ['{"Version":"1","Version":"2"}', 'The policy has Version more than once.'],
])('%s cannot be shown', (text, reason) => {
  expect(readPolicy(text)).toEqual({ ok: false, reason })
})

const some = <T>(...values: T[]) => fc.constantFrom(...values)
const oneOrMany = <T>(each: fc.Arbitrary<T>) =>
  fc.oneof(each, fc.array(each, { maxLength: 3 }))

const conditions = some(
  { Bool: { 'aws:SecureTransport': true } },
  { BoolIfExists: { 'aws:MultiFactorAuthPresent': ['true', 'false'] } },
  { StringLike: { 'aws:username': ['St*', 'x'], 's3:prefix': 'a/*' } },
  { 'ForAnyValue:StringEquals': { 'aws:TagKeys': [] } },
  { NumericLessThan: { 'aws:MultiFactorAuthAge': 3600 } },
  { StringEquals: {} },
  { Unknown: { a: 'b' } }
)

const statements = fc.record(
  {
    Sid: some('A', 'VisualEditor0', 'Statement1'),
    Effect: some('Allow', 'Deny'),
    Action: oneOrMany(some('*', 's3:*', 'S3:Get*', 's3:GetObject', 'sts:AssumeRole', 'x')),
    NotAction: some('s3:Put*'),
    Resource: oneOrMany(some('*', 'arn:aws:s3:::a/*', 'arn:aws:iam::111122223333:role/R')),
    Condition: conditions,
  },
  { requiredKeys: ['Effect', 'Resource'] }
)

const documents = fc.record(
  { Version: some('2012-10-17', '2008-10-17'), Statement: oneOrMany(statements) },
  { requiredKeys: ['Statement'] }
)

const requests = ['s3:GetObject', 's3:PutObject', 'sts:AssumeRole', 'ec2:RunInstances']
  .flatMap((action) =>
    ['arn:aws:s3:::a/b', 'arn:aws:iam::111122223333:role/R', '*'].map((arn) => ({
      action,
      arn,
    }))
  )
  .flatMap((asked) =>
    ['true', 'false'].map((mfa) => ({ ...asked, 'aws:MultiFactorAuthPresent': mfa }))
  )

const verdicts = (document: PolicyDocument) =>
  requests.map(({ action, arn, ...context }) => {
    const user = 'arn:aws:iam::111122223333:user/Stuart'
    const principal = { type: 'user' as const, arn: user, account: '111122223333' }
    const resource = { arn, account: '111122223333' }
    const facts = { ...context, 'aws:username': 'Stuart', 'aws:SecureTransport': 'true' }
    const request = { principal, action, resource, context: facts }
    return authorize(request, { identity: [document] }).verdict
  })

test('whatever the policy, its blocks decide the same and come back the same', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const text = printPolicy(read(document))
      // the generator only makes what the type allows
      expect(verdicts(there(document))).toEqual(verdicts(document as PolicyDocument))
      expect(printPolicy(read(text))).toBe(text)
    }),
    { numRuns: 300 }
  )
})

const blocks: fc.Arbitrary<Part> = fc.record({
  kind: some('block' as const),
  id: some(0),
  effect: some('Allow' as const, 'Deny' as const),
  service: some('s3', 'ec2', 'newservice'),
  actions: fc.array(some('*', 'Get*', 'GetObject', 'ListBucket'), { minLength: 1 }),
  scope: some('specific' as const),
  resources: fc.array(some('arn:aws:s3:::a', 'arn:aws:s3:::a/*'), { minLength: 1 }),
  conditions: some(
    [],
    [
      { operator: 'Bool', key: 'aws:SecureTransport', values: ['true'] },
      { operator: 'Bool', key: 'aws:ViaAWSService', values: [false] },
      { operator: 'IpAddress', key: 'aws:SourceIp', values: ['10.0.0.0/8', '::/0'] },
    ]
  ),
})

test('nothing of a block is lost on the way to JSON and back', () => {
  fc.assert(
    fc.property(fc.array(blocks, { minLength: 1, maxLength: 4 }), (several) => {
      const parts = several.map((block, id) => ({ ...block, id }))
      expect(read(printPolicy({ members: [], parts })).parts).toEqual(parts)
    })
  )
})
