/**
 * A world on a server: pages reach it through its host, programs through the endpoint, and whoever
 * made it through the methods here. All of them see one world, and one clock.
 */
import { type Cloud, createCloud, DEFAULT_TIME, type World } from '~/engine'
import { callByName } from '~/engine/call-by-name'
import { createEndpoint, type EndpointRequest } from '~/endpoint/endpoint'
import type { Credentials } from '~/engine/model'
import { arrangeFaults } from '~/faults/arrange'
import { createInjector } from '~/faults/injector'
import { type FaultRule, parseFaultRules } from '~/faults/rule'
import { createClock } from '~/lib/clock'
import { IDENTITY_NAME } from '~/lib/kept'
import { buildWorld } from '~/scenarios/build'
import { checkPolicies } from '~/scenarios/check-policies'
import type { Scenario } from '~/scenarios/schema'
import type { Stored } from '~/world/disk'
import { createHost } from '~/world/host'
import { createMemoryDisk } from '~/world/memory-disk'
import { createWorldStore } from '~/world/world-store'
import { faultyCloud } from './faulty-cloud'
import { openFileDisk } from './file-disk'
import {
  type AskedScenario,
  DEFAULT_SCENARIO,
  type Played,
  playedScenario,
  scenarioOfMeta,
  scenarioReader,
} from './scenario-files'
import { shareClock } from './share-clock'
import { keptIdentity, openSession } from './signed-in'

export type ResetOptions = {
  /** ISO time at which the clock stands from then on, or `real`. The scenario's without it. */
  time?: string
  /** Seeds ids, secrets and faults. */
  rng?: number
  /** In place of those before; they stay where nothing is said. */
  faults?: FaultRule[]
  /** Who is signed in, in consoles whose host keeps that: `user/Stuart`, `root`, an ARN. */
  as?: string
  /** The role that they act as. */
  via?: string
}

export type StageOptions = ResetOptions & {
  /** The folder of the built console: scenarios are read from it. */
  dist: string
  scenario?: AskedScenario
  /** The file that keeps the world. In memory without it. */
  store?: string
}

/** The file has a world that began otherwise than it is asked for. */
export class OtherScenarioError extends Error {}

export type Stage = Awaited<ReturnType<typeof createStage>>

/** Throws a `ScenarioError` at a scenario that cannot be played. */
export async function createStage(options: StageOptions) {
  const fetcher = scenarioReader(options.dist)
  const clock = createClock()
  const machine = createClock()
  const wait = (ms: number) =>
    new Promise<void>((resolve) => void clock.setTimeout(resolve, ms))
  const disk =
    options.store === undefined ? createMemoryDisk() : await openFileDisk(options.store)
  const host = createHost({
    disk,
    now: machine.millis,
    pause: () => new Promise((resolve) => void machine.setTimeout(resolve, 1000)),
  })
  const injector = createInjector({ now: clock.millis, wait }, options.rng)
  const store = createWorldStore(disk, host.tabs('the stage'), (meta) => {
    void scenarioOfMeta(meta, fetcher).then((scenario) => (played = { scenario, meta }))
  })
  let played = await playedScenario(options.scenario ?? DEFAULT_SCENARIO, fetcher)
  let damaged: unknown

  async function firstDay({ scenario }: Played, rng?: number): Promise<World> {
    const built = buildWorld(scenario, rng)
    await checkPolicies(scenario)
    return built
  }

  async function choose(stored: Stored | undefined) {
    if (!stored) return { world: await firstDay(played, options.rng), meta: played.meta }
    const isAnother = stored.meta.scenario !== played.meta.scenario
    if (options.scenario !== undefined && isAnother) {
      throw new OtherScenarioError(
        `${options.store} holds a world that began as ${stored.meta.scenario}, not as ${played.meta.scenario}`
      )
    }
    played = {
      scenario: await scenarioOfMeta(stored.meta, fetcher),
      meta: stored.meta,
    }
    return stored
  }

  function setTime(time: string | undefined, scenario: Scenario) {
    if (time === 'real') clock.run()
    else clock.set(time ?? scenario.time ?? DEFAULT_TIME)
  }

  const world = await store.open(choose, (found) => (damaged = found))
  shareClock(host, clock)
  setTime(options.time, played.scenario)
  const cloud = createCloud({ world, clock, journal: store.journal })
  store.attach(cloud)

  /** The cloud, when it has heard of all that pages have done. */
  async function fresh(): Promise<Cloud> {
    await cloud.exclusively(() => {})
    return cloud
  }

  async function setFaults(rules: FaultRule[]) {
    injector.set(parseFaultRules(rules))
    await arrange()
  }

  const arrange = () =>
    cloud.amend((draft) => arrangeFaults(draft, injector.rules, clock.millis()))

  async function signInAs(ref: string, via?: string) {
    await host.methods.keep(
      IDENTITY_NAME,
      await keptIdentity(await fresh(), ref, via),
      'the stage'
    )
  }

  const answer = createEndpoint({
    cloud: () => faultyCloud(cloud, injector, clock.now),
    now: machine.millis,
  })

  if (options.faults) await setFaults(options.faults)
  if (options.as !== undefined) await signInAs(options.as, options.via)

  return {
    host,
    clock,
    /** What of a damaged file was set aside, and where. */
    damaged: () => damaged,
    scenario: () => played.scenario,
    faults: () => injector.rules,
    fresh,
    world: async () => (await fresh()).world,
    setFaults,
    /** In consoles whose host keeps who is signed in. */
    signInAs,
    signOut: () => host.methods.keep(IDENTITY_NAME, null, 'the stage'),
    /**
     * Keys of a user, of the root user, or of a role's session, for an SDK. They bear no expiry:
     * the stage's clock may stand where an SDK's does not.
     */
    async credentialsFor(ref: string, via?: string): Promise<Required<SdkCredentials>> {
      const {
        accessKeyId,
        secretAccessKey,
        sessionToken = '',
      } = await openSession(await fresh(), ref, via)
      return { accessKeyId, secretAccessKey, sessionToken }
    },
    /** `call('iam:CreateRole', { … })`, as the root user of the first account, or `by`. */
    async call<Output = unknown>(
      operation: string,
      input: object = {},
      by = 'root'
    ): Promise<Output> {
      const here = await fresh()
      const client = here.client(await openSession(here, by))
      // the answer is the operation's, which whoever calls it knows
      return callByName(client, operation, input) as Promise<Output>
    },
    /** The first day of this scenario, or of another one. Everybody is signed out. */
    async reset(asked?: AskedScenario, given: ResetOptions = {}) {
      const next = asked === undefined ? played : await playedScenario(asked, fetcher)
      const first = await firstDay(next, given.rng)
      await host.methods.keep(IDENTITY_NAME, null, 'the stage')
      if (given.time !== undefined || clock.isStanding()) setTime(given.time, next.scenario)
      await store.replace(first, next.meta)
      played = next
      await (given.faults ? setFaults(given.faults) : arrange())
      if (given.as !== undefined) await signInAs(given.as, given.via)
    },
    /** Answers an SDK. */
    async endpoint(request: EndpointRequest) {
      await fresh()
      return answer(request)
    },
    /** Resolves when everything that was answered is kept as well. */
    async close() {
      await cloud.settled()
      await fresh()
      host.close()
    },
  }
}

export type SdkCredentials = Pick<
  Credentials,
  'accessKeyId' | 'secretAccessKey' | 'sessionToken'
>
