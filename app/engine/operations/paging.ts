import { serviceError } from '../errors'

type Page<T> = { items: T[]; IsTruncated: boolean; Marker?: string }

/** Markers are opaque to a caller: where the next page begins, with a word in front. */
const PREFIX = 'understudy:'
const toMarker = (start: number) => btoa(`${PREFIX}${start}`)

function startOf(marker: string | undefined) {
  if (marker === undefined) return 0
  try {
    const text = atob(marker)
    const start = Number(text.slice(PREFIX.length))
    if (text.startsWith(PREFIX) && Number.isInteger(start)) return start
  } catch {
    // not base64: the same answer as for any other foreign marker
  }
  throw serviceError('ValidationError', 'Invalid Marker.')
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

/** Lists come by name, whatever its case. */
export const byName = <T extends { name: string }>(record: Record<string, T>): T[] =>
  Object.values(record).toSorted((a, b) =>
    a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1
  )
