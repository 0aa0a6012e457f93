/**
 * The decision told statement by statement. A second look with the very matchers that
 * decided, so the two cannot disagree.
 */
import { isMet, weigh } from '../conditions/condition'
import { contextValue } from '../conditions/context'
import { findAction } from '../match/action'
import { findPrincipal } from '../match/principal'
import type { PreparedRequest } from '../match/request'
import { findResource } from '../match/resource'
import type { CompiledStatement } from '../policy/compile'
import type { PolicyDocument } from '../policy/document'
import { listOf } from '../policy/read'
import { compilerFor, looksAt } from './collect'
import type {
  ConditionMatch,
  Match,
  PolicyNames,
  PolicySet,
  PolicyTrace,
  PolicyType,
  StatementTrace,
} from './decision'
import { type Place, policyRefOf, refOf } from './ref'
import { applies, coversResource, namesCaller } from './statement'

type Looked = Place & { document: PolicyDocument }

/** The caller's own policies first, as a reader would look for them. */
export const tracePolicies = (
  policies: PolicySet,
  request: PreparedRequest,
  names: PolicyNames | undefined
): PolicyTrace[] =>
  policiesOf(policies)
    .filter(({ type }) => looksAt(type, request))
    .map((looked) => tracePolicy(looked, request, names))

const policiesOf = (policies: PolicySet): Looked[] => [
  ...placed('identity', policies.identity),
  ...placed('resource', policies.resource),
  ...placed('trust', policies.trust),
  ...placed('boundary', policies.boundary),
  ...placed('session', policies.session),
  ...listOf(policies.scps).flatMap((list, level) => placed('scp', list, level)),
  ...listOf(policies.rcps).flatMap((list, level) => placed('rcp', list, level)),
]

const placed = (type: PolicyType, documents: unknown, level = 0): Looked[] =>
  listOf(documents).map((document, index) => ({
    type,
    index,
    level,
    // shown as it came in; whatever it may be, compiling it does not throw
    document: document as PolicyDocument,
  }))

function tracePolicy(
  looked: Looked,
  request: PreparedRequest,
  names: PolicyNames | undefined
): PolicyTrace {
  const statements = compilerFor(looked.type)(looked.document).statements.map((statement) =>
    traceStatement({ ...looked, statement }, request, names)
  )
  const applying = statements.filter((statement) => statement.applies)
  const denies = applying.some(({ effect }) => effect === 'Deny')
  return {
    policy: policyRefOf(looked, names),
    document: looked.document,
    outcome: denies ? 'denies' : applying.length > 0 ? 'allows' : 'silent',
    statements,
  }
}

function traceStatement(
  place: Place & { statement: CompiledStatement },
  request: PreparedRequest,
  names: PolicyNames | undefined
): StatementTrace {
  const { statement, type } = place
  const action = traceAction(statement, request)
  const principal = tracePrincipal(statement, type, request)
  return {
    ...refOf(place, names),
    applies: action.matched && applies(statement, type, request) !== undefined,
    action,
    resource: traceResource(statement, type, request),
    ...(principal ? { principal } : {}),
    conditions: statement.conditions.map((condition): ConditionMatch => {
      const why = weigh(condition, request)
      return {
        matched: isMet(condition, why),
        element: 'Condition',
        operator: condition.operator,
        key: condition.key.written,
        wanted: condition.wanted,
        got: listOf(contextValue(request, condition.key)).map(String),
        why,
      }
    }),
  }
}

const withPattern = (match: Match, by: string | undefined): Match =>
  by === undefined ? match : { ...match, by }

function traceAction({ action }: CompiledStatement, request: PreparedRequest): Match {
  const by = findAction(action.matcher, request.actionName)
  return withPattern(
    {
      matched: (by !== undefined) !== action.not,
      element: action.name,
      wanted: action.matcher.wanted,
      got: [request.action],
    },
    by
  )
}

function traceResource(
  statement: CompiledStatement,
  type: PolicyType,
  request: PreparedRequest
): Match {
  const { resource } = statement
  return withPattern(
    {
      matched: coversResource(statement, type, request),
      element: resource?.name ?? 'Resource',
      wanted: resource?.matcher.map(({ text }) => text) ?? [],
      got: [request.arn],
    },
    resource && findResource(resource.matcher, request)?.text
  )
}

function tracePrincipal(
  statement: CompiledStatement,
  type: PolicyType,
  request: PreparedRequest
): Match | undefined {
  const { principal } = statement
  if (!principal) return undefined
  const { arn, role, service, type: kind } = request.caller
  return withPattern(
    {
      matched: namesCaller(statement, type, request) !== undefined,
      element: principal.name,
      wanted: principal.matcher.wanted,
      got: [arn, role, service]
        .filter((text) => text !== '')
        .concat(arn || service ? [] : [kind]),
    },
    findPrincipal(principal.matcher, request)?.text
  )
}

/** Three views of one trace: everything, what settled it, what nearly did. */
export const fullTrace = (trace: PolicyTrace[]): PolicyTrace[] => trace

export const whatMattered = (trace: PolicyTrace[]): PolicyTrace[] => {
  const denied = trace.some(({ outcome }) => outcome === 'denies')
  const effect = denied ? 'Deny' : 'Allow'
  return keep(trace, (statement) => statement.applies && statement.effect === effect)
}

/** Allows for this action that something else kept from applying, nearest first. */
export const nearMisses = (trace: PolicyTrace[]): StatementTrace[] =>
  trace
    .flatMap(({ statements }) => statements)
    .filter((each) => each.effect === 'Allow' && !each.applies && each.action.matched)
    .toSorted((a, b) => missed(a).length - missed(b).length)

/** The facts that kept a statement from applying. */
export const missed = (statement: StatementTrace): (Match | ConditionMatch)[] =>
  [
    statement.action,
    ...(statement.principal ? [statement.principal] : []),
    statement.resource,
    ...statement.conditions,
  ].filter((match) => !match.matched)

const keep = (trace: PolicyTrace[], wanted: (statement: StatementTrace) => boolean) =>
  trace
    .map((policy) => ({ ...policy, statements: policy.statements.filter(wanted) }))
    .filter(({ statements }) => statements.length > 0)
