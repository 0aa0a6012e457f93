/** Values of every shape, for specs that hold our tables against the SDK's own. */
import { structureOf, type Table, type Type } from './shapes'

/** What a form, an address and XML have to carry unharmed. */
const hard = 'a b+c/ü&?=%<>"\'\r\n\t😀;'

const scalars: Record<string, (at: string) => unknown> = {
  s: (at) => `${at} ${hard}`,
  n: () => 42,
  b: () => true,
  t: () => new Date('2026-01-15T09:00:00.000Z'),
  x: () => new Uint8Array([0, 255, 128, 10]),
}

/** Structures may hold themselves: `depth` says how often. */
export function sample(table: Table, type: Type, at: string, depth = 6): unknown {
  if (typeof type !== 'string') {
    const inner = (index: number) => sample(table, type[1], `${at}${index}`, depth - 1)
    if (depth === 0) return type[0] === '[' ? [] : {}
    return type[0] === '[' ? [inner(1), inner(2)] : { one: inner(1), other: inner(2) }
  }
  const scalar = scalars[type]
  if (scalar) return scalar(at)
  const members = structureOf(table, type).m.map(([name, inner]) => [
    name,
    sample(table, inner, name, depth - 1),
  ])
  return Object.fromEntries(members)
}
