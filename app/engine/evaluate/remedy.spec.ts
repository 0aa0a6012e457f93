import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { PolicyStatement } from '../policy/document'
import { validatePolicy } from '../policy/validate'
import { authorize } from './authorize'
import type { AuthorizationRequest, PolicySet } from './decision'

const account = '123456789012'
const other = '210987654321'
const role = `arn:aws:iam::${account}:role/RoleS3FullAccess`
const user = {
  type: 'user' as const,
  arn: `arn:aws:iam::${account}:user/Stuart`,
  account,
}
const session = {
  type: 'role-session' as const,
  arn: `arn:aws:sts::${other}:assumed-role/Reader/Stuart`,
  role: `arn:aws:iam::${other}:role/path/Reader`,
  account: other,
}

const policy = (...Statement: PolicyStatement[]) => ({ Version: '2012-10-17', Statement })
const allow = (Action: string, Resource = '*') => ({ Effect: 'Allow', Action, Resource })
const deny = (Action: string, Resource = '*') => ({ Effect: 'Deny', Action, Resource })

const reading: AuthorizationRequest = {
  principal: user,
  action: 's3:GetObject',
  resource: { arn: 'arn:aws:s3:::reports/q4.csv', account },
}
const switching: AuthorizationRequest = {
  principal: user,
  action: 'sts:AssumeRole',
  resource: { arn: role },
}
const bothHalves = { rules: { namedPrincipalSuffices: false } }

const remedyOf = (
  request: AuthorizationRequest,
  policies: PolicySet,
  options?: Parameters<typeof authorize>[2]
) => {
  const remedy = authorize(request, policies, options).remedy
  expect(remedy?.decision.verdict ?? 'Allow').toBe('Allow')
  return remedy?.changes
}

describe('what would change a refusal', () => {
  test('is one statement where a permission is missing', () => {
    expect(remedyOf(reading, { identity: [policy(allow('ec2:*'))] })).toEqual([
      {
        kind: 'add',
        policyType: 'identity',
        statement: allow('s3:GetObject', 'arn:aws:s3:::reports/q4.csv'),
      },
    ])
  })

  test('is both halves where both are asked for', () => {
    expect(remedyOf(switching, { identity: [], trust: policy() }, bothHalves)).toEqual([
      {
        kind: 'add',
        policyType: 'trust',
        statement: {
          Effect: 'Allow',
          Principal: { AWS: user.arn },
          Action: 'sts:AssumeRole',
        },
      },
      { kind: 'add', policyType: 'identity', statement: allow('sts:AssumeRole', role) },
    ])
  })

  test('takes every deny away, and then adds what is missing', () => {
    const policies = {
      identity: [policy(deny('s3:*'), allow('ec2:*'), deny('*'))],
      boundary: [policy(allow('ec2:*'))],
    }
    expect(
      remedyOf(reading, policies)?.map((change) =>
        change.kind === 'add' ? change.policyType : change.statement.index
      )
    ).toEqual([0, 2, 'identity', 'boundary'])
  })

  test('adds to the levels of an organization that are silent, and to no others', () => {
    const full = [policy(allow('*'))]
    expect(
      remedyOf(reading, { identity: full, scps: [full, [], [policy(allow('ec2:*'))]] })
    ).toMatchObject([
      { policyType: 'scp', level: 1 },
      { policyType: 'scp', level: 2 },
    ])
  })

  test('names the role behind a session of another account', () => {
    const request = { ...reading, principal: session }
    expect(remedyOf(request, { identity: [policy(allow('*'))] })).toEqual([
      {
        kind: 'add',
        policyType: 'resource',
        statement: {
          Effect: 'Allow',
          Principal: { AWS: session.role },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::reports/q4.csv',
        },
      },
    ])
  })

  test('does not widen a policy by a name that looks like a pattern', () => {
    const arn = 'arn:aws:s3:::reports/${aws:username}/*?'
    const request = { ...reading, resource: { arn, account } }
    const [change] = remedyOf(request, { identity: [] }) ?? []
    const statement = change?.kind === 'add' ? change.statement : allow('none')
    const elsewhere = { ...reading, resource: { arn: 'arn:aws:s3:::reports/Stuart/ab' } }
    expect(authorize(elsewhere, { identity: [policy(statement)] }).verdict).toBe(
      'ImplicitDeny'
    )
  })

  test.each<[string, AuthorizationRequest, PolicySet]>([
    ['an allow', reading, { identity: [policy(allow('*'))] }],
    [
      'root, who can assume no role',
      { ...switching, principal: { type: 'root', arn: `arn:aws:iam::${account}:root` } },
      { identity: [], trust: policy() },
    ],
    [
      'a caller that nothing can name',
      { ...reading, principal: { type: 'service' } },
      { identity: [] },
    ],
  ])('is nothing for %s', (_, request, policies) => {
    expect(remedyOf(request, policies)).toBeUndefined()
  })

  test('always works, and is a policy that IAM takes', () => {
    const action = fc.constantFrom('s3:GetObject', 's3:*', 'ec2:Run*', '*', 'iam:Get?ser')
    const statement = fc.record({
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: action,
      Resource: fc.constantFrom('*', 'arn:aws:s3:::reports/*', 'arn:aws:s3:::x'),
    })
    const documents = fc.array(fc.array(statement, { maxLength: 3 }), { maxLength: 3 })
    const policies = fc.record({
      identity: documents,
      boundary: fc.option(documents, { nil: undefined }),
      session: fc.option(documents, { nil: undefined }),
      scps: fc.option(fc.array(documents, { maxLength: 3 }), { nil: undefined }),
    })
    const asPolicies = (lists: PolicyStatement[][]) => lists.map((list) => policy(...list))
    fc.assert(
      fc.property(policies, ({ identity, boundary, session: passed, scps }) => {
        const decision = authorize(reading, {
          identity: asPolicies(identity),
          ...(boundary ? { boundary: asPolicies(boundary) } : {}),
          ...(passed ? { session: asPolicies(passed) } : {}),
          ...(scps ? { scps: scps.map(asPolicies) } : {}),
        })
        if (decision.verdict === 'Allow') return
        expect(decision.remedy?.decision.verdict).toBe('Allow')
        for (const change of decision.remedy?.changes ?? []) {
          if (change.kind === 'remove') continue
          const text = JSON.stringify(policy(change.statement))
          const findings = validatePolicy(text, 'identity')
          expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
        }
      })
    )
  })
})
