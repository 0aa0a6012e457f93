/**
 * What would turn a refusal into an Allow: the fewest changes, each the smallest there is, and
 * the decision that comes out with all of them. The engine itself is asked after every change,
 * so a remedy that is given works.
 */
import type { PolicyDocument, PolicyStatement, PrincipalElement } from '../policy/document'
import { listOf } from '../policy/read'
import type {
  AuthorizationRequest,
  AuthorizeOptions,
  Decision,
  PolicySet,
  PolicyType,
  StatementRef,
} from './decision'

export type Change =
  | {
      kind: 'add'
      policyType: PolicyType
      /** For SCPs and RCPs: 0 is the organization's root. */
      level?: number
      /** Ready to paste. */
      statement: PolicyStatement
    }
  | { kind: 'remove'; statement: StatementRef }

export type Remedy = {
  changes: Change[]
  /** With all of the changes made. */
  decision: Decision
}

type Authorize = (
  request: AuthorizationRequest,
  policies: PolicySet,
  options?: AuthorizeOptions
) => Decision

/** More than any request can need: one for each kind of policy, and one for each level. */
const MOST_CHANGES = 40

/** Nothing where nothing is refused, or where no change of a policy would help. */
export function findRemedy(
  refusal: Decision,
  policies: PolicySet,
  options: AuthorizeOptions | undefined,
  authorize: Authorize
): Remedy | undefined {
  const changes: Change[] = []
  let changed = policies
  let decision = refusal
  while (decision.verdict !== 'Allow') {
    const next = changesFor(decision, changed)
    if (next.length === 0 || changes.length + next.length > MOST_CHANGES) return undefined
    changed = next.reduceRight(applyChange, changed)
    changes.push(...next)
    decision = authorize(refusal.request, changed, options)
  }
  return changes.length === 0 ? undefined : { changes, decision }
}

function changesFor(
  { reason, request, decidedBy, trace }: Decision,
  policies: PolicySet
): Change[] {
  switch (reason.kind) {
    case 'explicit-deny':
      return decidedBy.map((statement) => ({ kind: 'remove', statement }))
    case 'no-allow': {
      const { policyType } = reason
      const statement = statementFor(policyType, request)
      if (!statement) return []
      if (policyType !== 'scp' && policyType !== 'rcp')
        return [{ kind: 'add', policyType, statement }]
      return silentLevels(trace, policyType, policies).map((level) => ({
        kind: 'add',
        policyType,
        level,
        statement,
      }))
    }
    default:
      return []
  }
}

/** Of an organization's policies, the levels at which none allows. */
function silentLevels(
  trace: Decision['trace'],
  type: 'scp' | 'rcp',
  policies: PolicySet
): number[] {
  const allowing = new Set(
    trace
      .filter(({ policy, outcome }) => policy.type === type && outcome === 'allows')
      .map(({ policy }) => policy.level)
  )
  return [...(policies[`${type}s`] ?? []).keys()].filter((level) => !allowing.has(level))
}

function statementFor(
  type: PolicyType,
  request: AuthorizationRequest
): PolicyStatement | undefined {
  const { action } = request
  const Resource = resourceFor(request)
  switch (type) {
    case 'identity':
    case 'boundary':
    case 'session':
      return { Effect: 'Allow', Action: action, Resource }
    case 'scp':
      return { Effect: 'Allow', Action: action, Resource: '*' }
    case 'rcp':
      return { Effect: 'Allow', Principal: '*', Action: action, Resource: '*' }
    case 'trust':
    case 'resource': {
      const Principal = principalFor(request)
      if (!Principal) return undefined
      const statement = { Effect: 'Allow', Principal, Action: action }
      return type === 'trust' ? statement : { ...statement, Resource }
    }
  }
}

/** A name may hold what a policy would read as a wildcard or a variable. */
const asWritten = (arn: string) => arn.replace(/[*?$]/g, (character) => `\${${character}}`)

/** Listing buckets is authorised on no bucket, and is written with a star. */
function resourceFor({ action, resource: { arn } }: AuthorizationRequest) {
  if (arn === '*' || action.toLowerCase() === 's3:listallmybuckets') return '*'
  return asWritten(arn)
}

function principalFor({ principal }: AuthorizationRequest): PrincipalElement | undefined {
  const { type, arn, role, service } = principal
  switch (type) {
    case 'user':
    case 'federated-user':
      return arn ? { AWS: arn } : undefined
    case 'role-session':
      // a session ends; the role behind it is what a policy should name
      return role || arn ? { AWS: role || arn || '' } : undefined
    case 'root':
      return principal.account
        ? { AWS: `arn:aws:iam::${principal.account}:root` }
        : undefined
    case 'service':
      return service ? { Service: service } : undefined
    case 'saml':
    case 'oidc':
      return arn || service ? { Federated: arn || service || '' } : undefined
    case 'anonymous':
      return '*'
  }
}

const newPolicy = (statement: PolicyStatement): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [statement],
})

/** As a new policy, but for the one that a resource or a role has. */
function applyChange(policies: PolicySet, change: Change): PolicySet {
  if (change.kind === 'remove') return withoutStatement(policies, change.statement)
  const { policyType: type, statement, level = 0 } = change
  const added = newPolicy(statement)
  switch (type) {
    case 'trust':
    case 'resource':
      return { ...policies, [type]: extended(policies[type], statement) }
    case 'scp':
    case 'rcp': {
      const levels = [...(policies[`${type}s`] ?? [])]
      levels[level] = [...(levels[level] ?? []), added]
      return { ...policies, [`${type}s`]: levels }
    }
    case 'identity':
    case 'boundary':
    case 'session':
      return { ...policies, [type]: [...(policies[type] ?? []), added] }
  }
}

/** A statement of the older language is still read in the document's own. */
const extended = (document: PolicyDocument | undefined, statement: PolicyStatement) =>
  document
    ? { ...document, Statement: [...statementsOf(document), statement] }
    : newPolicy(statement)

// what is no statement is left where it is, and never matches
const statementsOf = (document: PolicyDocument) =>
  listOf(document.Statement) as PolicyStatement[]

function withoutStatement(policies: PolicySet, { policy, index }: StatementRef): PolicySet {
  const cut = (document: PolicyDocument): PolicyDocument => ({
    ...document,
    Statement: statementsOf(document).filter((_, at) => at !== index),
  })
  const cutIn = (documents: PolicyDocument[] | undefined) =>
    documents?.map((document, at) => (at === policy.index ? cut(document) : document))
  const { type, level = 0 } = policy
  switch (type) {
    case 'trust':
    case 'resource': {
      const document = policies[type]
      return document ? { ...policies, [type]: cut(document) } : policies
    }
    case 'scp':
    case 'rcp':
      return {
        ...policies,
        [`${type}s`]: policies[`${type}s`]?.map((list, at) =>
          at === level ? (cutIn(list) ?? []) : list
        ),
      }
    case 'identity':
    case 'boundary':
    case 'session':
      return { ...policies, [type]: cutIn(policies[type]) }
  }
}
