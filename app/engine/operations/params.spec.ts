import { describe, expect, test } from 'vitest'
import {
  allow,
  policyArn,
  refusal,
  roleArn,
  specCloud,
  trusting,
  userArn,
} from '../spec-cloud'

const { root } = specCloud()
const { iam, sts } = root()
const trust = trusting('*')
const long = (length: number) => 'x'.repeat(length)

const invalidName = (field: string) =>
  `The specified value for ${field} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`
const one = (what: string) =>
  `1 validation error detected: ${what}`.replace(
    '|',
    ' failed to satisfy constraint: Member must '
  )

const cases: [string, () => Promise<unknown>, string][] = [
  [
    'a missing name',
    () => iam.createUser({ UserName: undefined }),
    one("Value at 'userName'|not be null"),
  ],
  [
    'an empty name',
    () => iam.createUser({ UserName: '' }),
    one("Value at 'userName'|have length greater than or equal to 1"),
  ],
  [
    'a long user name',
    () => iam.createUser({ UserName: long(65) }),
    one(`Value at 'userName'|have length less than or equal to 64`),
  ],
  [
    'a long role name',
    () => iam.createRole({ RoleName: long(65), AssumeRolePolicyDocument: trust }),
    one(`Value at 'roleName'|have length less than or equal to 64`),
  ],
  [
    'a long group name',
    () => iam.createGroup({ GroupName: long(129) }),
    one(`Value at 'groupName'|have length less than or equal to 128`),
  ],
  [
    'a long policy name',
    () => iam.createPolicy({ PolicyName: long(129), PolicyDocument: allow('*') }),
    one(`Value at 'policyName'|have length less than or equal to 128`),
  ],
  ['a bad user name', () => iam.createUser({ UserName: 'a b' }), invalidName('userName')],
  [
    'a bad new user name',
    () => iam.updateUser({ UserName: 'a', NewUserName: 'a/b' }),
    invalidName('newUserName'),
  ],
  ['a bad role name', () => iam.getRole({ RoleName: 'a/b' }), invalidName('roleName')],
  ['a bad group name', () => iam.createGroup({ GroupName: 'é' }), invalidName('groupName')],
  [
    'a bad policy name',
    () =>
      iam.putUserPolicy({ UserName: 'a', PolicyName: 'a b', PolicyDocument: allow('*') }),
    invalidName('policyName'),
  ],
  [
    'a marker that is too long',
    () => iam.listUsers({ Marker: long(321) }),
    one(`Value at 'marker'|have length less than or equal to 320`),
  ],
  [
    'a path that is none of a policy’s',
    () => iam.createPolicy({ PolicyName: 'a', Path: '/a!b/', PolicyDocument: allow('*') }),
    'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
  ],
  [
    'a bad path',
    () => iam.createUser({ UserName: 'a', Path: 'x/' }),
    'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
  ],
  [
    'a short session duration',
    () =>
      iam.createRole({
        RoleName: 'a',
        AssumeRolePolicyDocument: trust,
        MaxSessionDuration: 60,
      }),
    one("Value at 'maxSessionDuration'|have value greater than or equal to 3600"),
  ],
  [
    'a long session duration',
    () => iam.updateRole({ RoleName: 'a', MaxSessionDuration: 43_201 }),
    one("Value at 'maxSessionDuration'|have value less than or equal to 43200"),
  ],
  [
    'a description with a tab stop outside of the set',
    () =>
      iam.createRole({
        RoleName: 'a',
        AssumeRolePolicyDocument: trust,
        Description: '\u0001',
      }),
    one(
      "Value at 'description'|satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*"
    ),
  ],
  [
    'an unknown status',
    () =>
      iam.updateAccessKey({
        UserName: 'a',
        AccessKeyId: 'AKIA1234567890123456',
        Status: 'On' as 'Active',
      }),
    one("Value at 'status'|satisfy enum value set: [Active, Inactive]"),
  ],
  [
    'a short access key id',
    () => iam.deleteAccessKey({ UserName: 'a', AccessKeyId: 'AKIA' }),
    one("Value at 'accessKeyId'|have length greater than or equal to 16"),
  ],
  [
    'a page size of nothing',
    () => iam.listUsers({ MaxItems: 0 }),
    one("Value at 'maxItems'|have value greater than or equal to 1"),
  ],
  [
    'a page that is too large',
    () => iam.listRoles({ MaxItems: 1001 }),
    one("Value at 'maxItems'|have value less than or equal to 1000"),
  ],
  [
    'too many tags',
    () =>
      iam.createUser({
        UserName: 'a',
        Tags: Array.from({ length: 51 }, (_, i) => ({ Key: `k${i}`, Value: '' })),
      }),
    one("Value at 'tags'|have length less than or equal to 50"),
  ],
  [
    'a short alias',
    () => iam.createAccountAlias({ AccountAlias: 'ab' }),
    `2 validation errors detected: Value at 'accountAlias' failed to satisfy constraint: Member must have length greater than or equal to 3; Value at 'accountAlias' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$`,
  ],
  [
    'a policy ARN that is none',
    () => iam.getPolicy({ PolicyArn: 'not-an-arn-but-long-enough' }),
    'ARN not-an-arn-but-long-enough is not valid.',
  ],
  [
    'a version that is none',
    () => iam.getPolicyVersion({ PolicyArn: policyArn('P'), VersionId: '1' }),
    one(
      "Value at 'versionId'|satisfy regular expression pattern: v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?"
    ),
  ],
  [
    'no user name, from who is no user',
    () => iam.listSSHPublicKeys(),
    'Must specify userName when calling with non-User credentials',
  ],
  [
    'a bad path prefix',
    () => iam.listRoles({ PathPrefix: 'x' }),
    'The specified value for pathPrefix is invalid. It must begin with the / character and contain only alphanumeric characters and/or / characters.',
  ],
  [
    'an access key id with a hyphen',
    () => iam.deleteAccessKey({ UserName: 'a', AccessKeyId: 'AKIA-1234567890123' }),
    'The specified value for accessKeyId is invalid. It must contain only alphanumeric characters.',
  ],
  [
    'a tag key to be removed that is none',
    () => iam.untagRole({ RoleName: 'a', TagKeys: ['a!'] }),
    one(
      "Value at 'tagKeys'|satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+, Member must not be null]"
    ),
  ],
  [
    'several tags that are none, and a name that is none',
    () =>
      iam.createUser({
        UserName: long(65),
        Tags: [
          { Key: 'a!', Value: '' },
          { Key: 'b', Value: long(257) },
        ],
      }),
    "3 validation errors detected: Value at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64; Value at 'tags.1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+; Value at 'tags.2.member.value' failed to satisfy constraint: Member must have length less than or equal to 256",
  ],
  ['a marker from elsewhere', () => iam.listRoles({ Marker: 'abc' }), 'Invalid Marker.'],
  [
    'a short session name',
    () => sts.assumeRole({ RoleArn: roleArn('R'), RoleSessionName: 'x' }),
    one("Value 'x' at 'roleSessionName'|have length greater than or equal to 2"),
  ],
  [
    'a session of a minute',
    () =>
      sts.assumeRole({ RoleArn: roleArn('R'), RoleSessionName: 'xx', DurationSeconds: 60 }),
    one("Value '60' at 'durationSeconds'|have value greater than or equal to 900"),
  ],
  [
    'an ARN that is no role',
    () => sts.assumeRole({ RoleArn: userArn('Stuart'), RoleSessionName: 'xx' }),
    `${userArn('Stuart')} is invalid`,
  ],
]

describe('a parameter that breaks a constraint', () => {
  test.each(cases)('is refused in the words of AWS: %s', async (_, call, message) => {
    expect(await refusal(call())).toEqual({ code: 'ValidationError', message, status: 400 })
  })

  test('counts every violation', async () => {
    const { message } = await refusal(
      iam.createRole({
        RoleName: undefined,
        AssumeRolePolicyDocument: undefined,
        MaxSessionDuration: 1,
      })
    )
    expect(message).toBe(
      "3 validation errors detected: Value at 'roleName' failed to satisfy constraint: Member must not be null; Value at 'assumeRolePolicyDocument' failed to satisfy constraint: Member must not be null; Value at 'maxSessionDuration' failed to satisfy constraint: Member must have value greater than or equal to 3600"
    )
  })

  test('is found before permissions and before what exists', async () => {
    const { code } = await refusal(iam.deleteRole({ RoleName: 'a b' }))
    expect(code).toBe('ValidationError')
  })

  test('of a kind that the types forbid is no service error, and changes nothing', async () => {
    const { cloud, root: asRoot } = specCloud()
    const client = asRoot()
    const before = cloud.world
    // what a script without a compiler may send
    const wrong = { UserName: 5 } as unknown as { UserName: string }
    await expect(client.iam.createUser(wrong)).rejects.toThrow(
      'UserName has to be a string'
    )
    expect(cloud.world).toBe(before)
  })

  test('missing altogether is like an empty one', async () => {
    const nothing = null as unknown as undefined
    expect(await iam.listUsers(nothing)).toEqual({ Users: [], IsTruncated: false })
  })
})

describe('tags', () => {
  const tagged = (...Tags: { Key: string; Value: string }[]) =>
    refusal(iam.createUser({ UserName: 'tagged', Tags }))
  const at = (what: string) => `1 validation error detected: Value at ${what}`
  const must = 'failed to satisfy constraint: Member must'

  test.each([
    [
      'an empty key',
      { Key: '', Value: '' },
      `2 validation errors detected: Value at 'tags.1.member.key' ${must} have length greater than or equal to 1; Value at 'tags.1.member.key' ${must} satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+`,
    ],
    [
      'a long key',
      { Key: long(129), Value: '' },
      at(`'tags.1.member.key' ${must} have length less than or equal to 128`),
    ],
    [
      'a long value',
      { Key: 'a', Value: long(257) },
      at(`'tags.1.member.value' ${must} have length less than or equal to 256`),
    ],
    [
      'a bad key',
      { Key: 'a!', Value: '' },
      at(
        `'tags.1.member.key' ${must} satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+`
      ),
    ],
  ])('%s is refused', async (_, tag, message) => {
    expect(await tagged(tag)).toMatchObject({ code: 'ValidationError', message })
  })

  test('keys that differ in case alone are refused', async () => {
    expect(await tagged({ Key: 'a', Value: '1' }, { Key: 'A', Value: '2' })).toEqual({
      code: 'InvalidInput',
      message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
      status: 400,
    })
  })

  test('a boundary that is no policy is refused', async () => {
    const boundary = userArn('a')
    expect(
      await refusal(iam.createUser({ UserName: 'a', PermissionsBoundary: boundary }))
    ).toEqual({
      code: 'InvalidInput',
      message: `ARN ${boundary} is not valid.`,
      status: 400,
    })
  })

  test('a tag set again takes the place of the one whose key differs in case', async () => {
    const { root: asRoot } = specCloud()
    const own = asRoot().iam
    await own.createUser({ UserName: 'U', Tags: [{ Key: 'Team', Value: 'a' }] })
    await own.tagUser({ UserName: 'U', Tags: [{ Key: 'team', Value: 'b' }] })
    expect(await own.listUserTags({ UserName: 'U' })).toEqual({
      Tags: [{ Key: 'team', Value: 'b' }],
      IsTruncated: false,
    })
    await own.untagUser({ UserName: 'U', TagKeys: ['TEAM'] })
    expect((await own.listUserTags({ UserName: 'U' })).Tags).toEqual([])
  })
})
