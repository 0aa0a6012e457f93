/**
 * Faults on request: what a console has to live with, asked for by rule. Every rule is data, and
 * the same rules with the same seed give the same run.
 */
import * as v from 'valibot'
import { misspeltErrorCode, misspeltOperation } from '~/engine/spelling'
import { isRecord } from '~/engine/is-record'

const milliseconds = v.pipe(
  v.number(),
  v.minValue(0, 'a time is in milliseconds, and not below 0'),
  v.maxValue(3_600_000, 'a time is an hour at most')
)

const delay = v.union(
  [
    milliseconds,
    v.pipe(
      v.tuple([milliseconds, milliseconds]),
      v.check(([from, to]) => from <= to, 'a range goes from the lower to the higher')
    ),
  ],
  'a delay is milliseconds, or a range such as [200, 400]'
)

const count = v.pipe(
  v.number(),
  v.integer('a count is a whole number'),
  v.minValue(1, 'the first call is number 1')
)

const operation = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9*]+:[A-Za-z0-9*?]+$/,
    'an operation is written as iam:CreateRole, or with a wildcard as iam:*'
  ),
  v.check(
    (name) => misspeltOperation(name) === undefined,
    ({ input }) => misspeltOperation(input) ?? ''
  )
)

const error = v.union(
  [
    v.pipe(v.string(), v.regex(/^[A-Za-z.]+$/, 'an error is named by its code')),
    v.strictObject({
      code: v.pipe(v.string(), v.regex(/^[A-Za-z.]+$/, 'an error is named by its code')),
      message: v.optional(v.string()),
      status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))),
    }),
  ],
  'an error is a code, or { code, message, status }'
)

/** A code of somebody's own says by its status what it is. */
const unknownCode = (given: v.InferOutput<typeof error> | undefined) => {
  if (given === undefined || (typeof given === 'object' && given.status !== undefined)) {
    return undefined
  }
  return misspeltErrorCode(typeof given === 'string' ? given : given.code)
}

const callRule = v.pipe(
  v.strictObject({
    /** `iam:CreateRole`, `iam:*`; several in a list. */
    op: v.union([operation, v.array(operation)], 'op is an operation or a list of them'),
    /** Calls of this principal alone: `user/Stuart`, or an ARN; wildcards as in a policy. */
    by: v.optional(v.string()),
    /** The n-th call that the rule is about, counted from 1; several in a list. */
    nth: v.optional(v.union([count, v.array(count)], 'nth is a number or a list of them')),
    /** How often the rule strikes at the most. */
    times: v.optional(count),
    /** The share of calls that it strikes, from 0 to 1, drawn from the seed. */
    chance: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    /** So many calls a second pass, and the rest are struck: `5/s`. */
    rate: v.optional(
      v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}\/s$/, 'a rate is written as 5/s'))
    ),
    /** How long the answer takes. */
    delay: v.optional(delay),
    error: v.optional(error),
    /** The call does its work, and its answer is lost. */
    afterwards: v.optional(v.boolean()),
  }),
  v.check(
    ({ delay: wait, error: code }) => wait !== undefined || code !== undefined,
    'a rule says what happens: a delay, an error or both'
  ),
  v.check(
    ({ error: given }) => unknownCode(given) === undefined,
    ({ input }) =>
      `error: ${unknownCode(input.error)} One of your own is { code, status, message }.`
  ),
  v.check(
    ({ rate, error: code }) => rate === undefined || code !== undefined,
    'a rate needs the error that calls over it get'
  ),
  // a refusal is decided by policies, which count no calls
  v.check(
    ({ error: code, nth, times, chance, rate }) =>
      code !== 'AccessDenied' ||
      [nth, times, chance, rate].every((limit) => limit === undefined),
    'AccessDenied holds for every call: it takes no nth, times, chance or rate'
  )
)

/** Every session ends so long after it begins; those that are open now, so long from now. */
const sessionRule = v.strictObject({
  session: v.strictObject({
    expiresIn: v.pipe(milliseconds, v.minValue(1, 'a session lasts a while')),
  }),
})

export const consistencyRule = v.strictObject({
  enforce: milliseconds,
  principals: milliseconds,
})

/** What a rule is about stands as its first word. */
const schemas = {
  op: callRule,
  session: sessionRule,
  consistency: v.strictObject({ consistency: consistencyRule }),
  ui: v.strictObject({ ui: v.picklist(['current', 'drift-1']) }),
}

const kinds = Object.keys(schemas) as (keyof typeof schemas)[]

export type CallRule = v.InferOutput<typeof callRule>
export type FaultRule = v.InferOutput<(typeof schemas)[keyof typeof schemas]>
export type Ui = 'current' | 'drift-1'

/** What is wrong with a rule, and where: `faults[1].delay`. */
export class FaultRuleError extends Error {
  readonly path: string
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`)
    this.name = 'FaultRuleError'
    this.path = path
  }
}

function parseRule(value: unknown, path: string): FaultRule {
  const kind = kinds.find((each) => isRecord(value) && each in value)
  if (!kind) {
    throw new FaultRuleError(path, 'a rule has one of op, session, consistency and ui')
  }
  const result = v.safeParse(schemas[kind], value)
  if (result.success) return result.output
  const [issue] = result.issues
  const keys = (issue.path ?? []).map(({ key }) => `.${String(key)}`).join('')
  throw new FaultRuleError(`${path}${keys}`, issue.message)
}

/** The name of the operations that a pause is for; throws a `FaultRuleError` when there are none. */
export function parseOperation(value: unknown): string {
  const result = v.safeParse(operation, value)
  if (result.success) return result.output
  throw new FaultRuleError('operation', result.issues[0].message)
}

/** Checks what came from outside; throws a `FaultRuleError` at the first thing that is wrong. */
export function parseFaultRules(value: unknown): FaultRule[] {
  if (!Array.isArray(value))
    throw new FaultRuleError('faults', 'faults are a list of rules')
  return value.map((each, index) => parseRule(each, `faults[${index}]`))
}
