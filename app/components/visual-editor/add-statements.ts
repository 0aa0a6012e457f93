/** Adds the statements of another policy to the text of one. */
import {
  type JsonNode,
  type ObjectNode,
  parseJson,
  type ParseResult,
} from '~/engine/policy/parse'
import { printJson } from '~/engine/policy/print'
import { list, member, toNode } from './print-policy'

export type Added = { ok: true; text: string } | { ok: false; reason: string }

export function addStatements(text: string, imported: string): Added {
  const parsed = parseJson(text)
  if (!parsed.ok)
    return no(
      `Fix the JSON syntax error at line ${parsed.line}, column ${parsed.column} first.`
    )
  const root = rootOf(parsed)
  const more = rootOf(parseJson(imported))
  if (!root || !more) return no('Only policies that are JSON objects can be imported.')
  const own = statementsOf(root).filter((each) => !isBlank(each))
  const sids = new Set(own.flatMap((each) => sidOf(each) ?? []))
  const added = statementsOf(more).map((each) => withFreeSid(each, sids))
  const members = root.members.filter(({ key }) => key.value !== 'Statement')
  const statements = member('Statement', list([...own, ...added]))
  return {
    ok: true,
    text: printJson({ ...root, members: [...members, statements] }),
  }
}

const no = (reason: string): Added => ({ ok: false, reason })

const rootOf = (parsed: ParseResult) =>
  parsed.ok && parsed.root.type === 'object' ? parsed.root : undefined

const memberOf = (node: ObjectNode, name: string) =>
  node.members.find(({ key }) => key.value === name)?.value

function statementsOf(root: ObjectNode): JsonNode[] {
  const node = memberOf(root, 'Statement')
  return node?.type === 'array' ? node.items : node ? [node] : []
}

const isEmpty = (node: JsonNode | undefined) =>
  node?.type === 'array' && node.items.length === 0

/** What a new policy begins with, as long as nothing was written into it. */
const isBlank = (node: JsonNode) =>
  node.type === 'object' &&
  isEmpty(memberOf(node, 'Action')) &&
  isEmpty(memberOf(node, 'Resource')) &&
  !memberOf(node, 'Condition')

function sidOf(node: JsonNode) {
  const sid = node.type === 'object' ? memberOf(node, 'Sid') : undefined
  return sid?.type === 'string' ? sid.value : undefined
}

/** IAM takes no two statements of one name; the one that comes gets a number. */
function withFreeSid(node: JsonNode, taken: Set<string>): JsonNode {
  const sid = sidOf(node)
  if (sid === undefined || node.type !== 'object') return node
  let free = sid
  for (let number = 1; taken.has(free); number++) free = `${sid}${number}`
  taken.add(free)
  if (free === sid) return node
  return {
    ...node,
    members: node.members.map((each) =>
      each.key.value === 'Sid' ? member('Sid', toNode(free)) : each
    ),
  }
}
