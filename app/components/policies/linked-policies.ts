import type { Policy } from '@aws-sdk/client-iam'
import { useMemo } from 'react'
import { usePolicies } from '~/data/policies'
import type { BoundaryChoice } from './boundary-field'

type Chosen = { policies: Policy[]; boundary: BoundaryChoice }

/** By ARN, or by a name that is given instead of one. */
const isMeant = (asked: Policy) => (policy: Policy) =>
  policy.Arn === asked.Arn || policy.PolicyName === asked.Arn

/**
 * The policies that a link chose, as they are in the account, and a sentence for each that is
 * not there. Somebody who may not list policies keeps them all: the API has the last word.
 */
export function useLinkedPolicies({ policies, boundary }: Chosen) {
  const asked = useMemo(
    () => [...policies, ...(boundary.policy ? [boundary.policy] : [])],
    [policies, boundary]
  )
  const { data } = usePolicies(asked.length > 0)
  return useMemo(() => {
    const find = (policy: Policy) => data?.find(isMeant(policy))
    const isMissing = (policy: Policy) => data !== undefined && !find(policy)?.IsAttachable
    const notes = asked
      .filter(isMissing)
      .map(({ Arn }) => `Policy ${Arn} does not exist or cannot be attached.`)
    return { notes, isMissing, find: (policy: Policy) => find(policy) ?? policy }
  }, [asked, data])
}

type Linked = Pick<ReturnType<typeof useLinkedPolicies>, 'isMissing' | 'find'>

/** What was chosen, without what is missing. */
export const keepKnown = (policies: Policy[], { isMissing, find }: Linked) =>
  policies.filter((policy) => !isMissing(policy)).map(find)

export const keepKnownBoundary = (boundary: BoundaryChoice, linked: Linked) =>
  boundary.policy && linked.isMissing(boundary.policy)
    ? { use: false }
    : { ...boundary, ...(boundary.policy ? { policy: linked.find(boundary.policy) } : {}) }
