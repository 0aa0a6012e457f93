/**
 * Parameters of AWS's Query protocol as an operation's input.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
import { fromBase64 } from '~/engine/base64'
import type { Pair } from '../incoming'
import { refusal } from '../refusal'
import { structureOf, type Table, type Type } from '../shapes'

/** `A.member.1.B=x` as a tree: names of others' choosing need maps. */
type Node = { value?: string; children: Map<string, Node> }

const newNode = (): Node => ({ children: new Map() })

function toTree(pairs: Pair[]): Node {
  const root = newNode()
  for (const [name, value] of pairs) {
    let node = root
    for (const part of name.split('.')) {
      const next = node.children.get(part) ?? newNode()
      node.children.set(part, next)
      node = next
    }
    node.value ??= value
  }
  return root
}

/** The service's code; which sentence it says is written nowhere, so these are ours. */
const malformed = (message: string) => refusal(400, 'MalformedInput', message)

function scalar(type: string, text: string, at: string): unknown {
  if (type === 'n') {
    if (/^[+-]?\d{1,15}$/.test(text)) return Number(text)
    throw malformed(`${at} has to be a whole number`)
  }
  if (type === 'b') {
    if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true'
    throw malformed(`${at} has to be true or false`)
  }
  if (type === 't') {
    const time = new Date(/^\d+$/.test(text) ? Number(text) * 1000 : text)
    if (!Number.isNaN(time.getTime())) return time
    throw malformed(`${at} has to be a timestamp`)
  }
  if (type !== 'x') return text
  try {
    return fromBase64(text)
  } catch {
    throw malformed(`${at} has to be in base64`)
  }
}

/** Entries by their numbers, which may have gaps: `member.1`, or the number alone. */
function numbered({ children }: Node, wrapper: string, at: string): Node[] {
  const list = children.get(wrapper)?.children ?? children
  const entries = [...list].map(([key, node]) => {
    if (!/^[1-9]\d{0,8}$/.test(key)) throw malformed(`${at} has no entry ${key}`)
    return [Number(key), node] as const
  })
  return entries.sort(([a], [b]) => a - b).map(([, node]) => node)
}

export function readParams(table: Table, structure: string, pairs: Pair[]) {
  function value(type: Type, node: Node, at: string): unknown {
    if (typeof type === 'string') {
      if (type.length > 1) return fields(type, node, at)
      if (node.value === undefined) throw malformed(`${at} is no structure`)
      return scalar(type, node.value, at)
    }
    if (type[0] === '{') return map(type[1], node, at)
    const [, item, name = 'member'] = type
    return numbered(node, name, at).map((each, index) =>
      value(item, each, `${at}.${index + 1}`)
    )
  }

  function map(type: Type, node: Node, at: string) {
    const entries = numbered(node, 'entry', at).map((entry) => {
      const key = entry.children.get('key')?.value
      const inner = entry.children.get('value')
      if (key === undefined || !inner) throw malformed(`${at} has an entry without a key`)
      return [key, value(type, inner, `${at}.${key}`)] as const
    })
    return Object.fromEntries(entries)
  }

  function fields(name: string, node: Node, at: string) {
    const entries = structureOf(table, name).m.flatMap(([member, type, how]) => {
      const child = node.children.get(how?.x ?? member)
      return child ? [[member, value(type, child, at + member)] as const] : []
    })
    return Object.fromEntries(entries)
  }

  return fields(structure, toTree(pairs), '')
}
