/** What AWS was recorded to answer where its pages say nothing, or something else. */
import { describe, expect, test } from 'vitest'

import {
  allow,
  document,
  HOME,
  policyArn,
  refusal,
  specCloud,
  trusting,
  userArn,
} from '../spec-cloud'

const PATH = '/crew/'

async function crew() {
  const { root, client } = specCloud()
  const { iam } = root()
  const trust = { AssumeRolePolicyDocument: trusting(HOME) }
  await iam.createUser({ UserName: 'Ada', Path: PATH })
  await iam.createUser({ UserName: 'Clerk' })
  await iam.createGroup({ GroupName: 'Crew', Path: PATH })
  await iam.createRole({ RoleName: 'Painter', Path: PATH, ...trust })
  await iam.createInstanceProfile({ InstanceProfileName: 'Easel', Path: PATH })
  return { iam, clerk: client(userArn('Clerk')).iam }
}

const inCrew = (kind: string, name: string) => `arn:aws:iam::${HOME}:${kind}${PATH}${name}`

describe('a name in another case', () => {
  test('finds what it names', async () => {
    const { iam } = await crew()
    expect((await iam.getUser({ UserName: 'ADA' })).User?.UserName).toBe('Ada')
    expect((await iam.getGroup({ GroupName: 'CREW' })).Group?.GroupName).toBe('Crew')
    expect((await iam.getRole({ RoleName: 'painter' })).Role?.RoleName).toBe('Painter')
    const { InstanceProfile } = await iam.getInstanceProfile({
      InstanceProfileName: 'eAsEl',
    })
    expect(InstanceProfile?.InstanceProfileName).toBe('Easel')
  })

  test('is judged as the name that is kept', async () => {
    const { iam, clerk } = await crew()
    await iam.putUserPolicy({
      UserName: 'Clerk',
      PolicyName: 'look',
      PolicyDocument: allow(
        ['iam:GetUser', 'iam:GetRole'],
        [inCrew('user', 'Ada'), inCrew('role', 'Painter')]
      ),
    })
    await clerk.getUser({ UserName: 'aDA' })
    await clerk.getRole({ RoleName: 'PAINTER' })
    expect(await refusal(clerk.getUser({ UserName: 'Eve' }))).toMatchObject({
      code: 'AccessDenied',
    })
  })

  test('changes and deletes what it names', async () => {
    const { iam } = await crew()
    await iam.addUserToGroup({ UserName: 'ADA', GroupName: 'CREW' })
    const { Users = [] } = await iam.getGroup({ GroupName: 'Crew' })
    expect(Users.map(({ UserName }) => UserName)).toEqual(['Ada'])
    await iam.removeUserFromGroup({ UserName: 'ada', GroupName: 'crew' })
    await iam.deleteUser({ UserName: 'ADA' })
    await iam.deleteGroup({ GroupName: 'CREW' })
    await iam.deleteRole({ RoleName: 'PAINTER' })
    await iam.deleteInstanceProfile({ InstanceProfileName: 'EASEL' })
    expect(await refusal(iam.getUser({ UserName: 'Ada' }))).toMatchObject({
      code: 'NoSuchEntity',
    })
    expect((await iam.listGroups({})).Groups).toEqual([])
  })

  test('is taken', async () => {
    const { iam } = await crew()
    expect(await refusal(iam.createUser({ UserName: 'ADA' }))).toMatchObject({
      code: 'EntityAlreadyExists',
      message: 'User with name ADA already exists.',
    })
  })
})

describe('the source of a simulation', () => {
  test('is found whatever its path, and is judged by the path that it has', async () => {
    const { iam, clerk } = await crew()
    const PolicySourceArn = `arn:aws:iam::${HOME}:user/elsewhere/Ada`
    const asked = { PolicySourceArn, ActionNames: ['s3:GetObject'] }
    expect(await refusal(clerk.simulatePrincipalPolicy(asked))).toMatchObject({
      message: expect.stringContaining(`on resource: ${inCrew('user', 'Ada')}`),
    })
    await iam.putUserPolicy({
      UserName: 'Clerk',
      PolicyName: 'look',
      PolicyDocument: allow(
        ['iam:SimulatePrincipalPolicy', 'iam:GetContextKeysForPrincipalPolicy'],
        inCrew('user', 'Ada')
      ),
    })
    await clerk.simulatePrincipalPolicy(asked)
    await clerk.getContextKeysForPrincipalPolicy({ PolicySourceArn })
  })

  test('that is nobody is judged as it is written', async () => {
    const { clerk } = await crew()
    const PolicySourceArn = `arn:aws:iam::${HOME}:user/Nobody`
    expect(
      await refusal(clerk.getContextKeysForPrincipalPolicy({ PolicySourceArn }))
    ).toMatchObject({
      message: expect.stringContaining(`on resource: ${PolicySourceArn}`),
    })
  })
})

describe('a simulation', () => {
  const key = 'aws:RequestTag/label'

  async function decided(PolicyInputList: string[], value: string) {
    const { root } = specCloud()
    const { EvaluationResults = [] } = await root().iam.simulateCustomPolicy({
      PolicyInputList,
      ActionNames: ['s3:GetObject'],
      ContextEntries: [
        { ContextKeyName: key, ContextKeyType: 'string', ContextKeyValues: [value] },
      ],
    })
    return EvaluationResults.map(({ EvalDecision }) => EvalDecision)
  }

  const open = { Effect: 'Allow', Action: '*', Resource: '*' }
  const when = (Condition: object) => document({ ...open, Condition })

  test('takes no policy at all', async () => {
    expect(await decided([], 'x')).toEqual(['implicitDeny'])
  })

  test('takes a policy without a version', async () => {
    expect(await decided([JSON.stringify({ Statement: open })], 'x')).toEqual(['allowed'])
  })

  test.each([
    ['an address that is none', { NotIpAddress: { [key]: 'here' } }, '198.51.100.7'],
    ['bits behind a mask', { NotIpAddress: { [key]: '2001:db8::7/64' } }, '198.51.100.7'],
    ['a request’s number that is none', { NumericNotEquals: { [key]: '3' } }, 'few'],
  ])('allows nothing with %s', async (_, condition, value) => {
    expect(await decided([when(condition)], value)).toEqual(['implicitDeny'])
  })

  test('tells a date from what is none', async () => {
    const condition = { DateNotEquals: { [key]: '2031-05-06' } }
    expect(await decided([when(condition)], 'soon')).toEqual(['allowed'])
  })
})

describe('tags', () => {
  const nothing = {
    code: 'InvalidInput',
    message: 'Error occurred while validating input. ',
  }

  test('of nothing are refused, and taking none away is not', async () => {
    const { iam } = await crew()
    const role = { RoleName: 'Painter' }
    expect(await refusal(iam.tagUser({ UserName: 'Ada', Tags: [] }))).toMatchObject(nothing)
    expect(await refusal(iam.tagRole({ ...role, Tags: [] }))).toMatchObject(nothing)
    await iam.untagUser({ UserName: 'Ada', TagKeys: [] })
    await iam.untagRole({ ...role, TagKeys: [] })
  })

  test('of other things are refused both ways', async () => {
    const { iam } = await crew()
    await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allow('s3:*') })
    const policy = { PolicyArn: policyArn('p') }
    const profile = { InstanceProfileName: 'Easel' }
    for (const work of [
      iam.tagPolicy({ ...policy, Tags: [] }),
      iam.untagPolicy({ ...policy, TagKeys: [] }),
      iam.tagInstanceProfile({ ...profile, Tags: [] }),
      iam.untagInstanceProfile({ ...profile, TagKeys: [] }),
    ])
      expect(await refusal(work)).toMatchObject(nothing)
  })

  test('that lack something are told of, value first, up to ten times', async () => {
    const { iam } = await crew()
    const lacking = (count: number) =>
      refusal(
        iam.tagUser({
          UserName: 'Ada',
          Tags: Array.from({ length: count }, () => ({ Key: undefined, Value: undefined })),
        })
      )
    expect((await lacking(1)).message).toBe(
      "2 validation errors detected: Value at 'tags.1.member.value' failed to satisfy constraint: Member must not be null; Value at 'tags.1.member.key' failed to satisfy constraint: Member must not be null"
    )
    const { message } = await lacking(6)
    expect(message).toMatch(/^10 validation errors detected: /)
    expect(message.split('; ')).toHaveLength(10)
  })

  test('are judged by the last value of a key that comes twice', async () => {
    const { iam, clerk } = await crew()
    await iam.putUserPolicy({
      UserName: 'Clerk',
      PolicyName: 'label',
      PolicyDocument: document({
        Effect: 'Allow',
        Action: 'iam:TagUser',
        Resource: '*',
        Condition: { StringEquals: { 'aws:RequestTag/team': 'red' } },
      }),
    })
    const tag = (...values: string[]) =>
      refusal(
        clerk.tagUser({
          UserName: 'Ada',
          Tags: values.map((Value) => ({ Key: 'team', Value })),
        })
      )
    expect((await tag('blue', 'red')).code).toBe('InvalidInput')
    expect((await tag('red', 'blue')).code).toBe('AccessDenied')
  })
})

test('no key or certificate can be made to expire', async () => {
  const { iam } = await crew()
  const { AccessKey } = await iam.createAccessKey({ UserName: 'Ada' })
  const AccessKeyId = AccessKey?.AccessKeyId
  expect(
    await refusal(iam.updateAccessKey({ UserName: 'Ada', AccessKeyId, Status: 'Expired' }))
  ).toMatchObject({
    code: 'InvalidInput',
    message: 'Operation does not support status Expired',
  })
})

test('a marker that is none does not match the filter', async () => {
  const { iam } = await crew()
  expect(
    await refusal(
      iam.getAccountAuthorizationDetails({ Filter: ['User'], Marker: 'somewhere' })
    )
  ).toMatchObject({ code: 'ValidationError', message: 'Marker and Filter do not match' })
})

describe('service-specific credentials', () => {
  test.each([
    ['bedrock.amazonaws.com', 'ABSK'],
    ['logs.amazonaws.com', 'ACWL'],
    ['cloudwatch.amazonaws.com', 'APIAACWM'],
    ['aws-external-anthropic.amazonaws.com', 'AEAA'],
  ])('for %s hold the alias and a password', async (ServiceName, prefix) => {
    const { iam } = await crew()
    const { ServiceSpecificCredential } = await iam.createServiceSpecificCredential({
      UserName: 'Ada',
      ServiceName: ServiceName.toUpperCase(),
    })
    const { ServiceCredentialSecret = '', ServiceName: kept } =
      ServiceSpecificCredential ?? {}
    expect(kept).toBe(ServiceName)
    expect(ServiceCredentialSecret.startsWith(prefix)).toBe(true)
    expect(atob(ServiceCredentialSecret.slice(prefix.length))).toMatch(
      new RegExp(`^Ada-at-${HOME}:.{60}$`)
    )
    const listed = await iam.listServiceSpecificCredentials({
      UserName: 'Ada',
      ServiceName: ServiceName.toUpperCase(),
    })
    expect(listed.ServiceSpecificCredentials).toHaveLength(1)
  })

  test('of another user are told of as such', async () => {
    const { iam } = await crew()
    const made = await iam.createServiceSpecificCredential({
      UserName: 'Ada',
      ServiceName: 'codecommit.amazonaws.com',
    })
    const id = made.ServiceSpecificCredential?.ServiceSpecificCredentialId
    const work = iam.deleteServiceSpecificCredential({
      UserName: 'Clerk',
      ServiceSpecificCredentialId: id,
    })
    expect(await refusal(work)).toMatchObject({
      code: 'ValidationError',
      message: `User Clerk does not have a service specific credential with id ${id}`,
    })
  })

  test('of all users are listed by leave to all users', async () => {
    const { iam, clerk } = await crew()
    const may = (resource: string) =>
      iam.putUserPolicy({
        UserName: 'Clerk',
        PolicyName: 'list',
        PolicyDocument: allow('iam:ListServiceSpecificCredentials', resource),
      })
    await may(userArn('Clerk'))
    expect(
      await refusal(clerk.listServiceSpecificCredentials({ AllUsers: true }))
    ).toMatchObject({ code: 'AccessDenied' })
    await may(userArn('*'))
    await clerk.listServiceSpecificCredentials({ AllUsers: true })
  })
})
