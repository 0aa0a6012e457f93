/**
 * The table of services behind "Permissions defined in this policy".
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand.html
 */
import { readDocument } from '~/data/documents'
import { isKnownService } from '~/engine/catalog/actions'
import { servicePrefixes } from '~/engine/catalog/generated/service-prefixes'
import { type PolicyStatement, toList } from '~/engine/policy/document'
import { isObject, textsOf } from '~/engine/policy/read'
import { describeConditions } from './summary/describe-condition'
import { appliesTo, describeResources, serviceOfArn } from './summary/describe-resource'
import { isEmpty, levelsOf, type Reach, reachOf, unite } from './summary/reach'
import { serviceName } from './summary/service-name'

export type SummaryRow = {
  service: string
  name: string
  access: string
  resource: string
  condition: string
  warning?: string
}

export type PolicySummary = {
  uncategorized: SummaryRow[]
  deny: SummaryRow[]
  allow: SummaryRow[]
  /** Known services the policy does not allow anything in. */
  remaining: SummaryRow[]
  total: number
  banner?: string
}

const warnings = {
  noResources: 'No resources are defined.',
  noActions: 'No actions are defined.',
  uselessAction: 'One or more actions do not have an applicable resource.',
  uselessResource: 'One or more resources do not have an applicable action.',
}

const grantsNothing =
  'This policy does not grant any permissions. To grant access, policies must have an action that has an applicable resource or condition.'
const grantsSome =
  'This policy defines some actions, resources, or conditions that do not provide permissions. To grant access, policies must have an action that has an applicable resource or condition.'

/** What one or several statements of one effect do to one service. */
type Part = {
  reach: Reach
  resources: Set<string>
  conditions: Set<string>
  warning?: string
}

/** `undefined` when no summary of the text can be made. */
export function summarizePolicy(text: string): PolicySummary | undefined {
  const statements = readStatements(text)
  if (!statements?.every(canSummarize)) return undefined
  const deny = toRows(statements.filter(({ Effect }) => Effect === 'Deny'))
  const allow = toRows(statements.filter(({ Effect }) => Effect === 'Allow'))
  const rows = [...deny, ...allow]
  if (rows.length === 0) return undefined
  const known = ({ service }: SummaryRow) => isKnownService(service)
  const allowed = new Set(allow.map(({ service }) => service))
  const banner = bannerFor(rows)
  return {
    uncategorized: rows.filter((row) => !known(row)),
    deny: deny.filter(known),
    allow: allow.filter(known),
    remaining: [...servicePrefixes]
      .filter((service) => !allowed.has(service))
      .map(implicitlyDenied)
      .toSorted(byName),
    total: servicePrefixes.size,
    ...(banner ? { banner } : {}),
  }
}

function readStatements(text: string): PolicyStatement[] | undefined {
  const document: unknown = readDocument(text)
  if (!isObject(document)) return undefined
  // what somebody is still writing may hold anything; the parts are looked at one by one below
  const statements = toList(document['Statement'] as PolicyStatement | PolicyStatement[])
  return statements.every(isObject) ? statements : undefined
}

const canSummarize = (statement: PolicyStatement) =>
  !('Principal' in statement || 'NotPrincipal' in statement || 'NotResource' in statement)

const byName = (a: SummaryRow, b: SummaryRow) =>
  a.name.localeCompare(b.name, 'en', { sensitivity: 'base' })

const implicitlyDenied = (service: string): SummaryRow => ({
  service,
  name: serviceName(service),
  access: 'None',
  resource: '-',
  condition: '-',
})

function bannerFor(rows: SummaryRow[]) {
  if (rows.every(({ access }) => access === 'None')) return grantsNothing
  return rows.some(({ warning }) => warning) ? grantsSome : undefined
}

function toRows(statements: PolicyStatement[]): SummaryRow[] {
  const parts = new Map<string, Part>()
  for (const statement of statements) {
    for (const [service, part] of partsOf(statement)) {
      const before = parts.get(service)
      parts.set(service, before ? merge(before, part) : part)
    }
  }
  return [...parts].map(([service, part]) => toRow(service, part)).toSorted(byName)
}

function merge(a: Part, b: Part): Part {
  const warning = a.warning ?? b.warning
  // a part that gives nothing does not blur what the other one gives
  if (isEmpty(b.reach)) return { ...a, ...(warning ? { warning } : {}) }
  if (isEmpty(a.reach)) return { ...b, ...(warning ? { warning } : {}) }
  return {
    reach: unite(a.reach, b.reach),
    resources: new Set([...a.resources, ...b.resources]),
    conditions: new Set([...a.conditions, ...b.conditions]),
    ...(warning ? { warning } : {}),
  }
}

function toRow(service: string, part: Part): SummaryRow {
  return {
    service,
    name: serviceName(service),
    access: isKnownService(service) ? levelsOf(service, part.reach) : '',
    resource: describeResources([...part.resources]),
    condition: part.conditions.size > 1 ? 'Multiple' : ([...part.conditions][0] ?? 'None'),
    ...(part.warning ? { warning: part.warning } : {}),
  }
}

const nothing: Reach = { all: false, names: new Set() }

function partsOf(statement: PolicyStatement): Map<string, Part> {
  const resources = textsOf(statement.Resource)
  const conditions = new Set([describeConditions(statement.Condition)])
  const used = new Set<string>()
  const parts = new Map<string, Part>()
  for (const [service, reach] of reachOf(statement)) {
    const applicable = resources.filter((resource) => appliesTo(service, resource))
    for (const resource of applicable) used.add(resource)
    const warning = warningFor(reach, resources, applicable)
    parts.set(service, {
      reach: warning ? nothing : reach,
      resources: new Set(warning ? resources : applicable),
      conditions,
      ...(warning ? { warning } : {}),
    })
  }
  for (const resource of resources) {
    const service = serviceOfArn(resource)
    if (used.has(resource) || !service || parts.has(service)) continue
    const warning = warnings.uselessResource
    parts.set(service, {
      reach: nothing,
      resources: new Set([resource]),
      conditions,
      warning,
    })
  }
  return parts
}

function warningFor(reach: Reach, resources: string[], applicable: string[]) {
  if (isEmpty(reach)) return warnings.noActions
  if (resources.length === 0) return warnings.noResources
  return applicable.length === 0 ? warnings.uselessAction : undefined
}
