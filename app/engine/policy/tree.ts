/** Small questions to a policy's tree that answer for any JSON whatever. */
import type { JsonNode, Member, ObjectNode, StringNode } from './parse'

/** Of repeated keys the last counts, as with `JSON.parse`. */
export const memberOf = (node: ObjectNode, key: string): Member | undefined =>
  node.members.findLast((member) => member.key.value === key)

export const child = (node: ObjectNode, key: string) => memberOf(node, key)?.value

export const firstMember = (node: ObjectNode, keys: readonly string[]) =>
  node.members.find((member) => keys.includes(member.key.value))

export const isText = (node: JsonNode | undefined): node is StringNode =>
  node?.type === 'string'

/** One value or a list of them. */
export const items = (node: JsonNode | undefined): JsonNode[] =>
  node === undefined ? [] : node.type === 'array' ? node.items : [node]

export const texts = (node: JsonNode | undefined): StringNode[] =>
  items(node).filter((item) => isText(item))

export const statementsOf = (root: JsonNode): ObjectNode[] =>
  root.type === 'object'
    ? items(child(root, 'Statement')).filter((node) => node.type === 'object')
    : []

/** The first key that is written twice in one object, at any depth. */
export function repeatedKey(node: JsonNode): StringNode | undefined {
  if (node.type === 'array') return firstOf(node.items, repeatedKey)
  if (node.type !== 'object') return undefined
  const seen = new Set<string>()
  for (const { key } of node.members) {
    if (seen.has(key.value)) return key
    seen.add(key.value)
  }
  return firstOf(node.members, ({ value }) => repeatedKey(value))
}

/** The first answer that is one. */
export function firstOf<T, R>(
  list: readonly T[],
  ask: (item: T, at: number) => R | undefined
) {
  for (const [at, item] of list.entries()) {
    const answer = ask(item, at)
    if (answer !== undefined) return answer
  }
  return undefined
}
