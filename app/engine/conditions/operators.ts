/**
 * Every condition operator; names keep their case.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
import { arnLike } from './arn'
import { binaryEquals } from './binary'
import { bool } from './bool'
import * as date from './date'
import { ipAddress } from './ip'
import * as numeric from './numeric'
import { stringEquals, stringEqualsIgnoreCase, stringLike } from './string'
import type { MakeTest } from './test'

export type Operator = { test: MakeTest; negated: boolean }

const is = (test: MakeTest): Operator => ({ test, negated: false })
const not = (test: MakeTest): Operator => ({ test, negated: true })

const table = {
  StringEquals: is(stringEquals),
  StringNotEquals: not(stringEquals),
  StringEqualsIgnoreCase: is(stringEqualsIgnoreCase),
  StringNotEqualsIgnoreCase: not(stringEqualsIgnoreCase),
  StringLike: is(stringLike),
  StringNotLike: not(stringLike),
  NumericEquals: is(numeric.numericEquals),
  NumericNotEquals: not(numeric.numericEquals),
  NumericLessThan: is(numeric.numericLessThan),
  NumericLessThanEquals: is(numeric.numericLessThanEquals),
  NumericGreaterThan: is(numeric.numericGreaterThan),
  NumericGreaterThanEquals: is(numeric.numericGreaterThanEquals),
  DateEquals: is(date.dateEquals),
  DateNotEquals: not(date.dateEquals),
  DateLessThan: is(date.dateLessThan),
  DateLessThanEquals: is(date.dateLessThanEquals),
  DateGreaterThan: is(date.dateGreaterThan),
  DateGreaterThanEquals: is(date.dateGreaterThanEquals),
  Bool: is(bool),
  BinaryEquals: is(binaryEquals),
  IpAddress: is(ipAddress),
  NotIpAddress: not(ipAddress),
  ArnEquals: is(arnLike),
  ArnNotEquals: not(arnLike),
  ArnLike: is(arnLike),
  ArnNotLike: not(arnLike),
} satisfies Record<string, Operator>

/** Compares whole texts, as they are. */
export const isPlainComparison = (operator: Operator) =>
  operator === table.StringEquals || operator === table.StringNotEquals

/** A map, so that an operator called `constructor` finds nothing. */
const operators = new Map<string, Operator>(Object.entries(table))

export type Quantifier = 'ForAllValues' | 'ForAnyValue'

export type OperatorUse =
  | { kind: 'compare'; operator: Operator; quantifier?: Quantifier; ifExists: boolean }
  | { kind: 'null' }
  | { kind: 'unknown' }

const form = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/

/** `Null` takes neither a set operator nor `IfExists`: it asks about presence itself. */
export function readOperator(written: string): OperatorUse {
  if (written === 'Null') return { kind: 'null' }
  const [, quantifier, name, ifExists] = form.exec(written) ?? []
  const operator = operators.get(name ?? '')
  if (!operator) return { kind: 'unknown' }
  return {
    kind: 'compare',
    operator,
    ...(quantifier === 'ForAllValues' || quantifier === 'ForAnyValue'
      ? { quantifier }
      : {}),
    ifExists: ifExists !== undefined,
  }
}
