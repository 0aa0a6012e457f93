/** Back to a first day, without a reload. */
import { DEFAULT_TIME } from '~/engine'
import { clock } from '~/lib/clock'
import { patchedScenario, type ScenarioPatch } from '~/scenarios/patch'
import type { Scenario } from '~/scenarios/schema'
import { arrange, rulesOf, setFaults } from './fault-control'
import type { WorldOptions } from './hook-contract'
import {
  currentScenario,
  DEFAULT_SCENARIO,
  fetchCompleteScenario,
  fetchScenario,
  metaOf,
  metaOfCurrent,
  metaWithDefinition,
} from './scenarios'
import { startOver, worldOf } from './start'
import { setConsole } from '~/stores/edition'
import { takeUp } from './take-up'

async function scenarioOf(asked: string | ScenarioPatch | undefined) {
  if (asked === undefined) {
    return currentScenario() ?? fetchCompleteScenario(DEFAULT_SCENARIO)
  }
  if (typeof asked === 'string') return fetchCompleteScenario(asked)
  const base = asked.extends ?? currentScenario()?.id ?? DEFAULT_SCENARIO
  return patchedScenario(asked, base, fetchScenario)
}

function metaOfReset(asked: string | ScenarioPatch | undefined, scenario: Scenario) {
  if (asked === undefined) return metaOfCurrent()
  return typeof asked === 'object' ? metaWithDefinition(scenario) : metaOf(scenario, asked)
}

/** A clock that stands goes back to the beginning; one that runs goes on. */
function setTime(time: string | undefined, scenario: Scenario) {
  if (time === 'real') clock.run()
  else if (time !== undefined) clock.set(time)
  else if (clock.isStanding()) clock.set(scenario.time ?? DEFAULT_TIME)
}

export async function resetWorld(
  asked?: string | ScenarioPatch,
  options: WorldOptions = {}
): Promise<void> {
  const scenario = await scenarioOf(asked)
  const world = await worldOf(scenario, options.rng)
  setTime(options.time, scenario)
  await startOver(scenario, world, metaOfReset(asked, scenario))
  if (options.console) await setConsole(options.console)
  const rules = rulesOf(options)
  await (rules ? setFaults(rules, options.rng) : arrange())
  if (options.as !== undefined) await takeUp(options.as, options.via)
}
