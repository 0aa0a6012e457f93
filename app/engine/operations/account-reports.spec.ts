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
import { codeOfStep, stepAt } from '../totp'

const now = '2026-01-15T09:00:00.000Z'
const created = new Date(now)
const U = { UserName: 'U' }
const G = { GroupName: 'G' }
const R = { RoleName: 'R' }
const I = { InstanceProfileName: 'I' }
const document = allow('s3:*')
const encoded = encodeURIComponent(document).replaceAll('*', '%2A')

let iam: AwsClient['iam']
let spec: ReturnType<typeof specCloud>

beforeEach(() => {
  spec = specCloud()
  ;({ iam } = spec.root())
})

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html */
describe('authorization details', () => {
  const trust = trusting(rootArn())
  const inline = [{ PolicyName: 'i', PolicyDocument: encoded }]
  const aws = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
  const PermissionsBoundary = {
    PermissionsBoundaryType: 'Policy',
    PermissionsBoundaryArn: aws,
  }

  test('of things that have nothing leave one list out', async () => {
    await iam.createUser(U)
    await iam.createGroup(G)
    await iam.createRole({ ...R, AssumeRolePolicyDocument: trust, Description: 'd' })
    await iam.createPolicy({ PolicyName: 'P', PolicyDocument: document, Description: 'd' })
    expect(await iam.getAccountAuthorizationDetails()).toEqual({
      UserDetailList: [
        {
          Path: '/',
          UserName: 'U',
          UserId: expect.stringMatching(/^AIDA/),
          Arn: userArn('U'),
          CreateDate: created,
          GroupList: [],
          AttachedManagedPolicies: [],
          Tags: [],
        },
      ],
      GroupDetailList: [
        {
          Path: '/',
          GroupName: 'G',
          GroupId: expect.stringMatching(/^AGPA/),
          Arn: `arn:aws:iam::${HOME}:group/G`,
          CreateDate: created,
          GroupPolicyList: [],
          AttachedManagedPolicies: [],
        },
      ],
      RoleDetailList: [
        {
          Path: '/',
          RoleName: 'R',
          RoleId: expect.stringMatching(/^AROA/),
          Arn: roleArn('R'),
          CreateDate: created,
          AssumeRolePolicyDocument: encodeURIComponent(trust).replaceAll('*', '%2A'),
          InstanceProfileList: [],
          RolePolicyList: [],
          AttachedManagedPolicies: [],
          Tags: [],
          RoleLastUsed: {},
        },
      ],
      Policies: [
        {
          PolicyName: 'P',
          PolicyId: expect.stringMatching(/^ANPA/),
          Arn: policyArn('P'),
          Path: '/',
          DefaultVersionId: 'v1',
          AttachmentCount: 0,
          PermissionsBoundaryUsageCount: 0,
          IsAttachable: true,
          CreateDate: created,
          UpdateDate: created,
          PolicyVersionList: [
            {
              Document: encoded,
              VersionId: 'v1',
              IsDefaultVersion: true,
              CreateDate: created,
            },
          ],
        },
      ],
      IsTruncated: false,
    })
  })

  test('hold policies, groups, profiles, boundaries and tags', async () => {
    const Tags = [{ Key: 'a', Value: 'b' }]
    await iam.createUser({ ...U, Tags, PermissionsBoundary: aws })
    await iam.createGroup(G)
    await iam.addUserToGroup({ ...U, ...G })
    await iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument: document })
    await iam.attachUserPolicy({ ...U, PolicyArn: aws })
    await iam.createRole({
      ...R,
      AssumeRolePolicyDocument: trust,
      PermissionsBoundary: aws,
      MaxSessionDuration: 7200,
    })
    await iam.putRolePolicy({ ...R, PolicyName: 'i', PolicyDocument: document })
    await iam.createInstanceProfile(I)
    await iam.addRoleToInstanceProfile({ ...I, ...R })
    const all = await iam.getAccountAuthorizationDetails()
    expect(all.UserDetailList).toMatchObject([
      {
        UserPolicyList: inline,
        GroupList: ['G'],
        AttachedManagedPolicies: [{ PolicyName: 'ReadOnlyAccess', PolicyArn: aws }],
        PermissionsBoundary,
        Tags,
      },
    ])
    expect(all.RoleDetailList).toMatchObject([
      {
        RolePolicyList: inline,
        PermissionsBoundary,
        InstanceProfileList: [{ InstanceProfileName: 'I', Roles: [{ RoleName: 'R' }] }],
      },
    ])
    expect(all.RoleDetailList?.[0]).not.toHaveProperty('MaxSessionDuration')
    expect(
      all.RoleDetailList?.[0]?.InstanceProfileList?.[0]?.Roles?.[0]
    ).not.toHaveProperty('MaxSessionDuration')
    expect(all.Policies).toMatchObject([
      {
        Arn: aws,
        AttachmentCount: 1,
        PermissionsBoundaryUsageCount: 2,
        PolicyVersionList: [{ IsDefaultVersion: true }],
      },
    ])
  })

  test('come by kind and in pages', async () => {
    await iam.createUser(U)
    await iam.createUser({ UserName: 'V' })
    await iam.createGroup(G)
    const users = await iam.getAccountAuthorizationDetails({
      Filter: ['User'],
      MaxItems: 1,
    })
    expect(users).toMatchObject({ GroupDetailList: [], IsTruncated: true })
    const { Marker } = users
    expect(
      (await iam.getAccountAuthorizationDetails({ Filter: ['User'], Marker }))
        .UserDetailList
    ).toMatchObject([{ UserName: 'V' }])
    const Filter = ['Nobody' as 'User']
    expect(await refusal(iam.getAccountAuthorizationDetails({ Filter }))).toMatchObject({
      code: 'ValidationError',
      message:
        "1 validation error detected: Value at 'filter' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [LocalManagedPolicy, User, AWSManagedPolicy, Role, Group]]",
    })
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html */
describe('the credential report', () => {
  const header =
    'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated'
  const time = '2026-01-15T09:00:00Z'

  async function report() {
    await iam.generateCredentialReport()
    const { Content } = await iam.getCredentialReport()
    return new TextDecoder().decode(Content).split('\n')
  }

  test('has a line for the root user and for every user', async () => {
    await iam.createUser({ UserName: 'a,b' })
    await iam.createUser(U)
    await iam.createLoginProfile({ ...U, Password: 'Passw0rd!' })
    const { AccessKey: key } = await iam.createAccessKey(U)
    await iam.createAccessKey(U)
    await iam.updateAccessKey({ ...U, AccessKeyId: key?.AccessKeyId, Status: 'Inactive' })
    await iam.updateAccountPasswordPolicy({ MaxPasswordAge: 90 })
    const { VirtualMFADevice } = await iam.createVirtualMFADevice({
      VirtualMFADeviceName: 'm',
    })
    const seed = new TextDecoder().decode(VirtualMFADevice?.Base32StringSeed)
    await iam.enableMFADevice({
      ...U,
      SerialNumber: VirtualMFADevice?.SerialNumber,
      AuthenticationCode1: codeOfStep(seed, stepAt(now)),
      AuthenticationCode2: codeOfStep(seed, stepAt(now) + 1),
    })
    const none = 'false,N/A,N/A,N/A,N/A'
    expect(await report()).toEqual([
      header,
      `<root_account>,${rootArn()},${time},not_supported,no_information,not_supported,not_supported,false,${none},${none},false,N/A,false,N/A`,
      `"a,b","${userArn('a,b')}",${time},false,N/A,N/A,N/A,false,${none},${none},false,N/A,false,N/A`,
      `U,${userArn('U')},${time},true,no_information,${time},2026-04-15T09:00:00Z,true,false,${time},N/A,N/A,N/A,true,${time},N/A,N/A,N/A,false,N/A,false,N/A`,
    ])
  })

  test('says when a key and a password were used', async () => {
    await iam.createUser(U)
    await iam.createLoginProfile({ ...U, Password: 'Passw0rd!' })
    spec.cloud.signIn({ account: HOME, userName: 'U', password: 'Passw0rd!' })
    const { AccessKey: key } = await iam.createAccessKey(U)
    await iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument: allow('*') })
    const own = spec.cloud.client({
      accessKeyId: key?.AccessKeyId ?? '',
      secretAccessKey: key?.SecretAccessKey ?? '',
    })
    await own.iam.getUser()
    await spec.cloud.settled()
    expect((await report()).at(-1)).toBe(
      `U,${userArn('U')},${time},true,${time},${time},N/A,false,true,${time},${time},us-east-1,iam,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A`
    )
  })

  test('is there from its first making on, for four hours', async () => {
    expect(await refusal(iam.getCredentialReport())).toEqual({
      code: 'ReportNotPresent',
      message: '',
      status: 410,
    })
    expect(await iam.generateCredentialReport()).toEqual({
      State: 'STARTED',
      Description: 'No report exists. Starting a new report generation task',
    })
    expect(await iam.generateCredentialReport()).toEqual({ State: 'COMPLETE' })
    expect(await iam.getCredentialReport()).toMatchObject({
      ReportFormat: 'text/csv',
      GeneratedTime: created,
    })
    spec.later(4 * 3600)
    expect((await refusal(iam.getCredentialReport())).code).toBe('ReportExpired')
    expect((await iam.generateCredentialReport()).State).toBe('STARTED')
  })
})

describe('the root user', () => {
  test('shows itself without name and path', async () => {
    expect(await iam.getUser()).toEqual({
      User: { UserId: HOME, Arn: rootArn(), CreateDate: created },
    })
  })

  test('has two keys at most, which have no user name', async () => {
    const { AccessKey: key } = await iam.createAccessKey()
    const metadata = {
      AccessKeyId: key?.AccessKeyId,
      Status: 'Active',
      CreateDate: created,
    }
    expect(await iam.listAccessKeys()).toEqual({
      AccessKeyMetadata: [metadata],
      IsTruncated: false,
    })
    expect((await iam.getAccountSummary()).SummaryMap?.AccountAccessKeysPresent).toBe(1)
    expect(await iam.getAccessKeyLastUsed({ AccessKeyId: key?.AccessKeyId })).toEqual({
      AccessKeyLastUsed: { Region: 'N/A', ServiceName: 'N/A' },
    })
    await iam.createAccessKey()
    expect((await refusal(iam.createAccessKey())).message).toBe(
      'Cannot exceed quota for AccessKeysPerUser: 2'
    )
    await iam.updateAccessKey({ AccessKeyId: key?.AccessKeyId, Status: 'Inactive' })
    await iam.deleteAccessKey({ AccessKeyId: key?.AccessKeyId })
    expect((await iam.listAccessKeys()).AccessKeyMetadata).toHaveLength(1)
  })

  test('a key that nobody has is not told from one of another account', async () => {
    const AccessKeyId = 'AKIAIOSFODNN7EXAMPLE'
    expect(await refusal(iam.getAccessKeyLastUsed({ AccessKeyId }))).toEqual({
      code: 'AccessDenied',
      message: `User: ${rootArn()} is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key ${AccessKeyId}`,
      status: 403,
    })
  })
})

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html */
describe('account settings', () => {
  const defaults = {
    MinimumPasswordLength: 6,
    RequireSymbols: false,
    RequireNumbers: false,
    RequireUppercaseCharacters: false,
    RequireLowercaseCharacters: false,
    AllowUsersToChangePassword: false,
    ExpirePasswords: false,
  }

  test('a password policy goes back to defaults where nothing is said', async () => {
    const given = {
      MinimumPasswordLength: 10,
      RequireSymbols: true,
      RequireNumbers: true,
      RequireUppercaseCharacters: true,
      RequireLowercaseCharacters: true,
      AllowUsersToChangePassword: true,
      MaxPasswordAge: 60,
      PasswordReusePrevention: 3,
      HardExpiry: true,
    }
    await iam.updateAccountPasswordPolicy(given)
    expect(await iam.getAccountPasswordPolicy()).toEqual({
      PasswordPolicy: { ...given, ExpirePasswords: true },
    })
    await iam.updateAccountPasswordPolicy()
    expect(await iam.getAccountPasswordPolicy()).toEqual({ PasswordPolicy: defaults })
    await iam.deleteAccountPasswordPolicy()
    expect(await refusal(iam.deleteAccountPasswordPolicy())).toEqual({
      code: 'NoSuchEntity',
      message: 'The account policy with name PasswordPolicy cannot be found.',
      status: 404,
    })
  })

  test('all that is out of range is counted', async () => {
    const work = iam.updateAccountPasswordPolicy({
      MinimumPasswordLength: 129,
      PasswordReusePrevention: 25,
      MaxPasswordAge: 1096,
    })
    expect((await refusal(work)).message).toBe(
      "3 validation errors detected: Value at 'minimumPasswordLength' failed to satisfy constraint: Member must have value less than or equal to 128; Value at 'passwordReusePrevention' failed to satisfy constraint: Member must have value less than or equal to 24; Value at 'maxPasswordAge' failed to satisfy constraint: Member must have value less than or equal to 1095"
    )
  })

  test('a password that was used before is refused as often as the policy says', async () => {
    await iam.createUser(U)
    await iam.createLoginProfile({ ...U, Password: 'Passw0rd!1' })
    await iam.updateAccountPasswordPolicy({
      PasswordReusePrevention: 2,
      AllowUsersToChangePassword: true,
    })
    await iam.updateLoginProfile({ ...U, Password: 'Passw0rd!2' })
    const again =
      'Policy constraint violation with password reuse prevention during password change.'
    for (const Password of ['Passw0rd!1', 'Passw0rd!2']) {
      expect(await refusal(iam.updateLoginProfile({ ...U, Password }))).toEqual({
        code: 'PasswordPolicyViolation',
        message: again,
        status: 400,
      })
    }
    const own = spec.client(userArn('U')).iam
    await own.changePassword({ OldPassword: 'Passw0rd!2', NewPassword: 'Passw0rd!3' })
    await own.changePassword({ OldPassword: 'Passw0rd!3', NewPassword: 'Passw0rd!1' })
  })

  test('a password is not the account’s name', async () => {
    await iam.createUser(U)
    const Password = `ROOT@${HOME}.example.com`
    expect((await refusal(iam.createLoginProfile({ ...U, Password }))).code).toBe(
      'PasswordPolicyViolation'
    )
  })

  test('tokens of the global endpoint have a version', async () => {
    const version = async () =>
      (await iam.getAccountSummary()).SummaryMap?.GlobalEndpointTokenVersion
    expect(await version()).toBe(1)
    await iam.setSecurityTokenServicePreferences({ GlobalEndpointTokenVersion: 'v2Token' })
    expect(await version()).toBe(2)
    await iam.setSecurityTokenServicePreferences({ GlobalEndpointTokenVersion: 'v1Token' })
    expect(await version()).toBe(1)
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html */
describe('instance profiles', () => {
  const shape = {
    Path: '/a/',
    InstanceProfileName: 'I',
    InstanceProfileId: expect.stringMatching(/^AIPA/),
    Arn: `arn:aws:iam::${HOME}:instance-profile/a/I`,
    CreateDate: created,
    Roles: [],
  }
  const Tags = [{ Key: 'a', Value: 'b' }]

  test('show tags when they are made with some, or looked at by themselves', async () => {
    expect(await iam.createInstanceProfile({ ...I, Path: '/a/' })).toEqual({
      InstanceProfile: shape,
    })
    expect(await iam.getInstanceProfile(I)).toEqual({
      InstanceProfile: { ...shape, Tags: [] },
    })
    expect(
      (await iam.createInstanceProfile({ InstanceProfileName: 'J', Tags })).InstanceProfile
    ).toMatchObject({ Tags })
    expect(await iam.listInstanceProfiles({ PathPrefix: '/a/' })).toEqual({
      InstanceProfiles: [shape],
      IsTruncated: false,
    })
    expect((await iam.listInstanceProfiles()).InstanceProfiles).toHaveLength(2)
    await iam.tagInstanceProfile({ ...I, Tags })
    expect((await iam.listInstanceProfileTags(I)).Tags).toEqual(Tags)
    await iam.untagInstanceProfile({ ...I, TagKeys: ['a'] })
    expect((await iam.listInstanceProfileTags(I)).Tags).toEqual([])
  })

  test('give up only the role that they have', async () => {
    await iam.createInstanceProfile(I)
    await iam.createRole({ ...R, AssumeRolePolicyDocument: trusting('*') })
    expect(await refusal(iam.removeRoleFromInstanceProfile({ ...I, ...R }))).toEqual({
      code: 'NoSuchEntity',
      message: 'Role R in Instance Profile I cannot be found.',
      status: 404,
    })
  })
})

test('a quota that AWS has raised holds, and the summary says so', async () => {
  const { world } = spec.cloud
  const account = world.accounts[HOME]
  if (account) {
    const raised = { ...account, quotas: { GroupsPerUser: 0, RolesPerAccount: 5000 } }
    spec.cloud.replace({ ...world, accounts: { ...world.accounts, [HOME]: raised } })
  }
  ;({ iam } = spec.root())
  await iam.createUser(U)
  await iam.createGroup(G)
  expect((await refusal(iam.addUserToGroup({ ...U, ...G }))).message).toBe(
    'Cannot exceed quota for GroupsPerUser: 0'
  )
  expect((await iam.getAccountSummary()).SummaryMap?.RolesQuota).toBe(5000)
})
