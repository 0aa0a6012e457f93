import { describe, expect, test } from 'vitest'
import { isServiceError } from './errors'
import type { PasswordPolicy, User } from './model'
import { onShelf } from './shelf'
import type { SignInForm } from './sign-in'
import {
  allow,
  deny,
  document,
  HOME,
  policyArn,
  roleArn,
  rootArn,
  specCloud,
  trusting,
  userArn,
} from './spec-cloud'
import { codeAt, codeOfStep, stepAt } from './totp'

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const OTHER_SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const DAY = 86_400

const form: SignInForm = { account: HOME, userName: 'Stuart', password: 'Stuart-1234' }
const changePassword = allow('iam:ChangePassword', 'arn:aws:iam::*:user/${aws:username}')

const failed = {
  code: 'AuthenticationFailed',
  message: 'Your authentication information is incorrect. Please try again.',
}
const notChanged = {
  code: 'PasswordChangeFailed',
  message:
    'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator',
}

const policy: PasswordPolicy = {
  minimumLength: 8,
  requireSymbols: false,
  requireNumbers: false,
  requireUppercase: false,
  requireLowercase: false,
  allowChange: false,
  hardExpiry: false,
}

type SetUp = {
  identity?: string
  resetRequired?: boolean
  seeds?: string[]
  /** Whether the device is on the user, or has only been made. */
  enabled?: boolean
  policy?: Partial<PasswordPolicy>
}

async function setUp(given: SetUp = {}) {
  const spec = specCloud()
  const { cloud, now } = spec
  const { iam } = spec.root()
  await iam.createUser({ UserName: 'Stuart' })
  await iam.createLoginProfile({
    UserName: 'Stuart',
    Password: form.password,
    PasswordResetRequired: given.resetRequired ?? false,
  })
  if (given.identity) {
    const PolicyDocument = given.identity
    await iam.putUserPolicy({ UserName: 'Stuart', PolicyName: 'own', PolicyDocument })
  }
  const world = structuredClone(cloud.world)
  const account = world.accounts[HOME]
  const user = account && onShelf(account.users, 'Stuart')
  const devices = (given.seeds ?? []).map((seed, index) => ({
    serial: `arn:aws:iam::${HOME}:mfa/device-${index}`,
    seed,
    created: now(),
    tags: [],
    ...(given.enabled === false ? {} : { enabled: now() }),
  }))
  if (user) user.mfaDevices = devices
  if (account && given.policy) account.passwordPolicy = { ...policy, ...given.policy }
  cloud.replace(world)
  return {
    ...spec,
    iam,
    code: (seed = SEED) => codeAt(seed, now()),
    signIn: (more: Partial<SignInForm> = {}) => cloud.signIn({ ...form, ...more }),
    user: (): User | undefined => {
      const home = cloud.world.accounts[HOME]
      return home && onShelf(home.users, 'Stuart')
    },
    events: () =>
      cloud.world.events.map(({ eventName, errorCode }) => [eventName, errorCode]),
    last: () => cloud.world.events.at(-1),
  }
}

function refusalOf(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (!isServiceError(error)) throw error
    return { code: error.code, message: error.message }
  }
  throw new Error('nothing was refused')
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/console_sign-in-mfa.html
describe('signing in with an MFA device', () => {
  test('asks for its code once the password is right, and not before', async () => {
    const { signIn, events } = await setUp({ seeds: [SEED] })
    const before = events().length
    for (const mfaCode of [undefined, '', ' ']) {
      expect(refusalOf(() => signIn({ mfaCode }))).toMatchObject({
        code: 'MultiFactorAuthenticationRequired',
      })
    }
    expect(events()).toHaveLength(before)
    expect(refusalOf(() => signIn({ password: 'x' }))).toEqual(failed)
  })

  test('opens a session with MFA, and records it', async () => {
    const { signIn, code, cloud, last } = await setUp({ seeds: [SEED] })
    const { accessKeyId } = signIn({ mfaCode: ` ${code()} ` })
    expect(cloud.world.sessions[accessKeyId]).toMatchObject({ mfa: true, console: true })
    expect(last()).toMatchObject({
      eventName: 'ConsoleLogin',
      responseElements: { ConsoleLogin: 'Success' },
      additionalEventData: {
        MFAUsed: 'Yes',
        MFAIdentifier: `arn:aws:iam::${HOME}:mfa/device-0`,
      },
    })
  })

  test('takes a code of any of the devices', async () => {
    const { signIn, code, last } = await setUp({ seeds: [OTHER_SEED, SEED] })
    signIn({ mfaCode: code(SEED) })
    expect(last()?.additionalEventData).toMatchObject({
      MFAIdentifier: `arn:aws:iam::${HOME}:mfa/device-1`,
    })
  })

  test('takes a code once, and an earlier one never again', async () => {
    const { signIn, code, later, now } = await setUp({ seeds: [SEED] })
    signIn({ mfaCode: code() })
    expect(refusalOf(() => signIn({ mfaCode: code() }))).toEqual(failed)
    const before = codeOfStep(SEED, stepAt(now()) - 1)
    expect(refusalOf(() => signIn({ mfaCode: before }))).toEqual(failed)
    later(30)
    signIn({ mfaCode: code() })
  })

  test('a wrong code fails like a wrong password, and is recorded', async () => {
    const { signIn, last } = await setUp({ seeds: [SEED] })
    expect(refusalOf(() => signIn({ mfaCode: '000000' }))).toEqual(failed)
    expect(last()).toMatchObject({
      eventName: 'ConsoleLogin',
      responseElements: { ConsoleLogin: 'Failure' },
      additionalEventData: { MFAUsed: 'Yes' },
      errorMessage: 'Failed authentication',
      userIdentity: { userName: 'Stuart' },
    })
  })

  test('a device that is on nobody is not asked for', async () => {
    const { signIn, cloud } = await setUp({ seeds: [SEED], enabled: false })
    const { accessKeyId } = signIn()
    expect(cloud.world.sessions[accessKeyId]?.mfa).toBe(false)
  })

  test('counts for what asks for MFA, and in a role that is switched to', async () => {
    const { signIn, code, cloud, iam } = await setUp({
      seeds: [SEED],
      identity: document({
        Effect: 'Allow',
        Action: ['s3:ListAllMyBuckets', 'sts:AssumeRole'],
        Resource: '*',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    })
    await iam.createRole({
      RoleName: 'Reader',
      AssumeRolePolicyDocument: trusting(rootArn(), {
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    })
    const credentials = signIn({ mfaCode: code() })
    await cloud.client(credentials).s3.listBuckets()
    const { arn } = await cloud.switchRole(credentials, {
      account: HOME,
      roleName: 'Reader',
    })
    expect(arn).toBe(`arn:aws:sts::${HOME}:assumed-role/Reader/Stuart`)
    expect(roleArn('Reader')).toContain('role/Reader')
  })
})

// https://repost.aws/knowledge-center/iam-user-password-error
describe('a password that has to be changed', () => {
  const reset: SetUp = { resetRequired: true, identity: changePassword }
  const newPassword = 'Newer-5678'

  test('gives no session before it is', async () => {
    const { signIn, cloud, events } = await setUp(reset)
    const before = events().length
    expect(refusalOf(() => signIn())).toEqual({
      code: 'PasswordChangeRequired',
      message: 'You must change your password to continue',
    })
    expect(refusalOf(() => signIn({ newPassword: '' })).code).toBe('PasswordChangeRequired')
    expect(
      Object.values(cloud.world.sessions).filter(({ identity }) => identity.type === 'user')
    ).toEqual([])
    expect(events()).toHaveLength(before)
  })

  test('is changed at sign-in, once', async () => {
    const { signIn, user, now, events } = await setUp(reset)
    signIn({ newPassword })
    expect(user()?.loginProfile).toEqual({
      password: newPassword,
      created: now(),
      changed: now(),
      previous: [form.password],
      resetRequired: false,
    })
    expect(events().slice(-2)).toEqual([
      ['ChangePassword', undefined],
      ['ConsoleLogin', undefined],
    ])
    expect(refusalOf(() => signIn())).toEqual(failed)
    signIn({ password: newPassword })
  })

  test.each<[string, SetUp, string]>([
    ['nobody allows it', { ...reset, identity: allow('s3:*') }, newPassword],
    [
      'it is denied',
      { ...reset, identity: deny('iam:*'), policy: { allowChange: true } },
      newPassword,
    ],
    ['it is the old one', reset, form.password],
    ['it is too short', reset, 'Ab1'],
    ['it is too long', reset, `Ab1-${'x'.repeat(125)}`],
    ['it has a letter that IAM does not take', reset, 'Abcdefg1Ω'],
    ['it is of too few kinds', reset, 'abcdefghijkl'],
    [
      'the policy asks for more',
      { ...reset, policy: { requireSymbols: true } },
      'Abcdefgh1',
    ],
  ])('cannot be changed when %s', async (_, given, wanted) => {
    const { signIn, user, last } = await setUp(given)
    expect(refusalOf(() => signIn({ newPassword: wanted }))).toEqual(notChanged)
    expect(user()?.loginProfile).toMatchObject({
      password: form.password,
      resetRequired: true,
    })
    expect(last()).toMatchObject({
      eventName: 'ChangePassword',
      eventSource: 'iam.amazonaws.com',
      errorCode: expect.stringMatching(/^(?:AccessDenied|PasswordPolicyViolation)$/),
      userIdentity: { arn: userArn('Stuart') },
    })
  })

  test('says what kept it, where that was a permission', async () => {
    const { signIn } = await setUp({ resetRequired: true })
    try {
      signIn({ newPassword })
    } catch (error) {
      expect(isServiceError(error) && error.decision?.reason).toEqual({
        kind: 'no-allow',
        policyType: 'identity',
      })
    }
    expect.assertions(1)
  })

  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html
  test('may be changed by everybody where the account lets users change theirs', async () => {
    const { signIn } = await setUp({ resetRequired: true, policy: { allowChange: true } })
    signIn({ newPassword })
  })

  test('may not be changed past a boundary', async () => {
    const { signIn, iam } = await setUp(reset)
    await iam.createPolicy({ PolicyName: 'B', PolicyDocument: allow('s3:*') })
    await iam.putUserPermissionsBoundary({
      UserName: 'Stuart',
      PermissionsBoundary: policyArn('B'),
    })
    expect(refusalOf(() => signIn({ newPassword }))).toEqual(notChanged)
  })

  test('is asked for after the code, which is not used up by asking', async () => {
    const { signIn, code, cloud } = await setUp({
      ...reset,
      seeds: [SEED],
      identity: document({
        Effect: 'Allow',
        Action: 'iam:ChangePassword',
        Resource: '*',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    })
    const mfaCode = code()
    expect(refusalOf(() => signIn({ newPassword })).code).toBe(
      'MultiFactorAuthenticationRequired'
    )
    expect(refusalOf(() => signIn({ mfaCode })).code).toBe('PasswordChangeRequired')
    const { accessKeyId } = signIn({ mfaCode, newPassword })
    expect(cloud.world.sessions[accessKeyId]?.mfa).toBe(true)
  })

  test('a new password that nobody asked for is let be', async () => {
    const { signIn, user } = await setUp()
    signIn({ newPassword })
    expect(user()?.loginProfile?.password).toBe(form.password)
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
describe('a password that is old', () => {
  test('has to be changed once it is as old as the policy lets it get', async () => {
    const { signIn, later } = await setUp({
      identity: changePassword,
      policy: { maxAge: 90 },
    })
    later(90 * DAY - 1)
    signIn()
    later(1)
    expect(refusalOf(() => signIn()).code).toBe('PasswordChangeRequired')
    signIn({ newPassword: 'Newer-5678' })
    later(90 * DAY - 1)
    signIn({ password: 'Newer-5678' })
  })

  test('keeps its user out where an administrator has to renew it', async () => {
    const { signIn, later, last } = await setUp({
      identity: changePassword,
      policy: { maxAge: 90, hardExpiry: true },
    })
    later(90 * DAY)
    expect(refusalOf(() => signIn({ newPassword: 'Newer-5678' })).code).toBe(
      'PasswordExpired'
    )
    expect(last()).toMatchObject({
      eventName: 'ConsoleLogin',
      responseElements: { ConsoleLogin: 'Failure' },
    })
  })

  test('cannot come back as soon as it is gone', async () => {
    const { signIn, later } = await setUp({
      identity: changePassword,
      policy: { maxAge: 1, reusePrevention: 2 },
    })
    later(DAY)
    signIn({ newPassword: 'Newer-5678' })
    later(DAY)
    const again = { password: 'Newer-5678', newPassword: form.password }
    expect(refusalOf(() => signIn(again))).toEqual(notChanged)
    signIn({ password: 'Newer-5678', newPassword: 'Newest-9012' })
  })
})

describe('the root user', () => {
  const root = { account: '', email: `root@${HOME}.example.com`, password: 'Root-1234' }

  test('is recorded when its password is wrong', async () => {
    const { cloud, last } = await setUp()
    expect(refusalOf(() => cloud.signIn({ ...root, password: 'x' }))).toEqual(failed)
    expect(last()).toMatchObject({
      eventName: 'ConsoleLogin',
      responseElements: { ConsoleLogin: 'Failure' },
      userIdentity: { type: 'Root', arn: rootArn(), accountId: HOME },
      additionalEventData: { MFAUsed: 'No' },
    })
  })

  test('of no account leaves no record', async () => {
    const { cloud, events } = await setUp()
    const before = events().length
    refusalOf(() => cloud.signIn({ ...root, email: 'nobody@example.com' }))
    expect(events()).toHaveLength(before)
  })
})
