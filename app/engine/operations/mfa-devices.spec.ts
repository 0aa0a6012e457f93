/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html */
import { beforeEach, describe, expect, test } from 'vitest'
import type { AwsClient } from '../api'
import { allow, HOME, refusal, rootArn, specCloud, userArn } from '../spec-cloud'
import { codeOfStep, stepAt } from '../totp'

const now = '2026-01-15T09:00:00.000Z'
const created = new Date(now)
const serial = (name: string) => `arn:aws:iam::${HOME}:mfa/${name}`
const U = { UserName: 'U' }

let iam: AwsClient['iam']
let spec: ReturnType<typeof specCloud>

beforeEach(async () => {
  spec = specCloud()
  ;({ iam } = spec.root())
  await iam.createUser(U)
})

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

async function newDevice(VirtualMFADeviceName = 'phone') {
  const { VirtualMFADevice } = await iam.createVirtualMFADevice({ VirtualMFADeviceName })
  const seed = textOf(VirtualMFADevice?.Base32StringSeed)
  return { SerialNumber: VirtualMFADevice?.SerialNumber ?? '', seed }
}

const codes = (seed: string, step = stepAt(now)) => ({
  AuthenticationCode1: codeOfStep(seed, step),
  AuthenticationCode2: codeOfStep(seed, step + 1),
})

async function enabled(name?: string) {
  const { SerialNumber, seed } = await newDevice(name)
  await iam.enableMFADevice({ ...U, SerialNumber, ...codes(seed) })
  return { SerialNumber, seed }
}

describe('a virtual device', () => {
  test('comes with a seed in base32 and a picture of it', async () => {
    const { VirtualMFADevice: device } = await iam.createVirtualMFADevice({
      VirtualMFADeviceName: 'phone',
      Path: '/team/',
      Tags: [{ Key: 'a', Value: 'b' }],
    })
    expect(device).toMatchObject({
      SerialNumber: serial('team/phone'),
      Tags: [{ Key: 'a', Value: 'b' }],
    })
    expect(textOf(device?.Base32StringSeed)).toMatch(/^[A-Z2-7]{64}$/)
    expect([...(device?.QRCodePNG ?? [])].slice(0, 4)).toEqual([137, 80, 78, 71])
  })

  test('is told once: no record keeps its seed', async () => {
    const { seed } = await newDevice()
    await spec.cloud.settled()
    expect(JSON.stringify(spec.cloud.world.events)).not.toContain(seed)
  })

  test('is enabled by two codes in a row, and then is its user’s', async () => {
    const { SerialNumber } = await enabled()
    expect(await iam.listMFADevices(U)).toEqual({
      MFADevices: [{ ...U, SerialNumber, EnableDate: created }],
      IsTruncated: false,
    })
    const user = {
      Path: '/',
      ...U,
      UserId: expect.stringMatching(/^AIDA/),
      Arn: userArn('U'),
      CreateDate: created,
    }
    expect(await iam.listVirtualMFADevices({ AssignmentStatus: 'Assigned' })).toEqual({
      VirtualMFADevices: [{ SerialNumber, User: user, EnableDate: created }],
      IsTruncated: false,
    })
  })

  test('the codes sign in, and one is good once', async () => {
    const { SerialNumber, seed } = await enabled()
    await iam.createLoginProfile({ ...U, Password: 'Passw0rd!' })
    await iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument: allow('*') })
    const { AccessKey } = await iam.createAccessKey(U)
    const { sts } = spec.cloud.client({
      accessKeyId: AccessKey?.AccessKeyId ?? '',
      secretAccessKey: AccessKey?.SecretAccessKey ?? '',
    })
    const TokenCode = (step: number) => codeOfStep(seed, stepAt(now) + step)
    expect(
      await refusal(sts.getSessionToken({ SerialNumber, TokenCode: TokenCode(1) }))
    ).toMatchObject({ code: 'AccessDenied' })
    spec.later(60)
    const session = await sts.getSessionToken({ SerialNumber, TokenCode: TokenCode(2) })
    expect(session.Credentials?.SessionToken).toBeDefined()
  })

  test('deactivated it is nobody’s, and can be deleted', async () => {
    const { SerialNumber } = await enabled()
    await iam.deactivateMFADevice({ ...U, SerialNumber })
    expect((await iam.listMFADevices(U)).MFADevices).toEqual([])
    expect(await iam.listVirtualMFADevices({ AssignmentStatus: 'Unassigned' })).toEqual({
      VirtualMFADevices: [{ SerialNumber }],
      IsTruncated: false,
    })
    await iam.deleteVirtualMFADevice({ SerialNumber })
    expect((await iam.listVirtualMFADevices()).VirtualMFADevices).toEqual([])
  })

  test('is set right by two later codes', async () => {
    const { SerialNumber, seed } = await enabled()
    const late = codes(seed, stepAt(now) + 15)
    await iam.resyncMFADevice({ ...U, SerialNumber, ...late })
    const wrong = { ...late, AuthenticationCode2: '000000' }
    expect(await refusal(iam.resyncMFADevice({ ...U, SerialNumber, ...wrong }))).toEqual({
      code: 'InvalidAuthenticationCode',
      message: 'Authentication code for device is not valid.',
      status: 403,
    })
  })

  test('has tags whose keys differ by case', async () => {
    const { SerialNumber } = await newDevice()
    const Tags = [
      { Key: 'abc', Value: '1' },
      { Key: 'b', Value: '2' },
      { Key: 'B', Value: '3' },
    ]
    await iam.tagMFADevice({ SerialNumber, Tags })
    const listed = await iam.listMFADeviceTags({ SerialNumber })
    expect(listed.Tags?.map(({ Key }) => Key)).toEqual(['B', 'b', 'abc'])
    await iam.untagMFADevice({ SerialNumber, TagKeys: ['b'] })
    expect((await iam.listMFADeviceTags({ SerialNumber })).Tags).toHaveLength(2)
    const twice = [
      { Key: 'a', Value: '1' },
      { Key: 'a', Value: '2' },
    ]
    expect(await refusal(iam.tagMFADevice({ SerialNumber, Tags: twice }))).toEqual({
      code: 'InvalidInput',
      message: 'Duplicate tag keys found.',
      status: 400,
    })
  })

  test('a renamed user keeps it', async () => {
    const { SerialNumber } = await enabled()
    await iam.updateUser({ ...U, NewUserName: 'V' })
    expect((await iam.listMFADevices({ UserName: 'V' })).MFADevices).toEqual([
      { UserName: 'V', SerialNumber, EnableDate: created },
    ])
  })
})

describe('of the root user', () => {
  test('devices are counted and listed, and can be deactivated', async () => {
    const device = { serial: serial('root'), seed: 'A'.repeat(64), created: now, tags: [] }
    const { world } = specCloud().cloud
    const account = world.accounts[HOME]
    if (account) {
      const changed = { ...account, rootMfaDevices: [{ ...device, enabled: now }] }
      spec.cloud.replace({ ...world, accounts: { ...world.accounts, [HOME]: changed } })
    }
    ;({ iam } = spec.root())
    const SerialNumber = device.serial
    expect((await iam.listMFADevices()).MFADevices).toEqual([
      { SerialNumber, EnableDate: created },
    ])
    expect((await iam.listVirtualMFADevices()).VirtualMFADevices).toEqual([
      {
        SerialNumber,
        EnableDate: created,
        User: { UserId: HOME, Arn: rootArn(), CreateDate: created },
      },
    ])
    expect((await iam.getAccountSummary()).SummaryMap).toMatchObject({
      AccountMFAEnabled: 1,
      MFADevices: 1,
      MFADevicesInUse: 1,
    })
    await iam.tagMFADevice({ SerialNumber, Tags: [{ Key: 'k', Value: 'v' }] })
    await iam.deactivateMFADevice({ SerialNumber })
    expect((await iam.getAccountSummary()).SummaryMap).toMatchObject({
      AccountMFAEnabled: 0,
      MFADevices: 1,
      MFADevicesInUse: 0,
    })
  })
})

test('the root user enables one of its own, which then signs it in', async () => {
  const { SerialNumber, seed } = await newDevice('root-account-mfa-device')
  await iam.enableMFADevice({ UserName: undefined, SerialNumber, ...codes(seed) })
  expect((await iam.listMFADevices()).MFADevices).toEqual([
    { SerialNumber, EnableDate: created },
  ])
  const later = codes(seed, stepAt(now) + 9)
  await iam.resyncMFADevice({ UserName: undefined, SerialNumber, ...later })
  const again = iam.enableMFADevice({ UserName: undefined, SerialNumber, ...codes(seed) })
  expect(await refusal(again)).toMatchObject({ code: 'EntityAlreadyExists' })
})

test('a user names itself when it enables a device', async () => {
  await iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument: allow('*') })
  const { SerialNumber, seed } = await newDevice()
  const own = spec.cloud.client(spec.cloud.credentialsFor(userArn('U'))).iam
  const input = { UserName: undefined, SerialNumber, ...codes(seed) }
  expect(await refusal(own.enableMFADevice(input))).toEqual({
    code: 'ValidationError',
    message:
      "1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must not be null",
    status: 400,
  })
})

describe('a device that cannot be', () => {
  const missing = { SerialNumber: serial('none') }
  const gone = `MFA Device with serial number ${serial('none')} does not exist.`
  const two = { AuthenticationCode1: '123456', AuthenticationCode2: '654321' }

  test.each<[string, () => Promise<unknown>, string, string]>([
    ['deleted', () => iam.deleteVirtualMFADevice(missing), 'NoSuchEntity', gone],
    [
      'deactivated',
      () => iam.deactivateMFADevice({ ...U, ...missing }),
      'NoSuchEntity',
      gone,
    ],
    [
      'enabled',
      () => iam.enableMFADevice({ ...U, ...missing, ...two }),
      'NoSuchEntity',
      gone,
    ],
    [
      'resynced',
      () => iam.resyncMFADevice({ ...U, ...missing, ...two }),
      'NoSuchEntity',
      gone,
    ],
    [
      'shown, which only a security key is',
      () => iam.getMFADevice(missing),
      'ValidationError',
      'The MFA device serial number sent in the request is invalid or not supported by this API. Currently, only hardware FIDO security keys are supported. Please use the compatible device or API.',
    ],
    [
      'deactivated by somebody else',
      async () => {
        await iam.createUser({ UserName: 'V' })
        const { SerialNumber } = await enabled()
        await iam.deactivateMFADevice({ UserName: 'V', SerialNumber })
      },
      'NoSuchEntity',
      'MFA Device invalid for user.',
    ],
    [
      'resynced while it is nobody’s',
      async () => {
        const { SerialNumber } = await newDevice()
        await iam.resyncMFADevice({ ...U, SerialNumber, ...two })
      },
      'NoSuchEntity',
      'MFA Device invalid for user.',
    ],
    [
      'enabled while it is somebody else’s',
      async () => {
        await iam.createUser({ UserName: 'V' })
        const { SerialNumber } = await enabled()
        await iam.enableMFADevice({ UserName: 'V', SerialNumber, ...two })
      },
      'EntityAlreadyExists',
      'MFA Device is already in use.',
    ],
    [
      'enabled for nobody',
      () => iam.enableMFADevice({ UserName: 'none', ...missing, ...two }),
      'NoSuchEntity',
      'The user with name none cannot be found.',
    ],
    [
      'made twice',
      async () => {
        await newDevice()
        await newDevice('PHONE')
      },
      'EntityAlreadyExists',
      'MFA device already exists.',
    ],
    [
      'enabled twice',
      async () => {
        const { SerialNumber, seed } = await enabled()
        await iam.enableMFADevice({ ...U, SerialNumber, ...codes(seed) })
      },
      'EntityAlreadyExists',
      'MFA Device for user U already exists.',
    ],
    [
      'enabled by codes that do not follow each other',
      async () => {
        const { SerialNumber, seed } = await newDevice()
        const { AuthenticationCode1 } = codes(seed)
        const same = { AuthenticationCode1, AuthenticationCode2: AuthenticationCode1 }
        await iam.enableMFADevice({ ...U, SerialNumber, ...same })
      },
      'InvalidAuthenticationCode',
      'Authentication code for device is not valid.',
    ],
    [
      'deleted while it is in use',
      async () => iam.deleteVirtualMFADevice(await enabled()),
      'DeleteConflict',
      'MFA VirtualDevice in use. Must deactivate first.',
    ],
    [
      'the ninth of a user',
      async () => {
        for (let i = 0; i < 9; i++) await enabled(`d${i}`)
      },
      'LimitExceeded',
      'Cannot exceed quota for MFADevicesPerUser: 8',
    ],
    [
      'made at a path that is none',
      () => iam.createVirtualMFADevice({ VirtualMFADeviceName: 'a', Path: 'a/' }),
      'ValidationError',
      'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
    ],
    [
      'made at a path that is too long',
      () =>
        iam.createVirtualMFADevice({
          VirtualMFADeviceName: 'a',
          Path: `/${'a'.repeat(512)}/`,
        }),
      'ValidationError',
      "1 validation error detected: Value at 'path' failed to satisfy constraint: Member must have length less than or equal to 512",
    ],
  ])('%s', async (_, call, code, message) => {
    expect(await refusal(call())).toMatchObject({ code, message })
  })
})
