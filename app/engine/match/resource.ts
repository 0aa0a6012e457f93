import { type ArnPattern, matchArn, parseArnPattern } from './arn-pattern'
import { fieldsOf, type PreparedRequest } from './request'

/**
 * A short ARN is completed with `*`, and a variable counts only after the fifth colon.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse
 */
export const compileResources = (wanted: string[], variables: boolean): ArnPattern[] =>
  wanted.map((text) =>
    parseArnPattern(text, {
      complete: true,
      variables: variables ? 'in-resource' : 'nowhere',
    })
  )

const split = (_: string, request: PreparedRequest) => fieldsOf(request)

/** The first pattern that covers the request's resource. ARNs keep their case. */
export function findResource(
  patterns: ArnPattern[],
  request: PreparedRequest
): ArnPattern | undefined {
  for (const pattern of patterns)
    if (matchArn(pattern, request.arn, split, request) === 'match') return pattern
  return undefined
}

/**
 * For `NotResource`: a pattern whose variable has no value makes the whole statement not
 * match, rather than cover everything.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
 */
export function leavesOutResource(
  patterns: ArnPattern[],
  request: PreparedRequest
): boolean {
  for (const pattern of patterns)
    if (matchArn(pattern, request.arn, split, request) !== 'no-match') return false
  return true
}
