import { beforeEach, describe, expect, test } from 'vitest'
import type { AwsClient } from '../api'
import { allow, policyArn, refusal, specCloud, trusting } from '../spec-cloud'

const trust = trusting('*')
const admin = 'arn:aws:iam::aws:policy/AdministratorAccess'
const P = policyArn('P')
const U = { UserName: 'U' }
const G = { GroupName: 'G' }
const R = { RoleName: 'R' }
const I = { InstanceProfileName: 'I' }

let iam: AwsClient['iam']

beforeEach(async () => {
  ;({ iam } = specCloud().root())
  await iam.createUser(U)
  await iam.createGroup(G)
  await iam.createRole({ ...R, AssumeRolePolicyDocument: trust })
  await iam.createPolicy({ PolicyName: 'P', PolicyDocument: allow('s3:*') })
  await iam.createInstanceProfile(I)
})

const NONE = { UserName: 'none' }

describe('what is not there', () => {
  const user = 'The user with name none cannot be found.'
  const role = 'The role with name none cannot be found.'
  const group = 'The group with name none cannot be found.'
  const missing = policyArn('none')
  const version = { PolicyArn: P, VersionId: 'v9' }
  const noKey = { ...U, AccessKeyId: 'AKIAAAAAAAAAAAAAAAAA' }

  test.each<[string, () => Promise<unknown>, string]>([
    ['GetUser', () => iam.getUser(NONE), user],
    ['DeleteUser', () => iam.deleteUser(NONE), user],
    ['UpdateUser', () => iam.updateUser(NONE), user],
    ['TagUser', () => iam.tagUser({ ...NONE, Tags: [{ Key: 'k', Value: 'v' }] }), user],
    ['ListGroupsForUser', () => iam.listGroupsForUser(NONE), user],
    ['AttachUserPolicy', () => iam.attachUserPolicy({ ...NONE, PolicyArn: P }), user],
    ['GetRole', () => iam.getRole({ RoleName: 'none' }), role],
    ['DeleteRole', () => iam.deleteRole({ RoleName: 'none' }), role],
    [
      'UpdateAssumeRolePolicy',
      () => iam.updateAssumeRolePolicy({ RoleName: 'none', PolicyDocument: trust }),
      role,
    ],
    ['GetGroup', () => iam.getGroup({ GroupName: 'none' }), group],
    ['AddUserToGroup', () => iam.addUserToGroup({ ...U, GroupName: 'none' }), group],
    ['AddUserToGroup of a missing user', () => iam.addUserToGroup({ ...G, ...NONE }), user],
    [
      'GetPolicy',
      () => iam.getPolicy({ PolicyArn: missing }),
      `Policy ${missing} was not found.`,
    ],
    [
      'DeletePolicy',
      () => iam.deletePolicy({ PolicyArn: missing }),
      `Policy ${missing} was not found.`,
    ],
    [
      'AttachRolePolicy',
      () => iam.attachRolePolicy({ ...R, PolicyArn: missing }),
      `Policy ${missing} does not exist or is not attachable.`,
    ],
    [
      'AttachRolePolicy of AWS',
      () => iam.attachRolePolicy({ ...R, PolicyArn: `${admin}s` }),
      `Policy ${admin}s does not exist or is not attachable.`,
    ],
    [
      'DetachUserPolicy',
      () => iam.detachUserPolicy({ ...U, PolicyArn: P }),
      `Policy ${P} was not found.`,
    ],
    [
      'GetPolicyVersion',
      () => iam.getPolicyVersion(version),
      `Policy ${P} version v9 does not exist or is not attachable.`,
    ],
    [
      'SetDefaultPolicyVersion',
      () => iam.setDefaultPolicyVersion(version),
      `Policy ${P} version v9 does not exist or is not attachable.`,
    ],
    [
      'GetUserPolicy',
      () => iam.getUserPolicy({ ...U, PolicyName: 'i' }),
      'The user policy with name i cannot be found.',
    ],
    [
      'DeleteRolePolicy',
      () => iam.deleteRolePolicy({ ...R, PolicyName: 'i' }),
      'The role policy with name i cannot be found.',
    ],
    [
      'GetGroupPolicy',
      () => iam.getGroupPolicy({ ...G, PolicyName: 'i' }),
      'The group policy with name i cannot be found.',
    ],
    [
      'GetLoginProfile',
      () => iam.getLoginProfile(U),
      'Login Profile for User U cannot be found.',
    ],
    [
      'DeleteAccessKey',
      () => iam.deleteAccessKey(noKey),
      'The Access Key with id AKIAAAAAAAAAAAAAAAAA cannot be found',
    ],
    [
      'GetInstanceProfile',
      () => iam.getInstanceProfile({ InstanceProfileName: 'none' }),
      'Instance Profile none cannot be found.',
    ],
    [
      'GetAccountPasswordPolicy',
      () => iam.getAccountPasswordPolicy(),
      'The Password Policy with domain name 111122223333 cannot be found.',
    ],
    [
      'DeleteAccountAlias',
      () => iam.deleteAccountAlias({ AccountAlias: 'none' }),
      'The account alias none cannot be found.',
    ],
    [
      'PutUserPermissionsBoundary',
      () => iam.putUserPermissionsBoundary({ ...U, PermissionsBoundary: missing }),
      `Scope ARN: ${missing} does not exist or is not attachable.`,
    ],
  ])('%s', async (_, call, message) => {
    expect(await refusal(call())).toEqual({ code: 'NoSuchEntity', message, status: 404 })
  })
})

describe('what is there already', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    ['a user', () => iam.createUser(U), 'User with name U already exists.'],
    [
      'a user but for the case',
      () => iam.createUser({ UserName: 'u' }),
      'User with name u already exists.',
    ],
    [
      'a role',
      () => iam.createRole({ ...R, AssumeRolePolicyDocument: trust }),
      'Role with name R already exists.',
    ],
    [
      'a role on another path',
      () => iam.createRole({ RoleName: 'r', Path: '/x/', AssumeRolePolicyDocument: trust }),
      'Role with name r already exists.',
    ],
    ['a group', () => iam.createGroup(G), 'Group with name G already exists.'],
    [
      'a policy',
      () => iam.createPolicy({ PolicyName: 'P', PolicyDocument: allow('*') }),
      'A policy called P already exists. Duplicate names are not allowed.',
    ],
    [
      'a policy on another path',
      () => iam.createPolicy({ PolicyName: 'p', Path: '/x/', PolicyDocument: allow('*') }),
      'A policy called p already exists. Duplicate names are not allowed.',
    ],
    [
      'an instance profile',
      () => iam.createInstanceProfile(I),
      'Instance Profile I already exists.',
    ],
  ])('%s', async (_, call, message) => {
    expect(await refusal(call())).toEqual({
      code: 'EntityAlreadyExists',
      message,
      status: 409,
    })
  })

  test('a user is not renamed to the name of another, but may change the case of its own', async () => {
    await iam.createUser({ UserName: 'V' })
    expect(
      await refusal(iam.updateUser({ UserName: 'V', NewUserName: 'u' }))
    ).toMatchObject({
      message: 'User with name u already exists.',
    })
    await iam.updateUser({ UserName: 'V', NewUserName: 'v' })
    expect((await iam.getUser({ UserName: 'v' })).User?.UserName).toBe('v')
  })

  test('a second password', async () => {
    const Password = 'Secret-123'
    await iam.createLoginProfile({ ...U, Password })
    expect(await refusal(iam.createLoginProfile({ ...U, Password }))).toEqual({
      code: 'EntityAlreadyExists',
      message: 'Login Profile for user U already exists.',
      status: 409,
    })
  })
})

describe('a deletion while something depends on it', () => {
  const inline = { PolicyName: 'i', PolicyDocument: allow('*') }
  const detach = 'Cannot delete entity, must detach all policies first.'
  const remove = 'Cannot delete entity, must delete policies first.'
  const members = 'Cannot delete entity, must remove users from group first.'
  const profile = 'Cannot delete entity, must remove roles from instance profile first.'

  test.each<[string, () => Promise<unknown>, () => Promise<unknown>, string]>([
    [
      'a user with a policy',
      () => iam.attachUserPolicy({ ...U, PolicyArn: P }),
      () => iam.deleteUser(U),
      detach,
    ],
    [
      'a user with an inline policy',
      () => iam.putUserPolicy({ ...U, ...inline }),
      () => iam.deleteUser(U),
      remove,
    ],
    [
      'a user with a key',
      () => iam.createAccessKey(U),
      () => iam.deleteUser(U),
      'Cannot delete entity, must delete access keys first.',
    ],
    [
      'a user with a password',
      () => iam.createLoginProfile({ ...U, Password: 'Secret-123' }),
      () => iam.deleteUser(U),
      'Cannot delete entity, must delete login profile first.',
    ],
    [
      'a user in a group',
      () => iam.addUserToGroup({ ...U, ...G }),
      () => iam.deleteUser(U),
      members,
    ],
    [
      'a group with a user',
      () => iam.addUserToGroup({ ...U, ...G }),
      () => iam.deleteGroup(G),
      members,
    ],
    [
      'a group with a policy',
      () => iam.attachGroupPolicy({ ...G, PolicyArn: P }),
      () => iam.deleteGroup(G),
      detach,
    ],
    [
      'a group with an inline policy',
      () => iam.putGroupPolicy({ ...G, ...inline }),
      () => iam.deleteGroup(G),
      remove,
    ],
    [
      'a role with a policy',
      () => iam.attachRolePolicy({ ...R, PolicyArn: P }),
      () => iam.deleteRole(R),
      detach,
    ],
    [
      'a role with an inline policy',
      () => iam.putRolePolicy({ ...R, ...inline }),
      () => iam.deleteRole(R),
      remove,
    ],
    [
      'a role in an instance profile',
      () => iam.addRoleToInstanceProfile({ ...I, ...R }),
      () => iam.deleteRole(R),
      profile,
    ],
    [
      'an instance profile with a role',
      () => iam.addRoleToInstanceProfile({ ...I, ...R }),
      () => iam.deleteInstanceProfile(I),
      profile,
    ],
    [
      'an attached policy',
      () => iam.attachRolePolicy({ ...R, PolicyArn: P }),
      () => iam.deletePolicy({ PolicyArn: P }),
      'Cannot delete a policy attached to entities.',
    ],
    [
      'a policy that is a boundary',
      () => iam.putRolePermissionsBoundary({ ...R, PermissionsBoundary: P }),
      () => iam.deletePolicy({ PolicyArn: P }),
      'Cannot delete a policy attached to entities.',
    ],
    [
      'a policy with versions',
      () => iam.createPolicyVersion({ PolicyArn: P, PolicyDocument: allow('*') }),
      () => iam.deletePolicy({ PolicyArn: P }),
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    ],
    [
      'the default version',
      async () => {},
      () => iam.deletePolicyVersion({ PolicyArn: P, VersionId: 'v1' }),
      'Cannot delete the default version of a policy.',
    ],
  ])('%s', async (_, prepare, call, message) => {
    await prepare()
    expect(await refusal(call())).toEqual({ code: 'DeleteConflict', message, status: 409 })
  })

  test('goes through once the way is clear', async () => {
    await iam.attachRolePolicy({ ...R, PolicyArn: P })
    await iam.detachRolePolicy({ ...R, PolicyArn: P })
    await iam.deleteRole(R)
    await iam.deleteUser(U)
    await iam.deleteGroup(G)
    await iam.deletePolicy({ PolicyArn: P })
    await iam.deleteInstanceProfile(I)
    expect((await iam.getAccountSummary()).SummaryMap).toMatchObject({
      Users: 0,
      Roles: 0,
      Groups: 0,
      Policies: 0,
      InstanceProfiles: 0,
    })
  })
})

describe('quotas', () => {
  const over = async (call: Promise<unknown>, message: string) =>
    expect(await refusal(call)).toEqual({ code: 'LimitExceeded', message, status: 409 })

  test('two access keys', async () => {
    await iam.createAccessKey(U)
    await iam.createAccessKey(U)
    await over(iam.createAccessKey(U), 'Cannot exceed quota for AccessKeysPerUser: 2')
  })

  test.each([
    ['User', (PolicyArn: string) => iam.attachUserPolicy({ ...U, PolicyArn })],
    ['Group', (PolicyArn: string) => iam.attachGroupPolicy({ ...G, PolicyArn })],
    ['Role', (PolicyArn: string) => iam.attachRolePolicy({ ...R, PolicyArn })],
  ])('ten managed policies on a %s', async (kind, attach) => {
    for (let i = 0; i < 10; i++) {
      await iam.createPolicy({ PolicyName: `P${i}`, PolicyDocument: allow('s3:*') })
      await attach(policyArn(`P${i}`))
    }
    await over(attach(P), `Cannot exceed quota for PoliciesPer${kind}: 10`)
    // again is no change, and so no error
    await attach(policyArn('P3'))
  })

  test('ten groups', async () => {
    for (let i = 0; i < 10; i++) {
      await iam.createGroup({ GroupName: `G${i}` })
      await iam.addUserToGroup({ ...U, GroupName: `G${i}` })
    }
    await over(
      iam.addUserToGroup({ ...U, ...G }),
      'Cannot exceed quota for GroupsPerUser: 10'
    )
  })

  test('one role in an instance profile', async () => {
    await iam.addRoleToInstanceProfile({ ...I, ...R })
    await over(
      iam.addRoleToInstanceProfile({ ...I, ...R }),
      'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1'
    )
  })

  test('five versions of a policy', async () => {
    const next = () => iam.createPolicyVersion({ PolicyArn: P, PolicyDocument: allow('*') })
    for (let i = 0; i < 4; i++) await next()
    await over(
      next(),
      'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.'
    )
    await iam.deletePolicyVersion({ PolicyArn: P, VersionId: 'v5' })
    expect((await next()).PolicyVersion?.VersionId).toBe('v6')
  })

  const statements = (count: number) =>
    allow(Array.from({ length: count }, (_, i) => `s3:Get${String(i).padStart(3, '0')}`))

  test.each<[string, (text: string) => Promise<unknown>, string]>([
    [
      'user',
      (text) => iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument: text }),
      'Maximum policy size of 2048 bytes exceeded for user U',
    ],
    [
      'group',
      (text) => iam.putGroupPolicy({ ...G, PolicyName: 'i', PolicyDocument: text }),
      'Maximum policy size of 5120 bytes exceeded for group G',
    ],
    [
      'role',
      (text) => iam.putRolePolicy({ ...R, PolicyName: 'i', PolicyDocument: text }),
      'Maximum policy size of 10240 bytes exceeded for role R',
    ],
    [
      'managed policy',
      (text) => iam.createPolicy({ PolicyName: 'Q', PolicyDocument: text }),
      'Cannot exceed quota for PolicySize: 6144',
    ],
  ])('the size of a policy of a %s', async (_, put, message) => {
    await over(put(statements(900)), message)
  })

  test('the size of a trust policy', async () => {
    const accounts = Array.from({ length: 60 }, (_, i) => String(100_000_000_000 + i))
    await over(
      iam.createRole({
        RoleName: 'Q',
        AssumeRolePolicyDocument: trusting({ AWS: accounts }),
      }),
      'Cannot exceed quota for ACLSizePerRole: 2048'
    )
  })

  test('white space does not count', async () => {
    const wide = JSON.stringify(JSON.parse(statements(100)), null, 40)
    expect(wide.length).toBeGreaterThan(2048)
    await iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument: wide })
  })
})

describe('what belongs to AWS', () => {
  test('a policy of a service-linked role goes on no other', async () => {
    const PolicyArn = 'arn:aws:iam::aws:policy/aws-service-role/AWSSupportServiceRolePolicy'
    expect(await refusal(iam.attachRolePolicy({ ...R, PolicyArn }))).toEqual({
      code: 'PolicyNotAttachable',
      message: 'Cannot attach a Service Role Policy to a Customer Role.',
      status: 400,
    })
  })

  test.each([
    ['DeletePolicy', () => iam.deletePolicy({ PolicyArn: admin })],
    [
      'CreatePolicyVersion',
      () => iam.createPolicyVersion({ PolicyArn: admin, PolicyDocument: allow('*') }),
    ],
    [
      'TagPolicy',
      () => iam.tagPolicy({ PolicyArn: admin, Tags: [{ Key: 'k', Value: 'v' }] }),
    ],
  ])('an AWS managed policy is not changed by %s', async (name, call) => {
    expect(await refusal(call())).toMatchObject({
      code: 'AccessDenied',
      message: `User: arn:aws:iam::111122223333:root is not authorized to perform: iam:${name} on resource: policy ${admin} because no identity-based policy allows the iam:${name} action`,
    })
  })

  test('a service-linked role is not changed', async () => {
    await iam.createRole({
      RoleName: 'AWSServiceRoleForX',
      Path: '/aws-service-role/x.amazonaws.com/',
      AssumeRolePolicyDocument: trust,
    })
    expect(await refusal(iam.deleteRole({ RoleName: 'AWSServiceRoleForX' }))).toEqual({
      code: 'UnmodifiableEntity',
      message:
        "Cannot perform the operation on the protected role 'AWSServiceRoleForX' - this role is only modifiable by AWS",
      status: 400,
    })
  })
})
