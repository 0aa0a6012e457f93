import { describe, expect, test } from 'vitest'
import { createCloud, DEFAULT_TIME } from '~/engine/cloud'
import { onShelf } from '~/engine/shelf'
import { codeAt } from '~/engine/totp'
import { buildWorld } from './build'
import { parseScenario } from './schema'

const ACCOUNT = '111122223333'
const id = 'AKIAIOSFODNN7EXAMPLE'
const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const seed = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const serial = `arn:aws:iam::${ACCOUNT}:mfa/Ann`

const scenario = (users: object[], more: object = {}) =>
  parseScenario({
    schema: 'understudy.scenario/v1',
    id: 'x',
    name: 'X',
    story: 'X',
    accounts: [{ id: ACCOUNT, users, ...more }],
  })

const userOf = (name: string, ...users: object[]) => {
  const account = buildWorld(scenario(users)).accounts[ACCOUNT]
  return account && onShelf(account.users, name)
}

describe('a user of a scenario', () => {
  test('can have access keys, which are good', async () => {
    const attached = ['AdministratorAccess']
    const accessKeys = [{ id, secret }, { status: 'Inactive' }]
    const world = buildWorld(
      scenario([{ name: 'Ann', path: '/team/', attached, accessKeys }])
    )
    const cloud = createCloud({ world, clock: { now: () => DEFAULT_TIME } })
    const { iam } = cloud.client({ accessKeyId: id, secretAccessKey: secret })
    const { AccessKeyMetadata = [] } = await iam.listAccessKeys()
    expect(AccessKeyMetadata).toEqual([
      {
        UserName: 'Ann',
        AccessKeyId: id,
        Status: 'Active',
        CreateDate: new Date(DEFAULT_TIME),
      },
      {
        UserName: 'Ann',
        AccessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/),
        Status: 'Inactive',
        CreateDate: new Date(DEFAULT_TIME),
      },
    ])
    expect((await iam.getUser()).User?.Arn).toBe(`arn:aws:iam::${ACCOUNT}:user/team/Ann`)
  })

  test('can have MFA devices, whose codes are good', async () => {
    const mfaDevices = [{ seed }, { name: 'spare' }]
    const world = buildWorld(
      scenario([{ name: 'Ann', accessKeys: [{ id, secret }], mfaDevices }])
    )
    const cloud = createCloud({ world, clock: { now: () => DEFAULT_TIME } })
    const { sts } = cloud.client({ accessKeyId: id, secretAccessKey: secret })
    await sts.getSessionToken({
      SerialNumber: serial,
      TokenCode: await codeAt(seed, DEFAULT_TIME),
    })
    const user = userOf('Ann', { name: 'Ann', mfaDevices })
    expect(user?.mfaDevices).toMatchObject([
      { serial, seed, enabled: DEFAULT_TIME },
      {
        serial: `arn:aws:iam::${ACCOUNT}:mfa/spare`,
        seed: expect.stringMatching(/^[A-Z2-7]{64}$/),
      },
    ])
  })

  test('has the same ones from the same seed', () => {
    const users = [{ name: 'Ann', accessKeys: [{}], mfaDevices: [{}] }]
    expect(buildWorld(scenario(users), 7)).toEqual(buildWorld(scenario(users), 7))
  })

  test('has none unless told', () => {
    expect(userOf('Ann', { name: 'Ann' })).toMatchObject({ accessKeys: [], mfaDevices: [] })
  })
})

describe('refused with its path', () => {
  test.each<[string, object[], string]>([
    ['a third key', [{ accessKeys: [{}, {}, {}] }], 'accounts[0].users[0].accessKeys'],
    [
      'a key that is none',
      [{ accessKeys: [{ id: 'AKIA' }] }],
      'accounts[0].users[0].accessKeys[0].id',
    ],
    [
      'a short secret',
      [{ accessKeys: [{ secret: 'x' }] }],
      'accounts[0].users[0].accessKeys[0].secret',
    ],
    [
      'a seed that is not base32',
      [{ mfaDevices: [{ seed: 'x' }] }],
      'accounts[0].users[0].mfaDevices[0].seed',
    ],
    [
      'a ninth device',
      [{ mfaDevices: Array.from({ length: 9 }, (_, i) => ({ name: `d${i}` })) }],
      'accounts[0].users[0].mfaDevices',
    ],
    ['a path without slash', [{ path: 'team' }], 'accounts[0].users[0].path'],
  ])('%s', (_, users, path) => {
    const named = users.map((user) => ({ name: 'Ann', ...user }))
    expect(() => scenario(named)).toThrow(expect.objectContaining({ path }))
  })

  test('a path of a role', () => {
    const roles = [{ name: 'R', path: '/team', trust: { Statement: [] } }]
    expect(() => scenario([], { roles })).toThrow(
      expect.objectContaining({ path: 'accounts[0].roles[0].path' })
    )
  })

  test('a key or a device of two', () => {
    const keys = [
      { name: 'Ann', accessKeys: [{ id }] },
      { name: 'Bob', accessKeys: [{}, { id }] },
    ]
    expect(() => buildWorld(scenario(keys))).toThrow(
      expect.objectContaining({ path: 'accounts[0].users[1].accessKeys[1].id' })
    )
    const devices = [
      { name: 'Ann', mfaDevices: [{}] },
      { name: 'Bob', mfaDevices: [{ name: 'ann' }] },
    ]
    expect(() => buildWorld(scenario(devices))).toThrow(
      expect.objectContaining({ path: 'accounts[0].users[1].mfaDevices[0]' })
    )
  })
})

test('an organization says what it does for root users', () => {
  const organization = {
    id: 'o-a1b2c3d4e5',
    managementAccount: ACCOUNT,
    accounts: { [ACCOUNT]: [] },
    featureSet: 'ALL',
    trustedServices: ['iam.amazonaws.com'],
    delegatedAdministrators: { 'iam.amazonaws.com': [ACCOUNT] },
    rootFeatures: ['RootSessions'],
  }
  const given = parseScenario({ ...scenario([]), organization })
  expect(buildWorld(given).organization).toEqual({
    ...organization,
    accounts: { [ACCOUNT]: { path: [] } },
    scps: {},
    rcps: {},
  })
})
