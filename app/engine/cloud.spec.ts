import { describe, expect, test } from 'vitest'
import type { AwsClient } from './api'
import { createCloud } from './cloud'
import { groupOperations } from './operations/groups'
import {
  allow,
  AWAY,
  document,
  HOME,
  policyArn,
  refusal,
  roleArn,
  rootArn,
  specCloud,
  trusting,
  userArn,
} from './spec-cloud'

/** A little of everything, the same every time. */
async function play(client: AwsClient) {
  const { iam, s3, sts } = client
  const answers: unknown[] = []
  const keep = async (work: Promise<unknown>) => answers.push(await work)
  await keep(iam.createUser({ UserName: 'U', Tags: [{ Key: 'a', Value: 'b' }] }))
  await keep(iam.createGroup({ GroupName: 'G' }))
  await keep(iam.addUserToGroup({ UserName: 'U', GroupName: 'G' }))
  await keep(iam.updateUser({ UserName: 'U', NewUserName: 'V' }))
  await keep(iam.updateGroup({ GroupName: 'G', NewGroupName: 'H', NewPath: '/x/' }))
  await keep(iam.getGroup({ GroupName: 'H' }))
  await keep(iam.createAccessKey({ UserName: 'V' }))
  await keep(iam.listAccessKeys({ UserName: 'V' }))
  await keep(iam.createLoginProfile({ UserName: 'V', Password: 'Secret-123' }))
  const PolicyArn = policyArn('P')
  const Tags = [{ Key: 'c', Value: 'd' }]
  await keep(iam.createPolicy({ PolicyName: 'P', PolicyDocument: allow('s3:*'), Tags }))
  await keep(iam.createPolicyVersion({ PolicyArn, PolicyDocument: allow('*') }))
  await keep(iam.getPolicy({ PolicyArn }))
  await keep(iam.listPolicyTags({ PolicyArn }))
  const role = { RoleName: 'R', AssumeRolePolicyDocument: trusting(userArn('V')), Tags }
  await keep(iam.createRole(role))
  await keep(iam.attachRolePolicy({ RoleName: 'R', PolicyArn }))
  await keep(iam.getRole({ RoleName: 'R' }))
  await keep(iam.listRoles())
  await keep(iam.createInstanceProfile({ InstanceProfileName: 'I' }))
  await keep(iam.addRoleToInstanceProfile({ InstanceProfileName: 'I', RoleName: 'R' }))
  await keep(iam.getInstanceProfile({ InstanceProfileName: 'I' }))
  await keep(iam.listEntitiesForPolicy({ PolicyArn }))
  await keep(s3.createBucket({ Bucket: 'lab-bucket' }))
  await keep(s3.putObject({ Bucket: 'lab-bucket', Key: 'k', Body: 'x' }))
  await keep(s3.listObjectsV2({ Bucket: 'lab-bucket' }))
  await keep(iam.getUser({ UserName: 'none' }).catch(() => 'refused'))
  await keep(sts.getCallerIdentity())
  return answers
}

/** Changes whatever it can reach. */
function spoil(value: unknown) {
  if (typeof value !== 'object' || value === null || value instanceof Date) return
  for (const [key, inner] of Object.entries(value)) {
    spoil(inner)
    Object.assign(value, { [key]: 'spoilt' })
  }
  if (Array.isArray(value)) value.push('spoilt')
}

describe('the world', () => {
  test('is the same, byte for byte, after the same calls', async () => {
    const [a, b] = [specCloud({ rng: 7 }), specCloud({ rng: 7 })]
    const answers = [await play(a.root()), await play(b.root())]
    await Promise.all([a.cloud.settled(), b.cloud.settled()])
    expect(answers[0]).toEqual(answers[1])
    expect(JSON.stringify(a.cloud.world)).toBe(JSON.stringify(b.cloud.world))
    const other = specCloud({ rng: 8 })
    await play(other.root())
    expect(JSON.stringify(other.cloud.world)).not.toBe(JSON.stringify(a.cloud.world))
  })

  test('is plain JSON', async () => {
    const { cloud, root } = specCloud()
    await play(root())
    expect(JSON.parse(JSON.stringify(cloud.world))).toEqual(cloud.world)
  })

  test('shares nothing with what calls were given and what they answered', async () => {
    const { cloud, root } = specCloud()
    const { iam } = root()
    const answers = await play(root())
    const Tags = [{ Key: 'a', Value: 'b' }]
    await iam.createUser({ UserName: 'Z', Tags })
    const before = JSON.stringify(cloud.world)
    // a draft that has ended throws at the first touch
    for (const answer of answers) structuredClone(answer)
    spoil(answers)
    spoil(Tags)
    expect(JSON.stringify(cloud.world)).toBe(before)
  })

  test('stays the same but for the record when a call is refused', async () => {
    const { cloud, root } = specCloud()
    const { iam } = root()
    await iam.createUser({ UserName: 'U' })
    const { events, sequence: _, ...before } = cloud.world
    await refusal(iam.createUser({ UserName: 'U' }))
    const { events: after, sequence: __, ...rest } = cloud.world
    expect(rest).toEqual(before)
    expect(after).toHaveLength(events.length + 1)
    expect(after.at(-1)).toMatchObject({
      eventName: 'CreateUser',
      errorCode: 'EntityAlreadyExists',
      requestParameters: { userName: 'U' },
    })
  })

  test('stays the same altogether when an operation breaks', async () => {
    const { cloud, root } = specCloud()
    const { iam } = root()
    const before = cloud.world
    const { run } = groupOperations.CreateGroup
    groupOperations.CreateGroup.run = ({ account }) => {
      account.alias = 'half done'
      throw new Error('broken')
    }
    await expect(iam.createGroup({ GroupName: 'G' })).rejects.toThrow('broken')
    groupOperations.CreateGroup.run = run
    expect(cloud.world).toBe(before)
  })

  test('tells its listeners', async () => {
    const { cloud, root } = specCloud()
    const { iam } = root()
    let seen = 0
    const stop = cloud.subscribe(() => (seen += 1))
    await iam.createUser({ UserName: 'U' })
    stop()
    await iam.createUser({ UserName: 'V' })
    expect(seen).toBe(1)
  })
})

describe('a refusal', () => {
  const who = `User: ${userArn('Stuart')} is not authorized to perform:`

  async function stuart() {
    const spec = specCloud()
    const { iam } = spec.root()
    await iam.createUser({ UserName: 'Stuart' })
    await iam.createRole({ RoleName: 'R', AssumeRolePolicyDocument: trusting(rootArn()) })
    return { ...spec, admin: iam, ...spec.client(userArn('Stuart')) }
  }

  test.each<[string, string, (iam: AwsClient['iam']) => Promise<unknown>]>([
    ['iam:ListUsers', ` on resource: arn:aws:iam::${HOME}:user/`, (iam) => iam.listUsers()],
    ['iam:ListRoles', ` on resource: arn:aws:iam::${HOME}:role/`, (iam) => iam.listRoles()],
    [
      'iam:ListGroups',
      ` on resource: arn:aws:iam::${HOME}:group/`,
      (iam) => iam.listGroups(),
    ],
    ['iam:ListPolicies', ' on resource: policy path /', (iam) => iam.listPolicies()],
    ['iam:GetAccountSummary', ' on resource: *', (iam) => iam.getAccountSummary()],
    ['iam:ListAccountAliases', ' on resource: *', (iam) => iam.listAccountAliases()],
    ['iam:GetUser', ' on resource: user Stuart', (iam) => iam.getUser()],
    ['iam:GetRole', ' on resource: role R', (iam) => iam.getRole({ RoleName: 'R' })],
    ['iam:GetRole', ' on resource: role none', (iam) => iam.getRole({ RoleName: 'none' })],
    [
      'iam:GetGroup',
      ' on resource: group Devs',
      (iam) => iam.getGroup({ GroupName: 'Devs' }),
    ],
    [
      'iam:GetPolicy',
      ` on resource: policy ${policyArn('X')}`,
      (iam) => iam.getPolicy({ PolicyArn: policyArn('X') }),
    ],
    [
      'iam:CreateRole',
      ` on resource: ${roleArn('New')}`,
      (iam) => iam.createRole({ RoleName: 'New', AssumeRolePolicyDocument: trusting('*') }),
    ],
    [
      'iam:CreateUser',
      ` on resource: ${userArn('x/New')}`,
      (iam) => iam.createUser({ UserName: 'New', Path: '/x/' }),
    ],
  ])('of %s names%s', async (action, on, call) => {
    const { iam } = await stuart()
    expect(await refusal(call(iam))).toEqual({
      code: 'AccessDenied',
      message: `${who} ${action}${on} because no identity-based policy allows the ${action} action`,
      status: 403,
    })
  })

  test('by a deny names the policy when it has an ARN', async () => {
    const { iam, admin } = await stuart()
    const Deny = document(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 'iam:ListUsers', Resource: '*' }
    )
    const PolicyArn = policyArn('NoList')
    await admin.createPolicy({ PolicyName: 'NoList', PolicyDocument: Deny })
    await admin.attachUserPolicy({ UserName: 'Stuart', PolicyArn })
    const message = `${who} iam:ListUsers on resource: arn:aws:iam::${HOME}:user/ with an explicit deny in an identity-based policy`
    expect((await refusal(iam.listUsers())).message).toBe(`${message}: ${PolicyArn}`)
    await admin.detachUserPolicy({ UserName: 'Stuart', PolicyArn })
    await admin.putUserPolicy({ UserName: 'Stuart', PolicyName: 'i', PolicyDocument: Deny })
    expect((await refusal(iam.listUsers())).message).toBe(message)
  })

  test('carries the decision behind it', async () => {
    const { iam } = await stuart()
    const error = await iam.listUsers().catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      decision: {
        verdict: 'ImplicitDeny',
        reason: { kind: 'no-allow', policyType: 'identity' },
      },
    })
  })
})

describe('a question', () => {
  test('changes nothing, and is answered for each principal by itself', async () => {
    const { cloud, root } = specCloud()
    const { iam } = root()
    await iam.createUser({ UserName: 'A' })
    await iam.createUser({ UserName: 'B' })
    await iam.putUserPolicy({
      UserName: 'A',
      PolicyName: 'i',
      PolicyDocument: allow('s3:*'),
    })
    await iam.createRole({
      RoleName: 'R',
      AssumeRolePolicyDocument: trusting(userArn('B')),
    })
    const before = cloud.world
    const ask = (principal: string, action: string, more = {}) =>
      cloud.decide({ principal, action, ...more }).verdict
    expect(ask(userArn('A'), 's3:ListAllMyBuckets')).toBe('Allow')
    expect(ask(userArn('B'), 's3:ListAllMyBuckets')).toBe('ImplicitDeny')
    expect(ask(roleArn('R'), 's3:ListAllMyBuckets')).toBe('ImplicitDeny')
    expect(ask(rootArn(), 's3:ListAllMyBuckets')).toBe('Allow')
    const via = { via: roleArn('R') }
    expect(ask(userArn('A'), 's3:ListAllMyBuckets', via)).toBe('ImplicitDeny')
    expect(ask(userArn('B'), 'sts:AssumeRole', { resource: roleArn('R') })).toBe('Allow')
    expect(ask(userArn('A'), 'sts:AssumeRole', { resource: roleArn('R') })).toBe(
      'ImplicitDeny'
    )
    expect(cloud.world).toBe(before)
    expect(() => ask(userArn('none'), 's3:*')).toThrow('no user, role or account')
  })

  test('carries what a call from the console would carry', async () => {
    const { cloud, root } = specCloud()
    const { iam } = root()
    await iam.createUser({ UserName: 'A', Tags: [{ Key: 'Team', Value: 'a' }] })
    const { request } = cloud.decide({
      principal: userArn('A'),
      action: 'iam:GetUser',
      resource: userArn('A'),
      context: { 'aws:SourceIp': '198.51.100.7' },
    })
    expect(request.context).toMatchObject({
      'aws:PrincipalArn': userArn('A'),
      'aws:PrincipalType': 'User',
      'aws:PrincipalAccount': HOME,
      'aws:username': 'A',
      'aws:userid': expect.stringMatching(/^AIDA/),
      'aws:PrincipalTag/Team': 'a',
      'aws:ResourceTag/Team': 'a',
      'aws:MultiFactorAuthPresent': 'false',
      'aws:TokenIssueTime': '2026-01-15T09:00:00.000Z',
      'aws:CurrentTime': '2026-01-15T09:00:00.000Z',
      'aws:SourceIp': '198.51.100.7',
      'aws:RequestedRegion': 'us-east-1',
      'aws:ViaAWSService': 'false',
    })
  })
})

describe('signing in', () => {
  async function withStuart() {
    const spec = specCloud()
    const { iam } = spec.root()
    await iam.createUser({ UserName: 'Stuart' })
    await iam.createLoginProfile({ UserName: 'Stuart', Password: 'Secret-123' })
    await iam.createAccountAlias({ AccountAlias: 'the-course' })
    return { ...spec, iam }
  }
  const form = { account: HOME, userName: 'Stuart', password: 'Secret-123' }
  const last = (spec: { cloud: ReturnType<typeof createCloud> }) =>
    spec.cloud.world.events.at(-1)

  test.each(['111122223333', '1111-2222-3333', ' the-course '])(
    'by account %j',
    async (account) => {
      const spec = await withStuart()
      const { sts } = spec.cloud.client(spec.cloud.signIn({ ...form, account }))
      expect(last(spec)).toMatchObject({
        eventName: 'ConsoleLogin',
        responseElements: { ConsoleLogin: 'Success' },
        userIdentity: { type: 'IAMUser', userName: 'Stuart' },
      })
      expect((await sts.getCallerIdentity()).Arn).toBe(userArn('Stuart'))
      expect(
        (await spec.iam.getUser({ UserName: 'Stuart' })).User?.PasswordLastUsed
      ).toBeDefined()
    }
  )

  test.each([
    ['a wrong password', { password: 'x' }],
    ['an unknown name', { userName: 'Nobody' }],
    ['a name of every object', { userName: 'constructor' }],
    ['an unknown account', { account: '999999999999' }],
    ['an old alias', { account: 'another' }],
  ])('fails in one sentence for %s', async (_, wrong) => {
    const { cloud } = await withStuart()
    expect(() => cloud.signIn({ ...form, ...wrong })).toThrow(
      'Your authentication information is incorrect. Please try again.'
    )
  })

  test('that fails is recorded without the name that was typed', async () => {
    const spec = await withStuart()
    expect(() => spec.cloud.signIn({ ...form, userName: 'my-password' })).toThrow()
    expect(last(spec)).toMatchObject({
      eventName: 'ConsoleLogin',
      errorMessage: 'No username found in supplied account',
      userIdentity: { userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
    })
  })

  test('as root goes by e-mail address', async () => {
    const { cloud } = await withStuart()
    const root = {
      account: '',
      email: 'ROOT@111122223333.example.com',
      password: 'Root-1234',
    }
    const { sts } = cloud.client(cloud.signIn(root))
    expect((await sts.getCallerIdentity()).Arn).toBe(rootArn())
    expect(() => cloud.signIn({ ...root, password: 'x' })).toThrow('incorrect')
    expect(() => cloud.signIn({ ...root, email: 'x@example.com' })).toThrow(
      'does not exist'
    )
  })

  test('lasts twelve hours, or as long as the user', async () => {
    const spec = await withStuart()
    const { sts } = spec.cloud.client(spec.cloud.signIn(form))
    spec.later(12 * 3600 - 1)
    await sts.getCallerIdentity()
    spec.later(1)
    expect((await refusal(sts.getCallerIdentity())).code).toBe('ExpiredToken')
    const again = spec.cloud.client(spec.cloud.signIn(form)).sts
    const { iam } = spec.root()
    await iam.deleteLoginProfile({ UserName: 'Stuart' })
    await again.getCallerIdentity()
    await iam.deleteUser({ UserName: 'Stuart' })
    await iam.createUser({ UserName: 'Stuart' })
    expect((await refusal(again.getCallerIdentity())).code).toBe('InvalidClientTokenId')
  })
})

test('the root user’s own keys sign its calls', async () => {
  const spec = specCloud()
  const { iam } = spec.root()
  const { AccessKey: key } = await iam.createAccessKey()
  const credentials = {
    accessKeyId: key?.AccessKeyId ?? '',
    secretAccessKey: key?.SecretAccessKey ?? '',
  }
  const { Arn } = await spec.cloud.client(credentials).sts.getCallerIdentity()
  expect(Arn).toBe('arn:aws:iam::111122223333:root')
  const forged = spec.cloud.client({ ...credentials, secretAccessKey: 'x' }).sts
  expect((await refusal(forged.getCallerIdentity())).code).toBe('SignatureDoesNotMatch')
  const off = { AccessKeyId: key?.AccessKeyId, Status: 'Inactive' as const }
  await iam.updateAccessKey(off)
  const inactive = spec.cloud.client({ ...credentials }).sts
  expect((await refusal(inactive.getCallerIdentity())).code).toBe('InvalidClientTokenId')
})

describe('the event history', () => {
  test('has every call in order, reads and refusals too', async () => {
    const { cloud, root } = specCloud()
    const { iam, cloudTrail } = root()
    await iam.createUser({ UserName: 'U', Tags: [{ Key: 'Team', Value: 'a' }] })
    await Promise.all([iam.getUser({ UserName: 'U' }), iam.listUsers()])
    await refusal(iam.deleteUser({ UserName: 'none' }))
    await cloud.settled()
    const { Events = [] } = await cloudTrail.lookupEvents({})
    expect(Events.map((event) => `${event.EventName} ${event.ReadOnly}`)).toEqual([
      'DeleteUser false',
      'ListUsers true',
      'GetUser true',
      'CreateUser false',
      'ConsoleLogin false',
    ])
    const created = JSON.parse(Events[3]?.CloudTrailEvent ?? '')
    expect(created).toMatchObject({
      eventSource: 'iam.amazonaws.com',
      requestParameters: { userName: 'U', tags: [{ key: 'Team', value: 'a' }] },
      responseElements: { user: { userName: 'U' } },
      userIdentity: { type: 'Root', arn: rootArn() },
    })
    expect(Events[3]?.Username).toBe('root')
  })

  test('is asked by attribute, time and page, each account its own', async () => {
    const spec = specCloud()
    const { iam, cloudTrail } = spec.root()
    await iam.createUser({ UserName: 'U' })
    spec.later(60)
    await iam.createUser({ UserName: 'V' })
    const find = async (input: object) =>
      (await cloudTrail.lookupEvents(input)).Events?.map(({ EventName }) => EventName)
    const by = (AttributeKey: string, AttributeValue: string) => ({
      LookupAttributes: [{ AttributeKey, AttributeValue }],
    })
    expect(await find(by('EventName', 'CreateUser'))).toHaveLength(2)
    expect(await find(by('ResourceName', 'V'))).toEqual(['CreateUser'])
    expect(await find(by('Username', 'root'))).toContain('ConsoleLogin')
    const late = { StartTime: new Date('2026-01-15T09:00:30Z'), ...by('ReadOnly', 'false') }
    expect(await find(late)).toEqual(['CreateUser'])
    const first = await cloudTrail.lookupEvents({ MaxResults: 1 })
    expect(first.Events).toHaveLength(1)
    const second = await cloudTrail.lookupEvents({
      MaxResults: 1,
      NextToken: first.NextToken,
    })
    expect(second.Events?.[0]?.EventId).not.toBe(first.Events?.[0]?.EventId)
    const theirs = await spec.root(AWAY).cloudTrail.lookupEvents({})
    expect(theirs.Events?.map(({ EventName }) => EventName)).toEqual(['ConsoleLogin'])
  })

  test('does not grow for ever', async () => {
    const { cloud, root } = specCloud()
    const { sts } = root()
    for (let i = 0; i < 2100; i++) await sts.getCallerIdentity()
    expect(cloud.world.events.length).toBeLessThanOrEqual(2000)
    expect(cloud.world.events.length).toBeGreaterThanOrEqual(1500)
  })

  test('tells of switching role and of leaving it, in the account of the role', async () => {
    const { cloud, root, later } = specCloud()
    const { iam } = root()
    await iam.createUser({ UserName: 'Stuart' })
    await iam.createRole({
      RoleName: 'R',
      AssumeRolePolicyDocument: trusting(userArn('Stuart')),
    })
    const { credentials } = await cloud.switchRole(
      cloud.credentialsFor(userArn('Stuart')),
      {
        account: HOME,
        roleName: 'R',
      }
    )
    cloud.switchBack(credentials, userArn('Stuart'))
    const names = cloud.world.events.slice(-3).map(({ eventName }) => eventName)
    expect(names).toEqual(['AssumeRole', 'SwitchRole', 'ExitRole'])
    expect(cloud.world.events.at(-1)).toMatchObject({
      userIdentity: { type: 'AssumedRole', sessionIssuer: roleArn('R') },
      additionalEventData: { SwitchFrom: userArn('Stuart') },
      readOnly: false,
    })
    later(2 * 3600)
    const before = cloud.world
    cloud.switchBack(credentials, userArn('Stuart'))
    expect(cloud.world).toBe(before)
  })
})

describe('policies of AWS', () => {
  test('that are attached elsewhere are at hand for a question once ready', async () => {
    const { cloud, root } = specCloud()
    const other = createCloud({ world: cloud.world })
    const { iam } = root()
    await iam.createUser({ UserName: 'U' })
    const PolicyArn = 'arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess'
    await iam.attachUserPolicy({ UserName: 'U', PolicyArn })
    other.replace(cloud.world)
    await other.ready
    const question = { principal: userArn('U'), action: 'sqs:ListQueues' }
    expect(other.decide(question).verdict).toBe('Allow')
  })
})
