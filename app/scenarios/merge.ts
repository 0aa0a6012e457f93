import { isRecord } from '~/engine/is-record'
import type { Scenario } from './schema'

/** Entities of a list are told apart by what identifies them. */
const keyOf = (value: unknown) =>
  isRecord(value) ? (value.principal ?? value.id ?? value.name ?? value.url) : undefined

function mergeLists(base: unknown[], patch: unknown[]) {
  if (![...base, ...patch].every((item) => keyOf(item) !== undefined)) return patch
  const changed = base.map((item) => {
    const change = patch.find((other) => keyOf(other) === keyOf(item))
    return change === undefined ? item : mergeValues(item, change)
  })
  const added = patch.filter((item) => !base.some((other) => keyOf(other) === keyOf(item)))
  return [...changed, ...added]
}

/** Policies are replaced whole: half of one and half of another would be neither. */
const isDocument = (value: Record<string, unknown>) => 'Statement' in value

function mergeValues(base: unknown, patch: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(patch)) return mergeLists(base, patch)
  if (!isRecord(base) || !isRecord(patch) || isDocument(patch)) return patch
  const merged: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(patch)) {
    merged[key] = key in base ? mergeValues(base[key], value) : value
  }
  return merged
}

/** The patch on top of the scenario that it extends. */
export function mergeScenario(base: Scenario, { extends: _, ...patch }: Scenario): unknown {
  return mergeValues(base, patch)
}
