import type { PreparedRequest } from '../match/request'

/** `unlike`: the request's value can't be compared, which meets no operator nor its opposite. */
export type TestOutcome = 'match' | 'no-match' | 'unresolved' | 'unlike'

/** One value of the policy, parsed, waiting for a value of the request. */
export type Test = (got: string, request: PreparedRequest) => TestOutcome

/** Makes a test from a value of the policy, or nothing when the value makes no sense. */
export type MakeTest = (wanted: string, variables: boolean) => Test | undefined

export const outcome = (holds: boolean): TestOutcome => (holds ? 'match' : 'no-match')

/**
 * For types that are parsed on both sides and know no variables. A value of the request that is
 * not of the type differs from every value that is.
 */
export const comparing =
  <T>(
    parse: (text: string) => T | undefined,
    holds: (got: T, wanted: T) => boolean
  ): MakeTest =>
  (wanted) => {
    const right = parse(wanted)
    if (right === undefined) return undefined
    return (got) => {
      const left = parse(got)
      return outcome(left !== undefined && holds(left, right))
    }
  }
