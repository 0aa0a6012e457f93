/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html */
import { describe, expect, test } from 'vitest'

import { rejectTrustPolicy } from './accept'

const provider = (host: string) => `arn:aws:iam::111122223333:oidc-provider/${host}`

const trusting = (Federated: string | string[], Condition?: object, more: object = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated },
        Action: 'sts:AssumeRoleWithWebIdentity',
        ...(Condition ? { Condition } : {}),
        ...more,
      },
    ],
  })

const scope = (principal: string, claims: string) =>
  `Trust policy with trusted principal ${principal} must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, ${claims} which is not scoped to all.`

describe('a provider that serves everybody', () => {
  const gitLab = provider('gitlab.com')
  const refused = scope(gitLab, 'gitlab.com:sub')

  test.each([
    ['StringEquals', 'x'],
    ['StringLike', 'x*'],
    ['StringEqualsIgnoreCase', 'x'],
    ['ForAnyValue:StringLike', 'x'],
    ['ForAllValues:StringEquals', 'x'],
    ['StringLike', '?'],
    ['StringLike', '**'],
    ['StringEquals', ''],
    ['StringEquals', []],
  ])('is trusted with %s of %j', (operator, value) => {
    const condition = { [operator]: { 'GitLab.com:Sub': value } }
    expect(rejectTrustPolicy(trusting(gitLab, condition))).toBeUndefined()
  })

  test.each([
    ['no condition', undefined],
    ['another claim', { StringEquals: { 'gitlab.com:aud': 'x' } }],
    ['a negated operator', { StringNotEquals: { 'gitlab.com:sub': 'x' } }],
    ['IfExists', { StringEqualsIfExists: { 'gitlab.com:sub': 'x' } }],
    ['Null', { Null: { 'gitlab.com:sub': 'false' } }],
    ['everybody', { StringLike: { 'gitlab.com:sub': '*' } }],
    ['everybody among others', { StringLike: { 'gitlab.com:sub': ['x', '*'] } }],
  ])('is not with %s', (_, condition) => {
    expect(rejectTrustPolicy(trusting(gitLab, condition))).toBe(refused)
  })

  test('is looked at wherever it stands, but for a Deny and for other actions', () => {
    const both = [provider('idp.example.com'), gitLab]
    expect(rejectTrustPolicy(trusting(both))).toBe(refused)
    expect(rejectTrustPolicy(trusting(gitLab, undefined, { Action: 'sts:*' }))).toBe(
      refused
    )
    const deny = trusting(gitLab, undefined, { Effect: 'Deny' })
    expect(rejectTrustPolicy(deny)).toBeUndefined()
    const tags = trusting(gitLab, undefined, { Action: 'sts:TagSession' })
    expect(rejectTrustPolicy(tags)).toBeUndefined()
  })

  test('has a claim of its own', () => {
    const pulumi = provider('api.pulumi.com/oidc')
    expect(rejectTrustPolicy(trusting(pulumi))).toBe(
      scope(pulumi, 'api.pulumi.com/oidc:aud')
    )
    const cognito = 'cognito-identity.amazonaws.com'
    const condition = { StringEquals: { [`${cognito}:sub`]: 'x' } }
    expect(rejectTrustPolicy(trusting(cognito, condition))).toBe(
      scope(cognito, `${cognito}:aud`)
    )
  })
})

test('anybody’s own provider needs no condition', () => {
  expect(rejectTrustPolicy(trusting(provider('idp.example.com')))).toBeUndefined()
})

describe('GitHub', () => {
  const host = 'token.actions.githubusercontent.com'
  const gitHub = provider(host)
  const refused = scope(gitHub, `${host}:sub or ${host}:job_workflow_ref`)

  test.each([
    { StringLike: { [`${host}:sub`]: 'repo:acorn/app:*' } },
    { StringEquals: { [`${host}:job_workflow_ref`]: 'acorn/app/.github/w.yml@main' } },
    { StringLike: { [`${host}:sub`]: '?*' } },
    {
      StringLike: { [`${host}:sub`]: '*' },
      StringEquals: { [`${host}:job_workflow_ref`]: 'x' },
    },
  ])('is trusted with %j', (condition) => {
    expect(rejectTrustPolicy(trusting(gitHub, condition))).toBeUndefined()
  })

  test.each([
    { StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' } },
    { StringLike: { [`${host}:sub`]: '*:acorn' } },
    { StringLike: { [`${host}:sub`]: ' ' } },
    { StringLike: { [`${host}:sub`]: '*', [`${host}:job_workflow_ref`]: 'x' } },
  ])('is not with %j', (condition) => {
    expect(rejectTrustPolicy(trusting(gitHub, condition))).toBe(refused)
  })

  test('of one company is asked for that company’s claims', () => {
    const acorn = provider(`${host}/acorn`)
    const condition = { StringLike: { [`${host}:sub`]: 'repo:acorn/app:*' } }
    expect(rejectTrustPolicy(trusting(acorn, condition))).toBe(
      scope(acorn, `${host}/acorn:sub or ${host}/acorn:job_workflow_ref`)
    )
  })
})

describe('a provider that AWS knows', () => {
  const refused =
    'Policy trusting accounts.google.com requires a StringEquals condition on an application id'

  test.each([
    ['accounts.google.com', { StringEquals: { 'accounts.google.com:aud': '*' } }],
    ['accounts.google.com', { StringEqualsIgnoreCase: { 'accounts.google.com:oaud': '' } }],
    ['www.amazon.com', { StringEquals: { 'www.amazon.com:app_id': 'x' } }],
    ['graph.facebook.com', { StringEquals: { 'graph.facebook.com:sub': 'x' } }],
  ])('%s is trusted with %j', (host, condition) => {
    expect(rejectTrustPolicy(trusting(host, condition))).toBeUndefined()
  })

  test.each([
    undefined,
    { StringLike: { 'accounts.google.com:aud': 'x' } },
    { StringEquals: { 'Accounts.google.com:aud': 'x' } },
    { StringEquals: 'x' },
  ])('is not with %j', (condition) => {
    const message = rejectTrustPolicy(trusting('accounts.google.com', condition))
    expect(message).toBe(
      condition?.StringEquals === 'x' ? 'Syntax error in policy.' : refused
    )
  })
})
