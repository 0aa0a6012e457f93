/** AssumeRole, parameter by parameter. */
import { describe, expect, test } from 'vitest'
import {
  allow,
  deny,
  document,
  HOME,
  policyArn,
  refusal,
  roleArn,
  trusting,
} from '../spec-cloud'
import { credentialsIn, role, serialOf, stsCloud, user } from './sts-spec-cloud'

const validation = (message: string) => ({ code: 'ValidationError', message, status: 400 })

const one = (what: string) => validation(`1 validation error detected: ${what}`)

const must = (value: string, at: string, rule: string) =>
  one(`Value${value} at '${at}' failed to satisfy constraint: Member must ${rule}`)

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters
describe('parameters', () => {
  const name = 'satisfy regular expression pattern: [\\w+=,.@-]*'
  test.each<[string, object, object]>([
    [
      'a missing session name',
      { RoleSessionName: undefined },
      must(' null', 'roleSessionName', 'not be null'),
    ],
    [
      'a short session name',
      { RoleSessionName: 'a' },
      must(" 'a'", 'roleSessionName', 'have length greater than or equal to 2'),
    ],
    [
      'a session name with a blank',
      { RoleSessionName: 'a b' },
      must(" 'a b'", 'roleSessionName', name),
    ],
    [
      'a short ARN',
      { RoleArn: 'arn:aws' },
      must(" 'arn:aws'", 'roleArn', 'have length greater than or equal to 20'),
    ],
    ['the ARN of a user', { RoleArn: user }, validation(`${user} is invalid`)],
    [
      'a duration below the least',
      { DurationSeconds: 899 },
      must(" '899'", 'durationSeconds', 'have value greater than or equal to 900'),
    ],
    [
      'a duration above the most',
      { DurationSeconds: 43_201 },
      must(" '43201'", 'durationSeconds', 'have value less than or equal to 43200'),
    ],
    [
      'an external ID with a blank',
      { ExternalId: 'a b' },
      must(" 'a b'", 'externalId', 'satisfy regular expression pattern: [\\w+=,.@:\\/-]*'),
    ],
    [
      'a source identity with a colon',
      { SourceIdentity: 'aws:x' },
      must(" 'aws:x'", 'sourceIdentity', name),
    ],
    [
      'a code of five digits',
      { TokenCode: '12345' },
      must(" '12345'", 'tokenCode', 'have length greater than or equal to 6'),
    ],
    [
      'a code with a letter',
      { TokenCode: '12345a' },
      must(" '12345a'", 'tokenCode', 'satisfy regular expression pattern: [\\d]*'),
    ],
    [
      'eleven managed policies',
      { PolicyArns: Array.from({ length: 11 }, () => ({ arn: policyArn('P') })) },
      must(
        ` '[${Array.from({ length: 11 }, () => `PolicyDescriptorType(arn=${policyArn('P')})`).join(', ')}]'`,
        'policyArns',
        'have length less than or equal to 10'
      ),
    ],
    [
      'a managed policy that is nothing',
      { PolicyArns: [null] },
      must(' null', 'policyArns.1.member.arn', 'not be null'),
    ],
    [
      'a tag that is nothing',
      { Tags: [null] },
      validation(
        "2 validation errors detected: Value null at 'tags.1.member.key' failed to satisfy constraint: Member must not be null; Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null"
      ),
    ],
    [
      'fifty-one tags',
      { Tags: Array.from({ length: 51 }, (_, i) => ({ Key: `k${i}`, Value: '' })) },
      must(
        ` '[${Array.from({ length: 51 }, (_, i) => `Tag(key=k${i}, value=)`).join(', ')}]'`,
        'tags',
        'have length less than or equal to 50'
      ),
    ],
  ])('%s is refused', async (_, more, expected) => {
    const { assume } = await stsCloud()
    expect(await refusal(assume(more))).toEqual(expected)
  })

  test('are looked at before the role is, so that they say nothing of it', async () => {
    const { assume } = await stsCloud({ identity: deny('sts:AssumeRole') })
    const both = [role, roleArn('Nobody')].map((RoleArn) =>
      refusal(assume({ RoleArn, DurationSeconds: 1 }))
    )
    const [there, missing] = await Promise.all(both)
    expect(there).toEqual(missing)
  })
})

const open = { Effect: 'Allow', Action: '*', Resource: '*' }

// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
describe('session policies', () => {
  test.each([
    ['no policy', '{}', 'Syntax errors in policy.'],
    [
      'an ARN that is cut short',
      allow('s3:*', 'arn:aws:s3'),
      'Resource arn:aws:s3 must be in ARN format or "*".',
    ],
    [
      'bytes that are none',
      document({ ...open, Condition: { BinaryEquals: { 'aws:userid': '!' } } }),
      'The policy failed legacy parsing',
    ],
  ])('%s is refused', async (_, Policy, message) => {
    const { assume } = await stsCloud()
    expect(await refusal(assume({ Policy }))).toMatchObject({
      code: 'MalformedPolicyDocument',
      message,
    })
  })

  // recorded answers of AWS: IAM refuses such values, STS takes them
  test.each([
    { NumericEquals: { 'aws:MultiFactorAuthAge': 'few' } },
    { DateLessThan: { 'aws:CurrentTime': 'soon' } },
    { IpAddress: { 'aws:SourceIp': 'here' } },
    { ArnLike: { 'aws:SourceArn': 'somewhere' } },
  ])('may hold %j', async (Condition) => {
    const { assume } = await stsCloud()
    await assume({ Policy: document({ ...open, Condition }) })
  })

  test('take room, and more than there is of it is refused', async () => {
    const { assume } = await stsCloud()
    expect((await assume({ Policy: allow('s3:*') })).PackedPolicySize).toBe(5)
    expect((await assume()).PackedPolicySize).toBeUndefined()
    const long = allow(
      Array.from({ length: 80 }, (_, i) => `s3:GetSomethingLongNumber${i}`)
    )
    expect(await refusal(assume({ Policy: long }))).toEqual({
      code: 'PackedPolicyTooLarge',
      message: 'Packed policy consumes 121% of allotted space, please use smaller policy.',
      status: 400,
    })
    const Tags = Array.from({ length: 9 }, (_, i) => ({
      Key: `${i}`,
      Value: 'x'.repeat(256),
    }))
    expect(await refusal(assume({ Tags }))).toEqual({
      code: 'PackedPolicyTooLarge',
      message: 'Packed size of session tags consumes 113% of allotted space.',
      status: 400,
    })
  })

  test('allow together, and deny each by itself', async () => {
    const { assume, as, iam } = await stsCloud()
    await iam.createPolicy({
      PolicyName: 'Limit',
      PolicyDocument: document(
        { Effect: 'Allow', Action: 'iam:ListUsers', Resource: '*' },
        { Effect: 'Deny', Action: 's3:CreateBucket', Resource: '*' }
      ),
    })
    const PolicyArns = [{ arn: policyArn('Limit') }]
    const session = as(await assume({ Policy: allow('s3:*'), PolicyArns }))
    await session.s3.listBuckets()
    await session.iam.listUsers()
    expect((await refusal(session.iam.listRoles())).message).toContain(
      'because no session policy allows the iam:ListRoles action'
    )
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
    expect(
      (await refusal(session.s3.createBucket({ Bucket: 'new-bucket' }))).message
    ).toContain(`with an explicit deny in a session policy: ${policyArn('Limit')}`)
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
describe('session tags', () => {
  const Tags = [{ Key: 'Team', Value: 'blue' }]

  test.each([
    [
      'AWS’s own prefix',
      [{ Key: 'aws:x', Value: '' }],
      'Cannot use reserved prefix aws: in tag key.',
    ],
    [
      'a key twice, in another case',
      [...Tags, { Key: 'team', Value: 'red' }],
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    ],
  ])('%s is refused', async (_, given, message) => {
    const { assume } = await stsCloud()
    expect(await refusal(assume({ Tags: given }))).toMatchObject({ message })
  })

  test('win over the role’s, whatever their case', async () => {
    const { assume, as, iam } = await stsCloud({
      permissions: document({
        Effect: 'Allow',
        Action: 's3:ListAllMyBuckets',
        Resource: '*',
        Condition: { StringEquals: { 'aws:PrincipalTag/Team': 'blue' } },
      }),
    })
    await iam.tagRole({ RoleName: 'Reader', Tags: [{ Key: 'Team', Value: 'red' }] })
    await as(await assume({ Tags: [{ Key: 'team', Value: 'blue' }] })).s3.listBuckets()
    const call = as(await assume()).s3.listBuckets()
    expect(await refusal(call)).toMatchObject({ code: 'AccessDenied' })
  })

  test('are in the request that sets them', async () => {
    const { assume } = await stsCloud({
      trust: trusting(user, {
        Condition: {
          StringEquals: { 'aws:RequestTag/Team': 'blue' },
          'ForAllValues:StringEquals': { 'sts:TransitiveTagKeys': ['Team'] },
        },
      }),
    })
    await assume({ Tags, TransitiveTagKeys: ['Team'] })
    expect(await refusal(assume())).toMatchObject({ code: 'AccessDenied' })
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
describe('a source identity', () => {
  const chain = async (second = trusting(role)) => {
    const spec = await stsCloud()
    await spec.iam.createRole({
      RoleName: 'Second',
      AssumeRolePolicyDocument: second,
    })
    const first = spec.as(await spec.assume({ SourceIdentity: 'ann' }))
    const next = (more: object = {}) =>
      spec.assume({ RoleArn: roleArn('Second'), ...more }, first)
    return { ...spec, first, next }
  }

  test('is answered, stays in a chain, and is a key from then on', async () => {
    const { next, as, iam } = await chain()
    await iam.putRolePolicy({
      RoleName: 'Second',
      PolicyName: 'own',
      PolicyDocument: document({
        Effect: 'Allow',
        Action: 's3:ListAllMyBuckets',
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceIdentity': 'ann' } },
      }),
    })
    const answer = await next()
    expect(answer.SourceIdentity).toBe('ann')
    await as(answer).s3.listBuckets()
    expect((await next({ SourceIdentity: 'ann' })).SourceIdentity).toBe('ann')
  })

  test('cannot be changed', async () => {
    const { next } = await chain()
    expect(await refusal(next({ SourceIdentity: 'bob' }))).toMatchObject({
      code: 'ValidationError',
    })
  })

  test('needs sts:SetSourceIdentity', async () => {
    const trust = document({
      Effect: 'Allow',
      Principal: { AWS: user },
      Action: 'sts:AssumeRole',
    })
    const { assume } = await stsCloud({ trust })
    await assume()
    expect((await refusal(assume({ SourceIdentity: 'ann' }))).message).toBe(
      `User: ${user} is not authorized to perform: sts:SetSourceIdentity on resource: ${role}`
    )
  })

  test('needs it in a chain too, of both sides', async () => {
    const onlyAssume = document({
      Effect: 'Allow',
      Principal: { AWS: role },
      Action: 'sts:AssumeRole',
    })
    // created after the role that it names
    const { next, iam } = await chain()
    await iam.updateAssumeRolePolicy({ RoleName: 'Second', PolicyDocument: onlyAssume })
    expect((await refusal(next())).message).toContain('sts:SetSourceIdentity')
    await iam.updateAssumeRolePolicy({ RoleName: 'Second', PolicyDocument: trusting(role) })
    await next()
    await iam.putRolePolicy({
      RoleName: 'Reader',
      PolicyName: 'own',
      PolicyDocument: allow('sts:AssumeRole'),
    })
    expect((await refusal(next())).message).toContain('sts:SetSourceIdentity')
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-access.html
describe('an MFA device', () => {
  const withMfa = trusting(user, {
    Condition: {
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      NumericLessThan: { 'aws:MultiFactorAuthAge': '60' },
    },
  })
  const failed = (why: string) => ({
    code: 'AccessDenied',
    message: `MultiFactorAuthentication failed${why}`,
    status: 403,
  })
  const badCode = failed(' with invalid MFA one time pass code. ')
  const badSerial = failed(
    ', unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.'
  )
  const half = failed(', must provide both MFA serial number and one time pass code.')

  test('satisfies a role that asks for it, and stays with the session', async () => {
    const { assume, as, giveDevice, code, later } = await stsCloud({
      trust: withMfa,
      permissions: document({
        Effect: 'Allow',
        Action: 's3:ListAllMyBuckets',
        Resource: '*',
        Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '300' } },
      }),
    })
    const SerialNumber = giveDevice('Stuart')
    expect(await refusal(assume())).toMatchObject({ code: 'AccessDenied' })
    const { s3 } = as(await assume({ SerialNumber, TokenCode: code() }))
    later(299)
    await s3.listBuckets()
    later(1)
    expect(await refusal(s3.listBuckets())).toMatchObject({ code: 'AccessDenied' })
  })

  test('gives a code that is good once, and for a minute and a half', async () => {
    const { assume, giveDevice, code, later } = await stsCloud()
    const SerialNumber = giveDevice('Stuart')
    const first = code()
    await assume({ SerialNumber, TokenCode: first })
    expect(await refusal(assume({ SerialNumber, TokenCode: first }))).toEqual(badCode)
    later(30)
    const second = code()
    later(60)
    expect(await refusal(assume({ SerialNumber, TokenCode: second }))).toEqual(badCode)
    await assume({ SerialNumber, TokenCode: code() })
  })

  test('a call that is refused uses up no code', async () => {
    const { assume, giveDevice, code, iam } = await stsCloud({ identity: deny('sts:*') })
    const TokenCode = code()
    const SerialNumber = giveDevice('Stuart')
    await refusal(assume({ SerialNumber, TokenCode }))
    await iam.deleteUserPolicy({ UserName: 'Stuart', PolicyName: 'own' })
    await iam.updateAssumeRolePolicy({ RoleName: 'Reader', PolicyDocument: trusting(user) })
    await assume({ SerialNumber, TokenCode })
  })

  test.each<[string, object, object]>([
    ['a wrong code', { SerialNumber: serialOf('Stuart'), TokenCode: '000000' }, badCode],
    [
      'another’s device',
      { SerialNumber: serialOf('Other'), TokenCode: '000000' },
      badSerial,
    ],
    ['a device and no code', { SerialNumber: serialOf('Stuart') }, half],
    ['a code and no device', { TokenCode: '000000' }, half],
  ])('%s is refused', async (_, more, expected) => {
    const { assume, giveDevice } = await stsCloud()
    giveDevice('Stuart')
    expect(await refusal(assume(more))).toEqual(expected)
  })

  test('is nothing that a role has', async () => {
    const { assume, as, giveDevice, code } = await stsCloud()
    const SerialNumber = giveDevice('Stuart')
    const session = as(await assume())
    const call = assume({ SerialNumber, TokenCode: code() }, session)
    expect(await refusal(call)).toEqual(badSerial)
  })

  test('at sign-in counts for the role, with its time, and not down a chain', async () => {
    const { assume, as, giveDevice, code, cloud, iam, later } = await stsCloud()
    giveDevice('Stuart')
    await iam.createLoginProfile({ UserName: 'Stuart', Password: 'Stuart-1234' })
    const form = { account: HOME, userName: 'Stuart', password: 'Stuart-1234' }
    const console = cloud.client(cloud.signIn({ ...form, mfaCode: code() }))
    await iam.updateAssumeRolePolicy({
      RoleName: 'Reader',
      PolicyDocument: trusting({ AWS: [user, role] }),
    })
    later(100)
    const answer = await assume({}, console)
    const { accessKeyId } = credentialsIn(answer)
    expect(cloud.world.sessions[accessKeyId]).toMatchObject({
      mfa: true,
      mfaTime: '2026-01-15T09:00:00.000Z',
    })
    const chained = credentialsIn(await assume({}, as(answer)))
    expect(cloud.world.sessions[chained.accessKeyId]?.mfa).toBe(false)
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
describe('a session', () => {
  test('ends at the second, and says so for a while', async () => {
    const { assume, as, later } = await stsCloud()
    const { sts } = as(await assume({ DurationSeconds: 900 }))
    later(899)
    await sts.getCallerIdentity()
    later(1)
    expect(await refusal(sts.getCallerIdentity())).toEqual({
      code: 'ExpiredToken',
      message: 'The security token included in the request is expired',
      status: 403,
    })
  })

  test('is revoked by a policy on the role, and a new one is not', async () => {
    const { assume, as, iam, later, now } = await stsCloud()
    const old = as(await assume())
    later(60)
    await iam.putRolePolicy({
      RoleName: 'Reader',
      PolicyName: 'AWSRevokeOlderSessions',
      PolicyDocument: document({
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { DateLessThan: { 'aws:TokenIssueTime': now() } },
      }),
    })
    expect((await refusal(old.s3.listBuckets())).message).toContain(
      'with an explicit deny in an identity-based policy'
    )
    await as(await assume()).s3.listBuckets()
  })
})
