/**
 * The one language in which labs, takes and tests ask whether something is so. An assertion is
 * data; `check.ts` answers it. Unknown kinds are refused, with their place.
 */
import * as v from 'valibot'
import { misspeltAction, misspeltOperation } from '~/engine/spelling'
import { isRecord } from '~/engine/is-record'
import { consoleCalls } from './happened'

const ref = v.pipe(
  v.string(),
  v.regex(
    /^(?:root|(?:user|role|group|policy|bucket)\/.+|arn:.+)$/,
    'a thing is named as user/X, role/X, group/X, policy/X, bucket/X, root, or by its ARN'
  )
)

const principal = v.union(
  [ref, v.strictObject({ user: ref, via: v.optional(ref) })],
  'a principal is a name, or { user, via }'
)

const action = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9-]+:[A-Za-z0-9]+$/,
    'an action is written out, such as s3:GetObject: a wildcard would be many questions'
  ),
  v.check(
    (name) => misspeltAction(name) === undefined,
    ({ input }) => misspeltAction(input) ?? ''
  )
)

const oneOrMore = <Item extends v.GenericSchema<string>>(item: Item) =>
  v.union([item, v.pipe(v.array(item), v.minLength(1, 'a list names at least one'))])

/** A resource is named by its ARN, as a thing of the world, or as `*`. */
const resource = v.pipe(v.string(), v.minLength(1, 'a resource has a name'))

const context = v.record(v.string(), v.union([v.string(), v.array(v.string())]))

const asks = {
  do: oneOrMore(action),
  on: v.optional(oneOrMore(resource)),
}

/** Calls of the console itself are those that `happened.ts` knows. */
const misspeltCall = (name: string) =>
  consoleCalls.includes(name) ? undefined : misspeltOperation(name)

const happened = v.strictObject({
  /** `iam:CreateRole`, or `console:SwitchRole`, `console:SwitchBack`, `console:SignIn`. */
  call: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9]+:[A-Za-z0-9]+$/, 'a call is written as iam:CreateRole'),
    v.check(
      (name) => misspeltCall(name) === undefined,
      ({ input }) => misspeltCall(input) ?? ''
    )
  ),
  by: v.optional(ref),
  on: v.optional(resource),
  outcome: v.optional(v.picklist(['success', 'denied'])),
})

const kinds = {
  exists: v.strictObject({ exists: ref }),
  absent: v.strictObject({ absent: ref }),
  resource: v.strictObject({ resource: ref, match: v.unknown() }),
  can: v.strictObject({ can: principal, ...asks, ctx: v.optional(context) }),
  cannot: v.strictObject({
    cannot: principal,
    ...asks,
    ctx: v.optional(context),
    because: v.optional(v.picklist(['implicit', 'explicit'])),
  }),
  canAssume: v.strictObject({ canAssume: ref, role: ref, ctx: v.optional(context) }),
  cannotAssume: v.strictObject({ cannotAssume: ref, role: ref, ctx: v.optional(context) }),
  granted: v.strictObject({ granted: ref, ...asks }),
  notGranted: v.strictObject({ notGranted: ref, ...asks }),
  session: v.strictObject({
    session: v.strictObject({ user: ref, via: v.optional(ref) }),
  }),
  happened: v.strictObject({
    happened,
    since: v.optional(v.picklist(['lab', 'task'])),
  }),
  at: v.strictObject({
    at: v.pipe(
      v.strictObject({ route: v.optional(v.string()), hotspot: v.optional(v.string()) }),
      v.check((at) => Object.keys(at).length > 0, 'a place is a route, a hotspot or both')
    ),
  }),
}

type Kind = keyof typeof kinds

type Leaf = v.InferOutput<(typeof kinds)[Kind]>

export type Assert = Leaf | { all: Assert[] } | { any: Assert[] } | { not: Assert }

export type PrincipalRef = v.InferOutput<typeof principal>

/** What is wrong with an assertion, and where: `assert.all[1].do`. */
export class AssertionError extends Error {
  readonly path: string
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`)
    this.name = 'AssertionError'
    this.path = path
  }
}

// the keys are read back from the table above
const kindNames = Object.keys(kinds) as Kind[]

const joining = ['all', 'any', 'not'] as const

function parseList(value: unknown, path: string): Assert[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new AssertionError(path, 'this is no list of assertions')
  }
  return value.map((each, index) => parseAssertion(each, `${path}[${index}]`))
}

function parseJoined(value: Record<string, unknown>, path: string): Assert | undefined {
  const word = joining.find((each) => each in value)
  if (!word) return undefined
  if (Object.keys(value).length > 1) {
    throw new AssertionError(path, `${word} stands alone`)
  }
  const inner = `${path}.${word}`
  if (word === 'not') return { not: parseAssertion(value.not, inner) }
  const list = parseList(value[word], inner)
  return word === 'all' ? { all: list } : { any: list }
}

/** Checks what came from outside; throws an `AssertionError` at the first thing that is wrong. */
export function parseAssertion(value: unknown, path = 'assert'): Assert {
  if (!isRecord(value)) throw new AssertionError(path, 'an assertion is an object')
  const joined = parseJoined(value, path)
  if (joined) return joined
  // `resource` and `role` are also words within other kinds, so their own come first
  const kind = kindNames.find((each) => each in value && each !== 'resource')
  const schema = kind ? kinds[kind] : 'resource' in value ? kinds.resource : undefined
  if (!schema) {
    throw new AssertionError(
      path,
      `an assertion has one of ${[...joining, ...kindNames].join(', ')}`
    )
  }
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const [issue] = result.issues
  const keys = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`
  )
  throw new AssertionError(path + keys.join(''), issue.message)
}
