import { accessLevels, actionsOf } from '~/engine/catalog/actions'
import { servicePrefixes } from '~/engine/catalog/generated/service-prefixes'
import { matchesGlob, parseGlob } from '~/engine/match/wildcard'
import { type PolicyStatement, toList } from '~/engine/policy/document'

/**
 * How much of a service a statement covers. `names` are its actions where the catalog lists
 * them, else the entries that speak of it.
 */
export type Reach = { all: boolean; names: ReadonlySet<string> }

type Entry = { service: string; action: string }

export const isEmpty = ({ all, names }: Reach) => !all && names.size === 0

export const unite = (a: Reach, b: Reach): Reach => ({
  all: a.all || b.all,
  names: new Set([...a.names, ...b.names]),
})

const isWild = (text: string) => /[*?]/.test(text)

function toEntry(text: string): Entry[] {
  if (text === '*') return [{ service: '*', action: '*' }]
  const [service = '', action = ''] = text.toLowerCase().split(':')
  return service && action ? [{ service, action }] : []
}

/** Each service a statement speaks of, with the part of it that is covered. */
export function reachOf({ Action, NotAction }: PolicyStatement): [string, Reach][] {
  const listed = toList(Action ?? NotAction).flatMap((text) => toEntry(String(text)))
  const anyService = listed.filter(({ service }) => isWild(service))
  const named = new Map<string, Entry[]>()
  for (const entry of listed) {
    if (isWild(entry.service)) continue
    named.set(entry.service, [...(named.get(entry.service) ?? []), entry])
  }
  const services =
    NotAction || anyService.length > 0
      ? new Set([...named.keys(), ...servicePrefixes])
      : new Set(named.keys())
  return [...services].flatMap((service): [string, Reach][] => {
    const entries = [...(named.get(service) ?? []), ...anyService.filter(covers(service))]
    const reach = NotAction ? allBut(service, entries) : only(service, entries)
    // a service which only a wildcard could mean, and does not, is not spoken of
    return isEmpty(reach) && (NotAction || !named.has(service)) ? [] : [[service, reach]]
  })
}

const covers = (name: string) => {
  const glob = (text: string) => matchesGlob(parseGlob(text), name)
  return ({ service }: Entry) => glob(service)
}

function only(service: string, entries: Entry[]): Reach {
  const all = entries.some(({ action }) => /^\*+$/.test(action))
  const known = actionsOf(service)
  if (!known) return { all, names: new Set(entries.map(({ action }) => action)) }
  const globs = entries.map(({ action }) => parseGlob(action))
  const names = known
    .map(({ name }) => name)
    .filter((name) => globs.some((glob) => matchesGlob(glob, name.toLowerCase())))
  return { all, names: new Set(names) }
}

function allBut(service: string, entries: Entry[]): Reach {
  if (entries.length === 0) return { all: true, names: new Set() }
  const without = only(service, entries)
  if (without.all) return { all: false, names: new Set() }
  const known = actionsOf(service)
  if (!known) return { all: false, names: new Set(['all but some']) }
  const names = known.map(({ name }) => name).filter((name) => !without.names.has(name))
  return { all: false, names: new Set(names) }
}

/** `Full access`, `Full: List Limited: Write`, `None`. */
export function levelsOf(service: string, reach: Reach) {
  if (isEmpty(reach)) return 'None'
  if (reach.all) return 'Full access'
  const known = actionsOf(service)
  // which levels a service's entries belong to is only known for the services listed
  if (!known) return 'Limited'
  if (reach.names.size === known.length) return 'Full access'
  const levels = accessLevels.map((level) => {
    const all = known.filter((action) => action.level === level)
    const covered = all.filter(({ name }) => reach.names.has(name)).length
    return { level, isFull: covered > 0 && covered === all.length, isPart: covered > 0 }
  })
  const full = levels.filter(({ isFull }) => isFull).map(({ level }) => level)
  const limited = levels
    .filter(({ isFull, isPart }) => isPart && !isFull)
    .map(({ level }) => level)
  return [
    full.length > 0 ? `Full: ${full.join(', ')}` : '',
    limited.length > 0 ? `Limited: ${limited.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
