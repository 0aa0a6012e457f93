/**
 * `ArnEquals` and `ArnLike` behave alike.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
import { isArnPattern, matchArn, parseArnPattern } from '../match/arn-pattern'
import { splitFields } from '../match/request'
import type { MakeTest } from './test'

export const arnLike: MakeTest = (wanted, variables) => {
  const pattern = parseArnPattern(wanted, {
    complete: false,
    variables: variables ? 'everywhere' : 'nowhere',
  })
  if (!isArnPattern(wanted) && !(variables && wanted.includes('${'))) return undefined
  return (got, request) =>
    splitFields(got).length === 6 ? matchArn(pattern, got, splitFields, request) : 'unlike'
}
