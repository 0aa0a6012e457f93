/**
 * The shape every policy must have, before anything in it is understood.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
import { parseOperator } from '../operators'
import type { JsonNode, Member, ObjectNode } from '../parse'
import { child, firstOf, items, memberOf } from '../tree'

const versions = ['2008-10-17', '2012-10-17']

const topKeys = ['Version', 'Id', 'Statement']

/** In the order in which they are mostly written. */
export const statementKeys = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]

const unknownKey = (node: ObjectNode, known: readonly string[]) =>
  node.members.find(({ key }) => !known.includes(key.value))?.key

export const unknownTopKey = (root: ObjectNode) => unknownKey(root, topKeys)

export const unknownStatementKey = (statement: ObjectNode) =>
  unknownKey(statement, statementKeys)

/** The part of an object whose value has a type that the key never takes. */
export const misfit = (
  node: ObjectNode,
  key: string,
  fits: (value: JsonNode) => boolean
) => {
  const value = child(node, key)
  return value === undefined || fits(value) ? undefined : value
}

export const isVersion = (node: JsonNode) =>
  node.type === 'string' && versions.includes(node.value)

export const isString = (node: JsonNode) => node.type === 'string'

export const isStringOrList = (node: JsonNode) => items(node).every(isString)

/** The service lets a null stand in a list of resources. */
export const isResourceOrList = (node: JsonNode) =>
  isString(node) ||
  (node.type === 'array' &&
    node.items.every((item) => isString(item) || item.type === 'null'))

const isScalar = (node: JsonNode) =>
  node.type === 'string' || node.type === 'number' || node.type === 'boolean'

/** Two keys that exclude each other; the second one met is the one too many. */
export function excludedKey(statement: ObjectNode, one: string, other: string) {
  const first = memberOf(statement, one)
  const second = memberOf(statement, other)
  if (first === undefined || second === undefined) return undefined
  return first.key.start > second.key.start ? first.key : second.key
}

/** What is wrong in a condition block; an operator nobody knows passes while it is empty. */
export function badCondition(condition: JsonNode | undefined): JsonNode | undefined {
  if (condition === undefined) return undefined
  if (condition.type !== 'object') return condition
  return firstOf(condition.members, badOperator)
}

function badOperator({ key, value }: Member): JsonNode | undefined {
  if (value.type !== 'object') return value
  if (value.members.length === 0) return undefined
  const operator = parseOperator(key.value)
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists
  if (operator === undefined || (operator.family === 'null' && operator.ifExists))
    return key
  return value.members.find((member) => !items(member.value).every(isScalar))?.value
}
