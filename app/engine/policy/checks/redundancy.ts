import { type JsonNode, toValue } from '../parse'
import type { Check } from './statement'

/** Statements that are the same but for their Sid, however their keys are ordered. */
export const checkRedundancy: Check = ({ statements }, raise) => {
  const seen = new Set<string>()
  for (const { node } of statements) {
    const same = canonical({
      ...node,
      members: node.members.filter((m) => m.key.value !== 'Sid'),
    })
    if (seen.has(same)) raise('REDUNDANT_STATEMENT', node)
    seen.add(same)
  }
}

function canonical(node: JsonNode): string {
  if (node.type === 'array')
    return node.items.length === 1 && node.items[0]
      ? canonical(node.items[0])
      : `[${node.items.map(canonical).sort().join()}]`
  if (node.type !== 'object') return JSON.stringify(toValue(node))
  const parts = node.members.map(({ key, value }) => `${key.value}:${canonical(value)}`)
  return `{${parts.sort().join()}}`
}
