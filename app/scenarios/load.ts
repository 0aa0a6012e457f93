import { mergeScenario } from './merge'
import { parseScenario, type Scenario, ScenarioError } from './schema'

/** Fetches a scenario's JSON by id; `undefined` when there is none of that name. */
export type Fetcher = (id: string) => Promise<unknown>

const DEEPEST = 8

/** The scenario with everything that it extends merged in. */
export async function loadScenario(
  id: string,
  fetcher: Fetcher,
  depth = 0
): Promise<Scenario> {
  const value = await fetcher(id)
  if (value === undefined) throw new ScenarioError('', `there is no scenario named ${id}`)
  return completeScenario(value, fetcher, depth)
}

export async function completeScenario(value: unknown, fetcher: Fetcher, depth = 0) {
  const scenario = parseScenario(value)
  if (scenario.extends === undefined) return scenario
  if (depth >= DEEPEST)
    throw new ScenarioError('extends', 'scenarios extend each other in a circle')
  const base = await loadScenario(scenario.extends, fetcher, depth + 1)
  return parseScenario(mergeScenario(base, scenario))
}
