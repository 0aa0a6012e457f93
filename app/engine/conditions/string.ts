/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String */
import { matchPattern, parsePattern } from '../match/pattern'
import type { MakeTest } from './test'

const textTest =
  (syntax: { wildcards: boolean; ignoreCase: boolean }): MakeTest =>
  (wanted, { variables }) => {
    const pattern = parsePattern(wanted, { ...syntax, variables })
    return (got, request) => matchPattern(pattern, got, request)
  }

export const stringEquals = textTest({ wildcards: false, ignoreCase: false })
export const stringEqualsIgnoreCase = textTest({ wildcards: false, ignoreCase: true })
export const stringLike = textTest({ wildcards: true, ignoreCase: false })
