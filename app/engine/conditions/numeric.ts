/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric */
import { comparing } from './test'

/** Integers and decimals; `Number` alone would also take hexadecimal, blanks and exponents. */
const parse = (text: string) =>
  /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : undefined

export const numericEquals = comparing(parse, (got, wanted) => got === wanted)
export const numericLessThan = comparing(parse, (got, wanted) => got < wanted)
export const numericLessThanEquals = comparing(parse, (got, wanted) => got <= wanted)
export const numericGreaterThan = comparing(parse, (got, wanted) => got > wanted)
export const numericGreaterThanEquals = comparing(parse, (got, wanted) => got >= wanted)
