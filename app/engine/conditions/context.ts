import type { PreparedRequest } from '../match/request'

/**
 * The value of a condition key; an empty list is no value. Key names ignore case. What the
 * request says comes first, then what its principal and resource say by themselves.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function contextValue(
  request: PreparedRequest,
  key: ContextKey
): string | string[] | undefined {
  const { number } = key
  if (number >= MOST_NUMBERS) return findValue(request, key)
  const values = (request.values ??= [])
  const before = values[number]
  if (before !== undefined) return before ?? undefined
  const value = findValue(request, key)
  values[number] = value ?? null
  return value
}

/** A key as a policy writes it. The same key has the same number, whatever its case. */
export type ContextKey = { written: string; lowered: string; number: number }

/** Real policies use some thousand keys in all; only invented ones can use the numbers up. */
const MOST_NUMBERS = 5_000

const numbers = new Map<string, number>()

export function contextKey(written: string): ContextKey {
  const lowered = written.toLowerCase()
  const number = numbers.get(lowered) ?? Math.min(numbers.size, MOST_NUMBERS)
  if (number < MOST_NUMBERS) numbers.set(lowered, number)
  return { written, lowered, number }
}

function findValue(
  request: PreparedRequest,
  { written, lowered }: ContextKey
): string | string[] | undefined {
  const { context } = request
  // nearly always the request spells the key as the policy does
  const direct = usable(context[written])
  if (direct !== undefined) return direct
  for (const name in context) {
    if (name.length !== lowered.length || name.toLowerCase() !== lowered) continue
    const value = usable(context[name])
    if (value !== undefined) return value
  }
  return derived[lowered]?.(request) || undefined
}

function usable(value: unknown): string | string[] | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return undefined
  const texts = value.filter((each) => typeof each === 'string')
  return texts.length === 0 ? undefined : texts
}

type Derive = (request: PreparedRequest) => string | undefined

/** Without a prototype, or a key called `constructor` would find one. */
const derived: Partial<Record<string, Derive>> = Object.assign(Object.create(null), {
  // an identity provider vouches for the caller, and is not the caller
  'aws:principalarn': ({ caller }) =>
    caller.type === 'saml' || caller.type === 'oidc'
      ? undefined
      : caller.role || caller.arn,
  'aws:principalaccount': ({ caller }) => caller.account,
  'aws:principaltype': ({ caller }) => principalTypes[caller.type],
  'aws:username': ({ caller }) =>
    caller.type === 'user' ? caller.arn.slice(caller.arn.lastIndexOf('/') + 1) : undefined,
  'aws:userid': ({ caller }) =>
    caller.type === 'root'
      ? caller.account
      : caller.type === 'anonymous'
        ? 'anonymous'
        : '',
  'aws:principalisawsservice': ({ caller }) =>
    caller.type === 'anonymous' ? undefined : String(caller.type === 'service'),
  'aws:principalservicename': ({ caller }) => caller.service,
  'aws:resourceaccount': ({ resourceAccount }) => resourceAccount,
} satisfies Record<string, Derive>)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable */
const principalTypes: Partial<Record<string, string>> = {
  root: 'Account',
  user: 'User',
  'role-session': 'AssumedRole',
  'federated-user': 'FederatedUser',
  anonymous: 'Anonymous',
}

/** Keys that hold a list however many values a request gives; no variable can stand for one. */
const lists = new Set([
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:principalservicenameslist',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'aws:tagkeys',
  'aws:vpceorgpaths',
  'sts:transitivetagkeys',
])

/** Whether a key holds a list in this request, which takes a set operator to look into. */
export const isList = (key: ContextKey, value: string | string[] | undefined) =>
  typeof value === 'object' && (value.length > 1 || lists.has(key.lowered))

export const isListKey = (key: ContextKey) => lists.has(key.lowered)

/** What a policy variable stands for: a single value, or nothing. */
export function variableValue(
  request: PreparedRequest,
  key: ContextKey
): string | undefined {
  if (lists.has(key.lowered)) return undefined
  const value = contextValue(request, key)
  return typeof value === 'object' ? (value.length === 1 ? value[0] : undefined) : value
}
