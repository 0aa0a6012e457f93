/** What a call does besides what it says. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { AwsClient } from '../api'
import type { Role, User } from '../model'
import { onShelf } from '../shelf'
import {
  allow,
  AWAY,
  document,
  policyArn,
  refusal,
  roleArn,
  rootArn,
  specCloud,
  trusting,
  userArn,
} from '../spec-cloud'

let iam: AwsClient['iam']
let spec: ReturnType<typeof specCloud>

beforeEach(() => {
  spec = specCloud()
  ;({ iam } = spec.root())
})

async function principalOf(RoleName: string) {
  const { Role } = await iam.getRole({ RoleName })
  const text = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')
  return JSON.parse(text).Statement[0].Principal
}

const badPrincipal = (key: string, value: string) => ({
  code: 'MalformedPolicyDocument',
  message: `Invalid principal in policy: "${key}":"${value}"`,
  status: 400,
})

describe('principals of a trust policy', () => {
  beforeEach(async () => {
    await iam.createUser({ UserName: 'U' })
    await iam.createRole({
      RoleName: 'R',
      AssumeRolePolicyDocument: trusting(userArn('U')),
    })
  })

  test('are kept by ID and shown by ARN', async () => {
    const { accounts } = spec.cloud.world
    const { users = [], roles = [] } = accounts['111122223333'] ?? {}
    expect(onShelf<Role>(roles, 'R')?.trustPolicy).toContain(onShelf<User>(users, 'U')?.id)
    expect(await principalOf('R')).toEqual({ AWS: userArn('U') })
  })

  test('follow a new name and a new path', async () => {
    await iam.updateUser({ UserName: 'U', NewUserName: 'V', NewPath: '/x/' })
    expect(await principalOf('R')).toEqual({ AWS: userArn('x/V') })
  })

  test('are shown by ID once deleted, and cannot be saved so again', async () => {
    const id = (await iam.getUser({ UserName: 'U' })).User?.UserId ?? ''
    await iam.deleteUser({ UserName: 'U' })
    await iam.createUser({ UserName: 'U' })
    expect(await principalOf('R')).toEqual({ AWS: id })
    const save = (PolicyDocument: string) =>
      iam.updateAssumeRolePolicy({ RoleName: 'R', PolicyDocument })
    expect(await refusal(save(trusting(id)))).toEqual(badPrincipal('AWS', id))
    await save(trusting(userArn('U')))
    expect(await principalOf('R')).toEqual({ AWS: userArn('U') })
  })

  test('an account number is shown as its root', async () => {
    await iam.createRole({ RoleName: 'A', AssumeRolePolicyDocument: trusting(AWAY) })
    expect(await principalOf('A')).toEqual({ AWS: rootArn(AWAY) })
  })

  test.each([
    ['AWS', { AWS: userArn('nobody') }, userArn('nobody')],
    ['AWS', { AWS: userArn('x/U') }, userArn('x/U')],
    [
      'AWS',
      { AWS: 'arn:aws:iam::111122223333:group/G' },
      'arn:aws:iam::111122223333:group/G',
    ],
    ['AWS', { AWS: userArn('constructor') }, userArn('constructor')],
    [
      'AWS',
      { AWS: 'arn:aws:sts::constructor:assumed-role/R/s' },
      'arn:aws:sts::constructor:assumed-role/R/s',
    ],
    ['SERVICE', { Service: 'foo.amazonaws.com' }, 'foo.amazonaws.com'],
    [
      'FEDERATED',
      { Federated: 'arn:aws:iam::111122223333:saml-provider/none' },
      'arn:aws:iam::111122223333:saml-provider/none',
    ],
  ])('of kind %s have to be there: %j', async (key, principal, value) => {
    const call = iam.createRole({
      RoleName: 'Q',
      AssumeRolePolicyDocument: trusting(principal),
    })
    expect(await refusal(call)).toEqual(badPrincipal(key, value))
  })
})

describe('a policy', () => {
  test('changes for all who have it when its default version does', async () => {
    await iam.createUser({ UserName: 'U' })
    const PolicyArn = policyArn('P')
    await iam.createPolicy({
      PolicyName: 'P',
      PolicyDocument: allow('s3:ListAllMyBuckets'),
    })
    await iam.attachUserPolicy({ UserName: 'U', PolicyArn })
    const { s3 } = spec.client(userArn('U'))
    await s3.listBuckets()
    const next = { PolicyArn, PolicyDocument: allow('ec2:*'), SetAsDefault: true }
    await iam.createPolicyVersion(next)
    expect((await refusal(s3.listBuckets())).code).toBe('AccessDenied')
    await iam.setDefaultPolicyVersion({ PolicyArn, VersionId: 'v1' })
    await s3.listBuckets()
  })

  test('that is put again takes the place of the one before', async () => {
    const U = { UserName: 'U', PolicyName: 'i' }
    await iam.createUser(U)
    await iam.putUserPolicy({ ...U, PolicyDocument: allow('s3:*') })
    await iam.putUserPolicy({ ...U, PolicyDocument: allow('ec2:*') })
    expect((await iam.listUserPolicies(U)).PolicyNames).toEqual(['i'])
    const { PolicyDocument = '' } = await iam.getUserPolicy(U)
    expect(decodeURIComponent(PolicyDocument)).toBe(allow('ec2:*'))
  })

  test('that is malformed never reaches the world', async () => {
    await iam.createUser({ UserName: 'U' })
    const before = JSON.stringify(spec.cloud.world.accounts)
    const call = iam.putUserPolicy({
      UserName: 'U',
      PolicyName: 'i',
      PolicyDocument: '{"a":1}',
    })
    expect(await refusal(call)).toEqual({
      code: 'MalformedPolicyDocument',
      message: 'Syntax errors in policy.',
      status: 400,
    })
    expect(JSON.stringify(spec.cloud.world.accounts)).toBe(before)
  })
})

describe('a new name', () => {
  test('of a user keeps ID, groups, policies and session', async () => {
    await iam.createUser({ UserName: 'U' })
    await iam.createGroup({ GroupName: 'G' })
    await iam.addUserToGroup({ UserName: 'U', GroupName: 'G' })
    await iam.putGroupPolicy({
      GroupName: 'G',
      PolicyName: 'i',
      PolicyDocument: allow('*'),
    })
    const user = spec.client(userArn('U'))
    await iam.updateUser({ UserName: 'U', NewUserName: 'V' })
    expect((await user.sts.getCallerIdentity()).Arn).toBe(userArn('V'))
    await iam.updateGroup({ GroupName: 'G', NewGroupName: 'H' })
    expect((await user.iam.getGroup({ GroupName: 'H' })).Users).toMatchObject([
      { UserName: 'V' },
    ])
  })

  test('asks for permission on the old and on the new', async () => {
    await iam.createUser({ UserName: 'U' })
    await iam.createUser({ UserName: 'Clerk' })
    await iam.putUserPolicy({
      UserName: 'Clerk',
      PolicyName: 'i',
      PolicyDocument: allow('iam:UpdateUser', userArn('U')),
    })
    const clerk = spec.client(userArn('Clerk')).iam
    expect(
      (await refusal(clerk.updateUser({ UserName: 'U', NewUserName: 'V' }))).message
    ).toBe(
      `User: ${userArn('Clerk')} is not authorized to perform: iam:UpdateUser on resource: ${userArn('V')} because no identity-based policy allows the iam:UpdateUser action`
    )
  })
})

describe('condition keys of IAM', () => {
  const boundary = 'arn:aws:iam::aws:policy/PowerUserAccess'
  const clerkWith = async (...statements: Record<string, unknown>[]) => {
    await iam.createUser({ UserName: 'Clerk' })
    await iam.putUserPolicy({
      UserName: 'Clerk',
      PolicyName: 'i',
      PolicyDocument: document(...statements),
    })
    return spec.client(userArn('Clerk')).iam
  }
  const grant = (Action: string, Condition: object) => ({
    Effect: 'Allow',
    Action,
    Resource: '*',
    Condition,
  })

  test('iam:PermissionsBoundary is the boundary in the call, and then that of the entity', async () => {
    const bounded = { StringEquals: { 'iam:PermissionsBoundary': boundary } }
    const clerk = await clerkWith(
      grant('iam:CreateUser', bounded),
      grant('iam:PutUserPolicy', bounded)
    )
    expect((await refusal(clerk.createUser({ UserName: 'A' }))).code).toBe('AccessDenied')
    await clerk.createUser({ UserName: 'A', PermissionsBoundary: boundary })
    const inline = { PolicyName: 'i', PolicyDocument: allow('*') }
    await clerk.putUserPolicy({ UserName: 'A', ...inline })
    await iam.createUser({ UserName: 'B' })
    expect((await refusal(clerk.putUserPolicy({ UserName: 'B', ...inline }))).code).toBe(
      'AccessDenied'
    )
  })

  test('iam:PolicyARN is the policy of an attachment', async () => {
    const clerk = await clerkWith(
      grant('iam:AttachUserPolicy', { ArnEquals: { 'iam:PolicyARN': boundary } })
    )
    const attach = (PolicyArn: string) =>
      clerk.attachUserPolicy({ UserName: 'Clerk', PolicyArn })
    await attach(boundary)
    const admin = 'arn:aws:iam::aws:policy/AdministratorAccess'
    expect((await refusal(attach(admin))).message).toBe(
      `User: ${userArn('Clerk')} is not authorized to perform: iam:AttachUserPolicy on resource: user Clerk because no identity-based policy allows the iam:AttachUserPolicy action`
    )
  })

  test('tags of the call and of the thing decide', async () => {
    const clerk = await clerkWith(
      grant('iam:TagRole', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Team'] } }),
      grant('iam:DeleteRole', { StringEquals: { 'aws:ResourceTag/Team': 'a' } })
    )
    const R = { RoleName: 'R' }
    await iam.createRole({ ...R, AssumeRolePolicyDocument: trusting(rootArn()) })
    const tag = (Key: string) => clerk.tagRole({ ...R, Tags: [{ Key, Value: 'a' }] })
    expect((await refusal(tag('Other'))).code).toBe('AccessDenied')
    expect((await refusal(clerk.deleteRole(R))).code).toBe('AccessDenied')
    await tag('Team')
    await clerk.deleteRole(R)
  })

  test('a role is passed to EC2 only by who may pass it', async () => {
    const clerk = await clerkWith({
      Effect: 'Allow',
      Action: 'iam:AddRoleToInstanceProfile',
      Resource: '*',
    })
    await iam.createInstanceProfile({ InstanceProfileName: 'I' })
    await iam.createRole({ RoleName: 'R', AssumeRolePolicyDocument: trusting(rootArn()) })
    const call = clerk.addRoleToInstanceProfile({ InstanceProfileName: 'I', RoleName: 'R' })
    expect((await refusal(call)).message).toBe(
      `User: ${userArn('Clerk')} is not authorized to perform: iam:PassRole on resource: ${roleArn('R')} because no identity-based policy allows the iam:PassRole action`
    )
  })
})

describe('names that mean something to every object', () => {
  test.each(['constructor', '__proto__', 'toString', 'prototype'])('%s', async (name) => {
    const { cloud } = spec
    expect(await refusal(iam.getUser({ UserName: name }))).toMatchObject({
      code: 'NoSuchEntity',
    })
    const UserName = name
    await iam.createUser({ UserName, Tags: [{ Key: name, Value: name }] })
    await iam.createGroup({ GroupName: name })
    await iam.addUserToGroup({ UserName, GroupName: name })
    await iam.createRole({
      RoleName: name,
      AssumeRolePolicyDocument: trusting(userArn(name)),
    })
    await iam.putUserPolicy({ UserName, PolicyName: name, PolicyDocument: allow('*') })
    await iam.createPolicy({ PolicyName: name, PolicyDocument: allow('*') })
    await iam.attachGroupPolicy({ GroupName: name, PolicyArn: policyArn(name) })
    await iam.createInstanceProfile({ InstanceProfileName: name })
    await iam.addRoleToInstanceProfile({ InstanceProfileName: name, RoleName: name })
    const user = spec.client(userArn(name))
    expect((await user.iam.listUserPolicies({ UserName })).PolicyNames).toEqual([name])
    expect((await user.iam.listUsers()).Users).toMatchObject([{ UserName: name }])
    const { credentials } = await cloud.switchRole(cloud.credentialsFor(userArn(name)), {
      account: '111122223333',
      roleName: name,
    })
    expect((await cloud.client(credentials).sts.getCallerIdentity()).Arn).toContain(name)
    expect(JSON.parse(JSON.stringify(cloud.world))).toEqual(cloud.world)
    await iam.removeRoleFromInstanceProfile({ InstanceProfileName: name, RoleName: name })
    await iam.deleteRole({ RoleName: name })
    await iam.deleteUserPolicy({ UserName, PolicyName: name })
    await iam.removeUserFromGroup({ UserName, GroupName: name })
    await iam.deleteUser({ UserName })
    expect((await iam.listUsers()).Users).toEqual([])
  })
})
