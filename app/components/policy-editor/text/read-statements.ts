/** What a policy's statements say, each with its place in the text. */
import { parseJson, type JsonNode, type ObjectNode } from '~/engine/policy/parse'
import { child, items, statementsOf, texts } from '~/engine/policy/tree'

export type NamedPrincipal = { type: string; value: string }
export type Condition = { operator: string; key: string; values: string[] }

export type Statement = {
  index: number
  start: number
  end: number
  /** Its Sid, or `Statement 2` when it has none. */
  name: string
  actions: string[]
  resources: string[]
  principals: NamedPrincipal[]
  conditions: Condition[]
}

/** The key a statement has: `NotAction` only where it stands alone. */
export const keyOf = (statement: ObjectNode, key: 'Action' | 'Resource' | 'Principal') =>
  child(statement, key) === undefined && child(statement, `Not${key}`) !== undefined
    ? `Not${key}`
    : key

export const membersOf = (node: JsonNode | undefined) =>
  node?.type === 'object' ? node.members : []

const scalarText = (node: JsonNode) =>
  node.type === 'array' || node.type === 'object' ? [] : [String(node.value)]

const textsAt = (statement: ObjectNode, key: string) =>
  texts(child(statement, key)).map(({ value }) => value)

function principalsOf(statement: ObjectNode): NamedPrincipal[] {
  const node = child(statement, keyOf(statement, 'Principal'))
  if (node?.type === 'string') return [{ type: 'AWS', value: node.value }]
  return membersOf(node).flatMap(({ key, value }) =>
    texts(value).map((text) => ({ type: key.value, value: text.value }))
  )
}

const conditionsOf = (statement: ObjectNode): Condition[] =>
  membersOf(child(statement, 'Condition')).flatMap(({ key: operator, value }) =>
    membersOf(value).map((member) => ({
      operator: operator.value,
      key: member.key.value,
      values: items(member.value).flatMap(scalarText),
    }))
  )

function toStatement(node: ObjectNode, index: number): Statement {
  const sid = child(node, 'Sid')
  return {
    index,
    start: node.start,
    end: node.end,
    name: sid?.type === 'string' && sid.value ? sid.value : `Statement ${index + 1}`,
    actions: textsAt(node, keyOf(node, 'Action')),
    resources: textsAt(node, keyOf(node, 'Resource')),
    principals: principalsOf(node),
    conditions: conditionsOf(node),
  }
}

/** `undefined` when the text is no JSON. */
export function readStatements(text: string): Statement[] | undefined {
  const parsed = parseJson(text)
  return parsed.ok ? statementsOf(parsed.root).map(toStatement) : undefined
}

export const statementAt = (statements: readonly Statement[], offset: number) =>
  statements.find(({ start, end }) => start <= offset && offset <= end)
