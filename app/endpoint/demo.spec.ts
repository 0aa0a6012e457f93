import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  ListRolesCommand,
  PutUserPolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam'
import { ListBucketsCommand } from '@aws-sdk/client-s3'
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { allow, HOME, rootArn, roleArn, trusting, userArn } from '~/engine/spec-cloud'
import { specEndpoint, thrown } from './spec-endpoint'

let spec: Awaited<ReturnType<typeof specEndpoint>>

beforeEach(async () => {
  spec = await specEndpoint(Date.now)
})

afterEach(() => spec.close())

/** As credential providers of the SDK give them. */
const toCredentials = (
  given: {
    AccessKeyId?: string
    SecretAccessKey?: string
    SessionToken?: string
  } = {}
) => ({
  accessKeyId: given.AccessKeyId ?? '',
  secretAccessKey: given.SecretAccessKey ?? '',
  sessionToken: given.SessionToken ?? '',
})

test('the demo of the course works with the SDK', async () => {
  const { iam } = spec.admin
  const RoleName = 'RoleS3FullAccess'
  await iam.send(new CreateUserCommand({ UserName: 'Stuart' }))
  const created = await iam.send(
    new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trusting(rootArn()) })
  )
  expect(created.Role?.Arn).toBe(roleArn(RoleName))
  const PolicyArn = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }))
  await iam.send(
    new UpdateAssumeRolePolicyCommand({
      RoleName,
      PolicyDocument: trusting(userArn('Stuart')),
    })
  )
  const PolicyDocument = allow('sts:AssumeRole', roleArn(RoleName))
  await iam.send(
    new PutUserPolicyCommand({
      UserName: 'Stuart',
      PolicyName: 'AssumeRoleS3',
      PolicyDocument,
    })
  )

  const stuart = spec.as(userArn('Stuart'))
  expect(await thrown(stuart.s3.send(new ListBucketsCommand({})))).toMatchObject({
    name: 'AccessDenied',
    status: 403,
  })
  const assumed = await stuart.sts.send(
    new AssumeRoleCommand({ RoleArn: roleArn(RoleName), RoleSessionName: 'Stuart' })
  )
  const role = spec.clients(toCredentials(assumed.Credentials))
  expect(await role.sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: HOME,
    Arn: `arn:aws:sts::${HOME}:assumed-role/${RoleName}/Stuart`,
  })
  expect((await role.s3.send(new ListBucketsCommand({}))).Buckets).toEqual([])
  expect(await thrown(role.iam.send(new ListRolesCommand({})))).toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining('is not authorized to perform: iam:ListRoles'),
    status: 403,
  })
})
