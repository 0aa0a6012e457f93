import type { Naming } from '../match/principal'
import type { Found } from './collect'

/** A grant that needs no identity-based Allow, and what of the caller still limits it. */
export type Alone = { needsBoundary: boolean; needsSession: boolean }

type Side = { side: 'trust' | 'resource'; namedSuffices: boolean }

/**
 * Within one account a resource's Allow may do by itself. What limits it depends on how it
 * names the caller; of several grants the freest counts.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
export function standsAlone(
  grants: Found[],
  { side, namedSuffices }: Side
): Alone | undefined {
  if (side === 'trust' && !namedSuffices) return undefined
  const limits = side === 'trust' ? trustLimits : resourceLimits
  return grants
    .map(({ how }) => limits[how])
    .filter((alone) => alone !== undefined)
    .reduce<Alone | undefined>(
      (freest, alone) => (freest && weight(freest) <= weight(alone) ? freest : alone),
      undefined
    )
}

const weight = ({ needsBoundary, needsSession }: Alone) =>
  Number(needsBoundary) + Number(needsSession)

const free: Alone = { needsBoundary: false, needsSession: false }
const bounded: Alone = { needsBoundary: true, needsSession: false }
const limited: Alone = { needsBoundary: true, needsSession: true }

/**
 * An account only delegates to its own policies; a role stands for its permissions, so what
 * limits them limits the grant; a user or a session is the very principal that is named.
 */
const resourceLimits = {
  session: free,
  'federated-user': free,
  user: free,
  everyone: free,
  role: limited,
  account: undefined,
  service: free,
  provider: free,
} satisfies Record<Naming, Alone | undefined>

/**
 * A user with a permissions boundary who is named in a trust policy needs `sts:AssumeRole`
 * in the boundary, unlike elsewhere. `*` is treated as if it named the caller: our reading.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-users
 */
const trustLimits = {
  ...resourceLimits,
  user: bounded,
  everyone: limited,
} satisfies Record<Naming, Alone | undefined>
