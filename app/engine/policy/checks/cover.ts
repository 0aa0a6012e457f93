import { matchesGlob, parseGlob } from '../../match/wildcard'
import type { StringNode } from '../parse'
import { literalHead } from './overlap'

const isWild = (text: string) => text.includes('*') || text.includes('?')

/**
 * Whether all that one pattern matches, another matches too. The inner one's wildcards are
 * taken as characters, which only a `*` of the outer one can stand for.
 */
function coverOf(outer: string) {
  const head = literalHead(outer)
  const glob = parseGlob(outer)
  const hasQuestion = outer.includes('?')
  return (inner: string) =>
    inner !== outer &&
    inner.startsWith(head) &&
    !(hasQuestion && isWild(inner)) &&
    matchesGlob(glob, inner)
}

type Cover = (inner: string) => boolean

/** How texts of a kind begin, which tells most of them apart before they are compared. */
export const beginnings = { action: /^[^:*?]*:/, arn: /^(?:[^:*?]*:){3}/ }

/** More patterns than any policy has; a text made of nothing else must not take minutes. */
const MOST = 100

/** Patterns by their beginning; those with an early wildcard go with every text. */
function coversOf(patterns: string[], beginning: RegExp) {
  const keyed = new Map<string, Cover[]>()
  const others: Cover[] = []
  for (const pattern of patterns) {
    const key = beginning.exec(pattern)?.[0]
    const list = key === undefined ? others : (keyed.get(key) ?? [])
    if (list.length < MOST) list.push(coverOf(pattern))
    if (key !== undefined) keyed.set(key, list)
  }
  const covers = (list: Cover[], text: string) => list.some((isCovered) => isCovered(text))
  return (text: string) =>
    covers(others, text) || covers(keyed.get(beginning.exec(text)?.[0] ?? '') ?? [], text)
}

/** Entries that another entry of the list makes needless; of equals the first one stays. */
export function coveredBy(
  nodes: StringNode[],
  beginning: RegExp,
  normalise: (text: string) => string
) {
  if (nodes.length < 2) return []
  const patterns = nodes.map(({ value }) => normalise(value))
  const first = new Map<string, number>()
  for (const [at, text] of patterns.entries()) if (!first.has(text)) first.set(text, at)
  const isCovered = coversOf([...first.keys()].filter(isWild), beginning)
  return nodes.filter((_, at) => {
    const text = patterns[at] ?? ''
    return first.get(text) !== at || isCovered(text)
  })
}
