/** From an address to a running console. */
import type { Cloud, Journal, World } from '~/engine'
import { createCloud, DEFAULT_TIME } from '~/engine/cloud'
import { clock } from '~/lib/clock'
import { download } from '~/lib/download'
import { keep } from '~/lib/kept'
import { buildWorld } from '~/scenarios/build'
import { checkPolicies } from '~/scenarios/check-policies'
import type { Scenario } from '~/scenarios/schema'
import { flash } from '~/stores/flash'
import { useIdentityStore } from '~/stores/identity'
import { usePreferencesStore } from '~/stores/preferences'
import { cloud, setCloud } from './cloud'
import { signOut } from './identity'
import { installHook } from './hook'
import { takeUp } from './take-up'
import {
  currentScenario,
  DEFAULT_SCENARIO,
  fetchCompleteScenario,
  setScenario,
} from './scenarios'
import { isOnItsOwn, readStartParameters, type StartParameters } from './start-parameters'
import { createDisk, openDatabase } from './world-database'
import { browserTabs, createWorldStore, type WorldStore } from './world-store'

let worldStore: WorldStore | undefined

const newCloud = (world: World, journal?: Journal): Cloud =>
  createCloud({ world, clock, ...(journal ? { journal } : {}) })

async function worldOf(scenario: Scenario, rng?: number) {
  const world = buildWorld(scenario, rng)
  await checkPolicies(scenario)
  return world
}

/** A tab on its own: its world lives as long as the page does. */
async function startAlone(parameters: StartParameters) {
  const scenario = await fetchCompleteScenario(parameters.scenario ?? DEFAULT_SCENARIO)
  setScenario(scenario)
  if (parameters.time !== 'real')
    clock.set(parameters.time ?? scenario.time ?? DEFAULT_TIME)
  setCloud(newCloud(await worldOf(scenario, parameters.rng)))
}

/** The world of this browser, shared by its tabs. */
async function startShared(parameters: StartParameters) {
  const store = createWorldStore(createDisk(await openDatabase()), browserTabs())
  const world = await store.open(async (stored) => {
    const wanted = parameters.scenario ?? stored?.meta.scenario ?? DEFAULT_SCENARIO
    const scenario = await fetchCompleteScenario(wanted)
    setScenario(scenario)
    return stored?.meta.scenario === wanted
      ? stored
      : { world: await worldOf(scenario, parameters.rng), meta: { scenario: wanted } }
  }, offerDamaged)
  if (parameters.time && parameters.time !== 'real') clock.set(parameters.time)
  const shared = newCloud(world, store.journal)
  store.attach(shared)
  worldStore = store
  setCloud(shared)
  keep([useIdentityStore, usePreferencesStore])
}

function offerDamaged(found: unknown) {
  const file = new Blob([JSON.stringify(found, null, 2)], { type: 'application/json' })
  flash({
    type: 'warning',
    sticky: true,
    header: 'The stored world could not be read',
    content: 'It has been set aside, and the scenario has started afresh.',
    action: {
      label: 'Download it',
      run: () => download(file, 'understudy-damaged-world.json'),
    },
  })
}

/** Resolves with what the address asked for, once there is a cloud. */
export async function start(): Promise<StartParameters> {
  const parameters = readStartParameters(window.location.search)
  const alone = isOnItsOwn(parameters)
  await (alone ? startAlone(parameters) : startShared(parameters))
  if (parameters.as) await takeUp(parameters.as, parameters.via)
  installHook({ reset: resetScenario })
  return parameters
}

/** Back to the first day of this scenario, or of another one. Everybody is signed out. */
export async function resetScenario(id?: string) {
  const scenario = id ? await fetchCompleteScenario(id) : currentScenario()
  if (!scenario) return
  const world = await worldOf(scenario)
  signOut()
  setScenario(scenario)
  if (worldStore) await worldStore.replace(world, { scenario: scenario.id })
  else setCloud(newCloud(world))
  await cloud().ready
}
