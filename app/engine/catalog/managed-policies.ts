/**
 * AWS managed policies: a few are here from the start, the rest comes in sixteen parts, loaded
 * when one of their policies is asked for.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html
 */
import { descriptions } from './descriptions'
import core from './generated/core'
import { policyIdOf } from './policy-id'
import { loadShard, shardOf } from './shards'

const PREFIX = 'arn:aws:iam::aws:policy'

export type ManagedPolicyEntry = {
  arn: string
  name: string
  path: string
  /** `ANPA` and seventeen characters, always the same for one ARN. */
  id: string
  /** The default version, `v12`. */
  version: string
  created: string
  updated: string
  description: string
}

type Stored = { entry: ManagedPolicyEntry; document: string }

const stored = new Map<string, Stored>()
const entries = new Map<string, ManagedPolicyEntry>()
const loadedShards = new Set<number>()
let index: Promise<ManagedPolicyEntry[]> | undefined
let indexed: ManagedPolicyEntry[] = []

/** What the generated modules hold: version number, created, updated, document. */
type Row = [number, string, string, object]

function toEntry(key: string, version: number, created: string, updated: string) {
  const cut = key.lastIndexOf('/') + 1
  const name = key.slice(cut)
  const arn = PREFIX + key
  const entry: ManagedPolicyEntry = {
    arn,
    name,
    path: key.slice(0, cut),
    id: policyIdOf(arn),
    version: `v${version}`,
    created,
    updated,
    description: descriptions[name] ?? '',
  }
  return entry
}

function keep(text: string) {
  // the generated modules are ours and a spec reads every one of them
  const rows = JSON.parse(text) as Record<string, Row>
  for (const [key, [version, created, updated, document]] of Object.entries(rows)) {
    const entry = toEntry(key, version, created, updated)
    stored.set(entry.arn, { entry, document: JSON.stringify(document) })
    entries.set(entry.arn, entry)
  }
}

keep(core)

export const isAwsManaged = (arn: string) => arn.startsWith(`${PREFIX}/`)

const shardOfArn = (arn: string) => shardOf(arn.slice(PREFIX.length))

/** Nothing more can be learned about this ARN by loading. */
const isKnown = (arn: string) =>
  !isAwsManaged(arn) || stored.has(arn) || loadedShards.has(shardOfArn(arn))

export const isLoaded = (arns: Iterable<string>) => [...arns].every(isKnown)

/** The default version's text; only of what is loaded. */
export const managedPolicyDocument = (arn: string) => stored.get(arn)?.document

/** Until the index or the policy's part is loaded, only the policies of the core are known. */
export const managedPolicyEntry = (arn: string) => entries.get(arn)

/** Makes the documents of these policies available. ARNs of other kinds are passed over. */
export async function loadManagedPolicies(arns: Iterable<string>) {
  const missing = [...arns].filter((arn) => !isKnown(arn))
  const shards = [...new Set(missing.map(shardOfArn))]
  await Promise.all(
    shards.map(async (shard) => {
      keep(await loadShard(shard))
      loadedShards.add(shard)
    })
  )
}

/** The policy with its document made available; `undefined` when AWS has no such policy. */
export async function loadManagedPolicy(arn: string) {
  await loadManagedPolicies([arn])
  return managedPolicyEntry(arn)
}

/** Every AWS managed policy by ARN, without the documents. */
export function loadManagedPolicyIndex(): Promise<ManagedPolicyEntry[]> {
  index ??= import('./generated/managed-policy-index').then(({ default: text }) => {
    // as above: made by the project's own script
    const rows = JSON.parse(text) as [string, string, number, string, string][]
    const all = rows.map(([name, path, version, created, updated]) =>
      toEntry(path + name, version, created, updated)
    )
    for (const entry of all) entries.set(entry.arn, entry)
    indexed = all
    return all
  })
  return index
}

export const isIndexLoaded = () => indexed.length > 0

/** Every AWS managed policy, once the index is loaded. */
export const managedPolicyEntries = () => indexed

/**
 * Policies of service-linked roles belong to their service and go on no other role.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
 */
export const isAttachable = ({ path }: Pick<ManagedPolicyEntry, 'path'>) =>
  !path.startsWith('/aws-service-role/')

/** Counted as job functions by the console although their path does not say so. */
const plainJobFunctions = new Set([
  'AdministratorAccess',
  'PowerUserAccess',
  'ReadOnlyAccess',
  'SecurityAudit',
])

export function policyTypeLabel(arn: string) {
  if (!isAwsManaged(arn)) return 'Customer managed'
  const key = arn.slice(PREFIX.length + 1)
  const isJobFunction = key.startsWith('job-function/') || plainJobFunctions.has(key)
  return isJobFunction ? 'AWS managed - job function' : 'AWS managed'
}
