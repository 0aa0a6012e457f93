/** Decides what happens to each call: which rules strike it, and whether it is to wait. */
import { ServiceError, statusOf } from '~/engine/errors'
import { matchesGlob, parseGlob } from '~/engine/match/wildcard'
import { createPauses, type Pause } from './pauses'
import { createRandom } from './random'
import type { CallRule, FaultRule } from './rule'

/** Where time and waiting come from: milliseconds that go by while it waits. */
export type Waiting = { now(): number; wait(ms: number): Promise<void> }

/** A call on its way to the engine: `iam:CreateRole`, by an ARN where one is known. */
export type Passing = { operation: string; by?: string }

export type Injector = {
  /** Faults from now on; counts begin anew. */
  set(rules: FaultRule[]): void
  readonly rules: FaultRule[]
  /**
   * Waits as long as the rules say, and throws the error they name. What it resolves with is
   * called when the call has done its work, and may throw as well: the answer is then lost.
   */
  pass(call: Passing): Promise<() => void>
  /** Holds the next call of an operation until it is let go. */
  pause(operation: string): Pause
}

/** Short sentences where AWS's are known; https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html */
const messages: Record<string, string> = {
  Throttling: 'Rate exceeded',
  ServiceFailure:
    'The request processing has failed because of an unknown error, exception or failure.',
  ServiceUnavailable: 'The request has failed due to a temporary failure of the server.',
  ExpiredToken: 'The security token included in the request is expired',
  InvalidClientTokenId: 'The security token included in the request is invalid.',
}

export function injectedError(error: NonNullable<CallRule['error']>, operation: string) {
  const { code, message, status } =
    typeof error === 'string'
      ? { code: error, message: undefined, status: undefined }
      : error
  return new ServiceError(
    code,
    message ?? messages[code] ?? `${code} was injected into ${operation}.`,
    status ?? statusOf(code) ?? 500
  )
}

const listOf = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value])

type Armed = {
  rule: CallRule
  ops: ReturnType<typeof parseGlob>[]
  seen: number
  struck: number
  recent: number[]
}

const arm = (rule: CallRule): Armed => ({
  rule,
  ops: listOf(rule.op).map((op) => parseGlob(op.toLowerCase())),
  seen: 0,
  struck: 0,
  recent: [],
})

const SECOND = 1000

export function createInjector({ now, wait }: Waiting, seed = 1): Injector {
  const pauses = createPauses()
  let given: FaultRule[] = []
  let armed: Armed[] = []
  let random = createRandom(seed)

  const isAbout = ({ ops, rule }: Armed, { operation, by = '' }: Passing) =>
    ops.some((glob) => matchesGlob(glob, operation.toLowerCase())) &&
    (rule.by === undefined || isBy(rule.by, by))

  /** Calls over the rate in the second before this one. */
  function isOverRate(each: Armed) {
    if (each.rule.rate === undefined) return true
    const at = now()
    each.recent = each.recent.filter((time) => at - time < SECOND)
    if (each.recent.length >= Number.parseInt(each.rule.rate, 10)) return true
    each.recent.push(at)
    return false
  }

  function strikes(each: Armed) {
    each.seen += 1
    const { nth, times = Infinity, chance } = each.rule
    if (each.struck >= times) return false
    if (nth !== undefined && !listOf(nth).includes(each.seen)) return false
    if (!isOverRate(each)) return false
    if (chance !== undefined && random() >= chance) return false
    each.struck += 1
    return true
  }

  const lengthOf = (delay: CallRule['delay'] = 0) =>
    typeof delay === 'number' ? delay : delay[0] + random() * (delay[1] - delay[0])

  return {
    set(rules) {
      given = rules
      random = createRandom(seed)
      armed = rules.flatMap((rule) => ('op' in rule && !isDenial(rule) ? [arm(rule)] : []))
    },
    get rules() {
      return given
    },
    async pass(call) {
      const striking = armed.filter((each) => isAbout(each, call) && strikes(each))
      const rules = striking.map(({ rule }) => rule)
      const length = rules.reduce((sum, { delay }) => sum + lengthOf(delay), 0)
      if (length > 0) await wait(length)
      await pauses.pass(call.operation)
      const failing = rules.find(({ error }) => error !== undefined)
      const error = failing?.error && injectedError(failing.error, call.operation)
      if (error && !failing.afterwards) throw error
      return () => {
        if (error) throw error
      }
    },
    pause: pauses.pause,
  }
}

/** Decided by policies rather than here, see `arrange`. */
export const isDenial = ({ error }: CallRule) => error === 'AccessDenied'

/** `user/Stuart` is the end of an ARN; `role/X` stands for every session of the role. */
function isBy(pattern: string, arn: string) {
  if (pattern.startsWith('arn:')) return matchesGlob(parseGlob(pattern), arn)
  const ends = [`*:${pattern}`, `*:assumed-${pattern}/*`]
  return ends.some((end) => matchesGlob(parseGlob(end), arn))
}
