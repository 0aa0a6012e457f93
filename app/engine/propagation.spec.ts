import { beforeEach, describe, expect, test } from 'vitest'
import {
  allow,
  policyArn,
  refusal,
  roleArn,
  specCloud,
  trusting,
  userArn,
} from './spec-cloud'

const ENFORCE = 12_000
const PRINCIPALS = 8_000

function slowCloud() {
  const spec = specCloud()
  const { world } = spec.cloud
  spec.cloud.replace({
    ...world,
    rules: { ...world.rules, consistency: { enforce: ENFORCE, principals: PRINCIPALS } },
  })
  return spec
}

let spec = slowCloud()
beforeEach(async () => {
  spec = slowCloud()
  await spec.root().iam.createUser({ UserName: 'U' })
  spec.later(60)
})

const may = (action: string, resource = '*') =>
  spec.cloud.decide({ principal: userArn('U'), action, resource }).verdict === 'Allow'

const permit = (action: string) =>
  spec.root().iam.putUserPolicy({
    UserName: 'U',
    PolicyName: 'P',
    PolicyDocument: allow(action),
  })

describe('under eventual consistency', () => {
  test('a policy is read at once and enforced a while later', async () => {
    await permit('iam:*')
    expect((await spec.root().iam.listUserPolicies({ UserName: 'U' })).PolicyNames).toEqual(
      ['P']
    )
    expect(may('iam:ListRoles')).toBe(false)
    const early = spec.client(userArn('U')).iam.listRoles()
    expect(await refusal(early)).toMatchObject({ code: 'AccessDenied' })
    spec.later(11.999)
    expect(may('iam:ListRoles')).toBe(false)
    spec.later(0.001)
    expect(may('iam:ListRoles')).toBe(true)
    await spec.client(userArn('U')).iam.listRoles()
  })

  test('a permission that was taken away lives on as long', async () => {
    await permit('iam:*')
    spec.later(60)
    await spec.root().iam.deleteUserPolicy({ UserName: 'U', PolicyName: 'P' })
    expect(may('iam:ListRoles')).toBe(true)
    spec.later(12)
    expect(may('iam:ListRoles')).toBe(false)
  })

  test('changes arrive one after the other', async () => {
    await permit('iam:ListRoles')
    spec.later(6)
    await permit('iam:ListUsers')
    spec.later(6)
    expect([may('iam:ListRoles'), may('iam:ListUsers')]).toEqual([true, false])
    spec.later(6)
    expect([may('iam:ListRoles'), may('iam:ListUsers')]).toEqual([false, true])
  })

  test('a new role cannot be assumed yet', async () => {
    await permit('sts:AssumeRole')
    spec.later(60)
    await spec.root().iam.createRole({
      RoleName: 'R',
      AssumeRolePolicyDocument: trusting(userArn('U')),
    })
    const assume = () =>
      spec
        .client(userArn('U'))
        .sts.assumeRole({ RoleArn: roleArn('R'), RoleSessionName: 'early' })
    expect(await refusal(assume())).toMatchObject({ code: 'AccessDenied' })
    spec.later(12)
    expect((await assume()).AssumedRoleUser?.Arn).toContain('assumed-role/R/early')
  })

  test('a new user signs calls at once, and may nothing until it has arrived', async () => {
    const { iam } = spec.root()
    await iam.createUser({ UserName: 'New' })
    await iam.createPolicy({ PolicyName: 'P', PolicyDocument: allow('iam:*') })
    await iam.attachUserPolicy({ UserName: 'New', PolicyArn: policyArn('P') })
    const { sts, iam: own } = spec.client(userArn('New'))
    expect((await sts.getCallerIdentity()).Arn).toBe(userArn('New'))
    expect(await refusal(own.listRoles())).toMatchObject({ code: 'AccessDenied' })
    spec.later(12)
    await own.listRoles()
  })

  test('a new user is no valid principal yet', async () => {
    const { iam } = spec.root()
    await iam.createUser({ UserName: 'New' })
    const create = () =>
      iam.createRole({ RoleName: 'R', AssumeRolePolicyDocument: trusting(userArn('New')) })
    spec.later(7.999)
    expect(await refusal(create())).toEqual({
      code: 'MalformedPolicyDocument',
      message: `Invalid principal in policy: "AWS":"${userArn('New')}"`,
      status: 400,
    })
    spec.later(0.001)
    await create()
  })

  test('a user that came with the world is one', async () => {
    const { iam } = spec.root()
    await iam.createUser({ UserName: 'New' })
    const { world } = spec.cloud
    spec.cloud.replace({ ...world, events: [] })
    await iam.createRole({
      RoleName: 'R',
      AssumeRolePolicyDocument: trusting(userArn('New')),
    })
  })

  test('buckets do not wait for IAM', async () => {
    await permit('s3:*')
    spec.later(60)
    const { s3 } = spec.root()
    await s3.createBucket({ Bucket: 'reports' })
    await s3.putBucketPolicy({
      Bucket: 'reports',
      Policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::reports/*',
          },
        ],
      }),
    })
    expect(may('s3:GetObject', 'arn:aws:s3:::reports/x')).toBe(false)
  })

  test('a world that is put in its place is enforced at once', async () => {
    await permit('iam:*')
    spec.cloud.replace(spec.cloud.world)
    expect(may('iam:ListRoles')).toBe(true)
  })
})
