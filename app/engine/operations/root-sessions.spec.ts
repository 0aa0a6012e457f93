/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html */
import { describe, expect, test } from 'vitest'
import type { Organization } from '../model'
import {
  allow,
  AWAY,
  deny,
  document,
  HOME,
  refusal,
  roleArn,
  rootArn,
  trusting,
  userArn,
} from '../spec-cloud'
import { organizationCloud, organizationOf } from './spec-organization'
import { credentialsIn } from './sts-spec-cloud'

const task = (name: string) => ({ arn: `arn:aws:iam::aws:policy/root-task/${name}` })
const UNLOCK = 'S3UnlockBucketPolicy'
const AUDIT = 'IAMAuditRootUserCredentials'
const CREATE = 'IAMCreateRootUserPassword'
const DELETE = 'IAMDeleteRootUserCredentials'

const on: Partial<Organization> = {
  rootFeatures: ['RootCredentialsManagement', 'RootSessions'],
}

async function rootCloud(more: Partial<Organization> = {}) {
  const spec = await organizationCloud({ ...on, ...more })
  const assume = (name: string, input: object = {}, client = spec.admin()) =>
    client.sts.assumeRoot({ TargetPrincipal: AWAY, TaskPolicyArn: task(name), ...input })
  return {
    ...spec,
    assume,
    enter: async (name: string) => spec.cloud.client(credentialsIn(await assume(name))),
  }
}

const forbidden = (who = userArn('Admin'), account = AWAY) => ({
  code: 'AccessDenied',
  message: `User: ${who} is not authorized to perform: sts:AssumeRoot on resource: ${rootArn(account)}`,
  status: 403,
})

describe('a root session', () => {
  test('is root of the member account for fifteen minutes', async () => {
    const spec = await rootCloud()
    const answer = await spec.assume(UNLOCK)
    expect(answer.Credentials?.Expiration).toEqual(
      new Date(Date.parse(spec.now()) + 900_000)
    )
    const { sts, s3 } = spec.cloud.client(credentialsIn(answer))
    expect(await sts.getCallerIdentity()).toEqual({
      UserId: AWAY,
      Account: AWAY,
      Arn: rootArn(AWAY),
    })
    spec.later(900)
    expect((await refusal(s3.listBuckets())).code).toBe('ExpiredToken')
  })

  test('takes the ARN of root as well, and a shorter time', async () => {
    const spec = await rootCloud()
    const { Credentials } = await spec.assume(UNLOCK, {
      TargetPrincipal: rootArn(AWAY),
      DurationSeconds: 60,
    })
    expect(Credentials?.Expiration).toEqual(new Date(Date.parse(spec.now()) + 60_000))
  })

  test('unlocks a bucket whose policy denies everybody, and nothing else', async () => {
    const spec = await rootCloud()
    const own = spec.admin(AWAY)
    const at = { Bucket: 'locked-bucket' }
    await own.s3.createBucket(at)
    const Policy = document({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: ['arn:aws:s3:::locked-bucket', 'arn:aws:s3:::locked-bucket/*'],
    })
    await own.s3.putBucketPolicy({ ...at, Policy })
    expect((await refusal(own.s3.deleteBucketPolicy(at))).code).toBe('AccessDenied')
    const root = await spec.enter(UNLOCK)
    expect((await root.s3.listBuckets()).Buckets).toHaveLength(1)
    expect((await root.s3.getBucketPolicy(at)).Policy).toBe(Policy)
    expect((await refusal(root.s3.deleteBucket(at))).code).toBe('AccessDenied')
    expect((await refusal(root.iam.listUsers())).message).toContain(
      'with an explicit deny in a session policy'
    )
    await root.s3.putBucketPolicy({ ...at, Policy })
    await root.s3.deleteBucketPolicy(at)
    await own.s3.headBucket(at)
  })

  test('sees what credentials root has', async () => {
    const spec = await rootCloud()
    const { AccessKey } = await spec.root(AWAY).iam.createAccessKey()
    const { iam } = await spec.enter(AUDIT)
    const { AccessKeyMetadata: [key] = [] } = await iam.listAccessKeys()
    expect(key?.AccessKeyId).toBe(AccessKey?.AccessKeyId)
    const AccessKeyId = key?.AccessKeyId
    await iam.getAccessKeyLastUsed({ AccessKeyId })
    expect((await iam.listSigningCertificates()).Certificates).toEqual([])
    expect((await iam.listMFADevices()).MFADevices).toEqual([])
    expect((await iam.getUser()).User?.Arn).toBe(rootArn(AWAY))
    await iam.getAccountSummary()
    expect((await refusal(iam.deleteAccessKey({ AccessKeyId }))).code).toBe('AccessDenied')
    expect(await refusal(iam.listAccessKeys({ UserName: 'Admin' }))).toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining('on resource: user Admin with an explicit deny'),
    })
  })

  test('takes root’s credentials away', async () => {
    const spec = await rootCloud()
    const serial = `arn:aws:iam::${AWAY}:mfa/root-account-mfa-device`
    const world = structuredClone(spec.cloud.world)
    const account = world.accounts[AWAY]
    if (!account) throw new Error('the member account is there')
    account.rootPassword = 'Root-1234'
    account.rootMfaDevices = [
      { serial, seed: 'JBSWY3DPEHPK3PXP', created: spec.now(), tags: [] },
    ]
    spec.cloud.replace(world)
    const { AccessKey } = await spec.root(AWAY).iam.createAccessKey()
    const { iam } = await spec.enter(DELETE)
    expect((await iam.getLoginProfile()).LoginProfile).toEqual({
      CreateDate: new Date('2026-01-15T09:00:00.000Z'),
      PasswordResetRequired: false,
    })
    await iam.deleteLoginProfile()
    await iam.deleteAccessKey({ AccessKeyId: AccessKey?.AccessKeyId })
    await iam.deactivateMFADevice({ SerialNumber: serial })
    await iam.deleteVirtualMFADevice({ SerialNumber: serial })
    const missing = {
      code: 'NoSuchEntity',
      message: 'Login Profile for User root cannot be found.',
      status: 404,
    }
    expect(await refusal(iam.getLoginProfile())).toEqual(missing)
    expect(await refusal(iam.deleteLoginProfile())).toEqual(missing)
    const CertificateId = 'A'.repeat(24)
    expect(await refusal(iam.deleteSigningCertificate({ CertificateId }))).toEqual({
      code: 'NoSuchEntity',
      message: `The Certificate with id ${CertificateId} cannot be found.`,
      status: 404,
    })
    const left = spec.cloud.world.accounts[AWAY]
    expect(left).toMatchObject({ rootAccessKeys: [], rootMfaDevices: [] })
    expect(left?.virtualMfaDevices).toEqual({})
    expect(left?.rootPassword).toBeUndefined()
  })

  test('gives root a password that nobody knows, once', async () => {
    const spec = await rootCloud()
    const { iam } = await spec.enter(CREATE)
    expect(await refusal(iam.createLoginProfile({ Password: 'Passw0rd!' }))).toEqual({
      code: 'ValidationError',
      message: 'Password must not be specified for root.',
      status: 400,
    })
    const made = await iam.createLoginProfile()
    expect(made.LoginProfile?.CreateDate).toEqual(new Date(spec.now()))
    expect(await iam.getLoginProfile()).toEqual(made)
    expect(await refusal(iam.createLoginProfile())).toEqual({
      code: 'EntityAlreadyExists',
      message: 'Login Profile for user root already exists.',
      status: 409,
    })
    expect(spec.cloud.world.accounts[AWAY]?.rootPassword).toHaveLength(12)
  })

  test('is nothing that a root user with a session of its own has', async () => {
    const spec = await rootCloud()
    expect((await refusal(spec.root(AWAY).iam.getLoginProfile())).message).toBe(
      'Must specify userName when calling with non-User credentials'
    )
  })

  test('is bound by the organization’s policies for the member', async () => {
    const limit = {
      arn: 'arn:aws:organizations::x:policy/p-limit',
      name: 'Limit',
      document: document({
        Effect: 'Deny',
        Action: 's3:*',
        Resource: '*',
        Condition: { Bool: { 'aws:AssumedRoot': 'true' } },
      }),
    }
    const { scps } = organizationOf()
    const spec = await rootCloud({
      scps: { ...scps, [AWAY]: [...(scps[AWAY] ?? []), limit] },
    })
    await spec.root(AWAY).s3.listBuckets()
    const { s3 } = await spec.enter(UNLOCK)
    expect((await refusal(s3.listBuckets())).message).toContain(
      'with an explicit deny in a service control policy'
    )
  })

  test('carries the source identity of the role that asked for it', async () => {
    const spec = await rootCloud()
    const { iam } = spec.root()
    await iam.createRole({
      RoleName: 'Keeper',
      AssumeRolePolicyDocument: trusting(rootArn()),
    })
    const PolicyDocument = allow('sts:AssumeRoot', `arn:aws:iam::${AWAY}:root`)
    await iam.putRolePolicy({ RoleName: 'Keeper', PolicyName: 'p', PolicyDocument })
    const role = await spec.admin().sts.assumeRole({
      RoleArn: roleArn('Keeper'),
      RoleSessionName: 'me',
      SourceIdentity: 'Alice',
    })
    const keeper = spec.cloud.client(credentialsIn(role))
    const answer = await spec.assume(UNLOCK, {}, keeper)
    expect(answer.SourceIdentity).toBe('Alice')
    const identity = spec.cloud.world.sessions[answer.Credentials?.AccessKeyId ?? '']
    expect(identity?.identity).toMatchObject({ type: 'root', sourceIdentity: 'Alice' })
    const root = spec.cloud.client(credentialsIn(answer))
    expect((await root.s3.listBuckets()).Buckets).toEqual([])
  })

  test('is recorded in both accounts, and what it does in the member’s', async () => {
    const spec = await rootCloud()
    const { s3 } = await spec.enter(UNLOCK)
    await s3.listBuckets()
    await spec.cloud.settled()
    expect(spec.cloud.world.events.slice(-3)).toMatchObject([
      {
        eventName: 'AssumeRoot',
        recipientAccountId: HOME,
        requestParameters: {
          targetPrincipal: AWAY,
          taskPolicyArn: { arn: task(UNLOCK).arn },
        },
        userIdentity: { type: 'IAMUser', accountId: HOME },
      },
      { eventName: 'AssumeRoot', recipientAccountId: AWAY },
      {
        eventName: 'ListBuckets',
        recipientAccountId: AWAY,
        userIdentity: { type: 'Root', arn: rootArn(AWAY), assumedRoot: 'true' },
      },
    ])
  })
})

describe('AssumeRoot is refused', () => {
  test.each<[string, string, Partial<Organization> | undefined]>([
    ['without an organization', UNLOCK, undefined],
    ['without trusted access', UNLOCK, { ...on, trustedServices: [] }],
    ['without sessions', UNLOCK, { rootFeatures: ['RootCredentialsManagement'] }],
    ['without credentials management', AUDIT, { rootFeatures: ['RootSessions'] }],
    ['without any feature', UNLOCK, {}],
    [
      'for an account that is no member',
      UNLOCK,
      { ...on, accounts: { [HOME]: { path: [] } } },
    ],
    ['to an account that administers nothing', UNLOCK, { ...on, managementAccount: AWAY }],
  ])('%s', async (_, name, more) => {
    const spec = await organizationCloud()
    spec.change(more && organizationOf(more))
    const { sts } = spec.admin()
    const work = sts.assumeRoot({ TargetPrincipal: AWAY, TaskPolicyArn: task(name) })
    expect(await refusal(work)).toEqual(forbidden())
  })

  test('for the management account, even to a delegate', async () => {
    const spec = await rootCloud({
      delegatedAdministrators: { 'iam.amazonaws.com': [AWAY] },
    })
    const work = spec.assume(UNLOCK, { TargetPrincipal: HOME }, spec.admin(AWAY))
    expect(await refusal(work)).toEqual(forbidden(userArn('Admin', AWAY), HOME))
  })

  test('to the root user', async () => {
    const spec = await rootCloud()
    expect(await refusal(spec.assume(UNLOCK, {}, spec.root()))).toEqual(
      forbidden(rootArn())
    )
  })

  test('without the permission, and for a task that it does not cover', async () => {
    const spec = await rootCloud()
    const { iam } = spec.root()
    await iam.createUser({ UserName: 'Keeper' })
    const keeper = spec.client(userArn('Keeper'))
    const put = (PolicyDocument: string) =>
      iam.putUserPolicy({ UserName: 'Keeper', PolicyName: 'p', PolicyDocument })
    const shut = forbidden(userArn('Keeper'))
    expect(await refusal(spec.assume(UNLOCK, {}, keeper))).toEqual(shut)
    await put(
      document({
        Effect: 'Allow',
        Action: 'sts:AssumeRoot',
        Resource: rootArn(AWAY),
        Condition: { StringEquals: { 'sts:TaskPolicyArn': task(UNLOCK).arn } },
      })
    )
    await spec.assume(UNLOCK, {}, keeper)
    expect((await refusal(spec.assume(AUDIT, {}, keeper))).code).toBe('AccessDenied')
    await put(deny('sts:AssumeRoot'))
    expect(await refusal(spec.assume(UNLOCK, {}, keeper))).toEqual(shut)
  })

  test.each([
    [
      'no target',
      { TargetPrincipal: undefined },
      "1 validation error detected: Value null at 'targetPrincipal' failed to satisfy constraint: Member must not be null",
    ],
    [
      'a short target',
      { TargetPrincipal: '1' },
      "1 validation error detected: Value '1' at 'targetPrincipal' failed to satisfy constraint: Member must have length greater than or equal to 12",
    ],
    [
      'a target that is a user',
      { TargetPrincipal: userArn('Admin', AWAY) },
      'Request must contain a valid target principal',
    ],
    [
      'no task',
      { TaskPolicyArn: undefined },
      "1 validation error detected: Value null at 'taskPolicyArn' failed to satisfy constraint: Member must not be null",
    ],
    [
      'a task without ARN',
      { TaskPolicyArn: {} },
      "1 validation error detected: Value null at 'taskPolicyArn' failed to satisfy constraint: Member must not be null",
    ],
    [
      'a policy that is no task',
      { TaskPolicyArn: { arn: 'arn:aws:iam::aws:policy/AdministratorAccess' } },
      'Request must contain valid AWS managed task policy ARN',
    ],
    [
      'a task that there is not',
      { TaskPolicyArn: task('Rule') },
      'Request must contain valid AWS managed task policy ARN',
    ],
    [
      'too long a time',
      { DurationSeconds: 901 },
      "1 validation error detected: Value '901' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 900",
    ],
  ])('with %s', async (_, input, message) => {
    const { assume } = await rootCloud()
    expect(await refusal(assume(UNLOCK, input))).toEqual({
      code: 'ValidationError',
      message,
      status: 400,
    })
  })

  test('with a task that is no object', async () => {
    const { assume } = await rootCloud()
    await expect(assume(UNLOCK, { TaskPolicyArn: 'x' })).rejects.toThrow(
      new TypeError('TaskPolicyArn has to be an object')
    )
  })
})
