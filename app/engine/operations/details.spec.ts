/** What IAM does in passing: conflicts, defaults and side effects of operations on their own. */
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
import { parseJson } from '../policy/parse'
import { contextKeysIn } from './context-keys'
import { codeOfStep, stepAt } from '../totp'
import { positionsOf } from './statement-positions'

const U = { UserName: 'U' }
const G = { GroupName: 'G' }
const R = { RoleName: 'R' }
const P = { PolicyArn: policyArn('P') }
const aws = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'

let iam: AwsClient['iam']
let spec: ReturnType<typeof specCloud>

beforeEach(async () => {
  spec = specCloud()
  ;({ iam } = spec.root())
  await iam.createUser(U)
  await iam.createGroup(G)
  await iam.createRole({ ...R, AssumeRolePolicyDocument: trusting(rootArn()) })
  await iam.createPolicy({ PolicyName: 'P', PolicyDocument: allow('s3:*') })
})

type Refusals = [string, () => Promise<unknown>, string, string][]

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html */
describe('roles', () => {
  test('keep what an update leaves out', async () => {
    await iam.updateRole({ ...R, Description: 'd', MaxSessionDuration: 7200 })
    await iam.updateRole(R)
    expect((await iam.getRole(R)).Role).toMatchObject({
      Description: 'd',
      MaxSessionDuration: 7200,
    })
  })

  test('answer a new description without duration, tags and last use', async () => {
    await iam.tagRole({ ...R, Tags: [{ Key: 'a', Value: 'b' }] })
    const { Role } = await iam.updateRoleDescription({ ...R, Description: 'd' })
    expect(Object.keys(Role ?? {}).sort()).toEqual([
      'Arn',
      'AssumeRolePolicyDocument',
      'CreateDate',
      'Description',
      'Path',
      'RoleId',
      'RoleName',
    ])
  })

  test('keep a tag’s place when its value changes, and take keys in any case', async () => {
    const tag = (Key: string, Value: string) => ({ Key, Value })
    await iam.tagRole({ ...R, Tags: [tag('a', '1'), tag('b', '2')] })
    await iam.tagRole({ ...R, Tags: [tag('A', '3')] })
    expect((await iam.listRoleTags(R)).Tags).toEqual([tag('A', '3'), tag('b', '2')])
    await iam.untagRole({ ...R, TagKeys: ['a', 'B'] })
    expect((await iam.getRole(R)).Role).not.toHaveProperty('Tags')
  })

  test('lose their boundary', async () => {
    await iam.putRolePermissionsBoundary({ ...R, PermissionsBoundary: aws })
    await iam.deleteRolePermissionsBoundary(R)
    expect((await iam.getRole(R)).Role).not.toHaveProperty('PermissionsBoundary')
    expect((await refusal(iam.deleteRolePermissionsBoundary(R))).code).toBe('NoSuchEntity')
  })

  test('know an inline policy by its name in any case', async () => {
    const named = (PolicyName: string) => ({ ...R, PolicyName })
    await iam.putRolePolicy({ ...named('Inline'), PolicyDocument: allow('s3:*') })
    await iam.putRolePolicy({ ...named('INLINE'), PolicyDocument: allow('sqs:*') })
    expect((await iam.listRolePolicies(R)).PolicyNames).toEqual(['Inline'])
    const { PolicyName, PolicyDocument = '' } = await iam.getRolePolicy(named('inline'))
    expect(PolicyName).toBe('inline')
    expect(decodeURIComponent(PolicyDocument)).toBe(allow('sqs:*'))
    await iam.deleteRolePolicy(named('iNLINE'))
    expect((await iam.listRolePolicies(R)).PolicyNames).toEqual([])
  })

  test('lose their policies', async () => {
    await iam.putRolePolicy({ ...R, PolicyName: 'i', PolicyDocument: allow('s3:*') })
    await iam.attachRolePolicy({ ...R, ...P })
    await iam.deleteRolePolicy({ ...R, PolicyName: 'i' })
    await iam.detachRolePolicy({ ...R, ...P })
    expect((await iam.listRolePolicies(R)).PolicyNames).toEqual([])
    await iam.deleteRole(R)
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
describe('trust policies', () => {
  const save = (Principal: unknown) =>
    iam.updateAssumeRolePolicy({ ...R, PolicyDocument: trusting(Principal) })

  test.each([
    [`arn:aws:sts::${HOME}:assumed-role/R/session`],
    [`arn:aws:sts::${HOME}:federated-user/somebody`],
    [HOME],
  ])('can name %s', async (principal) => {
    expect(await save(principal)).toEqual({})
  })

  const invalid = (key: string, value: string) =>
    `Invalid principal in policy: "${key}":"${value}"`

  test.each([
    [`arn:aws:sts::${HOME}:assumed-role/none/session`],
    [`arn:aws:sts::999999999999:assumed-role/R/session`],
    [`arn:aws:sts::${HOME}:assumed-role/R`],
    [userArn('none')],
    [`arn:aws:iam::${HOME}:group/G`],
  ])('cannot name %s', async (principal) => {
    expect(await refusal(save(principal))).toEqual({
      code: 'MalformedPolicyDocument',
      message: invalid('AWS', principal),
      status: 400,
    })
  })

  test('cannot be saved again with the ID of a user who is gone', async () => {
    await save(userArn('U'))
    await iam.deleteUser(U)
    const { Role } = await iam.getRole(R)
    const shown = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')
    expect(shown).toMatch(/"AIDA[A-Z2-7]{17}"/)
    const { message } = await refusal(
      iam.updateAssumeRolePolicy({ ...R, PolicyDocument: shown })
    )
    expect(message).toMatch(/^Invalid principal in policy: "AWS":"AIDA[A-Z2-7]{17}"$/)
  })
})

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateGroup.html */
describe('groups', () => {
  test('keep their members under a new name and path', async () => {
    await iam.createGroup({ GroupName: 'Other' })
    await iam.addUserToGroup({ ...U, GroupName: 'Other' })
    await iam.addUserToGroup({ ...U, ...G })
    await iam.addUserToGroup({ ...U, ...G })
    await iam.updateGroup({ ...G, NewGroupName: 'H' })
    await iam.updateGroup({ GroupName: 'H', NewPath: '/x/' })
    await iam.updateGroup({ GroupName: 'H' })
    expect((await iam.getGroup({ GroupName: 'H' })).Users).toMatchObject([U])
    expect((await iam.listGroupsForUser(U)).Groups).toMatchObject([
      { GroupName: 'H', Path: '/x/' },
      { GroupName: 'Other' },
    ])
  })

  const refusals: Refusals = [
    [
      'UpdateGroup to a name that is taken',
      async () => {
        await iam.createGroup({ GroupName: 'H' })
        await iam.updateGroup({ ...G, NewGroupName: 'h' })
      },
      'EntityAlreadyExists',
      'Group with name h already exists.',
    ],
    [
      'UpdateGroup of none',
      () => iam.updateGroup({ GroupName: 'none', NewPath: '/x/' }),
      'NoSuchEntity',
      'The group with name none cannot be found.',
    ],
    [
      'RemoveUserFromGroup of nobody from none',
      () => iam.removeUserFromGroup({ UserName: 'nobody', GroupName: 'none' }),
      'NoSuchEntity',
      'The user with name nobody cannot be found.',
    ],
  ]
  test.each(refusals)('refuse %s', async (_, call, code, message) => {
    expect(await refusal(call())).toMatchObject({ code, message })
  })

  test('have policies of their own', async () => {
    await iam.putGroupPolicy({ ...G, PolicyName: 'i', PolicyDocument: allow('s3:*') })
    expect(await iam.getGroupPolicy({ ...G, PolicyName: 'i' })).toMatchObject(G)
    expect((await iam.listGroupPolicies(G)).PolicyNames).toEqual(['i'])
    await iam.attachGroupPolicy({ ...G, ...P })
    expect((await iam.listAttachedGroupPolicies(G)).AttachedPolicies).toHaveLength(1)
    await iam.detachGroupPolicy({ ...G, ...P })
    await iam.deleteGroupPolicy({ ...G, PolicyName: 'i' })
    await iam.deleteGroup(G)
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html */
describe('managed policies', () => {
  test('have tags whose keys differ by case, by length and letter', async () => {
    const tag = (Key: string) => ({ Key, Value: '' })
    await iam.tagPolicy({ ...P, Tags: ['abc', 'b', 'A', 'a'].map(tag) })
    const keys = async () => (await iam.listPolicyTags(P)).Tags?.map(({ Key }) => Key)
    expect(await keys()).toEqual(['A', 'a', 'b', 'abc'])
    await iam.untagPolicy({ ...P, TagKeys: ['a'] })
    expect(await keys()).toEqual(['A', 'b', 'abc'])
    expect((await iam.listPolicyTags({ PolicyArn: aws })).Tags).toEqual([])
  })

  test('are listed by whose they are', async () => {
    const count = async (Scope?: 'All' | 'AWS' | 'Local') =>
      (await iam.listPolicies({ MaxItems: 1000, ...(Scope && { Scope }) })).Policies?.length
    expect(await count('Local')).toBe(1)
    expect(await count('AWS')).toBeGreaterThan(900)
    expect((await iam.listPolicies()).Policies?.[0]?.PolicyName).toBe('P')
  })

  test('name those who have them, by kind', async () => {
    await iam.attachUserPolicy({ ...U, ...P })
    await iam.attachRolePolicy({ ...R, ...P })
    await iam.attachGroupPolicy({ ...G, ...P })
    expect(await iam.listEntitiesForPolicy({ ...P, EntityFilter: 'Role' })).toEqual({
      PolicyGroups: [],
      PolicyUsers: [],
      PolicyRoles: [{ RoleName: 'R', RoleId: expect.stringMatching(/^AROA/) }],
      IsTruncated: false,
    })
    expect(
      await iam.listEntitiesForPolicy({ ...P, PolicyUsageFilter: 'PermissionsBoundary' })
    ).toMatchObject({ PolicyUsers: [], PolicyRoles: [], PolicyGroups: [] })
  })

  test('of AWS have the version that counts', async () => {
    const { Policy } = await iam.getPolicy({ PolicyArn: aws })
    const VersionId = Policy?.DefaultVersionId
    expect((await iam.listPolicyVersions({ PolicyArn: aws })).Versions).toMatchObject([
      { VersionId, IsDefaultVersion: true },
    ])
    const { PolicyVersion } = await iam.getPolicyVersion({ PolicyArn: aws, VersionId })
    expect(decodeURIComponent(PolicyVersion?.Document ?? '')).toContain('s3:Get*')
  })

  const none = { PolicyArn: policyArn('none') }
  const refusals: Refusals = [
    [
      'ListEntitiesForPolicy of none',
      () => iam.listEntitiesForPolicy(none),
      'NoSuchEntity',
      `Policy ${none.PolicyArn} does not exist or is not attachable.`,
    ],
    [
      'GetPolicyVersion of none',
      () => iam.getPolicyVersion({ ...none, VersionId: 'v1' }),
      'NoSuchEntity',
      `Policy ${none.PolicyArn} version v1 does not exist or is not attachable.`,
    ],
    [
      'SetDefaultPolicyVersion of none',
      () => iam.setDefaultPolicyVersion({ ...none, VersionId: 'v1' }),
      'NoSuchEntity',
      `Policy ${none.PolicyArn} version v1 does not exist or is not attachable.`,
    ],
    [
      'DeletePolicyVersion of a version that is none',
      () => iam.deletePolicyVersion({ ...P, VersionId: 'v9' }),
      'NoSuchEntity',
      `Policy ${P.PolicyArn} version v9 does not exist or is not attachable.`,
    ],
    [
      'AttachUserPolicy of something else',
      () => iam.attachUserPolicy({ ...U, PolicyArn: roleArn('R') }),
      'InvalidInput',
      `ARN ${roleArn('R')} is not valid.`,
    ],
    [
      'TagPolicy with a key twice',
      () =>
        iam.tagPolicy({
          ...P,
          Tags: [
            { Key: 'a', Value: '' },
            { Key: 'a', Value: '' },
          ],
        }),
      'InvalidInput',
      'Duplicate tag keys found.',
    ],
    [
      'TagPolicy with a key of AWS’s',
      () => iam.tagPolicy({ ...P, Tags: [{ Key: 'aws:a', Value: '' }] }),
      'InvalidInput',
      'Tag keys beginning with aws: are reserved for system use.',
    ],
  ]
  test.each(refusals)('refuse %s', async (_, call, code, message) => {
    expect(await refusal(call())).toMatchObject({ code, message })
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html */
describe('passwords', () => {
  const Password = 'Passw0rd!'
  const own = () => spec.client(userArn('U')).iam

  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html
  test('have to be given, since nobody would learn one that is made up', async () => {
    expect(await refusal(iam.createLoginProfile(U))).toEqual({
      code: 'ValidationError',
      message:
        "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null",
      status: 400,
    })
  })

  test('have to be changed until somebody does', async () => {
    await iam.createLoginProfile({ ...U, Password })
    await iam.updateLoginProfile({ ...U, PasswordResetRequired: true })
    await iam.updateLoginProfile({ ...U, Password: 'Passw0rd?' })
    expect((await iam.getLoginProfile(U)).LoginProfile?.PasswordResetRequired).toBe(true)
  })

  test.each([
    ['RequireUppercaseCharacters', 'passw0rd!', 'uppercase letter'],
    ['RequireLowercaseCharacters', 'PASSW0RD!', 'lowercase letter'],
    ['RequireNumbers', 'Password!', 'number'],
    ['RequireSymbols', 'Passw0rd', 'symbol'],
  ])('%s refuses %s', async (rule, weak, kind) => {
    await iam.updateAccountPasswordPolicy({ [rule]: true })
    expect(await refusal(iam.createLoginProfile({ ...U, Password: weak }))).toEqual({
      code: 'PasswordPolicyViolation',
      message: `Password should have at least one ${kind}`,
      status: 400,
    })
    await iam.createLoginProfile({ ...U, Password })
  })

  test('users change their own once the account says so', async () => {
    await iam.createLoginProfile({ ...U, Password })
    const change = (OldPassword: string) =>
      own().changePassword({ OldPassword, NewPassword: 'Passw0rd!2' })
    expect((await refusal(change(Password))).code).toBe('AccessDenied')
    await iam.updateAccountPasswordPolicy({ AllowUsersToChangePassword: true })
    expect((await refusal(change('wrong'))).message).toBe('The old password was incorrect.')
    await change(Password)
    expect(
      spec.cloud.signIn({ account: HOME, userName: 'U', password: 'Passw0rd!2' })
    ).toHaveProperty('sessionToken')
  })

  test('are nothing that the root user changes', async () => {
    const work = iam.changePassword({ OldPassword: 'a', NewPassword: 'b' })
    expect((await refusal(work)).code).toBe('InvalidUserType')
  })
})

test('an alias is deleted by its own name alone', async () => {
  await iam.createAccountAlias({ AccountAlias: 'our-account' })
  await iam.createAccountAlias({ AccountAlias: 'our-name' })
  expect((await iam.listAccountAliases()).AccountAliases).toEqual(['our-name'])
  expect(await refusal(iam.deleteAccountAlias({ AccountAlias: 'our-account' }))).toEqual({
    code: 'NoSuchEntity',
    message: 'The account alias our-account cannot be found.',
    status: 404,
  })
  await iam.deleteAccountAlias({ AccountAlias: 'our-name' })
  expect((await iam.listAccountAliases()).AccountAliases).toEqual([])
})

test('things of a world from before there were tags get their first', async () => {
  await iam.createInstanceProfile({ InstanceProfileName: 'I' })
  const { world } = spec.cloud
  const account = world.accounts[HOME]
  const profile = account?.instanceProfiles.I
  if (account && profile) {
    const { tags: _, ...old } = profile
    const changed = { ...account, instanceProfiles: { I: old } }
    spec.cloud.replace({ ...world, accounts: { ...world.accounts, [HOME]: changed } })
  }
  ;({ iam } = spec.root())
  const name = { InstanceProfileName: 'I' }
  expect((await iam.getInstanceProfile(name)).InstanceProfile?.Tags).toEqual([])
  await iam.untagInstanceProfile({ ...name, TagKeys: ['a'] })
  await iam.tagInstanceProfile({ ...name, Tags: [{ Key: 'a', Value: '' }] })
  expect((await iam.listInstanceProfileTags(name)).Tags).toHaveLength(1)
})

test('who deletes itself leaves no trace of that call', async () => {
  await iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument: allow('iam:*') })
  await iam.attachRolePolicy({ ...R, PolicyArn: 'arn:aws:iam::aws:policy/IAMFullAccess' })
  const role = spec.client(roleArn('R'))
  const user = spec.client(userArn('U'))
  await iam.deleteUserPolicy({ ...U, PolicyName: 'i' })
  await iam.attachGroupPolicy({ ...G, PolicyArn: 'arn:aws:iam::aws:policy/IAMFullAccess' })
  await iam.addUserToGroup({ ...U, ...G })
  await user.iam.removeUserFromGroup({ ...U, ...G })
  await role.iam.deleteUser(U)
  await iam.createUser(U)
  expect(JSON.stringify(spec.cloud.world.accounts[HOME]?.users)).not.toContain('accessed')
})

test('a user with a device cannot be deleted', async () => {
  const { VirtualMFADevice } = await iam.createVirtualMFADevice({
    VirtualMFADeviceName: 'm',
  })
  const seed = new TextDecoder().decode(VirtualMFADevice?.Base32StringSeed)
  const step = stepAt('2026-01-15T09:00:00.000Z')
  await iam.enableMFADevice({
    ...U,
    SerialNumber: VirtualMFADevice?.SerialNumber,
    AuthenticationCode1: codeOfStep(seed, step - 1),
    AuthenticationCode2: codeOfStep(seed, step),
  })
  expect((await refusal(iam.deleteUser(U))).message).toBe(
    'Cannot delete entity, must remove tokens from principal first.'
  )
})

test('a user keeps its name under a new path, and may be moved by who may do both', async () => {
  await iam.updateUser({ ...U, NewPath: '/x/' })
  await iam.updateUser(U)
  expect((await iam.getUser(U)).User?.Arn).toBe(userArn('x/U'))
})

test('an account without a root password says so', async () => {
  const { root } = spec
  expect((await root('444455556666').iam.getAccountSummary()).SummaryMap).toMatchObject({
    AccountPasswordPresent: 0,
  })
})

test('a provider of a world from before it had more than metadata is shown', async () => {
  const { world } = spec.cloud
  const account = world.accounts[HOME]
  const arn = `arn:aws:iam::${HOME}:saml-provider/Old`
  if (account) {
    const samlProviders = {
      [arn]: { name: 'Old', created: '2026-01-15T09:00:00.000Z', metadata: '<x/>' },
    }
    const changed = { ...account, samlProviders }
    spec.cloud.replace({ ...world, accounts: { ...world.accounts, [HOME]: changed } })
  }
  ;({ iam } = spec.root())
  expect(await iam.getSAMLProvider({ SAMLProviderArn: arn })).toEqual({
    SAMLMetadataDocument: '<x/>',
    CreateDate: new Date('2026-01-15T09:00:00.000Z'),
    ValidUntil: new Date('2126-01-15T09:00:00.000Z'),
    Tags: [],
    AssertionEncryptionMode: 'Allowed',
    PrivateKeyList: [],
  })
  await iam.tagSAMLProvider({ SAMLProviderArn: arn, Tags: [{ Key: 'a', Value: '' }] })
  expect((await iam.listSAMLProviderTags({ SAMLProviderArn: arn })).Tags).toHaveLength(1)
})

test('lists of what nobody has are empty', async () => {
  expect((await iam.listSSHPublicKeys(U)).SSHPublicKeys).toEqual([])
  expect((await iam.listSigningCertificates(U)).Certificates).toEqual([])
  expect((await iam.listServerCertificates()).ServerCertificateMetadataList).toEqual([])
  expect((await iam.listVirtualMFADevices()).VirtualMFADevices).toEqual([])
})

test('an access key made active again opens', async () => {
  const { AccessKey: key } = await iam.createAccessKey(U)
  const id = { ...U, AccessKeyId: key?.AccessKeyId }
  const { sts } = spec.cloud.client({
    accessKeyId: key?.AccessKeyId ?? '',
    secretAccessKey: key?.SecretAccessKey ?? '',
  })
  await iam.updateAccessKey({ ...id, Status: 'Inactive' })
  expect((await refusal(sts.getCallerIdentity())).code).toBe('InvalidClientTokenId')
  await iam.updateAccessKey({ ...id, Status: 'Active' })
  expect((await sts.getCallerIdentity()).Arn).toBe(userArn('U'))
  expect((await iam.listMFADevices(U)).MFADevices).toEqual([])
  expect((await spec.root().iam.listAccessKeys()).AccessKeyMetadata).toEqual([])
  expect((await spec.root().iam.listMFADevices()).MFADevices).toEqual([])
})

describe('documents that are none', () => {
  test.each([
    '',
    '[]',
    '{}',
    '{"Statement":[1]}',
    '{"Statement":{"Condition":{"Bool":1}}}',
  ])('%j has no context keys', (text) => {
    expect(contextKeysIn([text])).toEqual([])
  })

  test.each(['', '[]', '{}'])('%j has no statements anywhere', (text) => {
    expect(positionsOf(text, 0)).toEqual({})
  })

  test('a statement past the last one is at the end', () => {
    const text = '{"Statement":[]}'
    expect(parseJson(text).ok).toBe(true)
    expect(positionsOf(text, 0)).toEqual({
      StartPosition: { Line: 1, Column: 15 },
      EndPosition: { Line: 1, Column: 15 },
    })
  })
})
