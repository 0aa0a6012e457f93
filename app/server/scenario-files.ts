/** Scenarios beside the built console, and how a stage says which one it plays. */
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { completeScenario, type Fetcher, loadScenario } from '~/scenarios/load'
import { patchedScenario, type ScenarioPatch } from '~/scenarios/patch'
import type { Scenario } from '~/scenarios/schema'
import type { Meta } from '~/world/disk'
import { readConsole } from './console-files'

export const DEFAULT_SCENARIO = 'stuart'

/** A scenario's name, `url:` and a path, a whole scenario, or a patch on the one that it extends. */
export type AskedScenario = string | ScenarioPatch

export type Played = { scenario: Scenario; meta: Meta }

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const URL_PREFIX = 'url:'

const ORIGIN = 'http://console'

/** What the built console serves at a path; pages ask their origin for the same. */
async function readFromPath(path: string, dist: string): Promise<unknown> {
  const { origin, pathname } = new URL(path, ORIGIN)
  const file = origin === ORIGIN ? readConsole(dist).files.get(pathname) : undefined
  if (!file?.type.startsWith('application/json')) return undefined
  return JSON.parse(new TextDecoder().decode(await file.read()))
}

/** `dist` is the folder of the built console. */
export const scenarioReader =
  (dist: string): Fetcher =>
  async (id) => {
    if (id.startsWith(URL_PREFIX)) return readFromPath(id.slice(URL_PREFIX.length), dist)
    // an id becomes part of a path, so nothing but plain words goes through
    if (!/^[a-z0-9-]+$/.test(id)) return undefined
    try {
      const value: unknown = JSON.parse(
        await readFile(join(dist, 'scenarios', `${id}.json`), 'utf8')
      )
      return value
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

export const scenarioNames = (dist: string): string[] =>
  readdirSync(join(dist, 'scenarios'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort()

/** Throws a `ScenarioError` that says what is wrong, and where. */
export async function playedScenario(
  asked: AskedScenario,
  fetcher: Fetcher
): Promise<Played> {
  if (typeof asked === 'string') {
    return { scenario: await loadScenario(asked, fetcher), meta: { scenario: asked } }
  }
  const scenario =
    asked.schema === undefined
      ? await patchedScenario(asked, asked.extends ?? DEFAULT_SCENARIO, fetcher)
      : await completeScenario(asked, fetcher)
  return { scenario, meta: { scenario: scenario.id, definition: scenario } }
}

/** The scenario that a stored world began with. */
export const scenarioOfMeta = ({ scenario, definition }: Meta, fetcher: Fetcher) =>
  definition === undefined
    ? loadScenario(scenario, fetcher)
    : completeScenario(definition, fetcher)
