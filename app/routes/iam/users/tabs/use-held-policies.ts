import { useQueries } from '@tanstack/react-query'
import type { HeldPolicy } from '~/components/policies/held-policy'
import { useCaller } from '~/data/client'
import { attachedGroupPoliciesQuery, groupPolicyNamesQuery } from '~/data/groups'
import { policyType } from '~/data/policies'
import { useAttachedUserPolicies, useUserGroups, useUserPolicyNames } from '~/data/users'

const INLINE = 'Customer inline'

/** What a user has directly and what its groups bring, each asked for by itself. */
export function useHeldPolicies(name: string) {
  const attached = useAttachedUserPolicies(name)
  const inline = useUserPolicyNames(name)
  const groups = useUserGroups(name)
  const fromGroups = useGroupPolicies(groups.data?.flatMap((g) => g.GroupName ?? []) ?? [])
  const policies: HeldPolicy[] = [
    ...(attached.data ?? []).map(({ PolicyName = '', PolicyArn = '' }) => ({
      name: PolicyName,
      arn: PolicyArn,
      type: policyType(PolicyArn),
      via: 'Directly',
    })),
    ...(inline.data ?? []).map((policy) => ({ name: policy, type: INLINE, via: 'Inline' })),
    ...fromGroups.policies,
  ]
  const own = [attached, inline, groups]
  return {
    policies,
    isPending: own.some(({ isPending }) => isPending),
    errors: [...own, ...fromGroups.queries].flatMap(({ error }) => error ?? []),
    refetch: () =>
      Promise.all([...own, ...fromGroups.queries].map(({ refetch }) => refetch())),
  }
}

function useGroupPolicies(groups: string[]) {
  const caller = useCaller()
  const attached = useQueries({
    queries: groups.map((group) => attachedGroupPoliciesQuery(caller, group)),
  })
  const inline = useQueries({
    queries: groups.map((group) => groupPolicyNamesQuery(caller, group)),
  })
  const policies = groups.flatMap((group, index): HeldPolicy[] => {
    const via = `Group ${group}`
    return [
      ...(attached[index]?.data ?? []).map(({ PolicyName = '', PolicyArn = '' }) => ({
        name: PolicyName,
        arn: PolicyArn,
        type: policyType(PolicyArn),
        via,
        group,
      })),
      ...(inline[index]?.data ?? []).map((name) => ({ name, type: INLINE, via, group })),
    ]
  })
  return { policies, queries: [...attached, ...inline] }
}
