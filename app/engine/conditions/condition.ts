/**
 * One operator and key of a condition block, held against a request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
import type { ConditionReason } from '../evaluate/decision'
import type { PreparedRequest } from '../match/request'
import { isObject, listOf } from '../policy/read'
import { parseBool } from './bool'
import { type ContextKey, contextKey, contextValue, isList, isListKey } from './context'
import { isPlainComparison, type OperatorUse, readOperator } from './operators'
import type { Reading, Test } from './test'

export type CompiledCondition = {
  /** As written. */
  operator: string
  key: ContextKey
  wanted: string[]
  use: OperatorUse
  tests: Test[]
  /** For `StringEquals` and its opposite without variables: the values, to be looked up. */
  literals: Set<string> | undefined
  /** Where there is one value, that value. */
  literal: string | undefined
  /** For `Null`: the answers to "is the key missing?" that are accepted. */
  missing: boolean[]
  /** Some value is not of the operator's type, or there is none. */
  bad: boolean
  negated: boolean
  /** What is not understood counts against the caller: no help to an Allow, and a Deny stands. */
  inDoubt: boolean
}

const unreadable = { operator: '', key: '', values: [] as unknown[] }

export function compileConditions(
  block: unknown,
  reading: Reading,
  effect: 'Allow' | 'Deny'
): CompiledCondition[] {
  if (block === undefined) return []
  const inDoubt = effect === 'Deny'
  return readBlock(block).map(({ operator, key, values }) => {
    const use = readOperator(operator)
    const wanted = values.filter((value) => !isObject(value) && value !== null).map(String)
    const tests =
      use.kind === 'compare'
        ? wanted.map((value) => use.operator.test(value, reading)).filter((test) => !!test)
        : []
    const missing =
      use.kind === 'null' ? wanted.map((value) => parseBool(value) ?? false) : []
    const bad = values.length === 0 || tests.length + missing.length < values.length
    const literals = bad ? undefined : literalsOf(use, wanted, reading.variables)
    return {
      operator,
      key: contextKey(key),
      wanted,
      use,
      tests,
      literals,
      literal: literals?.size === 1 ? wanted[0] : undefined,
      missing,
      bad,
      negated: use.kind === 'compare' && use.operator.negated,
      inDoubt,
    }
  })
}

function literalsOf(use: OperatorUse, wanted: string[], variables: boolean) {
  if (use.kind !== 'compare' || use.quantifier || !isPlainComparison(use.operator))
    return undefined
  if (variables && wanted.some((value) => value.includes('${'))) return undefined
  return new Set(wanted)
}

/** A block of the wrong shape becomes a condition with an operator nobody knows. */
function readBlock(block: unknown) {
  if (!isObject(block)) return [unreadable]
  return Object.entries(block).flatMap(([operator, keys]) =>
    isObject(keys)
      ? Object.entries(keys).map(([key, value]) => ({
          operator,
          key,
          values: listOf(value),
        }))
      : [{ ...unreadable, operator: `${operator}:?` }]
  )
}

export const isMet = (condition: CompiledCondition, reason: ConditionReason): boolean => {
  switch (reason) {
    case 'satisfied':
    case 'missing-key-satisfies':
      return true
    case 'unknown-operator':
    case 'bad-value':
      return condition.inDoubt
    case 'key-missing':
    case 'value-differs':
    case 'unresolved-variable':
      return false
  }
}

/** The commonest kind of condition on the shortest way; any other is weighed. */
export function holds(condition: CompiledCondition, request: PreparedRequest): boolean {
  const { literals, literal, negated } = condition
  if (literals !== undefined) {
    const value = contextValue(request, condition.key)
    if (typeof value === 'string')
      return (literal === undefined ? literals.has(value) : literal === value) !== negated
  }
  return isMet(condition, weigh(condition, request))
}

export function weigh(
  condition: CompiledCondition,
  request: PreparedRequest
): ConditionReason {
  const { use } = condition
  if (use.kind === 'unknown') return 'unknown-operator'
  const value = contextValue(request, condition.key)
  if (use.kind === 'null') return weighNull(condition, value)
  if (value === undefined) return whenMissing(use)
  if (use.quantifier === 'ForAllValues') return weighAll(condition, value, request)
  const values = typeof value === 'string' ? [value] : value
  if (use.quantifier === 'ForAnyValue') return weighAny(condition, values, request)
  // without a set operator a list meets neither an operator nor its opposite
  return isList(condition.key, value)
    ? 'value-differs'
    : weighValue(condition, values[0] ?? '', request)
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null */
function weighNull(condition: CompiledCondition, value: string | string[] | undefined) {
  const missing = value === undefined || isEmpty(condition.key, value)
  if (condition.missing.includes(missing)) return 'satisfied'
  if (condition.bad) return 'bad-value'
  return missing ? 'key-missing' : 'value-differs'
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists */
function whenMissing(use: OperatorUse & { kind: 'compare' }): ConditionReason {
  if (use.ifExists || use.quantifier === 'ForAllValues') return 'missing-key-satisfies'
  if (use.quantifier === 'ForAnyValue') return 'key-missing'
  return use.operator.negated ? 'missing-key-satisfies' : 'key-missing'
}

/** A list of nothing but empty text is no value; empty text by itself is one, as of a tag. */
const isEmpty = (key: ContextKey, value: string | string[]) =>
  typeof value === 'string'
    ? value === '' && isListKey(key)
    : value.every((each) => each === '')

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function weighAll(
  condition: CompiledCondition,
  value: string | string[],
  request: PreparedRequest
): ConditionReason {
  if (isEmpty(condition.key, value)) return 'missing-key-satisfies'
  let result: ConditionReason = 'satisfied'
  for (const each of typeof value === 'string' ? [value] : value) {
    const reason = weighValue(condition, each, request)
    if (reason === 'bad-value') result = reason
    else if (reason !== 'satisfied') return reason
  }
  return result
}

function weighAny(
  condition: CompiledCondition,
  values: string[],
  request: PreparedRequest
): ConditionReason {
  let result: ConditionReason = 'value-differs'
  for (const each of values) {
    const reason = weighValue(condition, each, request)
    if (reason === 'satisfied') return reason
    if (reason !== 'value-differs') result = reason
  }
  return result
}

/**
 * Several values of one key are joined by OR; for a negated operator none may match. A
 * variable without a value matches nothing, which a negated operator is content with.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
function weighValue(
  condition: CompiledCondition,
  value: string,
  request: PreparedRequest
): ConditionReason {
  const { negated, bad } = condition
  let unresolved = false
  for (const test of condition.tests) {
    const outcome = test(value, request)
    if (outcome === 'match') return negated ? 'value-differs' : 'satisfied'
    if (outcome === 'unlike') return 'value-differs'
    if (outcome === 'doubt') return 'bad-value'
    if (outcome === 'unresolved') unresolved = true
  }
  if (bad) return 'bad-value'
  if (negated) return 'satisfied'
  return unresolved ? 'unresolved-variable' : 'value-differs'
}
