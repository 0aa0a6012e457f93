/**
 * What an analyzer finds now, joined with what it had found before: a finding that is no longer
 * one is resolved, and one that is new may be archived by a rule.
 */
import type { Account, Analyzer, AnalyzerFinding, ApiEvent, World } from '../model'
import { uuidOf } from '../ids'
import { isArchivedBy } from './archive'
import { externalAccess, type Zone } from './external'
import type { Found } from './found'
import { DEFAULT_AGE, unusedAccess } from './unused'

const DAY = 86_400_000

/** Resolved findings are kept for a while. */
const KEPT_DAYS = 90

export const isOfOrganization = ({ type }: Pick<Analyzer, 'type'>) =>
  type.startsWith('ORGANIZATION')

export const looksForUnused = ({ type }: Pick<Analyzer, 'type'>) =>
  type.endsWith('UNUSED_ACCESS')

export const ageOf = ({ age = DEFAULT_AGE }: Pick<Analyzer, 'age'>) => age

/** Accounts that an analyzer looks at. */
export function accountsOf(world: World, account: Account, analyzer: Analyzer): Account[] {
  if (!isOfOrganization(analyzer)) return [account]
  const ids = Object.keys(world.organization?.accounts ?? {})
  return ids.flatMap((id) => world.accounts[id] ?? [])
}

function zoneOf(world: World, account: Account, analyzer: Analyzer): Zone {
  const { organization } = world
  if (!isOfOrganization(analyzer) || !organization) {
    return { accounts: new Set([account.id]) }
  }
  const accounts = new Set(Object.keys(organization.accounts))
  return { accounts, organization: organization.id }
}

function found(world: World, account: Account, analyzer: Analyzer, now: string): Found[] {
  const accounts = accountsOf(world, account, analyzer)
  if (looksForUnused(analyzer)) {
    const since = { now, age: ageOf(analyzer) }
    return accounts.flatMap((each) => unusedAccess(each, since))
  }
  const asking = { world, now, zone: zoneOf(world, account, analyzer) }
  return accounts.flatMap((each) => externalAccess(asking, each))
}

const changes = new Set([
  'CreateRole',
  'UpdateAssumeRolePolicy',
  'PutBucketPolicy',
  'DeleteBucketPolicy',
  'DeleteRole',
  'DeleteBucket',
])

const isAbout = ({ eventName, errorCode, requestParameters }: ApiEvent, name: string) =>
  changes.has(eventName) &&
  errorCode === undefined &&
  JSON.stringify(requestParameters).includes(`"${name}"`)

/** When a resource's policy was changed last, as far as the event history goes back. */
function changed(world: World, resource: string, from: string): string {
  const name = resource.slice(
    Math.max(resource.lastIndexOf('/'), resource.lastIndexOf(':')) + 1
  )
  const event = world.events.findLast((each) => isAbout(each, name))
  return event && event.eventTime > from ? event.eventTime : from
}

type Records = Record<string, AnalyzerFinding>

function renewed(before: AnalyzerFinding, finding: AnalyzerFinding): AnalyzerFinding {
  const { status, created, updated } = before
  if (status === 'RESOLVED') return { ...finding, created }
  const isSame = JSON.stringify(before.external) === JSON.stringify(finding.external)
  return { ...finding, status, created, updated: isSame ? updated : finding.updated }
}

/** Findings by ID as they are now. Changes nothing; the analyzer may keep it. */
export function analyse(
  world: World,
  account: Account,
  analyzer: Analyzer,
  now: string
): Records {
  const records: Records = {}
  for (const { about, since, ...rest } of found(world, account, analyzer, now)) {
    const id = uuidOf(`${account.id} ${analyzer.name} ${about}`)
    const at = since ?? changed(world, rest.resource, analyzer.created)
    const when = at < analyzer.created ? analyzer.created : at
    const finding = { id, ...rest, status: 'ACTIVE' as const, created: when, updated: when }
    const before = analyzer.findings[id]
    if (before) records[id] = renewed(before, finding)
    else if (isArchivedBy(finding, analyzer.rules)) {
      records[id] = { ...finding, status: 'ARCHIVED' }
    } else records[id] = finding
  }
  return { ...resolved(world, analyzer, records, now), ...records }
}

/** Found before, and no longer. */
function resolved(
  world: World,
  analyzer: Analyzer,
  records: Records,
  now: string
): Records {
  const oldest = new Date(Date.parse(now) - KEPT_DAYS * DAY).toISOString()
  const gone = Object.values(analyzer.findings).flatMap((before) => {
    if (before.id in records) return []
    if (before.status === 'RESOLVED') return before.updated < oldest ? [] : [before]
    const at = changed(world, before.resource, before.updated)
    const updated = at === before.updated ? now : at
    return [{ ...before, status: 'RESOLVED' as const, updated }]
  })
  return Object.fromEntries(gone.map((finding) => [finding.id, finding]))
}
