/**
 * Wildcards and variables in condition values, where they let in more than was meant.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
import { isSensitive } from '../../catalog/global-keys'
import type { FindingId } from '../findings'
import {
  type CheckedStatement,
  type Condition,
  hasVariable,
  hasWildcard,
  type Place,
  type Raise,
  replaceVariables,
  textOf,
} from './statement'

export function checkPatterns(
  statement: CheckedStatement,
  condition: Condition,
  raise: Raise
) {
  const { operator } = condition
  if (operator === undefined || !operator.base.endsWith('Like')) return
  if (condition.values.some((node) => textOf(node) === '*'))
    return checkStar(condition, raise)
  if (statement.allows && !operator.base.includes('Not')) checkWidth(condition, raise)
}

/** A pattern that everything matches only asks whether the key is there. */
function checkStar(
  { operator, operatorNode, keyNode, key, values }: Condition,
  raise: Raise
) {
  const isNot = operator?.base.includes('Not')
  const told = {
    operator: operatorNode.value,
    key: keyNode.value,
    recommendedKey: keyNode.value,
  }
  if (isSensitive(key) && !isNot) {
    for (const node of values)
      if (textOf(node) === '*') raise('WILDCARD_USAGE_TOO_PERMISSIVE/sensitive', node, told)
    return
  }
  raise(starFinding(operator, isNot === true), keyNode, told)
}

function starFinding(operator: Condition['operator'], isNot: boolean): FindingId {
  if (operator?.qualifier === 'ForAnyValue')
    return isNot
      ? 'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION'
      : 'EQUIVALENT_TO_NULL_FALSE'
  if (isNot) return 'EQUIVALENT_TO_NULL_TRUE'
  const always = operator?.ifExists || operator?.qualifier === 'ForAllValues'
  return always ? 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION' : 'EQUIVALENT_TO_NULL_FALSE'
}

function checkWidth({ key, keyNode, values }: Condition, raise: Raise) {
  const told = { key: keyNode.value }
  for (const node of values) {
    const text = textOf(node)
    if (text === undefined) continue
    if (hasWildcard(text)) raiseWidth('WILDCARD_USAGE_TOO_PERMISSIVE', key, text, node)
    else if (isLoose(text)) raiseWidth('VARIABLE_USAGE_TOO_PERMISSIVE', key, text, node)
  }

  function raiseWidth(id: Base, name: string, text: string, place: Place) {
    if (isSensitive(name)) raise(`${id}/sensitive`, place, told)
    else if (name === 'aws:userid' && !isNarrowUserId(text))
      raise(`${id}/userid`, place, told)
    else if (isOrgPath(name) && openAt(text) < 6) raise(id, place, told)
  }
}

/** A variable that is itself an account or an organization is as exact as a number. */
const isLoose = (text: string) =>
  hasVariable(text) && !isSensitive(/^\$\{([^}]+)\}$/.exec(text)?.[1]?.toLowerCase() ?? '')

type Base = 'WILDCARD_USAGE_TOO_PERMISSIVE' | 'VARIABLE_USAGE_TOO_PERMISSIVE'

const isOrgPath = (key: string) =>
  /^aws:(?:principal|resource|source|vpce)orgpaths$/.test(key)

const openAt = (text: string) => text.search(/[*?]|\$\{/)

/** `AROAEXAMPLE:*` and `*:session` say something; `AROA*` could be anyone. */
function isNarrowUserId(text: string) {
  const bare = replaceVariables(text, () => '*')
  const [left = '', right] = bare.split(':')
  if (right === undefined) return false
  return !/[*?]/.test(left) || left === '*'
}
