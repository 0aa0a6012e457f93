/** What a simulation answers for one action. */
import type {
  EvaluationResult,
  PolicySourceType,
  ResourceSpecificResult,
  Statement,
} from '@aws-sdk/client-iam'
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
const sourceTypes = {
  identity: 'IAM Policy' as PolicySourceType,
  boundary: 'Permissions Boundary Policy' as PolicySourceType,
  resource: 'Resource Policy' as PolicySourceType,
}

/**
 * The source behind a place in the policy set. What stands in for a trust policy has none, and
 * those of an organization are not told.
 */
function sourceOf(simulation: Simulation, type: string, index: number) {
  switch (type) {
    case 'identity':
      return { ...simulation.identity[index], type: sourceTypes.identity }
    case 'boundary':
      return { ...simulation.boundary?.[index], type: sourceTypes.boundary }
    case 'scp':
      return undefined
    default:
      return { ...simulation.resource, type: sourceTypes.resource }
  }
}

const matched = (simulation: Simulation, decision: Decision): Statement[] =>
  decision.decidedBy.flatMap(({ policy, index }) => {
    const source = sourceOf(simulation, policy.type, policy.index)
    return source?.text === undefined
      ? []
      : [
          {
            SourcePolicyId: source.id,
            SourcePolicyType: source.type,
            ...positionsOf(source.text, index),
          },
        ]
  })

/**
 * Keys that any statement asks for and that nobody gave, where nothing allows or denies. An
 * organization that does not allow leaves nothing else to be told.
 */
function missing(decision: Decision, context: Simulation['context']) {
  const { verdict, reason } = decision
  const byOrganization = 'policyType' in reason && reason.policyType === 'scp'
  if (verdict !== 'ImplicitDeny' || byOrganization) return []
  const given = new Set(Object.keys(context).map((key) => key.toLowerCase()))
  const asked = decision.trace
    .flatMap(({ statements }) => statements)
    .flatMap(({ resource, conditions }) => [
      ...resource.wanted.flatMap(variablesIn),
      ...conditions.flatMap(({ key, wanted }) => [key, ...wanted.flatMap(variablesIn)]),
    ])
  return distinctKeys(asked).filter((key) => !given.has(key.toLowerCase()))
}

const allows = (trace: PolicyTrace[]) =>
  trace.some(({ outcome }) => outcome === 'allows') &&
  !trace.some(({ outcome }) => outcome === 'denies')

const isAllowedByOrganization = (scps: unknown[], { trace }: Decision) =>
  scps.every((_, level) =>
    allows(trace.filter(({ policy }) => policy.type === 'scp' && policy.level === level))
  )

const isAllowedByBoundary = ({ trace }: Decision) =>
  allows(trace.filter(({ policy }) => policy.type === 'boundary'))

/** Whether the boundary let the call through, for each resource that was asked about. */
const boundaryDetail = ({ boundary }: Simulation, decisions: Decision[]) =>
  boundary
    ? {
        PermissionsBoundaryDecisionDetail: {
          AllowedByPermissionsBoundary: decisions.every(isAllowedByBoundary),
        },
      }
    : {}

const organizationDetail = ({ scps }: Simulation, decisions: Decision[]) =>
  scps
    ? {
        OrganizationsDecisionDetail: {
          AllowedByOrganizations: decisions.every((decision) =>
            isAllowedByOrganization(scps, decision)
          ),
        },
      }
    : {}

/** The simulation ends where an organization denies: nothing else is looked at then. */
const isEndedByOrganization = ({ scps }: Simulation, decisions: Decision[]) =>
  scps !== undefined &&
  decisions.some((decision) => !isAllowedByOrganization(scps, decision))

const OBJECT = 'arn:aws:s3:::${BucketName}/${KeyName}'
const OF_IAM = 'arn:aws:iam::${Account}:${ResourceType}/${ResourceName}'

/** Several resources are summed up under the form of ARN that the action takes. */
function formOf(action: string) {
  const types = resourceTypesOf(action)
  const [service] = action.toLowerCase().split(':')
  if (service === 'iam' && types?.length) return OF_IAM
  if (service === 's3' && types?.some(({ name }) => name === 'object')) return OBJECT
  const form = types?.[0]?.arn
  return form === undefined ? '*' : form.replace('${Partition}', 'aws')
}

const strongest = ['explicitDeny', 'implicitDeny', 'allowed'] as const

/** Each of several things once. */
const distinct = <T>(things: T[]): T[] => [
  ...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values(),
]

/** The result of one resource leaves out the lists that are empty. */
const withoutEmpty = ({
  MatchedStatements,
  MissingContextValues,
  ...rest
}: ResourceSpecificResult & {
  MatchedStatements: Statement[]
  MissingContextValues: string[]
}): ResourceSpecificResult => ({
  ...rest,
  ...(MatchedStatements.length > 0 ? { MatchedStatements } : {}),
  ...(MissingContextValues.length > 0 ? { MissingContextValues } : {}),
})

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
    ...boundaryDetail(simulation, [decision]),
  }))
  const overall = strongest.find((word) =>
    specific.some(({ EvalResourceDecision }) => EvalResourceDecision === word)
  )
  const [only] = specific.length === 1 ? specific : []
  const made = each.map(({ decision }) => decision)
  const all = {
    MatchedStatements: distinct(specific.flatMap((one) => one.MatchedStatements)),
    MissingContextValues: distinct(specific.flatMap((one) => one.MissingContextValues)),
  }
  return {
    EvalActionName: action,
    EvalResourceName: only?.EvalResourceName ?? formOf(action),
    EvalDecision: overall,
    ...all,
    ...organizationDetail(simulation, made),
    ...boundaryDetail(simulation, made),
    ...(arns
      ? {
          ...(isEndedByOrganization(simulation, made) ? {} : { EvalDecisionDetails: {} }),
          ResourceSpecificResults: specific.map(withoutEmpty),
        }
      : {}),
  }
}
