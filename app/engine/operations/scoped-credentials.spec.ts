/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetScopedCredentials.html */
import { describe, expect, test } from 'vitest'
import { allow, deny, document, HOME, refusal } from '../spec-cloud'
import { stsCloud, user } from './sts-spec-cloud'

const reading = allow(['s3:ListAllMyBuckets', 'iam:ListUsers', 'sts:*'])

describe('scoped credentials', () => {
  test('are the same session with less to do', async () => {
    const { as, assume, later } = await stsCloud()
    const role = await assume({ SourceIdentity: 'Alice' })
    const client = as(role)
    later(60)
    const answer = await client.sts.getScopedCredentials({
      Policy: reading,
      ScopedSessionDescription: 'reading',
    })
    const { AssumedRoleUser } = role
    expect(answer).toEqual({
      Credentials: { ...answer.Credentials, Expiration: role.Credentials?.Expiration },
      SessionInfo: {
        ScopedSessionId: AssumedRoleUser?.AssumedRoleId,
        Arn: AssumedRoleUser?.Arn,
      },
      ScopedPoliciesCount: 1,
      SourceIdentity: 'Alice',
    })
    const scoped = as(answer)
    expect((await scoped.sts.getCallerIdentity()).Arn).toBe(AssumedRoleUser?.Arn)
    await scoped.s3.listBuckets()
    await client.iam.listRoles()
    expect(await refusal(scoped.iam.listRoles())).toEqual({
      code: 'AccessDenied',
      message: `User: ${AssumedRoleUser?.Arn} is not authorized to perform: iam:ListRoles on resource: arn:aws:iam::${HOME}:role/ because no session policy allows the iam:ListRoles action`,
      status: 403,
    })
  })

  test('narrow what a session policy has left, layer by layer, three times', async () => {
    const { as, assume } = await stsCloud()
    let client = as(await assume({ Policy: allow(['s3:*', 'iam:ListUsers', 'sts:*']) }))
    const layers = [reading, allow('*'), allow(['s3:*', 'sts:*'])]
    for (const [at, Policy] of layers.entries()) {
      await client.iam.listUsers()
      const answer = await client.sts.getScopedCredentials({ Policy })
      expect(answer.ScopedPoliciesCount).toBe(at + 1)
      client = as(answer)
    }
    await client.s3.listBuckets()
    expect((await refusal(client.iam.listUsers())).code).toBe('AccessDenied')
    expect((await refusal(client.iam.listRoles())).code).toBe('AccessDenied')
    expect(await refusal(client.sts.getScopedCredentials({ Policy: allow('*') }))).toEqual({
      code: 'AccessDenied',
      message: 'A session can have at most 3 scope-down policies.',
      status: 403,
    })
    const shorter = await client.sts.getScopedCredentials({ DurationSeconds: 1 })
    expect(shorter.ScopedPoliciesCount).toBe(3)
  })

  test('can deny, which is said before what is not allowed', async () => {
    const { as, assume } = await stsCloud()
    const client = as(await assume({ Policy: allow(['sts:*', 's3:*']) }))
    const Policy = document(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 'iam:*', Resource: '*' }
    )
    const scoped = as(await client.sts.getScopedCredentials({ Policy }))
    expect((await refusal(scoped.iam.listUsers())).message).toContain(
      'with an explicit deny in a session policy'
    )
    await scoped.s3.listBuckets()
  })

  test('end when they are told to, and keep their MFA', async () => {
    const { as, code, giveDevice, keys, later } = await stsCloud()
    const SerialNumber = giveDevice('Stuart')
    const session = await keys.sts.getSessionToken({
      SerialNumber,
      TokenCode: await code(),
    })
    const scoped = as(await as(session).sts.getScopedCredentials({ DurationSeconds: 60 }))
    await scoped.iam.listUsers()
    later(60)
    expect((await refusal(scoped.iam.listUsers())).code).toBe('ExpiredToken')
    const early = as(await keys.sts.getSessionToken())
    const answer = await early.sts.getScopedCredentials({ DurationSeconds: 60 })
    expect(answer.ScopedPoliciesCount).toBe(0)
    expect(answer).not.toHaveProperty('SourceIdentity')
  })

  test('are recorded', async () => {
    const { as, assume, cloud } = await stsCloud()
    await as(await assume()).sts.getScopedCredentials({
      Policy: reading,
      ScopedSessionDescription: 'why',
    })
    expect(cloud.world.events.at(-1)).toMatchObject({
      eventName: 'GetScopedCredentials',
      requestParameters: { policy: reading, scopedSessionDescription: 'why' },
      responseElements: { scopedPoliciesCount: 1 },
    })
    expect(cloud.world.events.at(-1)?.responseElements).not.toHaveProperty(
      'credentials.sessionToken'
    )
  })

  test('are not for keys of a user or of root', async () => {
    const { keys, root } = await stsCloud()
    const refused = {
      code: 'InvalidSubjectCredentials',
      message:
        'GetScopedCredentials can be called only with temporary security credentials.',
      status: 400,
    }
    const work = keys.sts.getScopedCredentials({ Policy: reading })
    expect(await refusal(work)).toEqual(refused)
    const byRoot = root().sts.getScopedCredentials({ DurationSeconds: 60 })
    expect((await byRoot).ScopedPoliciesCount).toBe(0)
  })

  test('need the permission', async () => {
    const { as, assume } = await stsCloud({ permissions: allow('s3:*') })
    const { sts } = as(await assume())
    expect(
      (await refusal(sts.getScopedCredentials({ Policy: reading }))).message
    ).toContain('is not authorized to perform: sts:GetScopedCredentials on resource: *')
  })

  test.each([
    [
      'nothing to change',
      {},
      'ValidationError',
      'At least one of Policy or DurationSeconds must be specified.',
    ],
    [
      'no time at all',
      { DurationSeconds: 0 },
      'ValidationError',
      "1 validation error detected: Value '0' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ],
    [
      'more time than is left',
      { DurationSeconds: 3601 },
      'InsufficientSessionLifetime',
      'The requested DurationSeconds is greater than the remaining lifetime of the calling session.',
    ],
    [
      'a policy that is none',
      { Policy: 'x' },
      'MalformedPolicyDocument',
      'Syntax errors in policy.',
    ],
    [
      'a long description',
      { DurationSeconds: 1, ScopedSessionDescription: 'x'.repeat(257) },
      'ValidationError',
      `1 validation error detected: Value '${'x'.repeat(257)}' at 'scopedSessionDescription' failed to satisfy constraint: Member must have length less than or equal to 256`,
    ],
  ])('are refused with %s', async (_, input, code, message) => {
    const { as, assume } = await stsCloud()
    const { sts } = as(await assume())
    const found = await refusal(sts.getScopedCredentials(input))
    expect(found).toEqual({ code, message, status: 400 })
  })
})

describe('a token of a delegation', () => {
  test('is nothing that anybody here could have', async () => {
    const { keys, cloud } = await stsCloud()
    const work = keys.sts.getDelegatedAccessToken({ TradeInToken: 'made up' })
    expect(await refusal(work)).toMatchObject({
      code: 'ExpiredTradeInTokenException',
      status: 400,
    })
    await cloud.settled()
    expect(cloud.world.events.at(-1)).toMatchObject({
      eventName: 'GetDelegatedAccessToken',
      requestParameters: null,
    })
  })

  test('has to be given, by somebody who may', async () => {
    const { keys } = await stsCloud({ identity: deny('sts:*') })
    const trade = (TradeInToken: string | undefined) =>
      keys.sts.getDelegatedAccessToken({ TradeInToken })
    expect((await refusal(trade(undefined))).message).toBe(
      "1 validation error detected: Value null at 'tradeInToken' failed to satisfy constraint: Member must not be null"
    )
    expect((await refusal(trade('x'))).message).toContain(
      `User: ${user} is not authorized to perform: sts:GetDelegatedAccessToken on resource: *`
    )
  })
})
