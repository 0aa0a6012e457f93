import { expect, it } from 'vitest'
import { blankForm, type TrustForm } from './role-form'
import { detailsProblems, trustProblems } from './role-problems'
import { trustPolicyText } from './trust-policy'

const own = '111122223333'

const write = (form: Partial<TrustForm>): unknown =>
  JSON.parse(trustPolicyText({ ...blankForm.trust, ...form }, own))

const statement = (rest: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...rest }],
})

it('writes a service and its use case as lists', () => {
  const service = { service: 'ec2', useCase: 'ec2' }
  expect(write({ entityType: 'service', service })).toEqual(
    statement({ Action: ['sts:AssumeRole'], Principal: { Service: ['ec2.amazonaws.com'] } })
  )
})

it('writes the own account as its bare ID with an empty condition', () => {
  expect(write({ entityType: 'account' })).toEqual(
    statement({ Action: 'sts:AssumeRole', Principal: { AWS: own }, Condition: {} })
  )
})

it('asks another account for an external ID and MFA', () => {
  const account = {
    which: 'another' as const,
    accountId: '444455556666',
    requireExternalId: true,
    externalId: 'ticket-7',
    requireMfa: true,
  }
  expect(write({ entityType: 'account', account })).toEqual(
    statement({
      Action: 'sts:AssumeRole',
      Principal: { AWS: '444455556666' },
      Condition: {
        StringEquals: { 'sts:ExternalId': 'ticket-7' },
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      },
    })
  )
})

it("narrows GitHub's tokens to a branch of a repository", () => {
  const provider = `arn:aws:iam::${own}:oidc-provider/token.actions.githubusercontent.com`
  const webIdentity = {
    provider,
    audience: 'sts.amazonaws.com',
    organization: 'acme',
    repository: 'site',
    branch: 'main',
  }
  const host = 'token.actions.githubusercontent.com'
  expect(write({ entityType: 'web-identity', webIdentity })).toEqual(
    statement({
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: { Federated: provider },
      Condition: {
        StringEquals: { [`${host}:aud`]: ['sts.amazonaws.com'] },
        StringLike: { [`${host}:sub`]: 'repo:acme/site:ref:refs/heads/main' },
      },
    })
  )
})

it('fixes the audience of SAML sign-in to the console', () => {
  const saml = {
    ...blankForm.trust.saml,
    provider: `arn:aws:iam::${own}:saml-provider/Corp`,
    access: 'console' as const,
  }
  expect(write({ entityType: 'saml', saml })).toEqual(
    statement({
      Action: 'sts:AssumeRoleWithSAML',
      Principal: { Federated: saml.provider },
      Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
    })
  )
})

it('does not go on without what an entity needs', () => {
  const of = (form: Partial<TrustForm>) =>
    Object.keys(trustProblems({ ...blankForm.trust, ...form }))
  expect(of({ entityType: 'service' })).toEqual(['service'])
  expect(of({ entityType: 'account' })).toEqual([])
  expect(
    of({ entityType: 'account', account: { ...blankForm.trust.account, which: 'another' } })
  ).toEqual(['accountId'])
  expect(of({ entityType: 'custom', custom: { text: '{' } })).toEqual(['custom'])
})

it.each([
  ['', 'Role name is required.'],
  [
    'a b',
    "Role name contains invalid characters. Use alphanumeric and '+=,.@-_' characters.",
  ],
  ['x'.repeat(65), 'Role name must have a maximum of 64 characters.'],
  ['Role+=,.@-_1', undefined],
])('judges the name %j', (name, problem) => {
  expect(detailsProblems({ ...blankForm.details, name }).name).toBe(problem)
})
