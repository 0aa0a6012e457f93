/**
 * Assuming a role has two halves: the role has to trust the caller, and the caller has to be
 * allowed to assume it. Side by side, each with the statements that speak for it or come near.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
 */
import { actionFacts } from './action-facts'
import type { Decision, PolicyTrace, StatementTrace } from './decision'
import { nearMisses } from './trace'

export type Half = {
  /** `not-needed`: the other half grants by itself. */
  outcome: 'allows' | 'denies' | 'silent' | 'not-needed'
  /** The statements that apply, with the effect that counts. */
  by: StatementTrace[]
  /** Of the allows that do not apply, those that come nearest. */
  nearest: StatementTrace[]
}

export type Halves = { trust: Half; identity: Half }

/** Nothing for any other action. */
export function halvesOf(decision: Decision): Halves | undefined {
  if (actionFacts(decision.request.action).kind !== 'assume') return undefined
  const { trace, reason } = decision
  const trust = halfOf(trace.filter(({ policy }) => policy.type === 'trust'))
  const identity = halfOf(trace.filter(({ policy }) => policy.type === 'identity'))
  const isEnough = reason.kind === 'allowed-by-trust' && identity.outcome === 'silent'
  return { trust, identity: isEnough ? { ...identity, outcome: 'not-needed' } : identity }
}

function halfOf(policies: PolicyTrace[]): Half {
  const applying = policies.flatMap(({ statements }) =>
    statements.filter((statement) => statement.applies)
  )
  const denies = applying.filter(({ effect }) => effect === 'Deny')
  const by = denies.length > 0 ? denies : applying
  const outcome = denies.length > 0 ? 'denies' : applying.length > 0 ? 'allows' : 'silent'
  return { outcome, by, nearest: outcome === 'silent' ? nearMisses(policies) : [] }
}
