/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html */
import { describe, expect, test } from 'vitest'
import { isGenuine, readJwt } from '../federation/jwt'
import { outboundKeys } from '../federation/outbound'
import { allow, AWAY, deny, document, HOME, refusal } from '../spec-cloud'
import { organizationCloud } from './spec-organization'
import { role, stsCloud, user } from './sts-spec-cloud'

const audience = 'https://partner.example'
const rsa = { Audience: [audience], SigningAlgorithm: 'RS256' }
const AWS = 'https://sts.amazonaws.com/'

type SetUp = Parameters<typeof stsCloud>[0]

async function outboundCloud(setUp?: SetUp) {
  const spec = await stsCloud(setUp)
  const { IssuerIdentifier } = await spec.iam.enableOutboundWebIdentityFederation()
  const ask = (more: object = {}, client = spec.keys) =>
    client.sts.getWebIdentityToken({ ...rsa, ...more })
  const claims = async (more?: object, client = spec.keys) =>
    readJwt((await ask(more, client)).WebIdentityToken ?? '')?.claims
  return { ...spec, issuer: IssuerIdentifier, ask, claims }
}

const seconds = (time: string) => Math.floor(Date.parse(time) / 1000)

describe('outbound federation', () => {
  test('is off at first, and keeps its issuer when it is turned off and on', async () => {
    const { iam } = await stsCloud()
    const off = (words: string) => ({
      code: 'FeatureDisabled',
      message: `Outbound identity federation is ${words} for account ${HOME}`,
      status: 404,
    })
    expect(await refusal(iam.getOutboundWebIdentityFederationInfo())).toEqual(
      off('disabled')
    )
    expect(await refusal(iam.disableOutboundWebIdentityFederation())).toEqual(
      off('already disabled')
    )
    const answer = await iam.enableOutboundWebIdentityFederation()
    expect(answer.IssuerIdentifier).toMatch(
      /^https:\/\/[\da-f-]{36}\.tokens\.sts\.global\.api\.aws$/
    )
    expect(await iam.getOutboundWebIdentityFederationInfo()).toEqual({
      ...answer,
      JwtVendingEnabled: true,
    })
    expect(await refusal(iam.enableOutboundWebIdentityFederation())).toEqual({
      code: 'FeatureEnabled',
      message: `Outbound identity federation is already enabled for account ${HOME}`,
      status: 409,
    })
    expect(await iam.disableOutboundWebIdentityFederation()).toEqual({})
    expect(await refusal(iam.getOutboundWebIdentityFederationInfo())).toEqual(
      off('disabled')
    )
    expect(await iam.enableOutboundWebIdentityFederation()).toEqual(answer)
  })

  test.each([
    ['enableOutboundWebIdentityFederation', 'EnableOutboundWebIdentityFederation'],
    ['disableOutboundWebIdentityFederation', 'DisableOutboundWebIdentityFederation'],
    ['getOutboundWebIdentityFederationInfo', 'GetOutboundWebIdentityFederationInfo'],
  ] as const)('%s asks for a permission', async (method, name) => {
    const { keys } = await stsCloud({ identity: allow('iam:GetUser') })
    expect(await refusal(keys.iam[method]())).toMatchObject({
      code: 'AccessDenied',
      message: `User: ${user} is not authorized to perform: iam:${name} on resource: * because no identity-based policy allows the iam:${name} action`,
    })
  })
})

describe('a web identity token', () => {
  test.each([
    ['RS256', 'RSA_0'],
    ['ES384', 'EC384_0'],
  ])('is signed with %s', async (SigningAlgorithm, kid) => {
    const { ask, issuer, now } = await outboundCloud()
    const { WebIdentityToken = '', Expiration } = await ask({ SigningAlgorithm })
    const token = readJwt(WebIdentityToken)
    expect(token?.header).toEqual({ kid, typ: 'JWT', alg: SigningAlgorithm })
    const iat = seconds(now())
    expect(Expiration).toEqual(new Date((iat + 300) * 1000))
    expect(token?.claims).toEqual({
      aud: audience,
      sub: user,
      [AWS]: { aws_account: HOME, source_region: 'us-east-1', principal_id: user },
      iss: issuer,
      exp: iat + 300,
      iat,
      jti: expect.stringMatching(/^[\da-f-]{36}$/),
    })
    const key = outboundKeys().keys.find((each) => each.kid === kid)
    if (!token || !key) throw new Error('the key is published')
    if (SigningAlgorithm === 'RS256') {
      expect(await isGenuine(token, key)).toBe(true)
      return
    }
    const curve = { name: 'ECDSA', namedCurve: 'P-384' }
    const imported = await crypto.subtle.importKey('jwk', key, curve, false, ['verify'])
    const how = { name: 'ECDSA', hash: 'SHA-384' }
    expect(await crypto.subtle.verify(how, imported, token.signature, token.signed)).toBe(
      true
    )
  })

  test('speaks of a role, its session and the tags of both', async () => {
    const { claims, assume, as, iam, later } = await outboundCloud()
    await iam.tagRole({
      RoleName: 'Reader',
      Tags: [
        { Key: 'team', Value: 'red' },
        { Key: 'kept', Value: 'yes' },
      ],
    })
    const session = await assume({
      SourceIdentity: 'Alice',
      Tags: [{ Key: 'TEAM', Value: 'blue' }],
    })
    later(1)
    const found = await claims(
      {
        Audience: ['a', 'b', 'a'],
        DurationSeconds: 600,
        Tags: [{ Key: 'aws:x', Value: '1' }],
      },
      as(session)
    )
    expect(found).toMatchObject({
      aud: ['a', 'b', 'a'],
      sub: role,
      [AWS]: {
        principal_id: role,
        principal_tags: { TEAM: 'blue', kept: 'yes' },
        request_tags: { 'aws:x': '1' },
        source_identity: 'Alice',
        original_session_exp: session.Credentials?.Expiration?.toISOString().replace(
          '.000Z',
          'Z'
        ),
      },
    })
  })

  test('says which organization the account is in', async () => {
    const spec = await organizationCloud()
    const { iam, sts } = spec.admin(AWAY)
    await iam.enableOutboundWebIdentityFederation()
    const { WebIdentityToken = '' } = await sts.getWebIdentityToken(rsa)
    expect(readJwt(WebIdentityToken)?.claims[AWS]).toMatchObject({
      org_id: 'o-a1b2c3d4e5',
      ou_path: ['o-a1b2c3d4e5/r-root/ou-a1b2-work/'],
    })
  })

  test('names the provider that vouched for the session', async () => {
    const { cloud, claims, assume, as } = await outboundCloud()
    const answer = await assume()
    const world = structuredClone(cloud.world)
    const identity = world.sessions[answer.Credentials?.AccessKeyId ?? '']?.identity
    if (identity?.type === 'role') identity.federatedProvider = 'arn:x'
    cloud.replace(world)
    expect((await claims({}, as(answer)))?.[AWS]).toMatchObject({
      federated_provider: 'arn:x',
    })
  })

  test('is recorded without what was signed', async () => {
    const { ask, cloud } = await outboundCloud()
    await ask()
    expect(cloud.world.events.at(-1)).toMatchObject({
      eventName: 'GetWebIdentityToken',
      requestParameters: { audience: [audience], signingAlgorithm: 'RS256' },
      responseElements: { expiration: expect.any(String) },
    })
    expect(JSON.stringify(cloud.world.events.at(-1))).not.toContain('eyJ')
  })

  test('may be asked for with a session token, but not by a federated user', async () => {
    const { ask, as, keys } = await outboundCloud()
    await ask({}, as(await keys.sts.getSessionToken()))
    const federated = await keys.sts.getFederationToken({
      Name: 'Bob',
      Policy: allow('*'),
    })
    expect(await refusal(ask({}, as(federated)))).toEqual({
      code: 'AccessDenied',
      message: 'GetWebIdentityToken does not support federated user sessions',
      status: 403,
    })
  })

  test('does not outlive the session that asks for it', async () => {
    const { ask, as, assume, later } = await outboundCloud()
    const client = as(await assume({ DurationSeconds: 900 }))
    later(601)
    await ask({ DurationSeconds: 60 }, client)
    expect(await refusal(ask({}, client))).toEqual({
      code: 'SessionDurationEscalationException',
      message:
        "Requested token expiry time must be before the original session's expiry time.",
      status: 403,
    })
  })

  test('is not to be had while federation is off', async () => {
    const { keys } = await stsCloud()
    expect(await refusal(keys.sts.getWebIdentityToken(rsa))).toEqual({
      code: 'OutboundWebIdentityFederationDisabledException',
      message: 'OutboundWebIdentityFederation is disabled.',
      status: 403,
    })
  })

  test('has room for so much', async () => {
    const { ask } = await outboundCloud()
    const Tags = Array.from({ length: 50 }, (_, i) => ({
      Key: `${i}`.padEnd(128, 'k'),
      Value: 'v'.repeat(256),
    }))
    expect(await refusal(ask({ Tags }))).toMatchObject({
      code: 'JWTPayloadSizeExceededException',
      status: 400,
    })
  })

  test('is a permission on oneself, with what is asked for as condition', async () => {
    const Resource = `arn:aws:sts::${HOME}:self`
    const { ask } = await outboundCloud({
      identity: document({
        Effect: 'Allow',
        Action: 'sts:GetWebIdentityToken',
        Resource,
        Condition: {
          'ForAllValues:StringEquals': { 'sts:IdentityTokenAudience': audience },
          StringEquals: { 'sts:SigningAlgorithm': 'RS256' },
          NumericLessThanEquals: { 'sts:DurationSeconds': '300' },
        },
      }),
    })
    await ask()
    const refused = (action: string) =>
      `User: ${user} is not authorized to perform: sts:${action} on resource: ${Resource} because no identity-based policy allows the sts:${action} action`
    for (const more of [
      { Audience: [audience, 'x'] },
      { SigningAlgorithm: 'ES384' },
      { DurationSeconds: 301 },
    ]) {
      expect((await refusal(ask(more))).message).toBe(refused('GetWebIdentityToken'))
    }
    const Tags = [{ Key: 'k', Value: 'v' }]
    expect((await refusal(ask({ Tags }))).message).toBe(refused('TagGetWebIdentityToken'))
  })

  test('with a scope asks for one more', async () => {
    const { ask } = await outboundCloud({
      identity: allow(['sts:GetWebIdentityToken', 'sts:TagGetWebIdentityToken']),
    })
    const origin = { SubjectMode: 'OriginIdentity', Scope: 'read write' }
    expect((await refusal(ask(origin))).message).toContain('sts:SetWebIdentityTokenScope')
  })

  test('is no proof for another account of AWS', async () => {
    const { ask, keys } = await outboundCloud()
    const { WebIdentityToken } = await ask()
    const work = keys.sts.assumeRoleWithWebIdentity({
      RoleArn: role,
      RoleSessionName: 'web',
      WebIdentityToken,
    })
    expect((await refusal(work)).code).toBe('InvalidIdentityToken')
  })
})

const one = '1 validation error detected: '
const failed = 'failed to satisfy constraint: Member must'

describe('GetWebIdentityToken is refused', () => {
  test.each([
    [
      'without an audience',
      { Audience: [] },
      `${one}Value null at 'audience' ${failed} not be null`,
    ],
    [
      'for eleven audiences',
      { Audience: Array.from({ length: 11 }, () => 'a') },
      `${one}Value '[a, a, a, a, a, a, a, a, a, a, a]' at 'audience' ${failed} have length less than or equal to 10`,
    ],
    [
      'for an empty audience',
      { Audience: [''] },
      `${one}Value '[]' at 'audience' ${failed} satisfy constraint: [Member must have length less than or equal to 1000, Member must have length greater than or equal to 1]`,
    ],
    [
      'for too short a time',
      { DurationSeconds: 59 },
      `${one}Value '59' at 'durationSeconds' ${failed} have value greater than or equal to 60`,
    ],
    [
      'with a short algorithm',
      { SigningAlgorithm: 'none' },
      `${one}Value 'none' at 'signingAlgorithm' ${failed} have length greater than or equal to 5`,
    ],
    [
      'with an algorithm that there is not',
      { SigningAlgorithm: 'HS256' },
      'Requested SigningAlgorithm is not supported. See the GetWebIdentityToken documentation for supported algorithms',
    ],
    [
      'for a subject that there is not',
      { SubjectMode: 'Me' },
      `${one}Value 'Me' at 'subjectMode' ${failed} satisfy enum value set: [AWSIdentity, OriginIdentity]`,
    ],
    [
      'with a scope of the caller’s own',
      { Scope: 'read' },
      'Scope can be specified only when SubjectMode is OriginIdentity and exactly one audience is requested.',
    ],
    [
      'with a scope for several',
      { Scope: 'read', SubjectMode: 'OriginIdentity', Audience: ['a', 'b'] },
      'Scope can be specified only when SubjectMode is OriginIdentity and exactly one audience is requested.',
    ],
    [
      'with a scope twice',
      { Scope: 'read read', SubjectMode: 'OriginIdentity' },
      'Scope is not valid.',
    ],
    [
      'with a scope that begins with a space',
      { Scope: ' read', SubjectMode: 'OriginIdentity' },
      'Scope is not valid.',
    ],
    [
      'for an identity that nobody propagated',
      { SubjectMode: 'OriginIdentity' },
      'The calling session does not contain the context that SubjectMode OriginIdentity requires.',
    ],
  ])('%s', async (_, more, message) => {
    const { ask } = await outboundCloud()
    expect(await refusal(ask(more))).toEqual({
      code: 'ValidationError',
      message,
      status: 400,
    })
  })

  test('with a tag twice, whatever its case, and before permissions count', async () => {
    const { ask } = await outboundCloud({ identity: deny('*') })
    const Tags = [
      { Key: 'a', Value: '' },
      { Key: 'A', Value: '' },
    ]
    expect(await refusal(ask({ Tags }))).toEqual({
      code: 'InvalidParameterValue',
      message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
      status: 400,
    })
  })
})
