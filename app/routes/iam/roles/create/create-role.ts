import type { AwsClient } from '~/engine'
import type { RoleForm } from './role-form'
import { findUseCase } from './service-use-cases'
import { trustPolicyText } from './trust-policy'

/** The role exists, but not all that was asked for came after it. */
export class HalfCreatedError extends Error {}

const managesInstanceProfile = ({ trust }: RoleForm) =>
  trust.entityType === 'service' &&
  findUseCase(trust.service.service, trust.service.useCase)?.principal ===
    'ec2.amazonaws.com'

async function furnish({ iam }: AwsClient, form: RoleForm, RoleName: string) {
  for (const { Arn } of form.permissions.policies) {
    await iam.attachRolePolicy({ RoleName, PolicyArn: Arn })
  }
  if (!managesInstanceProfile(form)) return
  // EC2 takes a role by way of an instance profile, which the console makes along with it
  await iam.createInstanceProfile({ InstanceProfileName: RoleName })
  await iam.addRoleToInstanceProfile({ InstanceProfileName: RoleName, RoleName })
}

/** The calls of the wizard's last button. `own` is the account's ID. */
export async function createRole(client: AwsClient, form: RoleForm, own: string) {
  const { details, permissions, trust } = form
  const boundary = permissions.boundary.use ? permissions.boundary.policy?.Arn : undefined
  await client.iam.createRole({
    RoleName: details.name,
    AssumeRolePolicyDocument: trustPolicyText(trust, own),
    ...(details.description ? { Description: details.description } : {}),
    ...(boundary ? { PermissionsBoundary: boundary } : {}),
    ...(details.tags.length > 0
      ? { Tags: details.tags.map(({ key, value }) => ({ Key: key, Value: value })) }
      : {}),
  })
  await furnish(client, form, details.name).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new HalfCreatedError(reason, { cause: error })
  })
}
