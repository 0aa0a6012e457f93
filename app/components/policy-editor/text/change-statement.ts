/** Changes of one statement in a policy's text. A text that cannot be changed stays as it is. */
import { statementKeys } from '~/engine/policy/accept/syntax'
import { parseJson, type JsonNode, type ObjectNode } from '~/engine/policy/parse'
import { child, isText, memberOf, statementsOf } from '~/engine/policy/tree'
import { appendItem, insertMember, type Json, removeChild, replaceValue } from './edit-json'
import { type Condition, keyOf, membersOf, type NamedPrincipal } from './read-statements'

export type StatementChange =
  | { type: 'add-action'; action: string }
  | { type: 'remove-action'; action: string }
  | { type: 'add-resource'; resource: string }
  | { type: 'remove-resource'; resource: string }
  | { type: 'add-principal'; principal: NamedPrincipal }
  | { type: 'remove-principal'; principal: NamedPrincipal }
  | { type: 'add-condition'; condition: Condition }
  | { type: 'remove-condition'; operator: string; key: string }

const same = (node: JsonNode, value: string) =>
  isText(node) && node.value.toLowerCase() === value.toLowerCase()

/** Adds a text to what is one text or a list of them. */
function addText(
  text: string,
  object: ObjectNode,
  key: string,
  value: string,
  single: Json
) {
  const node = child(object, key)
  if (node === undefined)
    return insertMember(text, object, { key, value: single, order: statementKeys })
  if (node.type === 'array')
    return node.items.some((item) => same(item, value))
      ? text
      : appendItem(text, node, value)
  if (!isText(node) || node.value === '') return replaceValue(text, node, single)
  return same(node, value) ? text : replaceValue(text, node, [node.value, value])
}

function removeText(text: string, object: ObjectNode, key: string, value: string) {
  const node = child(object, key)
  if (node?.type === 'array') {
    const at = node.items.findIndex((item) => same(item, value))
    return at < 0 ? text : removeChild(text, node, at)
  }
  return node && same(node, value) ? replaceValue(text, node, []) : text
}

function addPrincipal(text: string, statement: ObjectNode, principal: NamedPrincipal) {
  const { type, value } = principal
  const key = keyOf(statement, 'Principal')
  const node = child(statement, key)
  const single: Json = value === '*' && type === 'AWS' ? '*' : { [type]: value }
  if (node === undefined)
    return insertMember(text, statement, { key, value: single, order: statementKeys })
  if (node.type === 'object' && node.members.length > 0)
    return addText(text, node, type, value, value)
  if (!isText(node) || node.value === '') return replaceValue(text, node, single)
  if (single === '*') return text
  const all: Json = type === 'AWS' ? { AWS: [node.value, value] } : { AWS: node.value }
  return replaceValue(text, node, type === 'AWS' ? all : { AWS: node.value, [type]: value })
}

function removePrincipal(text: string, statement: ObjectNode, principal: NamedPrincipal) {
  const { type, value } = principal
  const node = child(statement, keyOf(statement, 'Principal'))
  if (node === undefined) return text
  if (node.type !== 'object') return same(node, value) ? replaceValue(text, node, {}) : text
  const at = node.members.findLastIndex(({ key }) => key.value === type)
  const held = node.members[at]?.value
  const isLast = held?.type === 'array' ? held.items.length === 1 : true
  if (held === undefined) return text
  return isLast ? removeChild(text, node, at) : removeText(text, node, type, value)
}

function addCondition(text: string, statement: ObjectNode, condition: Condition) {
  const { operator, key, values } = condition
  const [first = ''] = values
  const single: Json = values.length === 1 ? first : values
  const block = child(statement, 'Condition')
  const value: Json = { [key]: single }
  if (block?.type !== 'object') {
    const whole: Json = { [operator]: value }
    return block === undefined
      ? insertMember(text, statement, {
          key: 'Condition',
          value: whole,
          order: statementKeys,
        })
      : replaceValue(text, block, whole)
  }
  const test = child(block, operator)
  if (test === undefined) return insertMember(text, block, { key: operator, value })
  if (test.type !== 'object') return replaceValue(text, test, value)
  const held = child(test, key)
  if (held === undefined) return insertMember(text, test, { key, value: single })
  const before =
    held.type === 'array' ? held.items.flatMap((item) => scalar(item)) : scalar(held)
  const added = values.filter((each) => !before.includes(each))
  return added.length > 0 ? replaceValue(text, held, [...before, ...added]) : text
}

const scalar = (node: JsonNode): Json[] =>
  node.type === 'string' || node.type === 'number' || node.type === 'boolean'
    ? [node.value]
    : []

/** With the last key of an operator the operator goes, with the last operator the element. */
function removeCondition(
  text: string,
  statement: ObjectNode,
  operator: string,
  key: string
) {
  const block = memberOf(statement, 'Condition')
  const test = block?.value.type === 'object' ? memberOf(block.value, operator) : undefined
  const held = test?.value.type === 'object' ? memberOf(test.value, key) : undefined
  if (!block || !test || !held) return text
  const without = (node: JsonNode, member: { key: { start: number } }) =>
    node.type === 'object'
      ? removeChild(
          text,
          node,
          node.members.findIndex((each) => each.key.start === member.key.start)
        )
      : text
  if (membersOf(test.value).length > 1) return without(test.value, held)
  if (membersOf(block.value).length > 1) return without(block.value, test)
  return without(statement, block)
}

function apply(text: string, statement: ObjectNode, change: StatementChange) {
  switch (change.type) {
    case 'add-action': {
      const { action } = change
      return addText(text, statement, keyOf(statement, 'Action'), action, [action])
    }
    case 'remove-action':
      return removeText(text, statement, keyOf(statement, 'Action'), change.action)
    case 'add-resource': {
      const { resource } = change
      return addText(text, statement, keyOf(statement, 'Resource'), resource, [resource])
    }
    case 'remove-resource':
      return removeText(text, statement, keyOf(statement, 'Resource'), change.resource)
    case 'add-principal':
      return addPrincipal(text, statement, change.principal)
    case 'remove-principal':
      return removePrincipal(text, statement, change.principal)
    case 'add-condition':
      return addCondition(text, statement, change.condition)
    case 'remove-condition':
      return removeCondition(text, statement, change.operator, change.key)
  }
}

/** Makes changes one after another; `index` counts the statements from 0. */
export function changeStatement(
  text: string,
  index: number,
  changes: readonly StatementChange[]
): string {
  return changes.reduce((before, change) => {
    const parsed = parseJson(before)
    const statement = parsed.ok ? statementsOf(parsed.root)[index] : undefined
    return statement ? apply(before, statement, change) : before
  }, text)
}
