/** Federation and MFA with providers and devices that were made by IAM's own operations. */
import { describe, expect, test } from 'vitest'
import { createTestIdentityProvider } from '../federation/test-identity-provider'
import { onShelf } from '../shelf'
import { document, HOME, refusal, roleArn } from '../spec-cloud'
import { codeOfStep, stepAt } from '../totp'
import { credentialsIn, stsCloud } from './sts-spec-cloud'

const idp = createTestIdentityProvider({ issuer: 'https://idp.example/tenant' })

const trusting = (Federated: string, Action: string | string[], Condition = {}) =>
  document({ Effect: 'Allow', Principal: { Federated }, Action, Condition })

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
describe('an OpenID Connect provider', () => {
  async function setUp(actions: string | string[] = 'sts:AssumeRoleWithWebIdentity') {
    const spec = await stsCloud()
    const { OpenIDConnectProviderArn: arn = '' } =
      await spec.iam.createOpenIDConnectProvider({
        Url: idp.issuer,
        ClientIDList: ['app'],
      })
    await spec.iam.createRole({
      RoleName: 'Web',
      MaxSessionDuration: 7200,
      AssumeRolePolicyDocument: trusting(arn, actions, {
        StringEquals: { 'idp.example/tenant:aud': 'app' },
      }),
    })
    const token = (more = {}) =>
      idp.issueToken({ sub: 'ann', aud: 'app', now: spec.now(), ...more })
    const assume = (WebIdentityToken: string, more = {}) =>
      spec.cloud.client().sts.assumeRoleWithWebIdentity({
        RoleArn: roleArn('Web'),
        RoleSessionName: 'session',
        WebIdentityToken,
        ...more,
      })
    return { ...spec, arn, token, assume }
  }

  test('lets in whom it vouches for, and is a key of the session', async () => {
    const { arn, assume, token, iam, as } = await setUp()
    await iam.putRolePolicy({
      RoleName: 'Web',
      PolicyName: 'own',
      PolicyDocument: document({
        Effect: 'Allow',
        Action: 's3:ListAllMyBuckets',
        Resource: '*',
        Condition: {
          StringEquals: {
            'aws:FederatedProvider': arn,
            'idp.example/tenant:sub': 'ann',
            'idp.example/tenant:aud': 'app',
            'aws:PrincipalType': 'AssumedRole',
          },
          Bool: { 'aws:MultiFactorAuthPresent': 'false' },
        },
      }),
    })
    await as(await assume(await token())).s3.listBuckets()
    const bob = as(await assume(await token({ sub: 'bob' })))
    expect(await refusal(bob.s3.listBuckets())).toMatchObject({ code: 'AccessDenied' })
  })

  test('is held to the role’s duration, and to session policies', async () => {
    const { assume, token, as, iam } = await setUp()
    expect(await refusal(assume(await token(), { DurationSeconds: 7201 }))).toEqual({
      code: 'ValidationError',
      message:
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      status: 400,
    })
    await iam.attachRolePolicy({
      RoleName: 'Web',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    })
    const PolicyArns = [{ arn: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' }]
    const session = as(await assume(await token(), { PolicyArns, DurationSeconds: 7200 }))
    await session.s3.listBuckets()
    expect((await refusal(session.iam.listUsers())).message).toContain(
      'because no session policy allows the iam:ListUsers action'
    )
  })

  test('needs leave to set tags and a source identity', async () => {
    const plain = await setUp()
    const notAuthorized = (action: string) => ({
      code: 'AccessDenied',
      message: `Not authorized to perform ${action}`,
      status: 403,
    })
    const tagged = await plain.token({ tags: { Team: 'blue' } })
    expect(await refusal(plain.assume(tagged))).toEqual(notAuthorized('sts:TagSession'))
    const named = await plain.token({ sourceIdentity: 'ann' })
    expect(await refusal(plain.assume(named))).toEqual(
      notAuthorized('sts:SetSourceIdentity')
    )
    const free = await setUp([
      'sts:AssumeRoleWithWebIdentity',
      'sts:TagSession',
      'sts:SetSourceIdentity',
    ])
    const answer = await free.assume(
      await free.token({
        tags: { Team: 'blue' },
        transitiveTagKeys: ['Team'],
        sourceIdentity: 'ann',
      })
    )
    expect(answer.SourceIdentity).toBe('ann')
    expect(free.cloud.world.sessions[credentialsIn(answer).accessKeyId]).toMatchObject({
      identity: {
        tags: [{ Key: 'Team', Value: 'blue' }],
        transitiveTagKeys: ['Team'],
        sourceIdentity: 'ann',
      },
    })
    const reserved = await free.token({ tags: { 'aws:x': 'y' } })
    expect(await refusal(free.assume(reserved))).toMatchObject({
      message: 'Cannot use reserved prefix aws: in tag key.',
    })
  })

  test('and a role that is not there is refused like one that does not trust it', async () => {
    const { assume, token, iam } = await setUp()
    await iam.updateAssumeRolePolicy({
      RoleName: 'Web',
      PolicyDocument: document({
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: 'sts:*',
      }),
    })
    const [distrusted, missing] = [
      await refusal(assume(await token())),
      await refusal(assume(await token(), { RoleArn: roleArn('Nobody') })),
    ]
    expect(distrusted.message).toBe(
      'Not authorized to perform sts:AssumeRoleWithWebIdentity'
    )
    expect(missing).toEqual(distrusted)
  })

  test('that is gone vouches for nobody, while its sessions go on', async () => {
    const { assume, token, iam, as, arn } = await setUp()
    const before = as(await assume(await token()))
    await iam.deleteOpenIDConnectProvider({ OpenIDConnectProviderArn: arn })
    expect(await refusal(assume(await token()))).toMatchObject({
      message: `No OpenIDConnect provider found in your account for ${idp.issuer}`,
    })
    await before.sts.getCallerIdentity()
  })
})

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
describe('a SAML provider', () => {
  test('lets in whom it vouches for, for as long as it wants', async () => {
    const { iam, cloud, now, as, later } = await stsCloud()
    const { SAMLProviderArn: provider = '' } = await iam.createSAMLProvider({
      Name: 'Corp',
      SAMLMetadataDocument: idp.metadata(),
    })
    await iam.createRole({
      RoleName: 'Directory',
      AssumeRolePolicyDocument: trusting(provider, 'sts:AssumeRoleWithSAML', {
        StringEquals: { 'saml:sub_type': 'persistent', 'saml:doc': `${HOME}/Corp` },
      }),
    })
    const role = roleArn('Directory')
    const sessionEnds = new Date(Date.parse(now()) + 1_200_000)
    const answer = await cloud.client().sts.assumeRoleWithSAML({
      RoleArn: role,
      PrincipalArn: provider,
      SAMLAssertion: await idp.issueAssertion({
        role,
        provider,
        subject: 'ann',
        now: now(),
        sessionEnds,
      }),
    })
    expect(answer.Credentials?.Expiration).toEqual(sessionEnds)
    const { sts } = as(answer)
    later(1199)
    await sts.getCallerIdentity()
    later(1)
    expect(await refusal(sts.getCallerIdentity())).toMatchObject({ code: 'ExpiredToken' })
  })
})

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html
describe('a virtual MFA device', () => {
  test('is good for calls and for signing in, and its first codes are used up', async () => {
    const { iam, keys, cloud, now, later } = await stsCloud()
    const { VirtualMFADevice: device } = await iam.createVirtualMFADevice({
      VirtualMFADeviceName: 'Stuart',
    })
    const SerialNumber = device?.SerialNumber ?? ''
    const seed = new TextDecoder().decode(device?.Base32StringSeed)
    const code = (ahead = 0) => codeOfStep(seed, stepAt(now()) + ahead)
    await iam.enableMFADevice({
      UserName: 'Stuart',
      SerialNumber,
      AuthenticationCode1: code(-1),
      AuthenticationCode2: code(),
    })
    const token = (TokenCode: string) =>
      keys.sts.getSessionToken({ SerialNumber, TokenCode })
    expect(await refusal(token(code()))).toMatchObject({ code: 'AccessDenied' })
    later(30)
    await token(code())
    await iam.createLoginProfile({ UserName: 'Stuart', Password: 'Stuart-1234' })
    const form = { account: HOME, userName: 'Stuart', password: 'Stuart-1234' }
    expect(() => cloud.signIn(form)).toThrow(
      expect.objectContaining({ code: 'MultiFactorAuthenticationRequired' })
    )
    later(30)
    cloud.signIn({ ...form, mfaCode: code() })
    const account = cloud.world.accounts[HOME]
    const user = account && onShelf(account.users, 'Stuart')
    expect(user?.mfaDevices[0]?.lastStep).toBe(stepAt(now()))
  })
})
