/** From an address to a running console. */
import type { Cloud, Journal, World } from '~/engine'
import { createCloud, DEFAULT_TIME } from '~/engine/cloud'
import { clock } from '~/lib/clock'
import { download } from '~/lib/download'
import { keep, type KeptStorage, webStorage } from '~/lib/kept'
import { buildWorld } from '~/scenarios/build'
import { checkPolicies } from '~/scenarios/check-policies'
import type { Scenario } from '~/scenarios/schema'
import { setConsole } from '~/stores/edition'
import { flash } from '~/stores/flash'
import { devicesForgotten, useAuthenticatorStore } from '~/stores/authenticator'
import { restoreIdentity, useIdentityStore } from '~/stores/identity'
import { usePreferencesStore } from '~/stores/preferences'
import type { Disk, Meta } from '~/world/disk'
import { createDisk, openDatabase } from '~/world/world-database'
import {
  browserTabs,
  createWorldStore,
  type Tabs,
  type WorldStore,
} from '~/world/world-store'
import { cloud, setCloud } from './cloud'
import { connectHost, hasHost, hostStorage, keepsIdentity, shareClock } from './host'
import { signOut, signOutStrangers } from './identity'
import {
  currentScenario,
  DEFAULT_SCENARIO,
  fetchCompleteScenario,
  metaOf,
  metaOfCurrent,
  scenarioOfMeta,
  setScenario,
} from './scenarios'
import { showState } from './shown-state'
import {
  isOnItsOwn,
  readStartParameters,
  StartParameterError,
  type StartParameters,
} from './start-parameters'
import { takeUp } from './take-up'
import { tabDatabase } from './tab-database'

/** What holds at the start, and what of it the address has asked for. */
type Parameters = StartParameters & { given: StartParameters }

let worldStore: WorldStore | undefined

const newCloud = (world: World, journal?: Journal): Cloud =>
  createCloud({ world, clock, ...(journal ? { journal } : {}) })

/** The first day of a scenario; `rng` seeds ids and secrets. */
export async function worldOf(scenario: Scenario, rng?: number) {
  const world = buildWorld(scenario, rng)
  await checkPolicies(scenario)
  return world
}

/** A tab on its own: its world lives as long as the page does. */
async function startAlone(parameters: StartParameters) {
  const asked = parameters.scenario ?? DEFAULT_SCENARIO
  const scenario = await fetchCompleteScenario(asked)
  setScenario(scenario, metaOf(scenario, asked))
  standStill(parameters, scenario)
  setCloud(newCloud(await worldOf(scenario, parameters.rng)))
}

function standStill({ time }: StartParameters, scenario: Scenario) {
  if (time !== 'real') clock.set(time ?? scenario.time ?? DEFAULT_TIME)
}

/** The situation that an address carries with it, in this tab alone. */
async function startPacked(token: string) {
  const { unpack } = await import('./packed-world')
  const { world, identity, time, meta } = await unpack(token, __APP_VERSION__)
  setScenario(await scenarioOfMeta(meta), meta)
  if (time) clock.set(time)
  setCloud(newCloud(world))
  restoreIdentity(identity)
}

/** `#s=` with a packed world, behind the route. */
const packedIn = (hash: string) => /[#&]s=([\w-]+)/.exec(hash)?.[1]

/** A world that outlives the page, wherever it is kept. */
async function startKept(parameters: Parameters, disk: Disk, tabs: Tabs) {
  const store = createWorldStore(disk, tabs, (meta) => void followScenario(meta))
  const world = await store.open(async (stored) => {
    // what whoever serves the page asks for is for the first time only
    const asked = stored ? parameters.given.scenario : parameters.scenario
    const isIt = stored && (asked === undefined || stored.meta.scenario === asked)
    const scenario = isIt
      ? await scenarioOfMeta(stored.meta)
      : await fetchCompleteScenario(asked ?? DEFAULT_SCENARIO)
    const meta = isIt ? stored.meta : metaOf(scenario, asked)
    setScenario(scenario, meta)
    return isIt ? stored : { world: await worldOf(scenario, parameters.rng), meta }
  }, offerDamaged)
  const shared = newCloud(world, store.journal)
  store.attach(shared)
  worldStore = store
  setCloud(shared)
}

/** Somebody else has put another world in the place of this one. */
async function followScenario(meta: Meta) {
  setScenario(await scenarioOfMeta(meta), meta)
  // a host that keeps who is signed in knows better
  if (!keepsIdentity()) signOutStrangers()
}

const keepStores = (where: KeptStorage) =>
  keep([useIdentityStore, usePreferencesStore, useAuthenticatorStore], where)

/** The world of this browser, shared by its tabs. */
async function startInBrowser(parameters: Parameters) {
  if (parameters.time && parameters.time !== 'real') clock.set(parameters.time)
  await startKept(parameters, createDisk(await openDatabase()), browserTabs())
  keepStores(webStorage('localStorage'))
}

/** The world of this tab, which outlives a reload of the page. */
async function startInTab(parameters: Parameters) {
  const { name, tabs } = await tabDatabase()
  await startKept(parameters, createDisk(await openDatabase(name)), tabs)
  const scenario = currentScenario()
  if (scenario) standStill(parameters, scenario)
  keepStores(webStorage('sessionStorage'))
}

/** The world of whoever serves this page. */
async function startOnServer(parameters: Parameters) {
  if (!hasHost()) {
    throw new StartParameterError(
      'store',
      'The parameter store is "server", but whoever serves this page keeps no world.'
    )
  }
  const host = connectHost()
  await shareClock(host)
  await startKept(parameters, host.disk, host.tabs)
  keepStores(keepsIdentity() ? await hostStorage(host) : webStorage('localStorage'))
}

const starts = {
  none: startAlone,
  session: startInTab,
  local: startInBrowser,
  server: startOnServer,
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

/** Whoever serves the page may have parameters of its own, which an address overrides. */
function parametersOfPage() {
  const meta = document.querySelector('meta[name="understudy-start"]')
  return readStartParameters(meta?.getAttribute('content') ?? '')
}

const isFaulty = ({ persona, faults, latency, consistency, ui }: StartParameters) =>
  [persona, faults, latency, consistency, ui].some((asked) => asked !== undefined)

/** Resolves with what the address asked for, once there is a cloud. */
export async function start(): Promise<StartParameters> {
  const given = readStartParameters(window.location.search)
  const parameters = { ...parametersOfPage(), ...given }
  const usual = hasHost() ? 'server' : 'local'
  const packed = packedIn(window.location.hash)
  if (packed) await startPacked(packed)
  else
    await starts[given.store ?? (isOnItsOwn(given) ? 'none' : usual)]({
      ...parameters,
      given,
    })
  if (parameters.console) await setConsole(parameters.console)
  if (isFaulty(parameters)) {
    await (await import('./fault-control')).startFaults(parameters)
  }
  if (given.as) await takeUp(given.as, given.via)
  showState()
  void import('./hook').then(({ installHook }) => installHook())
  return parameters
}

/** Back to the first day of this scenario, or of another one. Everybody is signed out. */
export async function resetScenario(id?: string) {
  const scenario = id === undefined ? currentScenario() : await fetchCompleteScenario(id)
  if (!scenario) return
  const meta = id === undefined ? metaOfCurrent() : metaOf(scenario, id)
  await startOver(scenario, await worldOf(scenario), meta)
}

/** Puts another world in the place of this one. Everybody is signed out. */
export async function startOver(scenario: Scenario, world: World, meta: Meta) {
  signOut()
  devicesForgotten()
  setScenario(scenario, meta)
  await putWorld(world, meta)
}

/** The same, and whoever is signed in stays so. */
export async function putWorld(world: World, meta: Meta) {
  if (worldStore) await worldStore.replace(world, meta)
  else setCloud(newCloud(world))
  await cloud().ready
}
