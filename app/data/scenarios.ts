import { useSyncExternalStore } from 'react'
import { completeScenario, type Fetcher, loadScenario } from '~/scenarios/load'
import { type Scenario, ScenarioError } from '~/scenarios/schema'
import type { Meta } from '~/world/disk'

export const DEFAULT_SCENARIO = 'stuart'

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path)
  const isJson = response.headers.get('content-type')?.includes('json')
  // a server of single-page apps answers every address with the page
  return response.ok && isJson ? response.json() : undefined
}

/** Ids become part of an address, so nothing but plain words goes through. */
export const fetchScenario: Fetcher = async (id) =>
  /^[a-z0-9-]+$/.test(id) ? fetchJson(`/scenarios/${id}.json`) : undefined

const URL_PREFIX = 'url:'

/** A scenario at any path of the origin that serves the page, and of no other. */
async function fetchFromPath(path: string) {
  const url = new URL(path, window.location.href)
  if (url.origin !== window.location.origin) {
    throw new ScenarioError('', `${path} is on another origin than this page`)
  }
  const value = await fetchJson(url.href)
  if (value === undefined) throw new ScenarioError('', `there is no scenario at ${path}`)
  return completeScenario(value, fetchScenario)
}

/** By the name of a file in `public/scenarios`, or by `url:` and a path. */
export const fetchCompleteScenario = (id: string) =>
  id.startsWith(URL_PREFIX)
    ? fetchFromPath(id.slice(URL_PREFIX.length))
    : loadScenario(id, fetchScenario)

/** How a world says what it began with. `asked` is the name by which it was asked for. */
export const metaOf = (scenario: Scenario, asked = scenario.id): Meta => ({
  scenario: asked,
})

/** For a scenario that is in no file. */
export const metaWithDefinition = (scenario: Scenario): Meta => ({
  scenario: scenario.id,
  definition: scenario,
})

export const scenarioOfMeta = ({ scenario, definition }: Meta) =>
  definition === undefined
    ? fetchCompleteScenario(scenario)
    : completeScenario(definition, fetchScenario)

let current: Scenario | undefined
let currentMeta: Meta = { scenario: DEFAULT_SCENARIO }
const listeners = new Set<() => void>()

/** `meta` is how the scenario is found again. */
export function setScenario(scenario: Scenario, meta = metaOf(scenario)) {
  current = scenario
  currentMeta = meta
  for (const listener of listeners) listener()
}

export const currentScenario = () => current

export const metaOfCurrent = () => currentMeta

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The scenario that is played: its story and its people. */
export const useScenario = () => useSyncExternalStore(subscribe, currentScenario)
