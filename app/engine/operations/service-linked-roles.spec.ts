/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
import { beforeEach, describe, expect, test } from 'vitest'
import type { AwsClient } from '../api'
import { loadManagedPolicyIndex } from '../catalog/managed-policies'
import { allow, HOME, refusal, specCloud, trusting, userArn } from '../spec-cloud'
import { linkedServiceOf } from './service-linked-services'

let iam: AwsClient['iam']
let spec: ReturnType<typeof specCloud>

beforeEach(() => {
  spec = specCloud()
  ;({ iam } = spec.root())
})

const AWSServiceName = 'elasticloadbalancing.amazonaws.com'
const RoleName = 'AWSServiceRoleForElasticLoadBalancing'

describe('a service-linked role', () => {
  test('has a name, a path, a trust policy and a policy of the service’s own', async () => {
    const { Role } = await iam.createServiceLinkedRole({ AWSServiceName, Description: 'd' })
    expect(Role).toEqual({
      Path: `/aws-service-role/${AWSServiceName}/`,
      RoleName,
      RoleId: expect.stringMatching(/^AROA/),
      Arn: `arn:aws:iam::${HOME}:role/aws-service-role/${AWSServiceName}/${RoleName}`,
      CreateDate: new Date('2026-01-15T09:00:00.000Z'),
      AssumeRolePolicyDocument: encodeURIComponent(
        JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: AWSServiceName },
              Action: 'sts:AssumeRole',
            },
          ],
        })
      ),
    })
    expect(await iam.getRole({ RoleName })).toMatchObject({ Role: { Description: 'd' } })
    expect((await iam.listAttachedRolePolicies({ RoleName })).AttachedPolicies).toEqual([
      {
        PolicyName: 'AWSElasticLoadBalancingServiceRolePolicy',
        PolicyArn:
          'arn:aws:iam::aws:policy/aws-service-role/AWSElasticLoadBalancingServiceRolePolicy',
      },
    ])
  })

  test('is deleted by a task', async () => {
    await iam.createServiceLinkedRole({ AWSServiceName })
    const { DeletionTaskId = '' } = await iam.deleteServiceLinkedRole({ RoleName })
    expect(DeletionTaskId).toMatch(
      new RegExp(`^task/aws-service-role/${AWSServiceName}/${RoleName}/[0-9a-f-]{36}$`)
    )
    expect(await iam.getServiceLinkedRoleDeletionStatus({ DeletionTaskId })).toEqual({
      Status: 'SUCCEEDED',
    })
    expect((await refusal(iam.getRole({ RoleName }))).code).toBe('NoSuchEntity')
  })

  test('of three services takes a suffix', async () => {
    const given = { AWSServiceName: 'autoscaling.amazonaws.com', CustomSuffix: 'web' }
    const { Role } = await iam.createServiceLinkedRole(given)
    expect(Role?.RoleName).toBe('AWSServiceRoleForAutoScaling_web')
    expect(await refusal(iam.createServiceLinkedRole(given))).toEqual({
      code: 'InvalidInput',
      message:
        'Service role name AWSServiceRoleForAutoScaling_web has been taken in this account, please try a different suffix.',
      status: 400,
    })
  })

  test('is asked for by the name of its service', async () => {
    await iam.createUser({ UserName: 'U' })
    const condition = { StringEquals: { 'iam:AWSServiceName': AWSServiceName } }
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: 'iam:CreateServiceLinkedRole',
        Resource: '*',
        Condition: condition,
      },
    })
    await iam.putUserPolicy({ UserName: 'U', PolicyName: 'i', PolicyDocument })
    const user = spec.client(userArn('U')).iam
    expect((await user.createServiceLinkedRole({ AWSServiceName })).Role).toBeDefined()
    const other = { AWSServiceName: 'none.amazonaws.com' }
    expect((await refusal(user.createServiceLinkedRole(other))).code).toBe('AccessDenied')
    const nothing = { DeletionTaskId: 'task' }
    const { code } = await refusal(user.getServiceLinkedRoleDeletionStatus(nothing))
    expect(code).toBe('AccessDenied')
  })

  const protectedRole = `Cannot perform the operation on the protected role '${RoleName}' - this role is only modifiable by AWS`

  test.each<[string, () => Promise<unknown>]>([
    ['DeleteRole', () => iam.deleteRole({ RoleName })],
    ['UpdateRole', () => iam.updateRole({ RoleName })],
    ['TagRole', () => iam.tagRole({ RoleName, Tags: [{ Key: 'k', Value: 'v' }] })],
    [
      'UpdateAssumeRolePolicy',
      () => iam.updateAssumeRolePolicy({ RoleName, PolicyDocument: trusting('*') }),
    ],
    [
      'PutRolePolicy',
      () => iam.putRolePolicy({ RoleName, PolicyName: 'p', PolicyDocument: allow('*') }),
    ],
  ])('is closed to %s', async (_, call) => {
    await iam.createServiceLinkedRole({ AWSServiceName })
    expect(await refusal(call())).toEqual({
      code: 'UnmodifiableEntity',
      message: protectedRole,
      status: 400,
    })
  })

  test.each<[string, () => Promise<unknown>, string, string]>([
    [
      'for a service that has none',
      () => iam.createServiceLinkedRole({ AWSServiceName: 'none.amazonaws.com' }),
      'InvalidInput',
      'Service-linked roles are not supported for none.amazonaws.com',
    ],
    [
      'with a suffix where none is taken',
      () => iam.createServiceLinkedRole({ AWSServiceName, CustomSuffix: 'x' }),
      'InvalidInput',
      `Custom suffix is not allowed for ${AWSServiceName}`,
    ],
    [
      'deleted as such when it is an ordinary one',
      async () => {
        await iam.createRole({ RoleName: 'R', AssumeRolePolicyDocument: trusting('*') })
        await iam.deleteServiceLinkedRole({ RoleName: 'R' })
      },
      'InvalidInput',
      'The role R is not a service-linked role.',
    ],
    [
      'whose deletion nobody asked for',
      () => iam.getServiceLinkedRoleDeletionStatus({ DeletionTaskId: 'task/a/b/c/d' }),
      'NoSuchEntity',
      'Deletion task task/a/b/c/d cannot be found.',
    ],
  ])('that cannot be: %s', async (_, call, code, message) => {
    expect(await refusal(call())).toMatchObject({ code, message })
  })
})

test.each([
  'autoscaling',
  'ecs',
  'organizations',
  'support',
  'guardduty',
  'ops.apigateway',
])('%s has a policy of AWS’s', async (service) => {
  const policies = await loadManagedPolicyIndex()
  const linked = linkedServiceOf(`${service}.amazonaws.com`)
  expect(policies.map(({ arn }) => arn)).toContain(linked?.policyArn)
})
