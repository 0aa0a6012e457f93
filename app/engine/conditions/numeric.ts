/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric */
import { comparing } from './test'

/** Integers and decimals; `Number` alone would also take hexadecimal, blanks and `Infinity`. */
export const parseNumber = (text: string) =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined

export const numericEquals = comparing(parseNumber, (got, wanted) => got === wanted)
export const numericLessThan = comparing(parseNumber, (got, wanted) => got < wanted)
export const numericLessThanEquals = comparing(parseNumber, (got, wanted) => got <= wanted)
export const numericGreaterThan = comparing(parseNumber, (got, wanted) => got > wanted)
export const numericGreaterThanEquals = comparing(
  parseNumber,
  (got, wanted) => got >= wanted
)
