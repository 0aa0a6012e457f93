/** Sessions that are not a role's, and calls without a session. */
import { describe, expect, test } from 'vitest'
import { encodeAuthorizationMessage } from '../authorization-message'
import { rootCaller } from '../caller'
import { DEFAULT_TIME } from '../cloud'
import { isServiceError } from '../errors'
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
} from '../spec-cloud'
import { createStore } from '../store'
import { stsOperations } from './sts'
import { tokenOperations } from './sts-federation-token'
import { credentialsIn, role, serialOf, stsCloud, user } from './sts-spec-cloud'

const invalidToken = {
  code: 'InvalidClientTokenId',
  message: 'The security token included in the request is invalid.',
  status: 403,
}

const cannotCall = (name: string) => ({
  code: 'AccessDenied',
  message: `Cannot call ${name} with session credentials`,
  status: 403,
})

// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
describe('GetSessionToken', () => {
  test('lasts twelve hours, or as long as is asked for', async () => {
    const { keys, now } = await stsCloud()
    const lasting = async (DurationSeconds?: number) => {
      const { Credentials } = await keys.sts.getSessionToken({ DurationSeconds })
      return ((Credentials?.Expiration?.getTime() ?? 0) - Date.parse(now())) / 1000
    }
    expect(await lasting()).toBe(43_200)
    expect(await lasting(900)).toBe(900)
    expect(await lasting(129_600)).toBe(129_600)
    expect(await refusal(lasting(129_601))).toMatchObject({ code: 'ValidationError' })
    expect(await refusal(lasting(899))).toMatchObject({ code: 'ValidationError' })
  })

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html
  test('needs no permission, even where there is a boundary', async () => {
    const { keys, iam } = await stsCloud({ identity: allow('s3:*') })
    await iam.createPolicy({ PolicyName: 'B', PolicyDocument: allow('s3:*') })
    await iam.putUserPermissionsBoundary({
      UserName: 'Stuart',
      PermissionsBoundary: policyArn('B'),
    })
    await keys.sts.getSessionToken()
  })

  test('without MFA does not reach IAM, nor more of STS than two operations', async () => {
    const { keys, as } = await stsCloud()
    const session = as(await keys.sts.getSessionToken())
    await session.s3.listBuckets()
    await session.sts.getCallerIdentity()
    await session.sts.assumeRole({ RoleArn: role, RoleSessionName: 'session' })
    expect(await refusal(session.iam.listUsers())).toEqual(invalidToken)
    expect(await refusal(session.sts.getSessionToken())).toEqual(
      cannotCall('GetSessionToken')
    )
    expect(await refusal(session.sts.getFederationToken({ Name: 'ann' }))).toEqual(
      cannotCall('GetFederationToken')
    )
    const AccessKeyId = 'AKIAAAAAAAAAAAAAAAAA'
    expect(await refusal(session.sts.getAccessKeyInfo({ AccessKeyId }))).toEqual(
      cannotCall('GetAccessKeyInfo')
    )
  })

  test('with MFA reaches IAM, and carries it', async () => {
    const { keys, as, giveDevice, code, cloud } = await stsCloud({
      identity: document({
        Effect: 'Allow',
        Action: '*',
        Resource: '*',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    })
    const SerialNumber = giveDevice('Stuart')
    // long-term keys have no such key in their requests
    expect(await refusal(keys.iam.listUsers())).toMatchObject({ code: 'AccessDenied' })
    const TokenCode = code()
    const answer = await keys.sts.getSessionToken({ SerialNumber, TokenCode })
    await as(answer).iam.listUsers()
    expect(cloud.world.sessions[credentialsIn(answer).accessKeyId]?.mfa).toBe(true)
    expect(
      await refusal(keys.sts.getSessionToken({ SerialNumber, TokenCode }))
    ).toMatchObject({
      message: 'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
    })
  })

  test('is refused to every session: a role’s, and the console’s', async () => {
    const { assume, as, client } = await stsCloud()
    for (const session of [as(await assume()), client(user), client(rootArn())]) {
      expect(await refusal(session.sts.getSessionToken())).toEqual(
        cannotCall('GetSessionToken')
      )
    }
  })
})

// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
describe('GetFederationToken', () => {
  const token = async (more: object = {}, identity?: string) => {
    const spec = await stsCloud(identity ? { identity } : {})
    const get = (other: object = {}) =>
      spec.keys.sts.getFederationToken({ Name: 'ann', ...more, ...other })
    return { ...spec, get }
  }

  test('answers with a name of the account', async () => {
    const { get, as } = await token({ Policy: allow('s3:*') })
    const answer = await get()
    const Arn = `arn:aws:sts::${HOME}:federated-user/ann`
    expect(answer).toEqual({
      Credentials: expect.anything(),
      FederatedUser: { FederatedUserId: `${HOME}:ann`, Arn },
      PackedPolicySize: 5,
    })
    expect(await get({ Policy: undefined })).toMatchObject({ PackedPolicySize: 0 })
    expect(await as(answer).sts.getCallerIdentity()).toEqual({
      UserId: `${HOME}:ann`,
      Account: HOME,
      Arn,
    })
  })

  test.each<[string, string, string | undefined, boolean]>([
    ['both', allow('*'), allow('s3:*'), true],
    ['the user alone', allow('*'), allow('sqs:*'), false],
    ['the session alone', allow('sts:GetFederationToken'), allow('s3:*'), false],
    ['the user, and no session policy', allow('*'), undefined, false],
  ])(
    'may do what user and session policy share: %s',
    async (_, identity, Policy, works) => {
      const { get, as } = await token(Policy ? { Policy } : {}, identity)
      const listed = await as(await get())
        .s3.listBuckets()
        .then(
          () => true,
          () => false
        )
      expect(listed).toBe(works)
    }
  )

  test('reaches no IAM, and of STS its own identity alone', async () => {
    const { get, as } = await token({ Policy: allow('*') })
    const session = as(await get())
    await session.s3.listBuckets()
    expect(await refusal(session.iam.listUsers())).toEqual(invalidToken)
    const input = { RoleArn: role, RoleSessionName: 'session' }
    expect(await refusal(session.sts.assumeRole(input))).toEqual(cannotCall('AssumeRole'))
    expect(await refusal(session.sts.getFederationToken({ Name: 'bob' }))).toEqual(
      cannotCall('GetFederationToken')
    )
  })

  test('can be named by a bucket, and then needs nothing else', async () => {
    const { get, as, root } = await token()
    const { s3 } = root()
    await s3.createBucket({ Bucket: 'shared' })
    await s3.putBucketPolicy({
      Bucket: 'shared',
      Policy: document({
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:sts::${HOME}:federated-user/ann` },
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::shared',
      }),
    })
    await as(await get()).s3.listObjectsV2({ Bucket: 'shared' })
    const other = as(await get({ Name: 'bob' })).s3
    expect(await refusal(other.listObjectsV2({ Bucket: 'shared' }))).toMatchObject({
      code: 'AccessDenied',
    })
  })

  test('has the context of a federated user', async () => {
    const { get, as, iam } = await token({
      Policy: document({
        Effect: 'Allow',
        Action: 's3:ListAllMyBuckets',
        Resource: '*',
        Condition: {
          StringEquals: {
            'aws:PrincipalType': 'FederatedUser',
            'aws:userid': `${HOME}:ann`,
            'aws:PrincipalTag/Team': 'blue',
            'aws:PrincipalTag/Desk': '7',
          },
          ArnEquals: { 'aws:PrincipalArn': `arn:aws:sts::${HOME}:federated-user/ann` },
          Bool: { 'aws:MultiFactorAuthPresent': 'false' },
          Null: { 'aws:username': 'true', 'aws:TokenIssueTime': 'false' },
        },
      }),
    })
    await iam.tagUser({
      UserName: 'Stuart',
      Tags: [
        { Key: 'Team', Value: 'red' },
        { Key: 'Desk', Value: '7' },
      ],
    })
    await as(await get({ Tags: [{ Key: 'team', Value: 'blue' }] })).s3.listBuckets()
    expect(await refusal(as(await get()).s3.listBuckets())).toMatchObject({
      code: 'AccessDenied',
    })
  })

  test('tags need sts:TagSession', async () => {
    const { get } = await token({}, allow('sts:GetFederationToken'))
    const Tags = [{ Key: 'Team', Value: 'blue' }]
    expect((await refusal(get({ Tags }))).message).toBe(
      `User: ${user} is not authorized to perform: sts:TagSession on resource: arn:aws:sts::${HOME}:federated-user/ann`
    )
  })

  test('needs a permission, and says which', async () => {
    const { get } = await token({}, allow('s3:*'))
    expect((await refusal(get())).message).toBe(
      `User: ${user} is not authorized to perform: sts:GetFederationToken on resource: arn:aws:sts::${HOME}:federated-user/ann because no identity-based policy allows the sts:GetFederationToken action`
    )
  })

  test('ends with its user', async () => {
    const { get, as, iam } = await token({ Policy: allow('s3:*') })
    const { s3 } = as(await get())
    const { AccessKeyMetadata = [] } = await iam.listAccessKeys({ UserName: 'Stuart' })
    for (const { AccessKeyId } of AccessKeyMetadata) {
      await iam.deleteAccessKey({ UserName: 'Stuart', AccessKeyId })
    }
    await iam.deleteUserPolicy({ UserName: 'Stuart', PolicyName: 'own' })
    await iam.deleteUser({ UserName: 'Stuart' })
    expect(await refusal(s3.listBuckets())).toEqual(invalidToken)
  })

  test.each([
    ['a name too long', { Name: 'x'.repeat(33) }],
    ['a name too short', { Name: 'x' }],
    ['a policy too long', { Policy: allow('s3:*') + ' '.repeat(2048) }],
    ['too short a time', { DurationSeconds: 899 }],
  ])('%s is refused', async (_, more) => {
    const { get } = await token(more)
    expect(await refusal(get())).toMatchObject({ code: 'ValidationError' })
  })

  test('a record names the user behind it', async () => {
    const { get, as, cloud } = await token({ Policy: allow('s3:*') })
    await as(await get()).s3.listBuckets()
    await cloud.settled()
    expect(cloud.world.events.at(-1)?.userIdentity).toEqual({
      type: 'FederatedUser',
      principalId: `${HOME}:ann`,
      arn: `arn:aws:sts::${HOME}:federated-user/ann`,
      accountId: HOME,
      sessionIssuer: user,
    })
  })
})

// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html
describe('GetAccessKeyInfo', () => {
  test('reads the account out of a key, be it whose it may', async () => {
    const { client, keys, root } = await stsCloud()
    const theirs = root(AWAY).iam
    await theirs.createUser({ UserName: 'Stranger' })
    const { AccessKey } = await theirs.createAccessKey({ UserName: 'Stranger' })
    const AccessKeyId = AccessKey?.AccessKeyId ?? ''
    const info = client(user).sts.getAccessKeyInfo({ AccessKeyId })
    expect(await info).toEqual({ Account: AWAY })
    await theirs.deleteAccessKey({ UserName: 'Stranger', AccessKeyId })
    expect(await keys.sts.getAccessKeyInfo({ AccessKeyId })).toEqual({ Account: AWAY })
  })

  test.each(['AKIA7777777777777777', 'not_a_key_at_all', 'AKIA1'])(
    'refuses %s',
    async (AccessKeyId) => {
      const { keys } = await stsCloud()
      expect(await refusal(keys.sts.getAccessKeyInfo({ AccessKeyId }))).toMatchObject({
        code: 'ValidationError',
        status: 400,
      })
    }
  )

  test('needs a permission', async () => {
    const { keys } = await stsCloud({ identity: allow('s3:*') })
    const call = keys.sts.getAccessKeyInfo({ AccessKeyId: 'AKIAAAAAAAAAAAAAAAAA' })
    expect((await refusal(call)).message).toBe(
      `User: ${user} is not authorized to perform: sts:GetAccessKeyInfo on resource: * because no identity-based policy allows the sts:GetAccessKeyInfo action`
    )
  })
})

// https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
describe('DecodeAuthorizationMessage', () => {
  async function messageOf(work: Promise<unknown>) {
    try {
      await work
    } catch (error) {
      if (isServiceError(error) && error.decision)
        return encodeAuthorizationMessage(error.decision)
    }
    throw new Error('the call was not refused with a decision')
  }

  test('reads what a refusal was about', async () => {
    const { keys, root } = await stsCloud({
      identity: document(
        { Effect: 'Allow', Action: '*', Resource: '*' },
        {
          Sid: 'NoUsers',
          Effect: 'Deny',
          Action: 'iam:ListUsers',
          Resource: '*',
          Condition: { Bool: { 'aws:SecureTransport': 'true' } },
        }
      ),
    })
    const EncodedMessage = await messageOf(keys.iam.listUsers())
    const { DecodedMessage = '' } = await root().sts.decodeAuthorizationMessage({
      EncodedMessage,
    })
    expect(JSON.parse(DecodedMessage)).toMatchObject({
      allowed: false,
      explicitDeny: true,
      matchedStatements: {
        items: [
          {
            statementId: 'NoUsers',
            effect: 'DENY',
            principals: { items: [] },
            principalGroups: { items: [] },
            actions: { items: [{ value: 'iam:ListUsers' }] },
            resources: { items: [{ value: '*' }] },
            conditions: {
              items: [
                { key: 'aws:SecureTransport', values: { items: [{ value: 'true' }] } },
              ],
            },
          },
        ],
      },
      failures: { items: [] },
      context: {
        principal: {
          id: expect.stringMatching(/^AIDA/),
          name: 'Stuart',
          arn: user,
        },
        action: 'iam:ListUsers',
        resource: `arn:aws:iam::${HOME}:user/`,
        conditions: {
          items: expect.arrayContaining([
            { key: 'aws:ViaAWSService', values: { items: [{ value: 'false' }] } },
          ]),
        },
      },
    })
  })

  test('reads one of a role, whose name is in its ARN alone', async () => {
    const { assume, as, root } = await stsCloud({ permissions: allow('s3:GetObject') })
    const Tags = [{ Key: 'Team', Value: 'blue' }]
    const call = as(await assume()).iam.createUser({ UserName: 'Ann', Tags })
    const EncodedMessage = await messageOf(call)
    const { DecodedMessage = '' } = await root().sts.decodeAuthorizationMessage({
      EncodedMessage,
    })
    const { context } = JSON.parse(DecodedMessage)
    expect(context.principal).toEqual({
      id: expect.stringMatching(/^AROA.*:session$/),
      arn: `arn:aws:sts::${HOME}:assumed-role/Reader/session`,
    })
    expect(context.conditions.items).toContainEqual({
      key: 'aws:TagKeys',
      values: { items: [{ value: 'Team' }] },
    })
  })

  test('an implicit deny has matched nothing', async () => {
    const { keys, root } = await stsCloud({ identity: allow('s3:GetObject') })
    const EncodedMessage = await messageOf(keys.s3.listBuckets())
    const { DecodedMessage = '' } = await root().sts.decodeAuthorizationMessage({
      EncodedMessage,
    })
    expect(JSON.parse(DecodedMessage)).toMatchObject({
      explicitDeny: false,
      matchedStatements: { items: [] },
    })
  })

  test('nothing else can be read', async () => {
    const { keys, root } = await stsCloud({ identity: allow('s3:GetObject') })
    const good = await messageOf(keys.s3.listBuckets())
    const bad = ['x', 'a b', 'AAAAA', `${good}\n`, `B${good.slice(1)}`, good.slice(0, -4)]
    for (const EncodedMessage of bad) {
      expect(
        await refusal(root().sts.decodeAuthorizationMessage({ EncodedMessage }))
      ).toMatchObject({ code: 'InvalidAuthorizationMessageException', status: 400 })
    }
  })

  test('needs a permission', async () => {
    const { keys } = await stsCloud({ identity: deny('sts:DecodeAuthorizationMessage') })
    const call = keys.sts.decodeAuthorizationMessage({ EncodedMessage: 'x' })
    expect((await refusal(call)).message).toBe(
      `User: ${user} is not authorized to perform: sts:DecodeAuthorizationMessage on resource: * with an explicit deny in an identity-based policy`
    )
  })
})

describe('a session that is asked for by ARN', () => {
  test('is somebody’s who is there', async () => {
    const { cloud, client } = await stsCloud()
    const identity = (principal: string) => client(principal).sts.getCallerIdentity()
    expect(await identity(user)).toMatchObject({ Arn: user })
    expect(await identity(rootArn())).toMatchObject({ Arn: rootArn() })
    expect(await identity(role)).toMatchObject({
      Arn: `arn:aws:sts::${HOME}:assumed-role/Reader/understudy`,
    })
    const session = `arn:aws:sts::${HOME}:assumed-role/Reader/ann`
    expect(await identity(session)).toMatchObject({ Arn: session })
    for (const nobody of [
      roleArn('Nobody'),
      `arn:aws:sts::${HOME}:assumed-role/Nobody/ann`,
      `arn:aws:sts::999999999999:assumed-role/Reader/ann`,
      'Stuart',
    ]) {
      expect(() => cloud.credentialsFor(nobody)).toThrow('no user, role or account')
    }
  })

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
  test('switches as long as the role and the sign-in both last', async () => {
    const { cloud, later } = await stsCloud()
    const credentials = cloud.credentialsFor(user)
    const lasting = async (roleName: string) => {
      const { credentials: held } = await cloud.switchRole(credentials, {
        account: HOME,
        roleName,
      })
      return held.expiration
    }
    expect(await lasting('Reader')).toBe('2026-01-15T11:00:00.000Z')
    later(11 * 3600)
    expect(await lasting('Reader')).toBe('2026-01-15T21:00:00.000Z')
    expect(await refusal(lasting('Nobody'))).toMatchObject({ code: 'AccessDenied' })
  })
})

describe('root', () => {
  const rootSession = async () => {
    const spec = await stsCloud()
    const serial = spec.giveDevice()
    return { ...spec, serial }
  }

  test('signs in to the console with the code of its device', async () => {
    const { cloud, code, serial } = await rootSession()
    const form = {
      account: '',
      email: `root@${HOME}.example.com`,
      password: 'Root-1234',
    }
    expect(serial).toBe(serialOf('root-account-mfa-device'))
    const credentials = cloud.signIn({ ...form, mfaCode: code() })
    expect(cloud.world.sessions[credentials.accessKeyId]).toMatchObject({
      mfa: true,
      identity: { type: 'root' },
    })
  })

  /** No operation gives the root user keys; its sessions are put there by hand. */
  test('lets federated users do what their session policy says', async () => {
    const { cloud } = await rootSession()
    const world = structuredClone(cloud.world)
    const session = {
      accessKeyId: 'ASIAROOT',
      secretAccessKey: 'secret',
      sessionToken: 'token',
      account: HOME,
      issued: '2026-01-15T09:00:00.000Z',
      expires: '2026-01-15T10:00:00.000Z',
      mfa: false,
      console: false,
    }
    world.sessions[session.accessKeyId] = {
      ...session,
      identity: {
        type: 'federated-user',
        name: 'ann',
        tags: [],
        policies: [allow('s3:ListAllMyBuckets')],
      },
    }
    cloud.replace(world)
    const ann = cloud.client(session)
    await ann.s3.listBuckets()
    expect(await refusal(ann.s3.createBucket({ Bucket: 'new-bucket' }))).toMatchObject({
      message: expect.stringContaining('no session policy allows'),
    })
    await cloud.settled()
    expect(cloud.world.events.at(-1)?.userIdentity).toMatchObject({
      type: 'FederatedUser',
      sessionIssuer: rootArn(),
    })
  })

  /** Keys of the root user, put there by hand as well: nobody should have them. */
  test('gives sessions of an hour at most', async () => {
    const { cloud, code, serial } = await rootSession()
    const store = createStore(cloud.world)
    const account = store.world.accounts[HOME]
    if (!account) throw new Error('no account')
    const caller = rootCaller(account)
    const operation = stsOperations.GetSessionToken
    if (typeof operation === 'function') throw new Error('it is loaded with the first page')
    const ask = (input: object) =>
      store.change((world) => {
        const own = world.accounts[HOME] ?? account
        const call = { input, caller, world, account: own, now: DEFAULT_TIME }
        expect(operation.on(call).arn).toBe(rootArn())
        return operation.run(call).Credentials?.Expiration?.toISOString()
      })
    expect(ask({})).toBe('2026-01-15T10:00:00.000Z')
    expect(ask({ DurationSeconds: 7200 })).toBe('2026-01-15T10:00:00.000Z')
    expect(ask({ DurationSeconds: 900 })).toBe('2026-01-15T09:15:00.000Z')
    const { GetFederationToken: federate } = tokenOperations
    const federated = (DurationSeconds?: number) =>
      store.change((world) => {
        const own = world.accounts[HOME] ?? account
        const input = { Name: 'ann', DurationSeconds }
        const answer = federate.run({
          input,
          caller,
          world,
          account: own,
          now: DEFAULT_TIME,
        })
        return answer.Credentials?.Expiration?.toISOString()
      })
    expect(federated()).toBe('2026-01-15T10:00:00.000Z')
    expect(federated(900)).toBe('2026-01-15T09:15:00.000Z')
    ask({ SerialNumber: serial, TokenCode: code() })
    expect(Object.values(store.world.sessions).at(-1)).toMatchObject({
      mfa: true,
      identity: { type: 'root' },
    })
  })

  test('assumes no role', async () => {
    const { client, assume } = await rootSession()
    expect(await refusal(assume({}, client(rootArn())))).toEqual({
      code: 'AccessDenied',
      message: 'Roles may not be assumed by root accounts.',
      status: 403,
    })
    const missing = assume({ RoleArn: roleArn('Nobody') }, client(rootArn()))
    expect((await refusal(missing)).message).toBe(
      'Roles may not be assumed by root accounts.'
    )
  })
})

// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
describe('without credentials', () => {
  const missing = {
    code: 'MissingAuthenticationToken',
    message: 'Request is missing Authentication Token',
    status: 403,
  }

  test('only what proves itself can be called', async () => {
    const { cloud } = await stsCloud()
    const nobody = cloud.client()
    expect(nobody).toBe(cloud.client())
    expect(await refusal(nobody.iam.listUsers())).toEqual(missing)
    expect(await refusal(nobody.sts.getCallerIdentity())).toEqual(missing)
    expect(await refusal(nobody.s3.listBuckets())).toEqual(missing)
    const input = { RoleArn: role, RoleSessionName: 'session' }
    expect(await refusal(nobody.sts.assumeRole(input))).toEqual(missing)
    const bad = nobody.sts.assumeRoleWithWebIdentity({ ...input, WebIdentityToken: 'abcd' })
    expect(await refusal(bad)).toMatchObject({ code: 'InvalidIdentityToken' })
  })

  const saml = `arn:aws:iam::${HOME}:saml-provider/Corp`
  test.each<[string, object, string]>([
    [
      'no assertion',
      {},
      "1 validation error detected: Value null at 'sAMLAssertion' failed to satisfy constraint: Member must not be null",
    ],
    ['a role that is none', { SAMLAssertion: 'AAAA', RoleArn: user }, `${user} is invalid`],
    [
      'a provider that is none',
      { SAMLAssertion: 'AAAA', PrincipalArn: user },
      `${user} is invalid`,
    ],
  ])('AssumeRoleWithSAML refuses %s', async (_, more, message) => {
    const { cloud } = await stsCloud()
    const call = cloud.client().sts.assumeRoleWithSAML({
      RoleArn: role,
      PrincipalArn: saml,
      SAMLAssertion: undefined,
      ...more,
    })
    expect(await refusal(call)).toEqual({ code: 'ValidationError', message, status: 400 })
  })

  test('an access token cannot be asked about', async () => {
    const { cloud } = await stsCloud()
    const call = cloud.client().sts.assumeRoleWithWebIdentity({
      RoleArn: role,
      RoleSessionName: 'session',
      WebIdentityToken: 'abcd',
      ProviderId: 'graph.facebook.com',
    })
    expect(await refusal(call)).toMatchObject({
      code: 'IDPCommunicationError',
      status: 400,
    })
  })
})
