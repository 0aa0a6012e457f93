import type { ConsoleYear } from '~/lib/words'

/**
 * What the address asks for at the start. A parameter that is misspelt, or has a value that
 * makes no sense, is an error that names it: a test must not run on in the wrong world.
 */
export type StartParameters = {
  /** The name of a file in `public/scenarios`, or `url:` and the path of one on this origin. */
  scenario?: string
  /** `user/Stuart` or an ARN. */
  as?: string
  /** `role/X` or an ARN, taken up by whoever `as` names. */
  via?: string
  /** ISO time at which the clock stands, or `real`. */
  time?: string
  rng?: number
  motion?: 'on' | 'off'
  /** Where the world is kept: in this page, this tab, this browser, or by who serves the page. */
  store?: 'none' | 'session' | 'local' | 'server'
  /** Faults by the name of somebody who has them. */
  persona?: string
  /** A list of rules, as JSON. */
  faults?: string
  /** Milliseconds that every call takes. */
  latency?: number | [number, number]
  /** How late changes are felt, and new principals known. Milliseconds. */
  consistency?: { enforce: number; principals: number } | 'on' | 'off'
  ui?: 'current' | 'drift-1'
  /** The console of AWS as it was in that year. */
  console?: ConsoleYear
}

export class StartParameterError extends Error {
  readonly parameter: string
  constructor(parameter: string, message: string) {
    super(message)
    this.name = 'StartParameterError'
    this.parameter = parameter
  }
}

function fail(name: string, value: string, what: string): never {
  throw new StartParameterError(name, `The parameter ${name} is "${value}", but ${what}.`)
}

const oneOf =
  <T extends string>(...allowed: T[]) =>
  (value: string, name: string): T => {
    const found = allowed.find((option) => option === value)
    return (
      found ??
      fail(
        name,
        value,
        `can only be ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`
      )
    )
  }

const text = (value: string, name: string) => {
  if (value) return value
  throw new StartParameterError(name, `The parameter ${name} has no value.`)
}

function time(value: string, name: string) {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/.test(value)
  if (value === 'real' || (isInstant && !Number.isNaN(Date.parse(value)))) return value
  return fail(
    name,
    value,
    'has to be an ISO time in UTC such as 2026-01-15T09:00:00Z, or real'
  )
}

const integer = (value: string, name: string) =>
  /^\d{1,9}$/.test(value) ? Number(value) : fail(name, value, 'has to be a whole number')

const isMilliseconds = (text: string) => /^\d{1,7}$/.test(text)

function latency(value: string, name: string): number | [number, number] {
  if (isMilliseconds(value)) return Number(value)
  const [from = '', to = '', ...rest] = value.split('-')
  const isRange = rest.length === 0 && isMilliseconds(from) && isMilliseconds(to)
  if (isRange && Number(from) <= Number(to)) return [Number(from), Number(to)]
  return fail(name, value, 'has to be milliseconds such as 300, or a range such as 200-400')
}

function consistency(value: string, name: string) {
  if (value === 'on' || value === 'off') return value
  const [enforce = '', principals = '', ...rest] = value.split(',')
  if (rest.length === 0 && isMilliseconds(enforce) && isMilliseconds(principals)) {
    return { enforce: Number(enforce), principals: Number(principals) }
  }
  return fail(
    name,
    value,
    'has to be on, off, or two times in milliseconds such as 12000,8000'
  )
}

function json(value: string, name: string) {
  try {
    JSON.parse(value)
    return value
  } catch {
    return fail(name, value, 'has to be a list of rules as JSON')
  }
}

const readers = {
  scenario: text,
  as: text,
  via: text,
  time,
  rng: integer,
  motion: oneOf('on', 'off'),
  store: oneOf('none', 'session', 'local', 'server'),
  persona: text,
  faults: json,
  latency,
  consistency,
  ui: oneOf('current', 'drift-1'),
  console: oneOf<ConsoleYear>('2021', '2022', '2026'),
} satisfies {
  [Name in keyof Required<StartParameters>]: (value: string, name: string) => unknown
}

export const startParameterNames = Object.keys(readers) as (keyof StartParameters)[]

const known = startParameterNames

/** Insertions, deletions and changes between two words. */
function distance(a: string, b: string) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** Names of the console's own addresses that happen to look like one of ours. */
const addressParameters = new Set([
  'step',
  'tab',
  'section',
  'region',
  'type',
  'color',
  // of the real console's sign-in
  'state',
  'action',
])

/** A parameter that is nearly one of ours. Others belong to the address of a page. */
function misspelt(name: string) {
  if (addressParameters.has(name.toLowerCase()) || name.length < 3) return undefined
  return known.find(
    (right) => distance(name.toLowerCase(), right) <= (right.length > 4 ? 2 : 1)
  )
}

export function readStartParameters(search: string): StartParameters {
  const found: Record<string, unknown> = {}
  for (const [name, value] of new URLSearchParams(search)) {
    const right = known.find((candidate) => candidate === name)
    if (right) found[right] = readers[right](value, right)
    else if (misspelt(name)) {
      throw new StartParameterError(
        name,
        `There is no parameter named ${name}. Is it meant to be ${misspelt(name)}?`
      )
    }
  }
  // every entry was read by the reader of its own name
  const parameters = found as StartParameters
  if (parameters.via && !parameters.as) {
    throw new StartParameterError(
      'via',
      'The parameter via needs the parameter as beside it.'
    )
  }
  return parameters
}

const looks = new Set(['motion', 'ui', 'console'])

/** There is one redesign, and it is of today's console. */
export function checkEditions({ console: year }: StartParameters, ui: string | undefined) {
  if (year === undefined || year === '2026' || (ui ?? 'current') === 'current') return
  throw new StartParameterError(
    'ui',
    `The console of ${year} has no ${ui}: ask for console=${year} or for ui=${ui}, not for both.`
  )
}

/** With any of these the tab has a world of its own, unless `store` says otherwise. */
export const isOnItsOwn = (parameters: StartParameters) =>
  parameters.store === undefined
    ? Object.keys(parameters).some((name) => !looks.has(name))
    : parameters.store === 'none'
