import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { PolicyDocument, PolicyStatement } from '../policy/document'
import { authorize } from './authorize'
import type { AuthorizationRequest, Decision, PolicySet } from './decision'

const stuart = 'arn:aws:iam::123456789012:user/Stuart'

const some = (...texts: string[]) => fc.constantFrom(...texts)
const listed = (of: fc.Arbitrary<string>) => fc.array(of, { minLength: 1, maxLength: 3 })

const element = (name: string, of: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.boolean(), listed(of))
    .map(([not, list]) => ({ [not ? `Not${name}` : name]: list }))

const condition = fc.constantFrom<Pick<PolicyStatement, 'Condition'>>(
  {},
  { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'red' } } },
  { Condition: { StringNotLikeIfExists: { 'aws:PrincipalTag/team': 'r*' } } },
  { Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } } },
  { Condition: { NoSuchOperator: { 'aws:username': 'Stuart' } } }
)

const statement = (effect: fc.Arbitrary<string>): fc.Arbitrary<PolicyStatement> =>
  fc
    .tuple(
      effect,
      element('Action', some('*', 's3:*', 's3:Get*', 's3:PutObject', 'iam:GetUser')),
      element(
        'Resource',
        some('*', 'arn:aws:s3:::b/*', 'arn:aws:s3:::c', 'arn:aws:s3:::${aws:username}/*')
      ),
      condition
    )
    .map(([Effect, action, resource, more]) => ({
      Effect,
      ...action,
      ...resource,
      ...more,
    }))

const document = (effect = some('Allow', 'Allow', 'Deny')): fc.Arbitrary<PolicyDocument> =>
  fc
    .array(statement(effect), { maxLength: 4 })
    .map((Statement) => ({ Version: '2012-10-17', Statement }))

const documents = fc.array(document(), { maxLength: 3 })

const policySet: fc.Arbitrary<PolicySet> = fc.record(
  {
    identity: documents,
    boundary: documents,
    session: documents,
    scps: fc.array(documents, { maxLength: 2 }),
  },
  { requiredKeys: ['identity'] }
)

const request: fc.Arbitrary<AuthorizationRequest> = fc.record({
  principal: fc.constantFrom(
    { type: 'user' as const, arn: stuart },
    {
      type: 'role-session' as const,
      arn: 'arn:aws:sts::123456789012:assumed-role/R/Stuart',
    },
    { type: 'root' as const, arn: 'arn:aws:iam::123456789012:root' }
  ),
  action: some('s3:GetObject', 's3:PutObject', 'iam:GetUser'),
  resource: some('arn:aws:s3:::b/k', 'arn:aws:s3:::c', stuart).map((arn) => ({ arn })),
  context: fc.constantFrom<Record<string, string | string[]>>(
    {},
    { 'aws:PrincipalTag/team': 'red' },
    { 'aws:TagKeys': ['a', 'c'] }
  ),
})

const outcome = ({ verdict, reason }: Decision) => ({ verdict, reason })

test('an added Deny never allows more', () => {
  fc.assert(
    fc.property(request, policySet, document(some('Deny')), (asked, policies, denies) => {
      fc.pre(authorize(asked, policies).verdict !== 'Allow')
      const more = { ...policies, identity: [...policies.identity, denies] }
      expect(authorize(asked, more).verdict).not.toBe('Allow')
    }),
    { numRuns: 1_000 }
  )
})

test('the order of policies and of statements never matters', () => {
  const turned = (list: PolicyDocument[]) =>
    list
      .toReversed()
      .map((each) => ({ ...each, Statement: [each.Statement].flat().toReversed() }))
  fc.assert(
    fc.property(request, policySet, (asked, policies) => {
      const reordered: PolicySet = {
        identity: turned(policies.identity),
        ...(policies.boundary ? { boundary: turned(policies.boundary) } : {}),
        ...(policies.session ? { session: turned(policies.session) } : {}),
        ...(policies.scps ? { scps: policies.scps.map(turned) } : {}),
      }
      expect(outcome(authorize(asked, reordered))).toEqual(
        outcome(authorize(asked, policies))
      )
    }),
    { numRuns: 1_000 }
  )
})

test('the trace tells of exactly the statements that decided', () => {
  fc.assert(
    fc.property(request, policySet, (asked, policies) => {
      const { verdict, decidedBy, trace } = authorize(asked, policies)
      fc.pre(verdict === 'ExplicitDeny')
      const denies = trace
        .flatMap(({ statements }) => statements)
        .filter(({ applies, effect }) => applies && effect === 'Deny')
      expect(denies).toHaveLength(decidedBy.length)
    }),
    { numRuns: 500 }
  )
})

test('an applying statement is one whose every fact matched', () => {
  fc.assert(
    fc.property(request, policySet, (asked, policies) => {
      for (const { statements } of authorize(asked, policies).trace)
        for (const each of statements)
          expect(each.applies).toBe(
            each.action.matched &&
              each.resource.matched &&
              each.conditions.every(({ matched }) => matched)
          )
    }),
    { numRuns: 500 }
  )
})

/** JSON that often has the right names with the wrong things behind them. */
const hostile = fc.letrec((tie) => ({
  value: fc.oneof(
    fc.jsonValue(),
    some('*', 'Allow', 'Deny', '${', '${aws:username}', 's3:*', '2012-10-17', '__proto__'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      some(
        'Statement',
        'Effect',
        'Action',
        'NotAction',
        'Resource',
        'NotResource',
        'Principal',
        'NotPrincipal',
        'Condition',
        'StringEquals',
        'Null',
        'Version',
        'AWS',
        '__proto__',
        'constructor'
      ),
      tie('value')
    )
  ),
})).value

test('evaluation and its trace never throw on any JSON', () => {
  fc.assert(
    fc.property(request, hostile, hostile, (asked, one, other) => {
      // what a policy store could hold is anything at all
      const [a, b] = [one, other] as PolicyDocument[]
      if (!a || !b) return
      const set = {
        identity: [a, b],
        resource: a,
        trust: b,
        boundary: [a],
        session: [b],
        scps: [[a]],
        rcps: [[b]],
      }
      expect(authorize(asked, set).trace.length).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 2_000 }
  )
})

test('a malformed document never allows', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      // no random JSON happens to be a policy
      const identity = [json as PolicyDocument]
      const asked = {
        principal: { type: 'user' as const, arn: stuart },
        action: 's3:GetObject',
        resource: { arn: '*' },
      }
      expect(authorize(asked, { identity }).verdict).toBe('ImplicitDeny')
    })
  )
})

test('a document is read once, and a new one afresh', () => {
  const asked = {
    principal: { type: 'user' as const, arn: stuart },
    action: 's3:GetObject',
    resource: { arn: '*' },
  }
  const policy = (Effect: string) => ({
    Version: '2012-10-17',
    Statement: { Effect, Action: '*', Resource: '*' },
  })
  const first = policy('Allow')
  expect(authorize(asked, { identity: [first] }).verdict).toBe('Allow')
  expect(authorize(asked, { identity: [first] }).verdict).toBe('Allow')
  expect(authorize(asked, { identity: [policy('Deny')] }).verdict).toBe('ExplicitDeny')
})
