import type {
  Decision,
  PolicyRef,
  PolicyTrace,
  PolicyType,
  Verdict,
} from '~/engine/evaluate/decision'

export const verdicts: Record<Verdict, { title: string; type: 'success' | 'error' }> = {
  Allow: { title: 'Allowed', type: 'success' },
  ExplicitDeny: { title: 'Denied: a policy says no', type: 'error' },
  ImplicitDeny: { title: 'Denied: nothing says yes', type: 'error' },
}

export const policyTypes: Record<PolicyType, { one: string; many: string }> = {
  identity: { one: 'Identity-based policy', many: 'Identity-based policies' },
  resource: { one: 'Resource-based policy', many: 'Resource-based policy' },
  trust: { one: 'Trust policy', many: 'Trust policy' },
  boundary: { one: 'Permissions boundary', many: 'Permissions boundary' },
  session: { one: 'Session policy', many: 'Session policies' },
  scp: { one: 'Service control policy', many: 'Service control policies' },
  rcp: { one: 'Resource control policy', many: 'Resource control policies' },
}

/** `missing` is the silence that the decision turns on. */
export type Outcome = PolicyTrace['outcome'] | 'missing'

export const outcomes: Record<Outcome, string> = {
  allows: 'Allows',
  denies: 'Denies',
  silent: 'Says nothing about this',
  missing: 'Does not allow it',
}

/** Order of the checks as they are explained. */
const order: PolicyType[] = [
  'scp',
  'rcp',
  'trust',
  'resource',
  'identity',
  'boundary',
  'session',
]

export type PolicyGroup = { type: PolicyType; outcome: Outcome; policies: PolicyTrace[] }

const outcomeOf = (policies: PolicyTrace[]): Outcome => {
  if (policies.some(({ outcome }) => outcome === 'denies')) return 'denies'
  return policies.some(({ outcome }) => outcome === 'allows') ? 'allows' : 'silent'
}

/** The kinds of policy that had a say, also one whose Allow is missing altogether. */
export function groupPolicies({ trace, reason }: Decision): PolicyGroup[] {
  const missing = reason.kind === 'no-allow' ? reason.policyType : undefined
  return order.flatMap((type) => {
    const policies = trace.filter(({ policy }) => policy.type === type)
    if (policies.length === 0 && type !== missing) return []
    const outcome = outcomeOf(policies)
    return [
      {
        type,
        policies,
        outcome: type === missing && outcome === 'silent' ? 'missing' : outcome,
      },
    ]
  })
}

export const titleOf = (policy: PolicyRef) => policy.name ?? policyTypes[policy.type].one
