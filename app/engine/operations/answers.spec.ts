/** What each operation returns, and what it leaves out. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { AwsClient } from '../api'
import {
  allow,
  HOME,
  policyArn,
  refusal,
  roleArn,
  rootArn,
  specCloud,
  trusting,
  userArn,
} from '../spec-cloud'

const created = new Date('2026-01-15T09:00:00.000Z')
const trust = trusting(rootArn())
const Tags = [{ Key: 'Team', Value: 'a' }]
const boundary = 'arn:aws:iam::aws:policy/PowerUserAccess'
const PermissionsBoundary = {
  PermissionsBoundaryType: 'Policy',
  PermissionsBoundaryArn: boundary,
}
const id = (prefix: string) => expect.stringMatching(new RegExp(`^${prefix}[A-Z2-7]{17}$`))

let iam: AwsClient['iam']
let spec: ReturnType<typeof specCloud>

beforeEach(() => {
  spec = specCloud()
  ;({ iam } = spec.root())
})

describe('roles', () => {
  const given = {
    RoleName: 'R',
    Path: '/team/',
    AssumeRolePolicyDocument: trust,
    Description: 'What it is for',
    MaxSessionDuration: 7200,
    PermissionsBoundary: boundary,
    Tags,
  }
  const common = {
    Path: '/team/',
    RoleName: 'R',
    RoleId: id('AROA'),
    Arn: roleArn('team/R'),
    CreateDate: created,
    AssumeRolePolicyDocument: encodeURIComponent(trust).replaceAll('*', '%2A'),
  }
  const described = { Description: 'What it is for', MaxSessionDuration: 7200 }

  test('CreateRole leaves out description and duration', async () => {
    expect(await iam.createRole(given)).toEqual({
      Role: { ...common, PermissionsBoundary, Tags },
    })
  })

  test('GetRole gives everything', async () => {
    await iam.createRole(given)
    expect(await iam.getRole({ RoleName: 'R' })).toEqual({
      Role: { ...common, ...described, PermissionsBoundary, Tags, RoleLastUsed: {} },
    })
  })

  test('ListRoles leaves out tags, boundary and last use', async () => {
    await iam.createRole(given)
    expect(await iam.listRoles()).toEqual({
      Roles: [{ ...common, ...described }],
      IsTruncated: false,
    })
  })

  test('a role that was used says when, to the hour', async () => {
    await iam.createRole({ RoleName: 'R', AssumeRolePolicyDocument: trust })
    const role = spec.client(roleArn('R'))
    await role.sts.getCallerIdentity()
    spec.later(60)
    await role.sts.getCallerIdentity()
    const { Role } = await iam.getRole({ RoleName: 'R' })
    expect(Role?.RoleLastUsed).toEqual({ LastUsedDate: created, Region: 'us-east-1' })
  })
})

describe('users and groups', () => {
  const user = {
    Path: '/',
    UserName: 'U',
    UserId: id('AIDA'),
    Arn: userArn('U'),
    CreateDate: created,
  }

  test('CreateUser and GetUser give tags and boundary, ListUsers neither', async () => {
    const full = { User: { ...user, PermissionsBoundary, Tags } }
    const input = { UserName: 'U', PermissionsBoundary: boundary, Tags }
    expect(await iam.createUser(input)).toEqual(full)
    expect(await iam.getUser({ UserName: 'U' })).toEqual(full)
    expect(await iam.listUsers()).toEqual({ Users: [user], IsTruncated: false })
  })

  test('a user without a name asked for is the caller', async () => {
    await iam.createUser({ UserName: 'U' })
    await iam.putUserPolicy({ UserName: 'U', PolicyName: 'i', PolicyDocument: allow('*') })
    expect(await spec.client(userArn('U')).iam.getUser()).toEqual({ User: user })
  })

  test('GetGroup gives the group and a page of its users', async () => {
    const group = {
      Path: '/',
      GroupName: 'G',
      GroupId: id('AGPA'),
      Arn: `arn:aws:iam::${HOME}:group/G`,
      CreateDate: created,
    }
    await iam.createUser({ UserName: 'U' })
    expect(await iam.createGroup({ GroupName: 'G' })).toEqual({ Group: group })
    await iam.addUserToGroup({ GroupName: 'G', UserName: 'U' })
    expect(await iam.getGroup({ GroupName: 'G' })).toEqual({
      Group: group,
      Users: [user],
      IsTruncated: false,
    })
    const { Groups } = await iam.listGroupsForUser({ UserName: 'U' })
    expect(Groups).toEqual([group])
  })

  test('a key tells its secret once', async () => {
    await iam.createUser({ UserName: 'U' })
    const { AccessKey } = await iam.createAccessKey({ UserName: 'U' })
    const key = {
      UserName: 'U',
      AccessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/),
      Status: 'Active',
      CreateDate: created,
    }
    expect(AccessKey).toEqual({ ...key, SecretAccessKey: expect.stringMatching(/^.{40}$/) })
    expect((await iam.listAccessKeys({ UserName: 'U' })).AccessKeyMetadata).toEqual([key])
    const AccessKeyId = AccessKey?.AccessKeyId ?? ''
    expect(
      (await iam.getAccessKeyLastUsed({ AccessKeyId })).AccessKeyLastUsed
    ).toMatchObject({
      Region: 'N/A',
      ServiceName: 'N/A',
    })
    await spec.cloud
      .client({
        accessKeyId: AccessKeyId,
        secretAccessKey: AccessKey?.SecretAccessKey ?? '',
      })
      .sts.getCallerIdentity()
    expect((await iam.getAccessKeyLastUsed({ AccessKeyId })).AccessKeyLastUsed).toEqual({
      LastUsedDate: created,
      Region: 'us-east-1',
      ServiceName: 'sts',
    })
  })

  test('a password is never told', async () => {
    await iam.createUser({ UserName: 'U' })
    const LoginProfile = { UserName: 'U', CreateDate: created, PasswordResetRequired: true }
    const input = { UserName: 'U', Password: 'Secret-123', PasswordResetRequired: true }
    expect(await iam.createLoginProfile(input)).toEqual({ LoginProfile })
    expect(await iam.getLoginProfile({ UserName: 'U' })).toEqual({ LoginProfile })
    expect(JSON.stringify(spec.cloud.world.events)).not.toContain('Secret-123')
  })
})

describe('policies', () => {
  const policy = {
    PolicyName: 'P',
    PolicyId: id('ANPA'),
    Arn: policyArn('P'),
    Path: '/',
    DefaultVersionId: 'v1',
    AttachmentCount: 0,
    PermissionsBoundaryUsageCount: 0,
    IsAttachable: true,
    CreateDate: created,
    UpdateDate: created,
  }
  const given = { PolicyName: 'P', PolicyDocument: allow('s3:*'), Description: 'S3' }

  test('CreatePolicy has tags only when given, GetPolicy always', async () => {
    expect(await iam.createPolicy(given)).toEqual({ Policy: policy })
    expect(await iam.getPolicy({ PolicyArn: policyArn('P') })).toEqual({
      Policy: { ...policy, Description: 'S3', Tags: [] },
    })
    expect(await iam.listPolicies({ Scope: 'Local' })).toEqual({
      Policies: [policy],
      IsTruncated: false,
    })
  })

  test('versions come newest first and without documents', async () => {
    await iam.createPolicy(given)
    const input = { PolicyArn: policyArn('P'), PolicyDocument: allow('ec2:*') }
    expect(await iam.createPolicyVersion({ ...input, SetAsDefault: true })).toEqual({
      PolicyVersion: { VersionId: 'v2', IsDefaultVersion: true, CreateDate: created },
    })
    expect(await iam.listPolicyVersions({ PolicyArn: policyArn('P') })).toEqual({
      Versions: [
        { VersionId: 'v2', IsDefaultVersion: true, CreateDate: created },
        { VersionId: 'v1', IsDefaultVersion: false, CreateDate: created },
      ],
      IsTruncated: false,
    })
    const v1 = await iam.getPolicyVersion({ PolicyArn: policyArn('P'), VersionId: 'v1' })
    expect(decodeURIComponent(v1.PolicyVersion?.Document ?? '')).toBe(allow('s3:*'))
  })

  test('lists can be held to what is in use, as a policy or as a boundary', async () => {
    await iam.createPolicy(given)
    await iam.createPolicy({ ...given, PolicyName: 'Q' })
    await iam.createPolicy({ ...given, PolicyName: 'Z' })
    await iam.createUser({ UserName: 'U', PermissionsBoundary: policyArn('Q') })
    await iam.attachUserPolicy({ UserName: 'U', PolicyArn: policyArn('P') })
    const names = async (more: object) =>
      (await iam.listPolicies({ Scope: 'Local', ...more })).Policies?.map(
        (p) => p.PolicyName
      )
    expect(await names({})).toEqual(['P', 'Q', 'Z'])
    const used = (PolicyUsageFilter?: string) =>
      names({ OnlyAttached: true, PolicyUsageFilter })
    expect(await used()).toEqual(['P', 'Q'])
    expect(await used('PermissionsPolicy')).toEqual(['P'])
    expect(await used('PermissionsBoundary')).toEqual(['Q'])
    expect(await names({ PolicyUsageFilter: 'PermissionsBoundary' })).toHaveLength(3)
    const entities = await iam.listEntitiesForPolicy({ PolicyArn: policyArn('Q') })
    expect(entities).toMatchObject({
      PolicyUsers: [{ UserName: 'U' }],
      PolicyRoles: [],
      PolicyGroups: [],
      IsTruncated: false,
    })
    const asPermissions = { PolicyUsageFilter: 'PermissionsPolicy' } as const
    const none = { PolicyArn: policyArn('Q'), ...asPermissions }
    expect((await iam.listEntitiesForPolicy(none)).PolicyUsers).toEqual([])
  })

  test('AWS managed policies are listed and read like one’s own', async () => {
    const { Policies = [] } = await iam.listPolicies({ Scope: 'AWS', MaxItems: 1000 })
    expect(Policies.length).toBe(1000)
    const { Policy } = await iam.getPolicy({ PolicyArn: boundary })
    expect(Policy).toMatchObject({ PolicyName: 'PowerUserAccess', Tags: [] })
  })
})

describe('lists', () => {
  test('come by name whatever its case, under a path, page by page', async () => {
    for (const UserName of ['b', 'C', 'a']) await iam.createUser({ UserName })
    await iam.createUser({ UserName: 'd', Path: '/x/' })
    const first = await iam.listUsers({ MaxItems: 3 })
    expect(first.Users?.map((user) => user.UserName)).toEqual(['a', 'b', 'C'])
    expect(first.IsTruncated).toBe(true)
    const second = await iam.listUsers({ MaxItems: 3, Marker: first.Marker })
    expect(second).toMatchObject({ Users: [{ UserName: 'd' }], IsTruncated: false })
    expect(second).not.toHaveProperty('Marker')
    expect((await iam.listUsers({ PathPrefix: '/x/' })).Users).toHaveLength(1)
    expect((await iam.listUsers({ PathPrefix: '/y/' })).Users).toEqual([])
  })

  test('have a hundred entries unless asked otherwise', async () => {
    for (let i = 0; i < 101; i++) await iam.createGroup({ GroupName: `G${i}` })
    const { Groups, IsTruncated } = await iam.listGroups()
    expect([Groups?.length, IsTruncated]).toEqual([100, true])
  })

  test('of attached policies need no catalog', async () => {
    const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'
    await iam.createRole({ RoleName: 'R', AssumeRolePolicyDocument: trust })
    await iam.attachRolePolicy({ RoleName: 'R', PolicyArn })
    const listed = { PolicyName: 'AWSLambdaBasicExecutionRole', PolicyArn }
    expect(
      (await iam.listAttachedRolePolicies({ RoleName: 'R' })).AttachedPolicies
    ).toEqual([listed])
    const other = { RoleName: 'R', PathPrefix: '/x/' }
    expect((await iam.listAttachedRolePolicies(other)).AttachedPolicies).toEqual([])
  })
})

describe('the account', () => {
  test('has one alias, which a new one replaces', async () => {
    await iam.createAccountAlias({ AccountAlias: 'first-one' })
    await iam.createAccountAlias({ AccountAlias: 'second' })
    expect((await iam.listAccountAliases()).AccountAliases).toEqual(['second'])
    expect(spec.cloud.resolveAccount('second')).toBe(HOME)
    expect(spec.cloud.resolveAccount('first-one')).toBeUndefined()
    expect(spec.cloud.resolveAccount('1111-2222-3333')).toBe(HOME)
    const theirs = spec.root('444455556666').iam
    expect(
      await refusal(theirs.createAccountAlias({ AccountAlias: 'second' }))
    ).toMatchObject({
      code: 'EntityAlreadyExists',
    })
  })

  test.each([
    ['short-1', 'Password should have a minimum length of 8'],
    ['alllowercase', 'Password does not conform to the account password policy.'],
  ])('refuses the weak password %s', async (Password, message) => {
    await iam.createUser({ UserName: 'U' })
    expect(await refusal(iam.createLoginProfile({ UserName: 'U', Password }))).toEqual({
      code: 'PasswordPolicyViolation',
      message,
      status: 400,
    })
  })
})
