/** From what is on the page to the calls of the API, and from their answers to rows. */
import type {
  ContextEntry,
  EvaluationResult,
  SimulateCustomPolicyRequest,
  SimulatePrincipalPolicyRequest,
  Statement,
} from '@aws-sdk/client-iam'
import { allPages } from '~/data/client'
import type { HeldText } from '~/data/simulator'
import type { AwsClient } from '~/engine'
import { type Draft, resourcesOf } from './draft'
import { sandboxInput } from './sandbox'

/** Somebody's policies, or new ones that nobody has. */
export type Subject = { arn: string; held: HeldText[] } | 'new'

export type Call =
  | { operation: 'SimulatePrincipalPolicy'; input: SimulatePrincipalPolicyRequest }
  | { operation: 'SimulateCustomPolicy'; input: SimulateCustomPolicyRequest }

/** A call has the same resources for all of its actions. */
function byResources(draft: Draft) {
  const groups = new Map<string, { actions: string[]; resources: string[] }>()
  for (const action of draft.actions) {
    const resources = resourcesOf(draft, action)
    const key = resources.join('\n')
    const group = groups.get(key) ?? { actions: [], resources }
    group.actions.push(action)
    groups.set(key, group)
  }
  return [...groups.values()]
}

const optional = <K extends string>(key: K, text: string) =>
  text.trim() === '' ? {} : ({ [key]: text.trim() } as { [P in K]?: string })

export function callsOf(subject: Subject, draft: Draft, context: ContextEntry[]): Call[] {
  return byResources(draft).map(({ actions, resources }): Call => {
    const shared = {
      ActionNames: actions,
      ...(resources.length > 0 ? { ResourceArns: resources } : {}),
      ...optional('ResourcePolicy', draft.resourcePolicy),
      ...optional('ResourceOwner', draft.owner),
      ...optional('CallerArn', draft.caller),
      ...(context.length > 0 ? { ContextEntries: context } : {}),
    }
    return subject === 'new'
      ? {
          operation: 'SimulateCustomPolicy',
          input: { PolicyInputList: draft.texts, ...shared },
        }
      : {
          operation: 'SimulatePrincipalPolicy',
          input: {
            PolicySourceArn: subject.arn,
            ...sandboxInput(subject.held, draft),
            ...shared,
          },
        }
  })
}

const resultsOf = (page: { EvaluationResults?: EvaluationResult[] | undefined }) =>
  page.EvaluationResults

/** All pages of the answers to all calls. */
export async function runCalls(client: AwsClient, calls: Call[]) {
  const found: EvaluationResult[] = []
  for (const call of calls) {
    const results =
      call.operation === 'SimulateCustomPolicy'
        ? await allPages(client, call.operation, call.input, resultsOf)
        : await allPages(client, call.operation, call.input, resultsOf)
    found.push(...results)
  }
  return found
}

export type Permission = 'allowed' | 'explicitDeny' | 'implicitDeny'

export type Row = {
  action: string
  resource: string
  /** Nothing before it was simulated. */
  permission?: Permission
  statements: Statement[]
  missing: string[]
  boundary?: boolean
  organization?: boolean
}

const isPermission = (text: string | undefined): text is Permission =>
  text === 'allowed' || text === 'explicitDeny' || text === 'implicitDeny'

type Answer = {
  resource: string | undefined
  decision: string | undefined
  statements: Statement[] | undefined
  missing: string[] | undefined
  boundary: boolean | undefined
}

function toRow(result: EvaluationResult, answer: Answer): Row {
  const organization = result.OrganizationsDecisionDetail?.AllowedByOrganizations
  const { decision, boundary } = answer
  return {
    action: result.EvalActionName ?? '',
    resource: answer.resource ?? '*',
    ...(isPermission(decision) ? { permission: decision } : {}),
    statements: answer.statements ?? [],
    missing: answer.missing ?? [],
    ...(boundary === undefined ? {} : { boundary }),
    ...(organization === undefined ? {} : { organization }),
  }
}

/** One row for each resource of an action. */
export function rowsOf(result: EvaluationResult): Row[] {
  const each = result.ResourceSpecificResults ?? []
  if (each.length > 0) {
    return each.map((one) =>
      toRow(result, {
        resource: one.EvalResourceName,
        decision: one.EvalResourceDecision,
        statements: one.MatchedStatements,
        missing: one.MissingContextValues,
        boundary: one.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary,
      })
    )
  }
  return [
    toRow(result, {
      resource: result.EvalResourceName,
      decision: result.EvalDecision,
      statements: result.MatchedStatements,
      missing: result.MissingContextValues,
      boundary: result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary,
    }),
  ]
}

/** Every action that was chosen, with its answers where there are any. */
export function rowsFor(draft: Draft, results: EvaluationResult[]): Row[] {
  return draft.actions.flatMap((action) => {
    const answered = results.filter(({ EvalActionName }) => EvalActionName === action)
    if (answered.length > 0) return answered.flatMap(rowsOf)
    const resources = resourcesOf(draft, action)
    return (resources.length > 0 ? resources : ['*']).map((resource) => ({
      action,
      resource,
      statements: [],
      missing: [],
    }))
  })
}

export const countOf = (rows: Row[]) => ({
  actions: new Set(rows.map(({ action }) => action)).size,
  allowed: rows.filter(({ permission }) => permission === 'allowed').length,
  denied: rows.filter(({ permission }) => permission?.endsWith('Deny')).length,
})
