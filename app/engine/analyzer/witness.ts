/**
 * Condition keys with which a statement's conditions hold: for every operator a value that it
 * accepts. Whether they do hold, the evaluator says; a condition that nothing here meets is one
 * more restriction, and no finding comes of it.
 */
import type { Context } from '../context'
import { isObject, textsOf } from '../policy/read'

/** A block may ask for one of many values, several times over. */
const MOST = 24

const PROBE = 'understudy-probe'

const form = /^(?:ForAllValues:|ForAnyValue:)?(\w+?)(?:IfExists)?$/

const filled = (pattern: string) => pattern.replaceAll('*', PROBE).replaceAll('?', 'x')

/** An account's ID has twelve digits, whatever a pattern leaves open. */
const filledArn = (pattern: string) =>
  filled(pattern.replace(/^(arn:[^:]*:[^:]*:[^:]*:)\*(?=:)/, '$1000000000000'))

const nextTo = (value: string, step: number) => String(Number(value) + step)

/** The time is the call's own, and no caller's to choose. */
const isClock = (key: string) => /^aws:(?:currenttime|epochtime)$/i.test(key)

const isOfPrincipal = (key: string) => /^aws:(?:principal|source)/i.test(key)

/** Values of a key that satisfy an operator; none where the key is best left as it is. */
function accepted(operator: string, key: string, values: string[]): string[] {
  const [first = ''] = values
  if (isClock(key)) return []
  if (/^(?:StringEquals|StringEqualsIgnoreCase|Bool|BinaryEquals)$/.test(operator))
    return values
  if (operator === 'StringLike') return values.map(/arn$/i.test(key) ? filledArn : filled)
  if (/^Arn(?:Equals|Like)$/.test(operator)) return values.map(filledArn)
  if (operator === 'IpAddress') return values.map((value) => value.split('/')[0] ?? value)
  if (/^Numeric(?:Equals|\w+Equals)$/.test(operator) && !operator.includes('Not'))
    return [first]
  if (operator === 'NumericLessThan') return [nextTo(first, -1)]
  if (/^Numeric(?:GreaterThan|NotEquals)$/.test(operator)) return [nextTo(first, 1)]
  if (/Not(?:Equals|Like)/.test(operator)) return isOfPrincipal(key) ? [] : [PROBE]
  if (operator === 'Null') return first === 'false' && !isOfPrincipal(key) ? [PROBE] : []
  return []
}

type Asked = { key: string; values: string[] }

function readBlock(block: unknown): Asked[] {
  if (!isObject(block)) return []
  return Object.entries(block).flatMap(([written, keys]) => {
    const operator = form.exec(written)?.[1] ?? ''
    if (!isObject(keys)) return []
    return Object.entries(keys).map(([key, value]) => {
      const texts = (Array.isArray(value) ? value : [value]).map(String)
      return { key, values: accepted(operator, key, texts) }
    })
  })
}

/** One after the other, each of the ways in which a block's conditions can be met. */
export function witnesses(block: unknown): Context[] {
  return readBlock(block).reduce<Context[]>(
    (contexts, { key, values }) =>
      values.length === 0
        ? contexts
        : contexts
            .flatMap((context) => values.map((value) => ({ ...context, [key]: value })))
            .slice(0, MOST),
    [{}]
  )
}

/** Key by key, as a finding shows it. */
export function shownConditions(block: unknown): Record<string, string> {
  if (!isObject(block)) return {}
  const rows = Object.values(block).flatMap((keys) =>
    isObject(keys)
      ? Object.entries(keys).map(([key, value]) => {
          const texts = Array.isArray(value) ? value.map(String) : [String(value)]
          return [key, texts.join(', ')] as const
        })
      : []
  )
  return Object.fromEntries(rows)
}

/** `['AWS', '*']` for whom a statement is about. */
export function principalsOf(statement: Record<string, unknown>): [string, string][] {
  // whom it does not spare may be anybody
  if (statement.NotPrincipal !== undefined || statement.Principal === '*')
    return [['AWS', '*']]
  const { Principal } = statement
  if (!isObject(Principal)) return []
  return Object.entries(Principal).flatMap(([kind, texts]) =>
    textsOf(texts).map((text): [string, string] => [kind, text])
  )
}
