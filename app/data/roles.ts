import { useQuery } from '@tanstack/react-query'
import type { AwsClient } from '~/engine'
import { type Caller, orNotFound, q, qAll, useCaller } from './client'

export const rolesQuery = (caller: Caller) =>
  qAll(caller, 'ListRoles', {}, (page) => page.Roles)

export const useRoles = () => useQuery(rolesQuery(useCaller()))

export const roleQuery = (caller: Caller, RoleName: string) =>
  q(caller, 'iam', 'GetRole', { RoleName })

/** A page's main question: a role that is not there is the error boundary's business. */
export const useRole = (name: string) =>
  useQuery({ ...roleQuery(useCaller(), name), ...orNotFound })

/** For a cell: any error stays in it. */
export const useRoleQuietly = (name: string) => useQuery(roleQuery(useCaller(), name))

export const useRoleTags = (RoleName: string) =>
  useQuery(qAll(useCaller(), 'ListRoleTags', { RoleName }, (page) => page.Tags))

export const useAttachedRolePolicies = (RoleName: string) =>
  useQuery(
    qAll(
      useCaller(),
      'ListAttachedRolePolicies',
      { RoleName },
      (page) => page.AttachedPolicies
    )
  )

export const useRolePolicyNames = (RoleName: string) =>
  useQuery(qAll(useCaller(), 'ListRolePolicies', { RoleName }, (page) => page.PolicyNames))

export const useInstanceProfilesForRole = (RoleName: string) =>
  useQuery(
    qAll(
      useCaller(),
      'ListInstanceProfilesForRole',
      { RoleName },
      (page) => page.InstanceProfiles
    )
  )

/**
 * IAM refuses to delete a role that holds anything, so the console clears it first.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html
 */
export async function deleteRole({ iam }: AwsClient, RoleName: string) {
  const { AttachedPolicies = [] } = await iam.listAttachedRolePolicies({ RoleName })
  for (const { PolicyArn } of AttachedPolicies) {
    await iam.detachRolePolicy({ RoleName, PolicyArn })
  }
  const { PolicyNames = [] } = await iam.listRolePolicies({ RoleName })
  for (const PolicyName of PolicyNames) await iam.deleteRolePolicy({ RoleName, PolicyName })
  const { InstanceProfiles = [] } = await iam.listInstanceProfilesForRole({ RoleName })
  for (const { InstanceProfileName } of InstanceProfiles) {
    await iam.removeRoleFromInstanceProfile({ InstanceProfileName, RoleName })
    // only a profile of the same name was made by the console for this role
    if (InstanceProfileName === RoleName)
      await iam.deleteInstanceProfile({ InstanceProfileName })
  }
  await iam.deleteRole({ RoleName })
}
