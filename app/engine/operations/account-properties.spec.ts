/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutAccountProperties.html */
import { expect, test } from 'vitest'
import { allow, document, HOME, refusal } from '../spec-cloud'
import { stsCloud, user } from './sts-spec-cloud'

const ENABLED = 'RoleManager/Enabled'
const RoleName = 'AWSServiceRoleForIAMRoleManager'
const service = 'role-manager.iam.amazonaws.com'

test('managing roles is off at first, and makes its service a role that stays', async () => {
  const { iam, cloud } = await stsCloud()
  const turn = (value: string) =>
    iam.putAccountProperties({ Properties: { [ENABLED]: value } })
  const state = async () => (await iam.getAccountProperties()).Properties
  expect(await state()).toEqual({ [ENABLED]: 'false' })
  await turn('false')
  expect((await refusal(iam.getRole({ RoleName }))).code).toBe('NoSuchEntity')
  expect(await turn('true')).toEqual({})
  expect(cloud.world.events.at(-1)).toMatchObject({
    eventName: 'PutAccountProperties',
    readOnly: false,
  })
  expect(await state()).toEqual({ [ENABLED]: 'true' })
  const { Role } = await iam.getRole({ RoleName })
  expect(Role?.Arn).toBe(
    `arn:aws:iam::${HOME}:role/aws-service-role/${service}/${RoleName}`
  )
  await turn('true')
  await turn('false')
  expect(await state()).toEqual({ [ENABLED]: 'false' })
  expect((await iam.getRole({ RoleName })).Role?.RoleId).toBe(Role?.RoleId)
})

test('turning it on asks for the role as well, and both for their namespace', async () => {
  const Properties = { [ENABLED]: 'true' }
  const Condition = {
    'ForAllValues:StringEquals': { 'iam:AccountPropertyNamespaces': 'RoleManager' },
    Null: { 'iam:AccountPropertyNamespaces': 'false' },
  }
  const Action = ['iam:PutAccountProperties', 'iam:GetAccountProperties']
  const { keys } = await stsCloud({
    identity: document({ Effect: 'Allow', Action, Resource: '*', Condition }),
  })
  await keys.iam.getAccountProperties()
  await keys.iam.putAccountProperties({ Properties: { [ENABLED]: 'false' } })
  expect((await refusal(keys.iam.putAccountProperties({ Properties }))).message).toContain(
    `iam:CreateServiceLinkedRole on resource: arn:aws:iam::${HOME}:role/aws-service-role/${service}/${RoleName}`
  )
  const other = { Properties: { 'Other/Enabled': 'true' } }
  expect((await refusal(keys.iam.putAccountProperties(other))).message).toContain(
    `User: ${user} is not authorized to perform: iam:PutAccountProperties on resource: *`
  )
})

test('nothing of it is to be had without permission', async () => {
  const { keys } = await stsCloud({ identity: allow('s3:*') })
  expect((await refusal(keys.iam.getAccountProperties())).code).toBe('AccessDenied')
})

const invalid = 'InvalidInput'
const validation = 'ValidationError'
const begins =
  "1 validation error detected: Value at 'properties' failed to satisfy constraint: "

test.each<[string, Record<string, string>, string, string]>([
  ['none', {}, validation, `${begins}Member must not be null`],
  ['a key with a space', { 'Role Manager': 'x' }, validation, `${begins}Map keys`],
  ['an empty value', { [ENABLED]: '' }, validation, `${begins}Map value`],
  [
    'a value that is too long',
    { [ENABLED]: 'x'.repeat(1025) },
    validation,
    `${begins}Map value`,
  ],
  [
    'a key without namespace',
    { Enabled: 'true' },
    invalid,
    'Property key must be in format Namespace/PropertyName: Enabled',
  ],
  [
    'two namespaces',
    { [ENABLED]: 'true', 'Other/Enabled': 'true' },
    invalid,
    'All properties must belong to the same namespace',
  ],
  [
    'another namespace',
    { 'Other/Enabled': 'true' },
    invalid,
    'Unsupported namespace: Other',
  ],
  [
    'another property',
    { 'RoleManager/Other': 'true' },
    invalid,
    'RoleManager namespace requires Enabled property',
  ],
  ['another value', { [ENABLED]: 'TRUE' }, invalid, "Enabled must be 'true' or 'false'"],
])('%s is refused', async (_, Properties, code, message) => {
  const { iam } = await stsCloud()
  const found = await refusal(iam.putAccountProperties({ Properties }))
  expect(found).toEqual({ code, message: expect.stringContaining(message), status: 400 })
})

test('no properties at all are none', async () => {
  const { iam } = await stsCloud()
  const input: { Properties: Record<string, string> } = JSON.parse('{}')
  expect((await refusal(iam.putAccountProperties(input))).code).toBe(validation)
})
