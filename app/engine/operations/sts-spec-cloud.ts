/** What specs of sessions begin with: a user with keys and a device, and a role that trusts it. */
import type { AwsClient } from '../api'
import { onShelf } from '../shelf'
import { allow, HOME, roleArn, rootArn, specCloud, trusting, userArn } from '../spec-cloud'
import { codeAt } from '../totp'

export const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
export const serialOf = (name: string) => `arn:aws:iam::${HOME}:mfa/${name}`
export const user = userArn('Stuart')
export const role = roleArn('Reader')

type Answer = {
  Credentials?: { AccessKeyId?: string; SecretAccessKey?: string; SessionToken?: string }
}

export const credentialsIn = ({ Credentials }: Answer) => ({
  accessKeyId: Credentials?.AccessKeyId ?? '',
  secretAccessKey: Credentials?.SecretAccessKey ?? '',
  sessionToken: Credentials?.SessionToken ?? '',
})

type SetUp = { trust?: string; identity?: string; permissions?: string }

/** `Stuart` may do everything unless told otherwise; `Reader` trusts the account. */
export async function stsCloud({ trust, identity, permissions }: SetUp = {}) {
  const spec = specCloud()
  const { cloud } = spec
  const root = spec.root()
  const { iam } = root
  await iam.createUser({ UserName: 'Stuart' })
  await iam.putUserPolicy({
    UserName: 'Stuart',
    PolicyName: 'own',
    PolicyDocument: identity ?? allow('*'),
  })
  await iam.createRole({
    RoleName: 'Reader',
    MaxSessionDuration: 7200,
    AssumeRolePolicyDocument: trust ?? trusting(rootArn()),
  })
  await iam.putRolePolicy({
    RoleName: 'Reader',
    PolicyName: 'own',
    PolicyDocument: permissions ?? allow('*'),
  })
  const { AccessKey } = await iam.createAccessKey({ UserName: 'Stuart' })
  const keys = cloud.client({
    accessKeyId: AccessKey?.AccessKeyId ?? '',
    secretAccessKey: AccessKey?.SecretAccessKey ?? '',
  })

  /** Puts an MFA device on the user, or on the root user where none is named. */
  function giveDevice(UserName?: string) {
    const world = structuredClone(cloud.world)
    const account = world.accounts[HOME]
    const { now } = spec
    const device = {
      serial: serialOf(UserName ?? 'root-account-mfa-device'),
      seed: SEED,
      created: now(),
      enabled: now(),
      tags: [],
    }
    const owner = account && onShelf(account.users, UserName)
    if (owner) owner.mfaDevices.push(device)
    else if (account) account.rootMfaDevices = [device]
    cloud.replace(world)
    return device.serial
  }

  return {
    ...spec,
    iam,
    keys,
    giveDevice,
    code: () => codeAt(SEED, spec.now()),
    as: (answer: Answer): AwsClient => cloud.client(credentialsIn(answer)),
    assume: (more: object = {}, client = keys) =>
      client.sts.assumeRole({ RoleArn: role, RoleSessionName: 'session', ...more }),
  }
}
