/** What `understudy` is asked for on the command line. */
import { parseArgs } from 'node:util'

export type Arguments = {
  /** A name beside the console, or a file. */
  scenario?: string
  port?: number
  endpointPort?: number
  /** `memory`, `browser`, or the file that keeps the world. */
  store: string
  time: string
  rng?: number
  json: boolean
  help: boolean
  version: boolean
}

/** Said in one line, with what may have been meant. */
export class ArgumentError extends Error {}

const options = {
  scenario: { type: 'string' },
  port: { type: 'string' },
  'endpoint-port': { type: 'string' },
  store: { type: 'string', default: 'memory' },
  time: { type: 'string', default: 'real' },
  rng: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const

export const usage = `Usage: understudy [options]

Serves the console and an endpoint for AWS's SDKs and CLI, on this machine alone.

  --scenario NAME|FILE   the world to begin with; stuart without it
  --port N               the console's port; a free one without it
  --endpoint-port N      the endpoint's port; a free one without it
  --store WHERE          memory: here, until this ends (the default)
                         FILE: in that file, for the next time
                         browser: each browser has its own, and so has the endpoint
  --time TIME            the clock stands at this ISO time; it runs without it
  --rng N                seeds ids and secrets
  --json                 one line of JSON with the addresses
  --help, --version
`

/** How many letters have to be changed, added or left out, roughly: enough for a typing error. */
function isNear(given: string, known: string): boolean {
  const letters = [...known]
  const shared = [...given].filter((letter) => {
    const index = letters.indexOf(letter)
    if (index >= 0) letters.splice(index, 1)
    return index >= 0
  }).length
  return Math.max(given.length, known.length) - shared <= 2
}

/** ` Is it meant to be x?`, or nothing. */
export function suggestion(given: string, known: readonly string[], prefix = ''): string {
  const near = known.find(
    (each) => isNear(given, each) || (given.length > 2 && each.startsWith(given))
  )
  return near === undefined ? '' : ` Is it meant to be ${prefix}${near}?`
}

/** A value that begins with a dash is taken for an option; Node's own words for that are long. */
function checkNames(given: string[]) {
  for (const [index, each] of given.entries()) {
    if (each === '--rng' && /^-\d/.test(given[index + 1] ?? '')) seed(given[index + 1])
    const name = /^--([^=]+)/.exec(each)?.[1]
    if (name === undefined || Object.hasOwn(options, name)) continue
    throw new ArgumentError(
      `There is no option --${name}.${suggestion(name, Object.keys(options), '--')}`
    )
  }
}

function parse(given: string[]) {
  try {
    return parseArgs({ args: given, options, allowPositionals: true, strict: true })
  } catch (error) {
    // Node says what is missing, and goes on with advice for those who wrote the program
    const message = error instanceof Error ? error.message : String(error)
    throw new ArgumentError(`${message.replace(/[.\n].*$/s, '')}.`, { cause: error })
  }
}

const LARGEST_PORT = 65_535

function port(name: string, value: string | undefined) {
  if (value === undefined) return undefined
  const number = /^\d{1,5}$/.test(value) ? Number(value) : undefined
  if (number !== undefined && number <= LARGEST_PORT) return number
  throw new ArgumentError(`--${name} is "${value}", but a port is a number up to 65535.`)
}

function seed(value: string | undefined) {
  if (value === undefined || /^\d{1,9}$/.test(value)) return value && Number(value)
  throw new ArgumentError(`--rng is "${value}", but has to be a whole number.`)
}

/** Words for places that a browser has; as files they would be a mistake. */
const noFiles = ['local', 'none', 'server', 'session']

function where(value: string) {
  if (value === 'memory' || value === 'browser') return value
  const isPath = /[./\\]/.test(value)
  const isWord = suggestion(value, ['memory', 'browser', ...noFiles]) !== ''
  if (value !== '' && (isPath || !isWord)) return value
  throw new ArgumentError(
    `--store is "${value}", but has to be memory, browser or a file such as ./world.json.`
  )
}

function time(value: string) {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/.test(value)
  if (value === 'real' || (isInstant && !Number.isNaN(Date.parse(value)))) return value
  throw new ArgumentError(
    `--time is "${value}", but has to be an ISO time in UTC such as 2026-01-15T09:00:00Z, or real.`
  )
}

/** Throws an `ArgumentError` at what makes no sense. */
export function readArguments(given: string[]): Arguments {
  checkNames(given)
  const { values, positionals } = parse(given)
  const [command] = positionals
  if (command !== undefined) {
    throw new ArgumentError(`There is no command ${command}. See understudy --help.`)
  }
  const { scenario, store, json, help, version } = values
  const [own, endpoint] = [
    port('port', values.port),
    port('endpoint-port', values['endpoint-port']),
  ]
  if (own !== undefined && own !== 0 && own === endpoint) {
    throw new ArgumentError('--port and --endpoint-port are the same; each has its own.')
  }
  const rng = seed(values.rng)
  return {
    store: where(store),
    time: time(values.time),
    json,
    help,
    version,
    ...(scenario === undefined ? {} : { scenario }),
    ...(own === undefined ? {} : { port: own }),
    ...(endpoint === undefined ? {} : { endpointPort: endpoint }),
    ...(typeof rng === 'number' ? { rng } : {}),
  }
}
