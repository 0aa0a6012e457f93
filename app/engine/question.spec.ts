/** Questions about principals of every kind. */
import { describe, expect, test } from 'vitest'
import type { Question } from './question'
import {
  allow,
  AWAY,
  deny,
  document,
  HOME,
  refusal,
  roleArn,
  rootArn,
  specCloud,
  trusting,
  userArn,
} from './spec-cloud'

const federatedUser = `arn:aws:sts::${HOME}:federated-user/ann`
const session = `arn:aws:sts::${HOME}:assumed-role/Reader/session`
const saml = `arn:aws:iam::${HOME}:saml-provider/Corp`
const oidc = `arn:aws:iam::${HOME}:oidc-provider/idp.example`
const lists = { action: 's3:ListAllMyBuckets' }

async function setUp() {
  const spec = specCloud()
  const { cloud } = spec
  const { iam, s3 } = spec.root()
  await iam.createUser({ UserName: 'Stuart' })
  await iam.putUserPolicy({
    UserName: 'Stuart',
    PolicyName: 'own',
    PolicyDocument: allow('*'),
  })
  await iam.createRole({
    RoleName: 'Reader',
    AssumeRolePolicyDocument: trusting(userArn('Stuart')),
  })
  await iam.putRolePolicy({
    RoleName: 'Reader',
    PolicyName: 'own',
    PolicyDocument: allow('s3:*'),
  })
  await s3.createBucket({ Bucket: 'open' })
  const world = structuredClone(cloud.world)
  const account = world.accounts[HOME]
  if (account) {
    account.samlProviders[saml] = { name: 'Corp', created: '', metadata: '' }
    const provider = { url: 'idp.example', created: '', clientIds: [], thumbprints: [] }
    account.oidcProviders[oidc] = provider
  }
  cloud.replace(world)
  const trust = (principal: object, more: Record<string, unknown> = {}) =>
    iam.updateAssumeRolePolicy({
      RoleName: 'Reader',
      PolicyDocument: trusting(principal, more),
    })
  return {
    ...spec,
    iam,
    s3,
    trust,
    ask: (question: Question) => cloud.decide(question).verdict,
  }
}

describe('a question about', () => {
  test('a user, a role, a session and the root user is answered from their policies', async () => {
    const { ask } = await setUp()
    expect(ask({ principal: userArn('Stuart'), ...lists })).toBe('Allow')
    expect(ask({ principal: roleArn('Reader'), ...lists })).toBe('Allow')
    expect(ask({ principal: session, ...lists })).toBe('Allow')
    expect(ask({ principal: session, action: 'iam:ListUsers' })).toBe('ImplicitDeny')
    expect(ask({ principal: rootArn(), ...lists })).toBe('Allow')
  })

  test('a session that is there counts its tags and policies', async () => {
    const { ask, cloud, client, later } = await setUp()
    const { sts } = client(userArn('Stuart'))
    const input = { RoleArn: roleArn('Reader'), RoleSessionName: 'session' }
    await sts.assumeRole(input)
    expect(ask({ principal: session, ...lists })).toBe('Allow')
    later(1)
    await sts.assumeRole({ ...input, Policy: allow('s3:GetObject') })
    expect(ask({ principal: session, ...lists })).toBe('ImplicitDeny')
    expect(cloud.decide({ principal: session, ...lists }).reason).toEqual({
      kind: 'no-allow',
      policyType: 'session',
    })
    later(3600)
    expect(ask({ principal: session, ...lists })).toBe('Allow')
  })

  test('a federated user needs its session', async () => {
    const { ask, cloud, iam } = await setUp()
    expect(() => ask({ principal: federatedUser, ...lists })).toThrow('no user, role')
    const { AccessKey } = await iam.createAccessKey({ UserName: 'Stuart' })
    const keys = cloud.client({
      accessKeyId: AccessKey?.AccessKeyId ?? '',
      secretAccessKey: AccessKey?.SecretAccessKey ?? '',
    })
    await keys.sts.getFederationToken({ Name: 'ann', Policy: allow('s3:List*') })
    expect(ask({ principal: federatedUser, ...lists })).toBe('Allow')
    expect(ask({ principal: federatedUser, action: 's3:CreateBucket' })).toBe(
      'ImplicitDeny'
    )
  })

  test('a service is answered by what trusts it', async () => {
    const { ask, trust } = await setUp()
    const asks = { action: 'sts:AssumeRole', resource: roleArn('Reader') }
    expect(ask({ principal: 'lambda.amazonaws.com', ...asks })).toBe('ImplicitDeny')
    await trust({ Service: 'lambda.amazonaws.com' })
    expect(ask({ principal: 'lambda.amazonaws.com', ...asks })).toBe('Allow')
    expect(ask({ principal: 'ec2.amazonaws.com', ...asks })).toBe('ImplicitDeny')
    expect(ask({ principal: 'lambda.amazonaws.com', ...lists })).toBe('ImplicitDeny')
  })

  test('somebody who does not sign is answered by what is open to everybody', async () => {
    const { ask, s3, trust } = await setUp()
    const asks = { principal: '*', action: 's3:GetObject', resource: 'arn:aws:s3:::open/a' }
    expect(ask(asks)).toBe('ImplicitDeny')
    await s3.putBucketPolicy({
      Bucket: 'open',
      Policy: document({
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::open/*',
      }),
    })
    expect(ask(asks)).toBe('Allow')
    expect(ask({ ...asks, action: 's3:PutObject' })).toBe('ImplicitDeny')
    await trust({ AWS: '*' })
    const assume = { action: 'sts:AssumeRole', resource: roleArn('Reader') }
    expect(ask({ principal: '*', ...assume })).toBe('ImplicitDeny')
  })

  test.each([
    [
      'saml',
      saml,
      'sts:AssumeRoleWithSAML',
      'SAML:aud',
      'https://signin.aws.amazon.com/saml',
    ],
    ['oidc', oidc, 'sts:AssumeRoleWithWebIdentity', 'idp.example:sub', 'ann'],
    [
      'Google',
      'accounts.google.com',
      'sts:AssumeRoleWithWebIdentity',
      'accounts.google.com:sub',
      'ann',
    ],
  ])(
    'an identity provider of %s is answered with what it says',
    async (_, provider, action, key, value) => {
      const { ask, trust } = await setUp()
      await trust(
        { Federated: provider },
        { Action: action, Condition: { StringEquals: { [key]: value } } }
      )
      const asks = { principal: provider, action, resource: roleArn('Reader') }
      expect(ask(asks)).toBe('ImplicitDeny')
      expect(ask({ ...asks, context: { [key]: value } })).toBe('Allow')
      expect(ask({ ...asks, context: { [key]: 'bob' } })).toBe('ImplicitDeny')
      expect(ask({ ...asks, action: 'sts:AssumeRole', context: { [key]: value } })).toBe(
        'ImplicitDeny'
      )
    }
  )

  test.each([
    userArn('Nobody'),
    userArn('stuart'),
    roleArn('Nobody'),
    rootArn('999999999999'),
    `arn:aws:sts::${HOME}:assumed-role/Nobody/session`,
    `arn:aws:sts::${HOME}:assumed-role/Reader`,
    `arn:aws:sts::999999999999:assumed-role/Reader/session`,
    `arn:aws:iam::${HOME}:group/Team`,
    `arn:aws:iam::${AWAY}:saml-provider/Corp`,
    'nonsense.amazonaws.com',
    'Stuart',
    '',
    'constructor',
  ])('%j, whom nobody knows, is refused', async (principal) => {
    const { ask } = await setUp()
    expect(() => ask({ principal, ...lists })).toThrow(
      expect.objectContaining({ code: 'NoSuchEntity' })
    )
  })

  test('a role is taken up in the name of whoever does', async () => {
    const { cloud } = await setUp()
    const named = (principal: string) =>
      cloud.decide({ principal, via: roleArn('Reader'), ...lists }).request.principal.arn
    const as = (name: string) => `arn:aws:sts::${HOME}:assumed-role/Reader/${name}`
    expect(named(userArn('Stuart'))).toBe(as('Stuart'))
    expect(named(session)).toBe(as('session'))
    expect(named(rootArn())).toBe(as('root'))
  })

  test('a role through which nobody can act is refused', async () => {
    const { ask } = await setUp()
    const question = { principal: userArn('Stuart'), ...lists }
    expect(ask({ ...question, via: roleArn('Reader') })).toBe('Allow')
    expect(() => ask({ ...question, via: userArn('Stuart') })).toThrow(
      'no role has the ARN'
    )
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
describe('the context of a question', () => {
  const contextOf = async (principal: string, more: Partial<Question> = {}) => {
    const { cloud, iam } = await setUp()
    await iam.tagUser({ UserName: 'Stuart', Tags: [{ Key: 'Team', Value: 'blue' }] })
    return cloud.decide({ principal, ...lists, ...more }).request.context ?? {}
  }

  const always = {
    'aws:CurrentTime': '2026-01-15T09:00:00.000Z',
    'aws:EpochTime': '1768467600',
    'aws:SecureTransport': 'true',
    'aws:RequestedRegion': 'us-east-1',
    'aws:UserAgent': 'Understudy',
    'aws:ViaAWSService': 'false',
  }
  const signed = {
    ...always,
    'aws:SourceIp': '203.0.113.10',
    'aws:PrincipalIsAWSService': 'false',
    'aws:PrincipalAccount': HOME,
  }
  const console = {
    ...signed,
    'aws:TokenIssueTime': '2026-01-15T09:00:00.000Z',
    'aws:MultiFactorAuthPresent': 'false',
  }

  test.each<[string, string, object]>([
    [
      'a user',
      userArn('Stuart'),
      {
        ...console,
        'aws:PrincipalArn': userArn('Stuart'),
        'aws:PrincipalType': 'User',
        'aws:username': 'Stuart',
        'aws:userid': expect.stringMatching(/^AIDA/),
        'aws:PrincipalTag/Team': 'blue',
      },
    ],
    [
      'a role',
      session,
      {
        ...console,
        'aws:PrincipalArn': roleArn('Reader'),
        'aws:PrincipalType': 'AssumedRole',
        'aws:userid': expect.stringMatching(/^AROA.*:session$/),
      },
    ],
    [
      'root',
      rootArn(),
      {
        ...console,
        'aws:PrincipalArn': rootArn(),
        'aws:PrincipalType': 'Account',
        'aws:userid': HOME,
      },
    ],
    [
      'a service',
      'ec2.amazonaws.com',
      {
        ...always,
        'aws:PrincipalIsAWSService': 'true',
        'aws:PrincipalServiceName': 'ec2.amazonaws.com',
        'aws:PrincipalServiceNamesList': ['ec2.amazonaws.com'],
      },
    ],
    [
      'nobody',
      '*',
      {
        ...always,
        'aws:SourceIp': '203.0.113.10',
        'aws:PrincipalType': 'Anonymous',
        'aws:PrincipalAccount': 'anonymous',
      },
    ],
    [
      'an identity provider',
      saml,
      { ...always, 'aws:SourceIp': '203.0.113.10', 'aws:PrincipalIsAWSService': 'false' },
    ],
  ])('is what a call by %s would carry', async (_, principal, expected) => {
    expect(await contextOf(principal)).toEqual(expected)
  })

  test('names a session as the console would', async () => {
    const context = await contextOf(userArn('Stuart'), {
      action: 'sts:AssumeRole',
      resource: roleArn('Reader'),
    })
    expect(context).toMatchObject({
      'sts:RoleSessionName': 'Stuart',
      'sts:DurationSeconds': '3600',
    })
  })

  test('is the question’s where it says so, whatever the case', async () => {
    const context = await contextOf(userArn('Stuart'), {
      context: { 'AWS:MULTIFACTORAUTHPRESENT': 'true' },
    })
    expect(context['AWS:MULTIFACTORAUTHPRESENT']).toBe('true')
    expect(context).not.toHaveProperty('aws:MultiFactorAuthPresent')
  })

  test('names the organization of its members alone', async () => {
    const { cloud } = await setUp()
    const world = structuredClone(cloud.world)
    world.organization = {
      id: 'o-a1b2c3d4e5',
      managementAccount: AWAY,
      accounts: { [HOME]: { path: ['ou-1', 'ou-2'] }, [AWAY]: { path: [] } },
      scps: {},
      rcps: {},
    }
    cloud.replace(world)
    const ask = (principal: string) => cloud.decide({ principal, ...lists }).request.context
    expect(ask(userArn('Stuart'))).toMatchObject({
      'aws:PrincipalOrgID': 'o-a1b2c3d4e5',
      'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/r-root/ou-1/ou-2/'],
    })
    expect(ask('ec2.amazonaws.com')).not.toHaveProperty('aws:PrincipalOrgID')
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
describe('the sentence of a refusal', () => {
  const stuart = userArn('Stuart')
  const assume = { RoleArn: roleArn('Reader'), RoleSessionName: 'session' }

  test('names the caller’s own deny, and nothing of a role', async () => {
    const { iam, client, trust } = await setUp()
    const call = () => refusal(client(stuart).sts.assumeRole(assume))
    const plain = `User: ${stuart} is not authorized to perform: sts:AssumeRole on resource: ${roleArn('Reader')}`
    await trust({ Service: 'ec2.amazonaws.com' })
    expect((await call()).message).toBe(plain)
    await trust({ AWS: stuart }, { Effect: 'Deny' })
    expect((await call()).message).toBe(plain)
    await iam.putUserPolicy({
      UserName: 'Stuart',
      PolicyName: 'own',
      PolicyDocument: deny('sts:*'),
    })
    expect((await call()).message).toBe(
      `${plain} with an explicit deny in an identity-based policy`
    )
    const missing = { ...assume, RoleArn: roleArn('Nobody') }
    expect((await refusal(client(stuart).sts.assumeRole(missing))).message).toBe(
      `${plain.replace('Reader', 'Nobody')} with an explicit deny in an identity-based policy`
    )
  })
})
