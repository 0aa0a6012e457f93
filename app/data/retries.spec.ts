import { expect, test } from 'vitest'
import type { AwsClient } from '~/engine/api'
import { callByName } from '~/engine/call-by-name'
import { allow, rootArn, specCloud, trusting } from '~/engine/spec-cloud'
import { withFaults } from '~/faults/faulty-client'
import { createInjector } from '~/faults/injector'
import { withRetries } from './retries'

/** A cloud with somebody and something in it. */
async function furnished() {
  const { cloud, root } = specCloud()
  const { iam, s3 } = root()
  await iam.createUser({ UserName: 'U' })
  await iam.createRole({ RoleName: 'R', AssumeRolePolicyDocument: trusting(rootArn()) })
  await iam.createPolicy({ PolicyName: 'P', PolicyDocument: allow('s3:*') })
  await iam.createInstanceProfile({ InstanceProfileName: 'I' })
  await iam.createGroup({ GroupName: 'G' })
  await s3.createBucket({ Bucket: 'a-bucket' })
  return { cloud, client: root() }
}

/** The first answer to the operation is lost. */
function losing(client: AwsClient, op: string) {
  const waiting = { now: () => 0, wait: async () => {} }
  const injector = createInjector(waiting)
  injector.set([{ op, nth: 1, error: 'ServiceFailure', afterwards: true }])
  return withRetries(withFaults(client, injector))
}

const P = 'arn:aws:iam::111122223333:policy/P'

test.each<[operation: string, input: object]>([
  ['iam:CreateAccessKey', { UserName: 'U' }],
  ['iam:CreatePolicyVersion', { PolicyArn: P, PolicyDocument: allow('iam:*') }],
  [
    'iam:CreateServiceSpecificCredential',
    { UserName: 'U', ServiceName: 'codecommit.amazonaws.com' },
  ],
  ['iam:CreateServiceLinkedRole', { AWSServiceName: 'autoscaling.amazonaws.com' }],
  ['iam:AddRoleToInstanceProfile', { InstanceProfileName: 'I', RoleName: 'R' }],
  ['iam:CreateUser', { UserName: 'New' }],
  ['iam:CreateRole', { RoleName: 'New', AssumeRolePolicyDocument: trusting('*') }],
  ['iam:CreateGroup', { GroupName: 'New' }],
  ['iam:CreatePolicy', { PolicyName: 'New', PolicyDocument: allow('s3:*') }],
  ['iam:CreateInstanceProfile', { InstanceProfileName: 'New' }],
  ['iam:CreateLoginProfile', { UserName: 'U', Password: 'Correct-horse-9' }],
  ['iam:CreateVirtualMFADevice', { VirtualMFADeviceName: 'New' }],
  ['iam:CreateOpenIDConnectProvider', { Url: 'https://oidc.example.com' }],
  ['iam:DeleteUser', { UserName: 'U' }],
  ['iam:DeleteRole', { RoleName: 'R' }],
  ['iam:DeletePolicy', { PolicyArn: P }],
  ['s3:DeleteBucket', { Bucket: 'a-bucket' }],
])('%s is done once when its answer is lost', async (operation, input) => {
  const { cloud, client } = await furnished()
  const before = cloud.world.events.length
  await callByName(losing(client, operation), operation, input).catch(() => undefined)
  await cloud.settled()
  const name = operation.slice(operation.indexOf(':') + 1)
  const done = cloud.world.events
    .slice(before)
    .filter((each) => each.eventName === name && each.errorCode === undefined)
  expect(done).toHaveLength(1)
})

test.each<[operation: string, input: object]>([
  ['iam:CreateAccountAlias', { AccountAlias: 'new-alias' }],
  ['iam:AttachUserPolicy', { UserName: 'U', PolicyArn: P }],
  ['iam:AddUserToGroup', { UserName: 'U', GroupName: 'G' }],
  ['iam:PutUserPolicy', { UserName: 'U', PolicyName: 'I', PolicyDocument: allow('s3:*') }],
  ['iam:TagRole', { RoleName: 'R', Tags: [{ Key: 'a', Value: 'b' }] }],
  ['s3:PutObject', { Bucket: 'a-bucket', Key: 'k', Body: 'text' }],
])('%s is tried again, and nobody is told', async (operation, input) => {
  const { client } = await furnished()
  await callByName(losing(client, operation), operation, input)
})

test('what was never done may be tried again, whatever it is', async () => {
  const { client } = await furnished()
  const injector = createInjector({ now: () => 0, wait: async () => {} })
  injector.set([{ op: 'iam:CreateAccessKey', times: 1, error: 'Throttling' }])
  const { iam } = withRetries(withFaults(client, injector))
  const { AccessKey } = await iam.createAccessKey({ UserName: 'U' })
  expect(AccessKey?.UserName).toBe('U')
})
