import type { Step } from '~/data/progress'
import type { AwsClient } from '~/engine'
import type { RoleForm } from './role-form'
import { findUseCase } from './service-use-cases'
import { trustPolicyText } from './trust-policy'

const managesInstanceProfile = ({ trust }: RoleForm) =>
  trust.entityType === 'service' &&
  findUseCase(trust.service.service, trust.service.useCase)?.principal ===
    'ec2.amazonaws.com'

/** EC2 takes a role by way of an instance profile, which the console makes along with it. */
const profileSteps = ({ iam }: AwsClient, RoleName: string): Step[] => {
  const InstanceProfileName = RoleName
  return [
    {
      what: `Create instance profile ${InstanceProfileName}`,
      call: () => iam.createInstanceProfile({ InstanceProfileName }),
    },
    {
      what: `Add role ${RoleName} to the instance profile`,
      call: () => iam.addRoleToInstanceProfile({ InstanceProfileName, RoleName }),
    },
  ]
}

function inputOf({ details, permissions, trust }: RoleForm, own: string) {
  const boundary = permissions.boundary.use ? permissions.boundary.policy?.Arn : undefined
  return {
    RoleName: details.name,
    AssumeRolePolicyDocument: trustPolicyText(trust, own),
    ...(details.description ? { Description: details.description } : {}),
    ...(boundary ? { PermissionsBoundary: boundary } : {}),
    ...(details.tags.length > 0
      ? { Tags: details.tags.map(({ key, value }) => ({ Key: key, Value: value })) }
      : {}),
  }
}

/** The calls of the wizard's last button. `own` is the account's ID. */
export function createRoleSteps(client: AwsClient, form: RoleForm, own: string): Step[] {
  const { iam } = client
  const input = inputOf(form, own)
  const { RoleName } = input
  return [
    { what: `Create role ${RoleName}`, of: input, call: () => iam.createRole(input) },
    ...form.permissions.policies.map(({ PolicyName, Arn }) => ({
      what: `Attach policy ${PolicyName}`,
      of: [RoleName, Arn],
      call: () => iam.attachRolePolicy({ RoleName, PolicyArn: Arn }),
    })),
    ...(managesInstanceProfile(form) ? profileSteps(client, RoleName) : []),
  ]
}
