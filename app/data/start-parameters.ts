/**
 * What the address asks for at the start. A parameter that is misspelt, or has a value that
 * makes no sense, is an error that names it: a test must not run on in the wrong world.
 */
export type StartParameters = {
  scenario?: string
  /** `user/Stuart` or an ARN. */
  as?: string
  /** `role/X` or an ARN, taken up by whoever `as` names. */
  via?: string
  /** ISO time at which the clock stands, or `real`. */
  time?: string
  rng?: number
  motion?: 'on' | 'off'
  store?: 'none' | 'local'
}

export class StartParameterError extends Error {
  readonly parameter: string
  constructor(parameter: string, message: string) {
    super(message)
    this.name = 'StartParameterError'
    this.parameter = parameter
  }
}

const oneOf =
  <T extends string>(...allowed: T[]) =>
  (value: string, name: string): T => {
    const found = allowed.find((option) => option === value)
    if (found) return found
    throw new StartParameterError(
      name,
      `The parameter ${name} is "${value}", but can only be ${allowed.join(' or ')}.`
    )
  }

const text = (value: string, name: string) => {
  if (value) return value
  throw new StartParameterError(name, `The parameter ${name} has no value.`)
}

function time(value: string, name: string) {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/.test(value)
  if (value === 'real' || (isInstant && !Number.isNaN(Date.parse(value)))) return value
  throw new StartParameterError(
    name,
    `The parameter ${name} is "${value}", but has to be an ISO time in UTC such as 2026-01-15T09:00:00Z, or real.`
  )
}

function integer(value: string, name: string) {
  if (/^\d{1,9}$/.test(value)) return Number(value)
  throw new StartParameterError(
    name,
    `The parameter ${name} is "${value}", but has to be a whole number.`
  )
}

const readers = {
  scenario: text,
  as: text,
  via: text,
  time,
  rng: integer,
  motion: oneOf('on', 'off'),
  store: oneOf('none', 'local'),
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

/** With any of these the tab has a world of its own, unless `store` says otherwise. */
export const isOnItsOwn = (parameters: StartParameters) =>
  parameters.store === undefined
    ? Object.keys(parameters).some((name) => name !== 'motion')
    : parameters.store === 'none'
