import { isDraft } from 'mutative'
import { serviceError } from '../errors'
import { allOf, type Shelf } from '../shelf'

type Page<T> = { items: T[]; IsTruncated: boolean; Marker?: string }

/** Markers are opaque to a caller: where the next page begins, with a word in front. */
const PREFIX = 'understudy:'
const toMarker = (start: number) => btoa(`${PREFIX}${start}`)

function startIn(marker: string | undefined) {
  if (marker === undefined) return 0
  try {
    const text = atob(marker)
    const start = Number(text.slice(PREFIX.length))
    if (text.startsWith(PREFIX) && Number.isInteger(start) && start >= 0) return start
  } catch {
    // not base64: the same answer as for any other foreign marker
  }
  return undefined
}

export const isMarker = (marker: string | undefined) => startIn(marker) !== undefined

function startOf(marker: string | undefined) {
  const start = startIn(marker)
  if (start === undefined) throw serviceError('ValidationError', 'Invalid Marker.')
  return start
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html: 100 unless asked. */
export function page<T>(
  items: T[],
  input: { Marker?: string; MaxItems?: number }
): Page<T> {
  const start = startOf(input.Marker)
  const end = start + (input.MaxItems ?? 100)
  const IsTruncated = end < items.length
  return {
    items: items.slice(start, end),
    IsTruncated,
    ...(IsTruncated ? { Marker: toMarker(end) } : {}),
  }
}

/** Sorted once for as long as nothing in the record changes. */
const sorted = new WeakMap<object, unknown[]>()

/** Lists come by name, whatever its case. */
export const byName = <T extends { name: string }>(record: Record<string, T>): T[] =>
  sortedOnce(record, (each) => Object.values(each))

export const shelfByName = <T extends { name: string }>(shelf: Shelf<T>): T[] =>
  sortedOnce(shelf, allOf)

function sortedOnce<Kept extends object, T extends { name: string }>(
  kept: Kept,
  valuesOf: (kept: Kept) => T[]
): T[] {
  if (isDraft(kept)) return sort(valuesOf(kept))
  // what is under a record are that record's own values
  const before = sorted.get(kept) as T[] | undefined
  if (before) return before
  const list = sort(valuesOf(kept))
  sorted.set(kept, list)
  return list
}

function sort<T extends { name: string }>(values: T[]): T[] {
  const keyed = values.map((value) => [value.name.toLowerCase(), value] as const)
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, value]) => value)
}
