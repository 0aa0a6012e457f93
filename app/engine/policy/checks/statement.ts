/** A statement laid out for the checks; what has a wrong type is simply not there. */
import type { FindingId, FindingValues } from '../findings'
import type { PolicyKind } from '../finding'
import { type Operator, parseOperator } from '../operators'
import type { JsonNode, Member, ObjectNode, Path, StringNode } from '../parse'
import { child, isText, items, statementsOf, texts } from '../tree'

/** What a finding points at. */
export type Place = { start: number; end: number; path: Path }

export type Raise = (id: FindingId, place: Place, values?: FindingValues) => void

export type Checked = {
  kind: PolicyKind
  resourceType: string | undefined
  quota: number | undefined
  text: string
  root: ObjectNode
  version: string | undefined
  statements: CheckedStatement[]
}

export type Check = (policy: Checked, raise: Raise) => void

export type Condition = {
  operatorNode: StringNode
  operator: Operator | undefined
  keyNode: StringNode
  /** In lower case: names of keys ignore it. */
  key: string
  valueNode: JsonNode
  values: JsonNode[]
}

export type PrincipalEntry = { kind: string; kindNode: StringNode; values: StringNode[] }

export type CheckedStatement = {
  node: ObjectNode
  allows: boolean
  denies: boolean
  actions: StringNode[]
  notActions: StringNode[]
  resources: StringNode[]
  notResources: StringNode[]
  /** Of `Principal` alone. */
  principals: PrincipalEntry[]
  conditions: Condition[]
}

export const checkedStatements = (root: ObjectNode) => statementsOf(root).map(toChecked)

function toChecked(node: ObjectNode): CheckedStatement {
  const effect = child(node, 'Effect')
  return {
    node,
    allows: isText(effect) && effect.value === 'Allow',
    denies: isText(effect) && effect.value === 'Deny',
    actions: texts(child(node, 'Action')),
    notActions: texts(child(node, 'NotAction')),
    resources: texts(child(node, 'Resource')),
    notResources: texts(child(node, 'NotResource')),
    principals: toPrincipals(child(node, 'Principal')),
    conditions: toConditions(child(node, 'Condition')),
  }
}

const membersOf = (node: JsonNode | undefined): Member[] =>
  node?.type === 'object' ? node.members : []

const toPrincipals = (node: JsonNode | undefined): PrincipalEntry[] =>
  membersOf(node).map(({ key, value }) => ({
    kind: key.value,
    kindNode: key,
    values: texts(value),
  }))

const toConditions = (node: JsonNode | undefined): Condition[] =>
  membersOf(node).flatMap((operator) =>
    membersOf(operator.value).map((member) => ({
      operatorNode: operator.key,
      operator: parseOperator(operator.key.value),
      keyNode: member.key,
      key: member.key.value.toLowerCase(),
      valueNode: member.value,
      values: items(member.value),
    }))
  )

/** A value as the service compares it: numbers and booleans may stand without quotes. */
export function textOf(node: JsonNode): string | undefined {
  if (node.type === 'string') return node.value
  if (node.type === 'number') return node.raw
  return node.type === 'boolean' ? String(node.value) : undefined
}

export const hasVariable = (text: string) => /\$\{[^}*?$]/.test(text)

/** The text with each `${…}` as told; what is never closed stays. Looks at everything once. */
export function replaceVariables(text: string, replace: (variable: string) => string) {
  let told = ''
  let at = 0
  for (;;) {
    const start = text.indexOf('${', at)
    const end = start === -1 ? -1 : text.indexOf('}', start)
    if (end === -1) return told + text.slice(at)
    told += text.slice(at, start) + replace(text.slice(start, end + 1))
    at = end + 1
  }
}

/** Wildcards that are meant as such: `${*}` stands for the character itself. */
export const hasWildcard = (text: string) => /[*?]/.test(replaceVariables(text, () => ''))
