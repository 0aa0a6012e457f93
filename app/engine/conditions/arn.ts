/**
 * `ArnEquals` and `ArnLike` behave alike.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
import {
  isArnPattern,
  matchArn,
  matchArnElements,
  parseArnPattern,
} from '../match/arn-pattern'
import { parsePattern, resolvePattern } from '../match/pattern'
import { splitFields } from '../match/request'
import type { MakeTest, Test } from './test'

/**
 * A request's value that is no ARN is like none and unlike none. A policy's value that is none
 * counts against the caller as soon as it is come to: recorded answers of AWS.
 */
export const arnLike: MakeTest = (wanted, { variables }) => {
  const test =
    variables && !isArnPattern(wanted) && wanted.includes('${')
      ? variableArn(wanted)
      : plainArn(wanted, variables)
  return (got, request) => (splitFields(got).length === 6 ? test(got, request) : 'unlike')
}

function plainArn(wanted: string, variables: boolean): Test {
  if (!isArnPattern(wanted)) return () => 'doubt'
  const pattern = parseArnPattern(wanted, {
    complete: false,
    variables: variables ? 'everywhere' : 'nowhere',
  })
  return (got, request) => matchArn(pattern, got, splitFields, request)
}

/** What begins with a variable shows whether it is an ARN at each request. */
function variableArn(wanted: string): Test {
  const pattern = parsePattern(wanted, { wildcards: true, variables: true })
  return (got, request) => {
    const glob = resolvePattern(pattern, request)
    if (glob === undefined) return 'unresolved'
    return matchArnElements(glob.elements, splitFields(got)) ?? 'doubt'
  }
}
