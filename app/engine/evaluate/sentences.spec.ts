/** A sentence for every way a decision can come out, and for every kind of caller. */
import { describe, expect, test } from 'vitest'

import type { PolicyStatement } from '../policy/document'
import { authorize } from './authorize'
import type { AuthorizationRequest, Decision, PolicySet } from './decision'
import { accessDeniedReason, explainReason, whatWouldChangeIt } from './explain'
import { printRef } from './ref'

const account = '123456789012'
const other = '210987654321'
const role = `arn:aws:iam::${account}:role/R`
const object = 'arn:aws:s3:::reports/q4.csv'

type Principal = AuthorizationRequest['principal']

const stuart: Principal = {
  type: 'user',
  arn: `arn:aws:iam::${account}:user/Stuart`,
  account,
}
const root: Principal = { type: 'root', arn: `arn:aws:iam::${account}:root`, account }
const stranger: Principal = {
  type: 'user',
  arn: `arn:aws:iam::${other}:user/Ann`,
  account: other,
}

const policy = (...Statement: PolicyStatement[]) => ({ Version: '2012-10-17', Statement })
const allow = (Action: string, Resource = '*') =>
  policy({ Effect: 'Allow', Action, Resource })
const deny = (Action: string) => policy({ Effect: 'Deny', Action, Resource: '*' })
const bucket = (Principal: PolicyStatement['Principal'], Effect = 'Allow') =>
  policy({ Effect, ...(Principal ? { Principal } : {}), Action: 's3:*', Resource: object })
const trust = (Principal: PolicyStatement['Principal']) =>
  policy({ Effect: 'Allow', ...(Principal ? { Principal } : {}), Action: 'sts:*' })

const asking = (action: string, arn: string, principal = stuart): AuthorizationRequest => ({
  principal,
  action,
  resource: { arn, account },
})
const read = (principal = stuart) => asking('s3:GetObject', object, principal)
const assume = (principal = stuart) => asking('sts:AssumeRole', role, principal)

type Row = [sentence: string, request: AuthorizationRequest, policies: PolicySet]

describe('why', () => {
  test.each<Row>([
    [
      'sts:GetCallerIdentity needs no permission.',
      asking('sts:GetCallerIdentity', '*'),
      { identity: [deny('*')] },
    ],
    [
      'The root user may do everything in its account, and nothing denies s3:GetObject.',
      read(root),
      { identity: [] },
    ],
    [
      'An identity-based policy allows user Stuart to call s3:GetObject on arn:aws:s3:::reports/q4.csv.',
      read(),
      { identity: [allow('s3:*')] },
    ],
    [
      'The resource-based policy allows user Stuart to call s3:GetObject on arn:aws:s3:::reports/q4.csv, and that is enough.',
      read(),
      { identity: [], resource: bucket({ AWS: stuart.arn ?? '' }) },
    ],
    [
      'An identity-based policy and the resource-based policy both allow user Stuart to call s3:GetObject on arn:aws:s3:::reports/q4.csv.',
      read(),
      { identity: [allow('s3:*')], resource: bucket('*') },
    ],
    [
      'The trust policy of R trusts every AWS principal, and that is enough.',
      assume(),
      { identity: [], trust: trust({ AWS: '*' }) },
    ],
    [
      'Roles may not be assumed by root accounts: sign in as an IAM user and switch from there.',
      assume(root),
      { identity: [], trust: trust({ AWS: account }) },
    ],
    [
      'The trust policy of R does not let user Stuart assume the role.',
      assume(),
      { identity: [], trust: trust({ AWS: other }) },
    ],
    [
      'No resource-based policy allows user Ann to call s3:GetObject on arn:aws:s3:::reports/q4.csv, and this needs one.',
      read(stranger),
      { identity: [allow('*')] },
    ],
    [
      'No session policy of user Stuart allows s3:GetObject on arn:aws:s3:::reports/q4.csv.',
      read(),
      { identity: [allow('*')], session: [allow('ec2:*')] },
    ],
    [
      'At one level of the organization no service control policy allows s3:GetObject on arn:aws:s3:::reports/q4.csv.',
      read(),
      { identity: [allow('*')], scps: [[allow('ec2:*')]] },
    ],
    [
      'At one level of the organization no resource control policy allows s3:GetObject on arn:aws:s3:::reports/q4.csv.',
      read(),
      { identity: [allow('*')], rcps: [[]] },
    ],
    [
      'The resource-based policy denies user Stuart s3:GetObject on arn:aws:s3:::reports/q4.csv, and a deny beats every allow.',
      read(),
      { identity: [allow('*')], resource: bucket('*', 'Deny') },
    ],
  ])('%s', (sentence, request, policies) => {
    expect(explainReason(authorize(request, policies))).toBe(sentence)
  })

  test('a role that is not there is said so to who asks why', () => {
    const decision: Decision = {
      ...authorize(assume(), { identity: [], trust: policy() }),
      reason: { kind: 'no-such-resource' },
      trace: [],
    }
    expect(explainReason(decision)).toBe(
      `${role} does not exist, which AWS keeps from the caller.`
    )
    expect(accessDeniedReason(decision)).toBe('')
    expect(whatWouldChangeIt(decision)).toEqual([
      'Check the account and the role’s name, path included.',
    ])
  })
})

describe('who', () => {
  test.each<[string, Principal]>([
    ['user Stuart', stuart],
    [
      'role R',
      {
        type: 'role-session',
        arn: `arn:aws:sts::${account}:assumed-role/R/S`,
        role: `arn:aws:iam::${account}:role/path/R`,
      },
    ],
    [
      'role R',
      { type: 'role-session', arn: `arn:aws:sts::${account}:assumed-role/R/S`, account },
    ],
    [
      'federated user Ann',
      {
        type: 'federated-user',
        arn: `arn:aws:sts::${account}:federated-user/Ann`,
        account,
      },
    ],
    ['the service ec2.amazonaws.com', { type: 'service', service: 'ec2.amazonaws.com' }],
    ['the service arn:x', { type: 'service', arn: 'arn:x' }],
    [
      'identity provider Corp',
      { type: 'saml', arn: `arn:aws:iam::${account}:saml-provider/Corp` },
    ],
    [
      'identity provider accounts.google.com',
      { type: 'oidc', service: 'accounts.google.com' },
    ],
    ['an anonymous caller', { type: 'anonymous' }],
  ])('%s', (name, principal) => {
    const decision = authorize(read(principal), {
      identity: [],
      resource: bucket('*', 'Deny'),
    })
    expect(explainReason(decision)).toContain(`denies ${name} s3:GetObject`)
  })
})

describe('what would change it', () => {
  test.each<[string, AuthorizationRequest, PolicySet]>([
    [
      'Add a statement for user Ann to the resource’s policy that allows s3:GetObject.',
      read(stranger),
      { identity: [allow('*')] },
    ],
    [
      `Allow s3:GetObject on ${object} in the permissions boundary of user Stuart too, or remove the boundary.`,
      read(),
      { identity: [allow('*')], boundary: [allow('ec2:*')] },
    ],
    [
      `Pass a session policy that allows s3:GetObject on ${object}, or none.`,
      read(),
      { identity: [allow('*')], session: [allow('ec2:*')] },
    ],
    [
      `Attach a service control policy that allows s3:GetObject on ${object} at each level of the organization.`,
      read(),
      { identity: [allow('*')], scps: [[]] },
    ],
    [
      `Attach a resource control policy that allows s3:GetObject on ${object} at each level of the organization.`,
      read(),
      { identity: [allow('*')], rcps: [[]] },
    ],
    [
      'Sign in as an IAM user that the role trusts.',
      assume(root),
      { identity: [], trust: policy() },
    ],
    [
      'Change statement Team of an identity-based policy: its Resource does not cover arn:aws:s3:::reports/q4.csv and its condition StringEquals on aws:PrincipalTag/team asks for red or blue, and the request has none.',
      read(),
      {
        identity: [
          policy({
            Sid: 'Team',
            Effect: 'Allow',
            Action: 's3:*',
            Resource: 'arn:aws:s3:::other/*',
            Condition: { StringEquals: { 'aws:PrincipalTag/team': ['red', 'blue'] } },
          }),
        ],
      },
    ],
    [
      'Change statement 1 of an identity-based policy: it is not well formed.',
      read(),
      {
        identity: [
          policy({ Effect: 'Allow', Action: 's3:*', NotAction: 'ec2:*', Resource: '*' }),
        ],
      },
    ],
  ])('%s', (change, request, policies) => {
    expect(whatWouldChangeIt(authorize(request, policies))).toContain(change)
  })
})

describe('the remedy', () => {
  const first = (request: AuthorizationRequest, policies: PolicySet) =>
    authorize(request, policies).remedy?.changes[0]

  test.each<[string, Principal, PolicyStatement['Principal']]>([
    [
      'a service',
      { type: 'service', service: 'ec2.amazonaws.com' },
      { Service: 'ec2.amazonaws.com' },
    ],
    [
      'a SAML provider',
      { type: 'saml', arn: `arn:aws:iam::${account}:saml-provider/Corp` },
      { Federated: `arn:aws:iam::${account}:saml-provider/Corp` },
    ],
    [
      'a web provider',
      { type: 'oidc', service: 'accounts.google.com' },
      { Federated: 'accounts.google.com' },
    ],
    ['anybody', { type: 'anonymous' }, '*'],
    [
      'the root user of another account',
      { type: 'root', arn: `arn:aws:iam::${other}:root`, account: other },
      { AWS: `arn:aws:iam::${other}:root` },
    ],
    [
      'a session without its role',
      { type: 'role-session', arn: `arn:aws:sts::${other}:assumed-role/R/S` },
      { AWS: `arn:aws:sts::${other}:assumed-role/R/S` },
    ],
  ])('names %s', (_, principal, Principal) => {
    expect(first(read(principal), { identity: [allow('*')] })).toMatchObject({
      policyType: 'resource',
      statement: { Principal },
    })
  })

  test.each<[string, PolicySet]>([
    ['identity[0].Statement[0]', { identity: [deny('*'), allow('*')] }],
    ['boundary[1].Statement[0]', { identity: [], boundary: [allow('*'), deny('*')] }],
    ['session[0].Statement[0]', { identity: [allow('*')], session: [deny('*')] }],
    ['resource.Statement[0]', { identity: [], resource: bucket('*', 'Deny') }],
    ['scps[1][0].Statement[0]', { identity: [], scps: [[allow('*')], [deny('*')]] }],
    [
      'rcps[0][0].Statement[0]',
      { identity: [], rcps: [[policy({ Effect: 'Deny', Principal: '*', Action: '*' })]] },
    ],
  ])('takes away %s', (place, policies) => {
    const change = first(read(), policies)
    expect(change?.kind === 'remove' ? printRef(change.statement) : change).toBe(place)
    expect(authorize(read(), policies).remedy?.decision.verdict).toBe('Allow')
  })

  test('takes a deny out of a trust policy, and adds to one that is not there', () => {
    const denying = policy({ Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:*' })
    expect(
      authorize(assume(), { identity: [], trust: denying }).remedy?.changes
    ).toMatchObject([{ kind: 'remove' }, { kind: 'add', policyType: 'trust' }])
    expect(first(assume(), { identity: [] })).toMatchObject({ policyType: 'trust' })
  })

  test('adds to what is silent at a level of RCPs', () => {
    expect(first(read(), { identity: [allow('*')], rcps: [[]] })).toMatchObject({
      policyType: 'rcp',
      level: 0,
      statement: { Principal: '*' },
    })
  })

  test('is written with a star where the action has no resource', () => {
    const anywhere = asking('ec2:DescribeInstances', '*')
    expect(first(anywhere, { identity: [] })).toMatchObject({
      statement: { Resource: '*' },
    })
  })

  test.each<[string, Principal]>([
    ['a user without an ARN', { type: 'user', account: other }],
    ['a session without an ARN', { type: 'role-session', account: other }],
    ['a provider without a name', { type: 'oidc' }],
    ['a root user without an account', { type: 'root' }],
  ])('cannot name %s', (_, principal) => {
    const trustless = { ...assume(principal), action: 'sts:AssumeRole' }
    expect(authorize(trustless, { identity: [] }).remedy).toBeUndefined()
  })
})
