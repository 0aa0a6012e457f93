/**
 * Where a value is not as wanted: `undefined` when it is. Of a record the wanted fields count, of
 * a list the wanted items, in any order; the rest may be there too.
 */
import { isRecord } from '~/engine/is-record'
export function differenceOf(wanted: unknown, got: unknown, path = ''): string | undefined {
  const at = path === '' ? 'the value' : path
  if (Array.isArray(wanted)) {
    if (!Array.isArray(got)) return `${at} is no list`
    const index = wanted.findIndex((item) => !got.some((other) => isLike(item, other)))
    return index === -1 ? undefined : `${at} lacks ${JSON.stringify(wanted[index])}`
  }
  if (isRecord(wanted)) {
    if (!isRecord(got)) return `${at} is ${shown(got)}`
    for (const [name, value] of Object.entries(wanted)) {
      const inner = path === '' ? name : `${path}.${name}`
      const difference = differenceOf(value, got[name], inner)
      if (difference) return difference
    }
    return undefined
  }
  return Object.is(wanted, got) ? undefined : `${at} is ${shown(got)}, not ${shown(wanted)}`
}

const isLike = (wanted: unknown, got: unknown) => differenceOf(wanted, got) === undefined

const shown = (value: unknown) =>
  value === undefined ? 'not there' : JSON.stringify(value)
