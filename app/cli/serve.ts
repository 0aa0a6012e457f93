/** `understudy` without a command: serves the console and the endpoint. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Scenario, ScenarioError } from '~/scenarios/schema'
import { peopleOf } from '~/scenarios/people'
import { SCENARIO_PATH } from '~/server/answer-console'
import { consoleFiles, NoConsoleError } from '~/server/console-files'
import { type AskedScenario, scenarioNames } from '~/server/scenario-files'
import { OtherScenarioError } from '~/server/stage'
import { ForeignFileError } from '~/server/file-disk'
import { type Server, startServer } from '~/server/start-server'
import { ArgumentError, type Arguments, suggestion } from './arguments'
import { greetingOf } from './greeting'

/** What went wrong for reasons that one line says. */
export class ServeError extends Error {}

const isFile = (scenario: string) => /[./\\]/.test(scenario)

async function readScenario(file: string): Promise<AskedScenario> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      // its schema is checked before it is played
      return value as AskedScenario
    }
  } catch (error) {
    throw new ArgumentError(`--scenario ${file} cannot be read: ${text(error)}`, {
      cause: error,
    })
  }
  throw new ArgumentError(`--scenario ${file} is no scenario: it has to be an object.`)
}

const text = (error: unknown) => (error instanceof Error ? error.message : String(error))

async function pick(scenario: string | undefined, dist: string) {
  if (scenario === undefined) return undefined
  if (isFile(scenario)) return readScenario(resolve(scenario))
  const names = scenarioNames(dist)
  if (names.includes(scenario)) return scenario
  throw new ArgumentError(
    `There is no scenario ${scenario}.${suggestion(scenario, names)} There are ${names.join(', ')}.`
  )
}

/** A browser with a world of its own begins it as the page says. */
function startOf({ store, time, rng }: Arguments, asked: AskedScenario | undefined) {
  if (store !== 'browser') return {}
  const name = typeof asked === 'object' ? `url:${SCENARIO_PATH}` : asked
  return {
    ...(name === undefined ? {} : { scenario: name }),
    ...(time === 'real' ? {} : { time }),
    ...(rng === undefined ? {} : { rng: String(rng) }),
  }
}

/** Turns what can go wrong into one line; throws the rest as it is. */
function explained(error: unknown, { store }: Arguments): Error {
  if (error instanceof ScenarioError) {
    return new ArgumentError(`The scenario cannot be played: ${error.message}`)
  }
  if (error instanceof ForeignFileError) return new ArgumentError(`${error.message}.`)
  if (error instanceof OtherScenarioError) return new ArgumentError(`${error.message}.`)
  if (error instanceof NoConsoleError) return new ServeError(error.message)
  if (error instanceof Error && 'code' in error) {
    const { code } = error
    const port = 'port' in error ? String(error.port) : ''
    if (code === 'EADDRINUSE') return new ServeError(`Port ${port} is in use.`)
    if (code === 'EACCES' && port) return new ServeError(`Port ${port} is not for you.`)
    if ('path' in error) return new ServeError(`${store} cannot be used: ${error.message}`)
  }
  return error instanceof Error ? error : new Error(String(error))
}

const keptIn = (store: string) =>
  ({
    memory: 'The world lasts until this ends.',
    browser: 'Every browser has a world of its own, and so has the endpoint.',
  })[store] ?? `The world is kept in ${store}.`

/** Keys of the first person in the scenario who has any. */
async function keysOf({ stage }: Server, scenario: Scenario) {
  const [first] = peopleOf(scenario)
  if (!first) return undefined
  const { kind, account, name } = first
  const arn = `arn:aws:iam::${account}:${kind === 'root' ? 'root' : `user/${name}`}`
  return { name, credentials: await stage.credentialsFor(arn) }
}

export type Serving = { greeting: string; close(): Promise<void> }

/** Throws an `ArgumentError` or a `ServeError` for what one line explains. */
export async function serve(given: Arguments, dist?: string): Promise<Serving> {
  try {
    const folder = dist ?? consoleFiles()
    const asked = await pick(given.scenario, folder)
    const { store, time, rng, port, endpointPort } = given
    const isFileStore = store !== 'memory' && store !== 'browser'
    const server = await startServer({
      dist: folder,
      time,
      start: () => startOf(given, asked),
      inBrowser: store === 'browser',
      ...(asked === undefined ? {} : { scenario: asked }),
      ...(rng === undefined ? {} : { rng }),
      ...(port === undefined ? {} : { port }),
      ...(endpointPort === undefined ? {} : { endpointPort }),
      ...(isFileStore ? { store: resolve(store) } : {}),
    })
    return { greeting: await greet(server, given), close: server.close }
  } catch (error) {
    throw explained(error, given)
  }
}

async function greet(server: Server, { json, store }: Arguments) {
  const { consoleUrl, endpointUrl, stage } = server
  const scenario = stage.scenario()
  const keys = await keysOf(server, scenario)
  if (json) {
    const credentials = keys?.credentials
    const line = {
      consoleUrl,
      endpointUrl,
      region: 'us-east-1',
      scenario: scenario.id,
      credentials,
    }
    return `${JSON.stringify(line)}\n`
  }
  const aside = stage.damaged()
  const warning = aside ? `${store} held no world, and is now ${String(aside)}.\n\n` : ''
  return (
    warning + greetingOf({ consoleUrl, endpointUrl, scenario, kept: keptIn(store), keys })
  )
}
