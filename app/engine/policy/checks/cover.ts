import { matchesGlob, parseGlob } from '../../match/wildcard'
import type { StringNode } from '../parse'

const isWild = (text: string) => text.includes('*') || text.includes('?')

/**
 * Whether all that one pattern matches, another matches too. The inner one's wildcards are
 * taken as characters, which only a `*` of the outer one can stand for.
 */
function coverOf(outer: string) {
  const head = outer.slice(0, outer.search(/[*?]/))
  const glob = parseGlob(outer)
  const hasQuestion = outer.includes('?')
  return (inner: string) =>
    inner !== outer &&
    inner.startsWith(head) &&
    !(hasQuestion && isWild(inner)) &&
    matchesGlob(glob, inner)
}

/** Entries that another entry of the list makes needless; of equals the first one stays. */
export function coveredBy(nodes: StringNode[], normalise: (text: string) => string) {
  if (nodes.length < 2) return []
  const patterns = nodes.map(({ value }) => normalise(value))
  const first = new Map<string, number>()
  for (const [at, text] of patterns.entries()) if (!first.has(text)) first.set(text, at)
  const covers = [...first.keys()].filter(isWild).map(coverOf)
  return nodes.filter((_, at) => {
    const text = patterns[at] ?? ''
    return first.get(text) !== at || covers.some((isCovered) => isCovered(text))
  })
}
