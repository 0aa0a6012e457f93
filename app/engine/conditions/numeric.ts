/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric */
import { compareDecimals } from './decimal'
import { type MakeTest, outcome, unlikeAll } from './test'

/** Integers and decimals; `Number` alone would also take hexadecimal, blanks and `Infinity`. */
export const parseNumber = (text: string) =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined

/** Numbers of fifteen digits are told apart as they are, unless they are too large or small. */
const LONG = 15

/** Rounding never turns two numbers around, so only those that look equal are looked at again. */
function orderOf(left: number, right: number, got: string, wanted: string) {
  if (left !== right) return left < right ? -1 : 1
  const exact =
    got.length <= LONG && wanted.length <= LONG && left !== 0 && Number.isFinite(left)
  return exact ? 0 : compareDecimals(got, wanted)
}

const ordering =
  (holds: (order: number) => boolean): MakeTest =>
  (wanted, { lenient }) => {
    const right = parseNumber(wanted)
    if (right === undefined) return lenient ? unlikeAll : undefined
    return (got, { simulated }) => {
      const left = parseNumber(got)
      // a simulation says otherwise than AWS itself: recorded answers of both
      if (left === undefined) return simulated ? 'unlike' : 'no-match'
      return outcome(holds(orderOf(left, right, got, wanted)))
    }
  }

export const numericEquals = ordering((order) => order === 0)
export const numericLessThan = ordering((order) => order < 0)
export const numericLessThanEquals = ordering((order) => order <= 0)
export const numericGreaterThan = ordering((order) => order > 0)
export const numericGreaterThanEquals = ordering((order) => order >= 0)
