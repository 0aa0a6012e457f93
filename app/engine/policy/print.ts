import type { JsonNode, Member } from './parse'

const INDENT = '    '

/**
 * A tree as text, laid out like the policies the console shows. Order, repeated keys and the
 * spelling of numbers are kept.
 */
export function printJson(node: JsonNode, indent = '', unit = INDENT): string {
  if (node.type === 'number') return node.raw
  if (node.type !== 'array' && node.type !== 'object') return JSON.stringify(node.value)
  const inner = indent + unit
  const [open, close] = node.type === 'array' ? '[]' : '{}'
  const parts =
    node.type === 'array'
      ? node.items.map((item) => printJson(item, inner, unit))
      : node.members.map((member) => printMember(member, inner, unit))
  if (parts.length === 0) return `${open}${close}`
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`
}

const printMember = ({ key, value }: Member, indent: string, unit: string) =>
  `${JSON.stringify(key.value)}: ${printJson(value, indent, unit)}`
