import type { PreparedRequest } from '../match/request'

/**
 * `unlike`: the request's value can't be compared, which meets no operator nor its opposite.
 * `doubt`: the policy's value can't be, which settles the condition against the caller.
 */
export type TestOutcome = 'match' | 'no-match' | 'unresolved' | 'unlike' | 'doubt'

/** One value of the policy, parsed, waiting for a value of the request. */
export type Test = (got: string, request: PreparedRequest) => TestOutcome

/** How a document is read. */
export type Reading = {
  /** Policy variables are replaced. */
  variables: boolean
  /** A session's policy, in which a number, a date or an address may be none: it is like no other. */
  lenient: boolean
}

/** Makes a test from a value of the policy, or nothing when the value makes no sense. */
export type MakeTest = (wanted: string, reading: Reading) => Test | undefined

export const outcome = (holds: boolean): TestOutcome => (holds ? 'match' : 'no-match')

/** What a value that makes no sense does in a session's policy: recorded answers of AWS. */
export const unlikeAll: Test = () => 'no-match'

/**
 * For types that are parsed on both sides and know no variables. A value of the request that is
 * not of the type differs from every value that is.
 */
export const comparing =
  <T>(
    parse: (text: string) => T | undefined,
    holds: (got: T, wanted: T) => boolean
  ): MakeTest =>
  (wanted, { lenient }) => {
    const right = parse(wanted)
    if (right === undefined) return lenient ? unlikeAll : undefined
    return (got) => {
      const left = parse(got)
      return outcome(left !== undefined && holds(left, right))
    }
  }
