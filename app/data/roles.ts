import { useQuery } from '@tanstack/react-query'
import type { AwsClient } from '~/engine'
import type { Step } from './progress'
import { allPages, type Caller, orNotFound, q, qAll, useCaller } from './client'

export const rolesQuery = (caller: Caller) =>
  qAll(caller, 'ListRoles', {}, (page) => page.Roles)

export const useRoles = (enabled = true) =>
  useQuery({ ...rolesQuery(useCaller()), enabled })

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
export async function deleteRoleSteps(
  client: AwsClient,
  RoleName: string
): Promise<Step[]> {
  const { iam } = client
  const of = { RoleName }
  const attached = await allPages(
    client,
    'ListAttachedRolePolicies',
    of,
    (page) => page.AttachedPolicies
  )
  const names = await allPages(client, 'ListRolePolicies', of, (page) => page.PolicyNames)
  const profiles = await allPages(
    client,
    'ListInstanceProfilesForRole',
    of,
    (page) => page.InstanceProfiles
  )
  return [
    ...attached.map(({ PolicyName, PolicyArn }) => ({
      what: `Detach policy ${PolicyName} from role ${RoleName}`,
      call: () => iam.detachRolePolicy({ RoleName, PolicyArn }),
    })),
    ...names.map((PolicyName) => ({
      what: `Delete inline policy ${PolicyName} of role ${RoleName}`,
      call: () => iam.deleteRolePolicy({ RoleName, PolicyName }),
    })),
    ...profiles.flatMap(({ InstanceProfileName = '' }) =>
      leaveProfileSteps(client, RoleName, InstanceProfileName)
    ),
    { what: `Delete role ${RoleName}`, call: () => iam.deleteRole(of) },
  ]
}

const leaveProfileSteps = (
  { iam }: AwsClient,
  RoleName: string,
  InstanceProfileName: string
): Step[] => [
  {
    what: `Remove role ${RoleName} from instance profile ${InstanceProfileName}`,
    call: () => iam.removeRoleFromInstanceProfile({ InstanceProfileName, RoleName }),
  },
  // only a profile of the same name was made by the console for this role
  ...(InstanceProfileName === RoleName
    ? [
        {
          what: `Delete instance profile ${InstanceProfileName}`,
          call: () => iam.deleteInstanceProfile({ InstanceProfileName }),
        },
      ]
    : []),
]
