/**
 * Records keyed by names that people choose. `constructor` and `__proto__` are names that IAM
 * and S3 take, so a name that means something to every object is kept with a tilde in front.
 */
import { isDraft, original } from 'mutative'

const isReserved = (name: string) => name.startsWith('~') || name in Object.prototype

export const keyOf = (name: string) => (isReserved(name) ? `~${name}` : name)

export const nameOfKey = (key: string) => (key.startsWith('~') ? key.slice(1) : key)

export const entryOf = <T>(
  record: Record<string, T>,
  name: string | undefined
): T | undefined => (name === undefined ? undefined : record[keyOf(name)])

const keys = new WeakMap<object, string[]>()

/** The keys of a record that no longer changes, found once: thousands take their time. */
export function keysOf(record: object): string[] {
  const settled = untouched(record)
  const before = keys.get(settled)
  if (before) return before
  const found = Object.keys(settled)
  keys.set(settled, found)
  return found
}

/**
 * A thing of the world as it was before this call touched it. A scan of a draft would make a
 * draft of all that it meets; this is for scans that come before the first change.
 */
export const untouched = <T extends object>(value: T): T =>
  // the signature of `original` does not say that it gives what it was given
  isDraft(value) ? (original(value) as T) : value
