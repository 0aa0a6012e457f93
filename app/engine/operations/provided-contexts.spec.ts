/** https://docs.aws.amazon.com/STS/latest/APIReference/API_ProvidedContext.html */
import { expect, test } from 'vitest'
import { allow, refusal, rootArn, trusting } from '../spec-cloud'
import { role, stsCloud, user } from './sts-spec-cloud'

const ProviderArn = 'arn:aws:iam::aws:contextProvider/IdentityCenter'
const signed = { ProviderArn, ContextAssertion: 'signed by nobody' }
const SIGNED = `ProvidedContext(providerArn=${ProviderArn}, contextAssertion=signed by nobody)`
const Action = ['sts:AssumeRole', 'sts:SetContext']

test('a context is asked for besides the role, of its trust policy', async () => {
  const { assume } = await stsCloud({ identity: allow('sts:AssumeRole') })
  expect(await refusal(assume({ ProvidedContexts: [signed] }))).toEqual({
    code: 'AccessDenied',
    message: `User: ${user} is not authorized to perform: sts:SetContext on resource: ${role}`,
    status: 403,
  })
})

test('a trust policy can hold a context to its provider', async () => {
  const trust = trusting(rootArn(), {
    Action,
    Condition: {
      'ForAllValues:ArnEquals': { 'sts:RequestContextProviders': [ProviderArn] },
    },
  })
  const { assume } = await stsCloud({ trust })
  const other = { ...signed, ProviderArn: `${ProviderArn}Else` }
  expect((await refusal(assume({ ProvidedContexts: [other] }))).code).toBe('AccessDenied')
  expect((await refusal(assume({ ProvidedContexts: [signed] }))).code).toBe(
    'InvalidContextAssertion'
  )
  await assume({ ProvidedContexts: [] })
})

test.each([
  ['the identity centre', { ...signed }],
  ['a provider that is not known', { ...signed, ProviderArn: `${ProviderArn}Else` }],
  ['nobody', { ContextAssertion: 'signed by nobody' }],
])('a context of %s is not genuine, since nobody here can sign one', async (_, given) => {
  const { assume, cloud } = await stsCloud({ trust: trusting(rootArn(), { Action }) })
  expect(await refusal(assume({ ProvidedContexts: [given] }))).toEqual({
    code: 'InvalidContextAssertion',
    message: 'The context assertion that was provided is invalid.',
    status: 400,
  })
  await cloud.settled()
  expect(cloud.world.events.at(-1)).toMatchObject({
    eventName: 'AssumeRole',
    errorCode: 'InvalidContextAssertion',
  })
})

test.each([
  [
    'six of them',
    Array.from({ length: 6 }, () => signed),
    `Value '[${Array.from({ length: 6 }, () => SIGNED).join(', ')}]' at 'providedContexts' failed to satisfy constraint: Member must have length less than or equal to 5`,
  ],
  [
    'a provider without ARN',
    [{ ...signed, ProviderArn: 'x' }],
    "Value 'x' at 'providedContexts.1.member.providerArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
  ],
  [
    'an assertion that is too short',
    [{ ...signed, ContextAssertion: 'abc' }],
    "Value 'abc' at 'providedContexts.1.member.contextAssertion' failed to satisfy constraint: Member must have length greater than or equal to 4",
  ],
])('%s breaks a rule for parameters', async (_, ProvidedContexts, what) => {
  const { assume } = await stsCloud()
  expect(await refusal(assume({ ProvidedContexts }))).toEqual({
    code: 'ValidationError',
    message: `1 validation error detected: ${what}`,
    status: 400,
  })
})
