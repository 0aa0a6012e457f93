import { useQuery } from '@tanstack/react-query'
import type {
  ListEntitiesForPolicyResponse,
  Policy,
  PolicyUsageType,
} from '@aws-sdk/client-iam'
import type { AwsClient } from '~/engine'
import { descriptions } from '~/engine/catalog/descriptions'
import { isAwsManaged, policyTypeLabel } from '~/engine/catalog/managed-policies'
import type { Step } from './progress'
import { allPages, type Caller, orNotFound, q, qAll, useCaller } from './client'

export { isAwsManaged, policyTypeLabel as policyType }

export const policiesQuery = (caller: Caller) =>
  qAll(caller, 'ListPolicies', { Scope: 'All', MaxItems: 1000 }, (page) => page.Policies)

export const usePolicies = (enabled = true) =>
  useQuery({ ...policiesQuery(useCaller()), enabled })

/** Lists come without descriptions; AWS's own policies have them at hand. */
export const policyDescription = ({ PolicyName = '', Description }: Policy) =>
  Description ?? descriptions[PolicyName] ?? ''

export const policyQuery = (caller: Caller, PolicyArn: string) =>
  q(caller, 'iam', 'GetPolicy', { PolicyArn })

export const usePolicy = (arn: string) =>
  useQuery({ ...policyQuery(useCaller(), arn), ...orNotFound })

export const usePolicyVersion = (PolicyArn: string, VersionId: string) =>
  useQuery(q(useCaller(), 'iam', 'GetPolicyVersion', { PolicyArn, VersionId }))

export const usePolicyVersions = (PolicyArn: string) =>
  useQuery(qAll(useCaller(), 'ListPolicyVersions', { PolicyArn }, (page) => page.Versions))

/** The text of the default version: two questions, each of which may be refused. */
export function useDefaultVersion(PolicyArn: string) {
  const caller = useCaller()
  return useQuery({
    queryKey: [caller.key, 'iam', 'default version', PolicyArn],
    queryFn: async () => {
      const { iam } = caller.client()
      const { Policy: policy } = await iam.getPolicy({ PolicyArn })
      const { PolicyVersion } = await iam.getPolicyVersion({
        PolicyArn,
        VersionId: policy?.DefaultVersionId,
      })
      return PolicyVersion
    },
  })
}

export const usePolicyTags = (PolicyArn: string) =>
  useQuery(qAll(useCaller(), 'ListPolicyTags', { PolicyArn }, (page) => page.Tags))

/** Who holds a policy: as a permissions policy, or as a boundary. */
export type PolicyHolder = { kind: 'User' | 'Role' | 'User group'; name: string }

type EntitiesPage = Pick<
  ListEntitiesForPolicyResponse,
  'PolicyUsers' | 'PolicyRoles' | 'PolicyGroups'
>

const holdersOn = (page: EntitiesPage): PolicyHolder[] => [
  ...(page.PolicyUsers ?? []).map(({ UserName: name = '' }) => ({
    kind: 'User' as const,
    name,
  })),
  ...(page.PolicyRoles ?? []).map(({ RoleName: name = '' }) => ({
    kind: 'Role' as const,
    name,
  })),
  ...(page.PolicyGroups ?? []).map(({ GroupName: name = '' }) => ({
    kind: 'User group' as const,
    name,
  })),
]

export const usePolicyHolders = (PolicyArn: string, PolicyUsageFilter: PolicyUsageType) =>
  useQuery(
    qAll(useCaller(), 'ListEntitiesForPolicy', { PolicyArn, PolicyUsageFilter }, holdersOn)
  )

const detach: Record<
  PolicyHolder['kind'],
  (client: AwsClient, name: string, arn: string) => Promise<unknown>
> = {
  User: ({ iam }, UserName, PolicyArn) => iam.detachUserPolicy({ UserName, PolicyArn }),
  Role: ({ iam }, RoleName, PolicyArn) => iam.detachRolePolicy({ RoleName, PolicyArn }),
  'User group': ({ iam }, GroupName, PolicyArn) =>
    iam.detachGroupPolicy({ GroupName, PolicyArn }),
}

export const detachSteps = (
  client: AwsClient,
  PolicyArn: string,
  holders: readonly PolicyHolder[]
): Step[] =>
  holders.map(({ kind, name }) => ({
    what: `Detach from ${kind.toLowerCase()} ${name}`,
    call: () => detach[kind](client, name, PolicyArn),
  }))

/**
 * IAM refuses to delete a policy that is attached or has more than its default version, so the
 * console clears both first.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-delete.html
 */
export async function deletePolicySteps(
  client: AwsClient,
  PolicyArn: string
): Promise<Step[]> {
  const { iam } = client
  const attached = { PolicyArn, PolicyUsageFilter: 'PermissionsPolicy' as const }
  const holders = await allPages(client, 'ListEntitiesForPolicy', attached, holdersOn)
  const { Versions = [] } = await iam.listPolicyVersions({ PolicyArn })
  return [
    ...detachSteps(client, PolicyArn, holders),
    ...Versions.filter(({ IsDefaultVersion }) => !IsDefaultVersion).map(
      ({ VersionId }) => ({
        what: `Delete version ${VersionId}`,
        call: () => iam.deletePolicyVersion({ PolicyArn, VersionId }),
      })
    ),
    { what: 'Delete the policy', call: () => iam.deletePolicy({ PolicyArn }) },
  ]
}
