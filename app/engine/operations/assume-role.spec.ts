import { describe, expect, test } from 'vitest'
import type { Credentials } from '../model'
import {
  allow,
  AWAY,
  deny,
  document,
  HOME,
  policyArn,
  refusal,
  roleArn,
  rootArn,
  specCloud,
  trusting,
  userArn,
} from '../spec-cloud'

const stuart = userArn('Stuart')
const role = roleArn('RoleS3FullAccess')
const s3Full = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'

type SetUp = {
  trust?: string
  identity?: string
  boundary?: string
  namedPrincipalSuffices?: boolean
  /** The role is in the other account. */
  away?: boolean
}

async function setUp({ trust, identity, boundary, namedPrincipalSuffices, away }: SetUp) {
  const spec = specCloud(namedPrincipalSuffices === false ? { namedPrincipalSuffices } : {})
  const { iam } = spec.root()
  await iam.createUser({ UserName: 'Stuart' })
  if (identity) {
    await iam.putUserPolicy({
      UserName: 'Stuart',
      PolicyName: 'id',
      PolicyDocument: identity,
    })
  }
  if (boundary) {
    await iam.createPolicy({ PolicyName: 'Boundary', PolicyDocument: boundary })
    await iam.putUserPermissionsBoundary({
      UserName: 'Stuart',
      PermissionsBoundary: policyArn('Boundary'),
    })
  }
  const theirs = spec.root(away ? AWAY : HOME).iam
  await theirs.createRole({
    RoleName: 'RoleS3FullAccess',
    AssumeRolePolicyDocument: trust ?? trusting(rootArn()),
  })
  await theirs.attachRolePolicy({ RoleName: 'RoleS3FullAccess', PolicyArn: s3Full })
  const credentials = spec.cloud.credentialsFor(stuart)
  return {
    ...spec,
    iam,
    credentials,
    switchRole: (who: Credentials = credentials) =>
      spec.cloud.switchRole(who, {
        account: away ? AWAY : HOME,
        roleName: 'RoleS3FullAccess',
      }),
  }
}

const assume = allow('sts:AssumeRole')
const refused = {
  code: 'AccessDenied',
  message: `User: ${stuart} is not authorized to perform: sts:AssumeRole on resource: ${role}`,
  status: 403,
}

describe('switching role', () => {
  const other = trusting(userArn('Other'))
  const named = trusting(stuart)
  const withMfa = trusting(rootArn(), {
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  })
  const withId = trusting(rootArn(), {
    Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
  })
  const ec2 = trusting({ Service: 'ec2.amazonaws.com' })

  // number, set-up, whether it works as AWS does, and when a course asks for both halves
  test.each<[string, SetUp, boolean, boolean]>([
    ['1: trust in the account alone', {}, false, false],
    ['2: trust in the account, and a policy', { identity: assume }, true, true],
    ['3: trust in the user alone', { trust: named }, true, false],
    ['3b: trust in the user, and a policy', { trust: named, identity: assume }, true, true],
    ['5: a service is trusted', { trust: ec2, identity: assume }, false, false],
    ['6: a deny', { trust: named, identity: deny('sts:AssumeRole') }, false, false],
    [
      '7: MFA asked for, signed in without',
      { trust: withMfa, identity: assume },
      false,
      false,
    ],
    ['9: an external ID asked for', { trust: withId, identity: assume }, false, false],
    ['10: a boundary of S3', { identity: assume, boundary: allow('s3:*') }, false, false],
    [
      '11: trust in the user, a boundary of S3',
      { trust: named, boundary: allow('s3:*') },
      false,
      false,
    ],
    ['12: another account, trust in the user', { away: true, trust: named }, false, false],
    ['13: another account, and a policy', { away: true, identity: assume }, true, true],
  ])('%s', async (_, given, works, worksWithBoth) => {
    for (const namedPrincipalSuffices of [true, false]) {
      const { switchRole } = await setUp({ ...given, namedPrincipalSuffices })
      const result = await switchRole().then(
        () => true,
        () => false
      )
      expect(result).toBe(namedPrincipalSuffices ? works : worksWithBoth)
    }
  })

  test('4: trust in somebody else', async () => {
    const { iam, switchRole } = await setUp({ identity: assume })
    await iam.createUser({ UserName: 'Other' })
    await iam.updateAssumeRolePolicy({
      RoleName: 'RoleS3FullAccess',
      PolicyDocument: other,
    })
    expect(await refusal(switchRole())).toEqual(refused)
  })

  test('14: the role replaces the user, even what the user is denied', async () => {
    const { cloud, switchRole } = await setUp({
      identity: document(
        { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' },
        { Effect: 'Deny', Action: 's3:*', Resource: '*' }
      ),
    })
    const { credentials, arn } = await switchRole()
    const { s3, iam } = cloud.client(credentials)
    expect((await s3.listBuckets()).Buckets).toEqual([])
    expect(arn).toBe(`arn:aws:sts::${HOME}:assumed-role/RoleS3FullAccess/Stuart`)
    expect((await refusal(iam.listUsers())).message).toBe(
      `User: ${arn} is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::${HOME}:user/ because no identity-based policy allows the iam:ListUsers action`
    )
  })

  test('15: a boundary of the role limits the session', async () => {
    const { cloud, iam, switchRole } = await setUp({ identity: assume })
    await iam.createPolicy({ PolicyName: 'B', PolicyDocument: allow('ec2:*') })
    await iam.putRolePermissionsBoundary({
      RoleName: 'RoleS3FullAccess',
      PermissionsBoundary: policyArn('B'),
    })
    const { credentials, arn } = await switchRole()
    expect((await refusal(cloud.client(credentials).s3.listBuckets())).message).toBe(
      `User: ${arn} is not authorized to perform: s3:ListAllMyBuckets because no permissions boundary allows the s3:ListAllMyBuckets action`
    )
  })

  test('18: a new user of the same name is not the one that was trusted', async () => {
    const { cloud, iam, switchRole } = await setUp({ trust: named, identity: assume })
    const id = (await iam.getUser({ UserName: 'Stuart' })).User?.UserId
    await iam.deleteUserPolicy({ UserName: 'Stuart', PolicyName: 'id' })
    await iam.deleteUser({ UserName: 'Stuart' })
    await iam.createUser({ UserName: 'Stuart' })
    expect(await refusal(switchRole(cloud.credentialsFor(stuart)))).toEqual(refused)
    const { Role } = await iam.getRole({ RoleName: 'RoleS3FullAccess' })
    const shown = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')
    expect(JSON.parse(shown).Statement[0].Principal).toEqual({ AWS: id })
  })

  test('20: root takes up no role, whether it is there or not', async () => {
    const { cloud, switchRole } = await setUp({})
    const root = cloud.credentialsFor(rootArn())
    const message = 'Roles may not be assumed by root accounts.'
    expect(await refusal(switchRole(root))).toMatchObject({ code: 'AccessDenied', message })
    const missing = cloud.switchRole(root, { account: HOME, roleName: 'nobody' })
    expect(await refusal(missing)).toMatchObject({ code: 'AccessDenied', message })
  })

  test('22: revoked sessions are denied everything, and a new one is not', async () => {
    const { cloud, iam, switchRole, later } = await setUp({ identity: assume })
    const before = await switchRole()
    later(60)
    await iam.putRolePolicy({
      RoleName: 'RoleS3FullAccess',
      PolicyName: 'AWSRevokeOlderSessions',
      PolicyDocument: document({
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-01-15T09:00:30Z' } },
      }),
    })
    const old = await refusal(cloud.client(before.credentials).s3.listBuckets())
    expect(old.message).toContain('with an explicit deny in an identity-based policy')
    const after = await switchRole()
    await cloud.client(after.credentials).s3.listBuckets()
  })

  test('24: a session of an hour ends after an hour', async () => {
    const { cloud, switchRole, later } = await setUp({ identity: assume })
    const { credentials } = await switchRole()
    later(61 * 60)
    expect(await refusal(cloud.client(credentials).s3.listBuckets())).toEqual({
      code: 'ExpiredToken',
      message: 'The security token included in the request is expired',
      status: 403,
    })
  })

  test('a role that is not there is refused exactly like one that trusts nobody', async () => {
    const { cloud, iam, credentials } = await setUp({ identity: assume, trust: ec2 })
    const { sts } = cloud.client(credentials)
    const input = { RoleArn: role, RoleSessionName: 'Stuart' }
    const there = await refusal(sts.assumeRole(input))
    await iam.detachRolePolicy({ RoleName: 'RoleS3FullAccess', PolicyArn: s3Full })
    await iam.deleteRole({ RoleName: 'RoleS3FullAccess' })
    expect(await refusal(sts.assumeRole(input))).toEqual(there)
    expect(there).toEqual(refused)
  })

  test('a chain of switches is authorised by the sign-in, and is recorded in both accounts', async () => {
    const { cloud, switchRole } = await setUp({ away: true, identity: assume })
    await switchRole()
    const records = cloud.world.events.filter(({ eventName }) => eventName === 'AssumeRole')
    expect(records.map((event) => event.recipientAccountId)).toEqual([HOME, AWAY])
    expect(new Set(records.map((event) => event.sharedEventID)).size).toBe(1)
  })
})

describe('AssumeRole', () => {
  const input = { RoleArn: role, RoleSessionName: 'session' }

  test('answers with credentials and nothing else of the session', async () => {
    const { cloud, credentials, iam } = await setUp({ identity: assume })
    const id = (await iam.getRole({ RoleName: 'RoleS3FullAccess' })).Role?.RoleId
    const answer = await cloud.client(credentials).sts.assumeRole(input)
    expect(answer).toEqual({
      Credentials: {
        AccessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/),
        SecretAccessKey: expect.stringMatching(/^[A-Za-z0-9/+]{40}$/),
        SessionToken: expect.any(String),
        Expiration: new Date('2026-01-15T10:00:00.000Z'),
      },
      AssumedRoleUser: {
        AssumedRoleId: `${id}:session`,
        Arn: `arn:aws:sts::${HOME}:assumed-role/RoleS3FullAccess/session`,
      },
    })
  })

  async function chained() {
    const given = await setUp({ identity: allow(['sts:AssumeRole', 'sts:TagSession']) })
    const { iam, cloud, credentials } = given
    await iam.putRolePolicy({
      RoleName: 'RoleS3FullAccess',
      PolicyName: 'a',
      PolicyDocument: assume,
    })
    await iam.createRole({
      RoleName: 'Second',
      MaxSessionDuration: 7200,
      AssumeRolePolicyDocument: trusting(role),
    })
    const first = async (more: object = {}) => {
      const { Credentials: c } = await cloud
        .client(credentials)
        .sts.assumeRole({ ...input, ...more })
      return cloud.client({
        accessKeyId: c?.AccessKeyId ?? '',
        secretAccessKey: c?.SecretAccessKey ?? '',
        sessionToken: c?.SessionToken ?? '',
      })
    }
    return { ...given, first, second: { ...input, RoleArn: roleArn('Second') } }
  }

  test('gives no longer session than the role allows', async () => {
    const { cloud, credentials } = await setUp({ identity: assume })
    const { sts } = cloud.client(credentials)
    expect(await refusal(sts.assumeRole({ ...input, DurationSeconds: 7200 }))).toEqual({
      code: 'ValidationError',
      message:
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      status: 400,
    })
  })

  test('gives a chained session an hour at most', async () => {
    const { first, second } = await chained()
    const { sts } = await first()
    await sts.assumeRole(second)
    expect(await refusal(sts.assumeRole({ ...second, DurationSeconds: 7200 }))).toEqual({
      code: 'ValidationError',
      message:
        'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
      status: 400,
    })
  })

  test('asks for the external ID of the trust policy', async () => {
    const trust = trusting(stuart, {
      Condition: { StringEquals: { 'sts:ExternalId': 'x1' } },
    })
    const { cloud, credentials } = await setUp({ trust })
    const { sts } = cloud.client(credentials)
    await sts.assumeRole({ ...input, ExternalId: 'x1' })
    expect(await refusal(sts.assumeRole({ ...input, ExternalId: 'x2' }))).toEqual(refused)
    expect(await refusal(sts.assumeRole(input))).toEqual(refused)
  })

  test('limits the session by its session policies', async () => {
    const { first, cloud } = await chained()
    const limited = await first({ Policy: allow('s3:GetObject') })
    expect((await refusal(limited.s3.listBuckets())).message).toContain(
      'because no session policy allows the s3:ListAllMyBuckets action'
    )
    const open = await first({ PolicyArns: [{ arn: s3Full }] })
    await open.s3.listBuckets()
    expect(Object.values(cloud.world.sessions).length).toBeGreaterThan(2)
  })

  test('refuses a session policy that is malformed', async () => {
    const { first } = await chained()
    expect(await refusal(first({ Policy: '{}' }))).toMatchObject({
      code: 'MalformedPolicyDocument',
    })
    expect(
      await refusal(first({ PolicyArns: [{ arn: policyArn('none') }] }))
    ).toMatchObject({
      code: 'NoSuchEntity',
    })
  })

  test('carries tags, the transitive ones through a chain', async () => {
    const { first, second, iam } = await chained()
    await iam.updateAssumeRolePolicy({
      RoleName: 'Second',
      PolicyDocument: trusting(role, {
        Condition: { StringEquals: { 'aws:PrincipalTag/Team': 'a' } },
      }),
    })
    const Tags = [
      { Key: 'Team', Value: 'a' },
      { Key: 'Desk', Value: '1' },
    ]
    const session = await first({ Tags, TransitiveTagKeys: ['Team'] })
    await session.sts.assumeRole(second)
    const again = { ...second, Tags: [{ Key: 'team', Value: 'b' }] }
    expect(await refusal(session.sts.assumeRole(again))).toEqual({
      code: 'InvalidParameterValue',
      message:
        "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
      status: 400,
    })
    expect(await refusal(first({ TransitiveTagKeys: ['Nope'] }))).toMatchObject({
      code: 'InvalidParameterValue',
      message: 'The specified transitive tag key must be included in the requested tags.',
    })
  })

  test('tags need sts:TagSession from the trust policy', async () => {
    const trust = document({
      Effect: 'Allow',
      Principal: { AWS: stuart },
      Action: 'sts:AssumeRole',
    })
    const { cloud, credentials } = await setUp({ trust })
    const tagged = cloud
      .client(credentials)
      .sts.assumeRole({ ...input, Tags: [{ Key: 'a', Value: 'b' }] })
    expect((await refusal(tagged)).message).toBe(
      `User: ${stuart} is not authorized to perform: sts:TagSession on resource: ${role}`
    )
  })

  test('takes no code for a device that is not there', async () => {
    const { cloud, credentials } = await setUp({ identity: assume })
    const SerialNumber = `arn:aws:iam::${HOME}:mfa/Stuart`
    const call = cloud
      .client(credentials)
      .sts.assumeRole({ ...input, SerialNumber, TokenCode: '123456' })
    expect(await refusal(call)).toMatchObject({
      code: 'AccessDenied',
      message:
        'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    })
  })

  test('a session ends with its role, and with nothing else', async () => {
    const { first, iam } = await chained()
    const { s3 } = await first()
    await iam.updateAssumeRolePolicy({
      RoleName: 'RoleS3FullAccess',
      PolicyDocument: trusting({ Service: 'ec2.amazonaws.com' }),
    })
    await s3.listBuckets()
    const R = { RoleName: 'RoleS3FullAccess' }
    await iam.detachRolePolicy({ ...R, PolicyArn: s3Full })
    await iam.deleteRolePolicy({ ...R, PolicyName: 'a' })
    await iam.deleteRole(R)
    const ended = {
      code: 'InvalidClientTokenId',
      message: 'The security token included in the request is invalid.',
      status: 403,
    }
    expect(await refusal(s3.listBuckets())).toEqual(ended)
    await iam.createRole({ ...R, AssumeRolePolicyDocument: trusting(rootArn()) })
    expect(await refusal(s3.listBuckets())).toEqual(ended)
  })
})

describe('other sessions', () => {
  test('a key gives a session that does not reach IAM, and no further session', async () => {
    const { cloud, iam } = await setUp({ identity: allow('*') })
    const { AccessKey } = await iam.createAccessKey({ UserName: 'Stuart' })
    const key = {
      accessKeyId: AccessKey?.AccessKeyId ?? '',
      secretAccessKey: AccessKey?.SecretAccessKey ?? '',
    }
    const { Credentials: given } = await cloud.client(key).sts.getSessionToken()
    const client = cloud.client({
      accessKeyId: given?.AccessKeyId ?? '',
      secretAccessKey: given?.SecretAccessKey ?? '',
      sessionToken: given?.SessionToken ?? '',
    })
    await client.s3.listBuckets()
    expect(await refusal(client.iam.listUsers())).toMatchObject({
      code: 'InvalidClientTokenId',
    })
    expect(await refusal(client.sts.getSessionToken())).toMatchObject({
      code: 'AccessDenied',
      message: 'Cannot call GetSessionToken with session credentials',
    })
  })

  test('a key that is inactive, deleted or used with a wrong secret is refused', async () => {
    const { cloud, iam } = await setUp({})
    const { AccessKey } = await iam.createAccessKey({ UserName: 'Stuart' })
    const AccessKeyId = AccessKey?.AccessKeyId ?? ''
    const key = {
      accessKeyId: AccessKeyId,
      secretAccessKey: AccessKey?.SecretAccessKey ?? '',
    }
    const ask = (credentials: Credentials) =>
      refusal(cloud.client(credentials).sts.getCallerIdentity())
    expect(await cloud.client(key).sts.getCallerIdentity()).toMatchObject({ Arn: stuart })
    expect(await ask({ ...key, secretAccessKey: 'x' })).toMatchObject({
      code: 'SignatureDoesNotMatch',
    })
    await iam.updateAccessKey({ UserName: 'Stuart', AccessKeyId, Status: 'Inactive' })
    expect(await ask(key)).toMatchObject({ code: 'InvalidClientTokenId' })
    await iam.deleteAccessKey({ UserName: 'Stuart', AccessKeyId })
    expect(await ask(key)).toMatchObject({ code: 'InvalidClientTokenId' })
  })

  test.each(['constructor', '__proto__', ''])('nobody is behind the key %j', async (id) => {
    const { cloud } = specCloud()
    const call = cloud
      .client({ accessKeyId: id, secretAccessKey: '' })
      .sts.getCallerIdentity()
    expect(await refusal(call)).toMatchObject({ code: 'InvalidClientTokenId' })
  })

  test('GetCallerIdentity is denied to nobody', async () => {
    const { cloud, credentials } = await setUp({ identity: deny('*') })
    const user = await cloud.client(credentials).sts.getCallerIdentity()
    expect(user).toEqual({
      UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
      Account: HOME,
      Arn: stuart,
    })
    const root = await cloud.client(cloud.credentialsFor(rootArn())).sts.getCallerIdentity()
    expect(root).toEqual({ UserId: HOME, Account: HOME, Arn: rootArn() })
  })
})
