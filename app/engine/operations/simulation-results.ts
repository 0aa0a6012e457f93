/** What a simulation answers for one action. */
import type { EvaluationResult, PolicySourceType, Statement } from '@aws-sdk/client-iam'
import { resourceTypesOf } from '../catalog/service-authorization'
import type { Decision, PolicyTrace, Verdict } from '../evaluate/decision'
import { distinctKeys, variablesIn } from './context-keys'
import { decide, type Simulation } from './simulated-request'
import { positionsOf } from './statement-positions'

const decisions = {
  Allow: 'allowed',
  ExplicitDeny: 'explicitDeny',
  ImplicitDeny: 'implicitDeny',
} as const satisfies Record<Verdict, string>

/** The service answers with these words; the SDK's type knows others. */
const SOURCE_TYPE = 'IAM Policy' as PolicySourceType

/** The source behind a place in the policy set; what stands in for a trust policy has none. */
function sourceOf(simulation: Simulation, type: string, index: number, level = 0) {
  switch (type) {
    case 'identity':
      return simulation.identity[index]
    case 'boundary':
      return simulation.boundary?.[index]
    case 'scp':
      return simulation.scps?.[level]?.[index]
    default:
      return simulation.resource
  }
}

const matched = (simulation: Simulation, decision: Decision): Statement[] =>
  decision.decidedBy.flatMap(({ policy, index }) => {
    const source = sourceOf(simulation, policy.type, policy.index, policy.level)
    return source
      ? [
          {
            SourcePolicyId: source.id,
            SourcePolicyType: SOURCE_TYPE,
            ...positionsOf(source.text, index),
          },
        ]
      : []
  })

/** Keys that a statement on this action asks for and that nobody gave. */
function missing(decision: Decision, context: Simulation['context']) {
  const given = new Set(Object.keys(context).map((key) => key.toLowerCase()))
  const asked = decision.trace
    .flatMap(({ statements }) => statements)
    .filter(({ action }) => action.matched)
    .flatMap(({ resource, conditions }) => [
      ...resource.wanted.flatMap(variablesIn),
      ...conditions.flatMap(({ key, wanted }) => [key, ...wanted.flatMap(variablesIn)]),
    ])
  return distinctKeys(asked).filter((key) => !given.has(key.toLowerCase()))
}

const allows = (trace: PolicyTrace[]) =>
  trace.some(({ outcome }) => outcome === 'allows') &&
  !trace.some(({ outcome }) => outcome === 'denies')

/** Which of the policies that only limit let the call through. */
function limits({ boundary, scps }: Simulation, { trace }: Decision) {
  const ofBoundary = trace.filter(({ policy }) => policy.type === 'boundary')
  const levels = scps?.map((_, level) =>
    trace.filter(({ policy }) => policy.type === 'scp' && policy.level === level)
  )
  return {
    ...(levels
      ? { OrganizationsDecisionDetail: { AllowedByOrganizations: levels.every(allows) } }
      : {}),
    ...(boundary
      ? {
          PermissionsBoundaryDecisionDetail: {
            AllowedByPermissionsBoundary: allows(ofBoundary),
          },
        }
      : {}),
  }
}

/** Several resources are summed up under the form of ARN that the action takes. */
function formOf(action: string) {
  const form = resourceTypesOf(action)?.[0]?.arn
  return form === undefined ? '*' : form.replace('${Partition}', 'aws')
}

const strongest = ['explicitDeny', 'allowed', 'implicitDeny'] as const

export function evaluate(
  simulation: Simulation,
  action: string,
  arns?: string[]
): EvaluationResult {
  const each = (arns ?? ['*']).map((arn) => ({
    arn,
    decision: decide(simulation, action, arn),
  }))
  const specific = each.map(({ arn, decision }) => ({
    EvalResourceName: arn,
    EvalResourceDecision: decisions[decision.verdict],
    MatchedStatements: matched(simulation, decision),
    MissingContextValues: missing(decision, simulation.context),
  }))
  const overall = strongest.find((word) =>
    specific.some(({ EvalResourceDecision }) => EvalResourceDecision === word)
  )
  const [only] = specific.length === 1 ? specific : []
  const [first] = each
  return {
    EvalActionName: action,
    EvalResourceName: only?.EvalResourceName ?? formOf(action),
    EvalDecision: overall,
    MatchedStatements: only?.MatchedStatements ?? [],
    MissingContextValues: only?.MissingContextValues ?? [],
    ...(first && limits(simulation, first.decision)),
    ...(arns ? { ResourceSpecificResults: specific } : {}),
  }
}
