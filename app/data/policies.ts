import { useQuery } from '@tanstack/react-query'
import type { Policy } from '@aws-sdk/client-iam'
import { descriptions } from '~/engine/catalog/descriptions'
import { isAwsManaged, policyTypeLabel } from '~/engine/catalog/managed-policies'
import { type Caller, orNotFound, q, qAll, useCaller } from './client'

export { isAwsManaged, policyTypeLabel as policyType }

export const policiesQuery = (caller: Caller) =>
  qAll(caller, 'ListPolicies', { Scope: 'All', MaxItems: 1000 }, (page) => page.Policies)

export const usePolicies = () => useQuery(policiesQuery(useCaller()))

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
