import { today } from '~/lib/features'
import { describe, expect, test } from 'vitest'
import { beginAt } from './begin'
import { prefilled, withTypedAccount } from './prefill'
import { blankForm } from './role-form'

const own = '111122223333'
const trust = (search: string) => prefilled(search, own).form.trust

test('an address without a query fills nothing in', () => {
  expect(prefilled('', own)).toEqual({ form: blankForm, notes: [], step: 0 })
})

test('a link of a third party fills all of it in', () => {
  const { form, step } = prefilled(
    '?trustedEntityType=AWS_ACCOUNT&awsAccount=444455556666&externalId=x7&requireMFA&roleName=R&description=For%20us&tags=team=red&policies=arn:aws:iam::aws:policy%252FReadOnlyAccess&step=review',
    own
  )
  expect(form.trust.entityType).toBe('account')
  expect(form.trust.account).toEqual({
    which: 'another',
    accountId: '444455556666',
    requireExternalId: true,
    externalId: 'x7',
    requireMfa: true,
  })
  expect(form.permissions.policies).toEqual([
    { Arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess', PolicyName: 'ReadOnlyAccess' },
  ])
  expect(form.details).toEqual({
    name: 'R',
    description: 'For us',
    tags: [{ key: 'team', value: 'red' }],
  })
  expect(step).toBe('last')
})

test('the account that one is in is this account', () => {
  expect(trust(`?awsAccount=${own}&externalId=x7`).account).toMatchObject({
    which: 'this',
    accountId: '',
    externalId: 'x7',
  })
})

describe('a service and its use case', () => {
  test.each([
    ['selectedService=EC2&selectedUseCase=EC2', 'ec2', 'ec2'],
    ['selectedService=EC2', 'ec2', 'ec2'],
    ['commonUseCase=EC2%2BEC2', 'ec2', 'ec2'],
    [
      'selectedService=EC2&selectedUseCase=SimpleSystemsManagerServiceRole',
      'ec2',
      'ec2-ssm',
    ],
    ['selectedService=AWSLambda&selectedUseCase=Lambda', 'lambda', 'lambda'],
    ['selectedService=AmazonEKS&selectedUseCase=AmazonEKSClusterPolicy', 'eks', 'eks'],
    ['selectedService=EC2ContainerService&selectedUseCase=ecsTask', 'ecs', 'ecs-task'],
    ['selectedService=StepFunctions', 'states', 'states'],
  ])('%s', (query, service, useCase) => {
    expect(trust(`?${query}`).service).toEqual({ service, useCase })
    expect(prefilled(`?${query}`, own).notes).toEqual([])
  })

  test('bring their description and policies', () => {
    const { form } = prefilled('?selectedService=EC2&selectedUseCase=ec2-ssm', own)
    expect(form.permissions.policies.map(({ PolicyName }) => PolicyName)).toEqual([
      'AmazonSSMManagedInstanceCore',
    ])
    expect(form.details.description).toMatch(/^Allows EC2 instances/)
  })

  test.each([
    ['selectedService=Braket', 'There is no service or use case Braket here.'],
    ['selectedService=EC2&selectedUseCase=Fog', 'EC2 has no use case Fog here.'],
  ])('%s is named where there is none', (query, note) => {
    expect(prefilled(`?${query}`, own).notes).toEqual([note])
  })
})

describe('an identity provider', () => {
  const arn = `arn:aws:iam::${own}:oidc-provider/id.example.com`
  test.each([
    ['id.example.com', arn],
    ['https://id.example.com/', arn],
    [arn, arn],
    ['AmazonCognito', 'cognito-identity.amazonaws.com'],
    ['graph.facebook.com', 'graph.facebook.com'],
  ])('%s', (given, provider) => {
    const link = `?trustedEntityType=WEB_IDENTITY&identityProvider=${encodeURIComponent(given)}`
    expect(trust(link).webIdentity.provider).toBe(provider)
  })

  test('a SAML provider goes by its name as well', () => {
    const link = '?trustedEntityType=SAML&samlProvider=Directory&samlAccess=console'
    expect(trust(link).saml).toMatchObject({
      provider: `arn:aws:iam::${own}:saml-provider/Directory`,
      access: 'console',
    })
  })
})

test('a trust policy is indented, and kept when it is no JSON', () => {
  expect(trust('?trustPolicy=%7B%22a%22%3A1%7D').custom.text).toBe('{\n\t"a": 1\n}')
  expect(trust('?trustPolicy=%7B').custom.text).toBe('{')
})

describe('the step it opens at', () => {
  const begin = (query: string) =>
    beginAt(prefilled(`?${query}`, own), today['createRole.steps'])
  test.each([
    ['', { step: 0 }],
    ['awsAccount=444455556666&step=review', { step: 2 }],
    ['awsAccount=444455556666&step=permissions', { step: 1 }],
    ['step=review', { step: 0, tried: 0 }],
    ['trustedEntityType=AWS_ACCOUNT&isThirdParty=true', { step: 0 }],
    ['trustedEntityType=AWS_ACCOUNT&isThirdParty=true&step=review', { step: 0, tried: 0 }],
    ['awsAccount=1234', { step: 0, tried: 0 }],
    ['awsAccount=444455556666&externalId=a%20b&step=review', { step: 0, tried: 0 }],
    ['awsAccount=444455556666&roleName=a%20b&step=review', { step: 2, tried: 2 }],
  ])('%s', (query, expected) => {
    expect(begin(query)).toEqual(expected)
  })
})

describe('where the own account is typed', () => {
  const typed = (query: string) => withTypedAccount(prefilled(`?${query}`, own), own)
  test('a link to it fills it in', () => {
    const { account } = typed(`awsAccount=${own}`).form.trust
    expect(account).toMatchObject({ which: 'another', accountId: own })
  })

  test('nothing stands there without one', () => {
    expect(typed('').form.trust.account.accountId).toBe('')
  })

  test('the review is the fourth step', () => {
    const steps = ['trust', 'permissions', 'tags', 'review'] as const
    expect(beginAt(typed('awsAccount=444455556666&step=review'), steps).step).toBe(3)
  })
})
