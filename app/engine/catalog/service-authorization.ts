/**
 * Every service's actions, resource types and condition keys, as AWS publishes them. A few
 * services are here from the start, the rest comes in sixteen parts and is loaded by service;
 * what is not loaded is unknown here, which is never the same as "does not exist".
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
import { matchesGlob, parseGlob } from '../match/wildcard'
import core from './generated/services-core'
import {
  type ActionAuthorization,
  readServiceRow,
  type ServiceAuthorization,
  type ServiceRow,
} from './service-rows'
import { everyServiceShard, loadServiceShard, serviceShardsOf } from './service-shards'
import { shardOf } from './shards'

export type {
  ActionAuthorization,
  ActionResource,
  ConditionKey,
  ConditionKeyType,
  ResourceType,
  ServiceAuthorization,
} from './service-rows'

const rows = new Map<string, ServiceRow>()
const services = new Map<string, ServiceAuthorization>()
const loaded = new Set<number>()

/** Makes the data of these services available, or of all. Unknown prefixes do no harm. */
export async function loadServiceAuthorization(prefixes?: Iterable<string>): Promise<void> {
  const lowered = prefixes && [...prefixes].map((prefix) => prefix.toLowerCase())
  const unknown = lowered?.filter((prefix) => !isKnown(prefix))
  const wanted = unknown ? serviceShardsOf(unknown) : everyServiceShard()
  const missing = [...wanted].filter((shard) => !loaded.has(shard))
  await Promise.all(missing.map(loadPart))
}

async function loadPart(shard: number) {
  keep(await loadServiceShard(shard))
  loaded.add(shard)
}

function keep(text: string) {
  // the generated modules are ours and a spec reads every one of them
  const part = JSON.parse(text) as Record<string, ServiceRow>
  for (const [prefix, row] of Object.entries(part)) rows.set(prefix, row)
}

keep(core)

/** Whether all that there is to know of a service is known, even if that is nothing. */
export const isServiceLoaded = (prefix: string) => isKnown(prefix.toLowerCase())

const isKnown = (prefix: string) => rows.has(prefix) || loaded.has(shardOf(prefix))

/** A service of which the data is loaded. */
export function serviceOf(prefix: string): ServiceAuthorization | undefined {
  const name = prefix.toLowerCase()
  const read = services.get(name)
  const row = rows.get(name)
  if (read !== undefined || row === undefined) return read
  const service = readServiceRow(name, row)
  services.set(name, service)
  return service
}

/** Every service of which the data is loaded, by prefix. */
export const loadedServices = (): ServiceAuthorization[] =>
  [...rows.keys()].sort().flatMap((prefix) => serviceOf(prefix) ?? [])

/** One action, `s3:GetObject`, whatever its case. */
export function actionOf(action: string): ActionAuthorization | undefined {
  const [service = '', name = ''] = action.split(':')
  return serviceOf(service)?.actions.get(name.toLowerCase())
}

/** The actions of a loaded service which a pattern covers, as `s3:Get*` does. */
export function actionsMatching(pattern: string): ActionAuthorization[] {
  const [service = '', name = ''] = pattern.split(':')
  const glob = parseGlob(name.toLowerCase())
  const actions = serviceOf(service)?.actions ?? new Map<string, ActionAuthorization>()
  return [...actions]
    .filter(([each]) => matchesGlob(glob, each))
    .map(([, action]) => action)
}

export const accessLevelOf = (action: string) => actionOf(action)?.level

/** Of a service, `s3`, or of one action of it, `s3:GetObject`. */
export const resourceTypesOf = (text: string) =>
  text.includes(':')
    ? actionOf(text)?.resources.map(({ type }) => type)
    : serviceOf(text)?.resourceTypes

/** Of a service, or all that one action takes, with those of its resources; no global keys. */
export function conditionKeysOf(text: string) {
  if (!text.includes(':')) return serviceOf(text)?.conditionKeys
  const action = actionOf(text)
  if (action === undefined) return undefined
  const ofResources = action.resources.flatMap(({ type, conditionKeys }) => [
    ...conditionKeys,
    ...type.conditionKeys,
  ])
  return [...new Set([...action.conditionKeys, ...ofResources])]
}
