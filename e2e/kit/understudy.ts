/**
 * The console's window hook, from the test's side of the browser: the contract
 * `understudy.e2e/v1`, method by method.
 */
import type { Page } from '@playwright/test'
import type { ApiEvent, World } from '~/engine/model'
import type {
  EventFilter,
  PlaceShown,
  PrincipalRef,
  Ref,
  Refusal,
  UnderstudyHook,
  WorldOptions,
} from '~/data/hook-contract'
import type { FaultRule } from '~/faults/rule'
import type { Assert } from '~/labs/assertion'
import type { ScenarioPatch } from '~/scenarios/patch'
import type { Server } from '~/server/start-server'
import { addressOf, type Options, parametersOf } from './options'
import { asksForWorld, beginningOf } from './served-stage'

export type Decided = ReturnType<UnderstudyHook['decide']>

/** A call of the console that is held. */
export type Pause = {
  /** Resolves when a call has come and is held. */
  hit(): Promise<void>
  resume(): Promise<void>
  /** Lets the call fail with an error of this code. */
  fail(code: string, message?: string): Promise<void>
}

/** Asks the hook of a page, and says so when there is none. */
function hookOf(page: Page) {
  const asking =
    (ask: (run: () => unknown, argument?: unknown) => Promise<unknown>) =>
    async (run: () => unknown, argument?: unknown) => {
      try {
        return await ask(run, argument)
      } catch (error) {
        const isOpen = await page.evaluate(() => '__understudy__' in window)
        if (isOpen) throw error
        throw new Error('the console is not open yet: `await u.start()` opens it', {
          cause: error,
        })
      }
    }
  const hook = {
    evaluate: asking((...given) => page.evaluate(...given)),
    evaluateHandle: asking((...given) => page.evaluateHandle(...given)),
  }
  // with the overloads of the page's own, which it hands everything on to
  return hook as unknown as Pick<Page, 'evaluate' | 'evaluateHandle'>
}

/** What was wrong, on the page that stands in place of a console that could not start. */
const START_ERROR = '[data-u-start-error]'

/** A page keeps the names of its listeners, whichever object they came by. */
let listeners = 0

export class Understudy {
  readonly page: Page
  readonly #hook: Pick<Page, 'evaluate' | 'evaluateHandle'>
  readonly #defaults: Options
  #server: Server | undefined

  constructor(page: Page, defaults: Options = {}) {
    this.page = page
    this.#hook = hookOf(page)
    this.#defaults = defaults
  }

  /** Opens the console of this server from now on, and has the server keep the world. */
  playOn(server: Server): void {
    if (this.page.url() !== 'about:blank') {
      throw new Error('ask for the fixture `endpoint` wherever the console is opened first')
    }
    this.#server = server
  }

  /** Where the console is, when it is not where the config says. */
  get url(): string | undefined {
    return this.#server?.consoleUrl
  }

  /** The world is there; options of this call alone begin it anew. */
  async #startOn(server: Server, { path = '/', ...options }: Options & { path?: string }) {
    const all = { ...this.#defaults, ...options }
    const { scenario, as, via, motion, persona, faults, latency, consistency, ui } = all
    if (asksForWorld(options)) await server.stage.reset(scenario, beginningOf(options))
    const { console } = all
    const ofPage = { as, via, motion, persona, faults, latency, consistency, ui, console }
    const given = Object.entries(ofPage).filter(([, value]) => value !== undefined)
    const parameters = parametersOf({ ...Object.fromEntries(given), store: 'server' })
    await this.page.goto(`${server.consoleUrl}${addressOf(path, parameters)}`)
    await this.settled()
  }

  /** Opens a page in a world of this test's own. What is left out is as the fixtures' options. */
  async start({ path = '/', ...options }: Options & { path?: string } = {}): Promise<void> {
    if (this.#server) return this.#startOn(this.#server, { path, ...options })
    const all = { motion: 'off' as const, ...this.#defaults, ...options }
    const { scenario, as, via, ...others } = all
    const isPatched = typeof scenario === 'object'
    const known = { ...(scenario === undefined ? {} : { scenario }), ...others }
    // somebody whom the patch brings cannot sign in before it is there
    const who = {
      ...(as === undefined ? {} : { as }),
      ...(via === undefined ? {} : { via }),
    }
    const first = isPatched ? { scenario: 'stuart', ...known } : { ...known, ...who }
    const address = isPatched ? '/sign-in' : path
    await this.page.goto(addressOf(address, parametersOf(first)))
    await this.settled()
    if (!isPatched) return
    await this.reset(scenario, who)
    await this.goTo(path)
  }

  /** Waits until there is a world, and nothing is under way in the page. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(
      (error) => '__understudy__' in window || document.querySelector(error),
      START_ERROR
    )
    await this.#throwStartError()
    await this.#hook.evaluate(async () => {
      await window.__understudy__.ready
      await window.__understudy__.idle()
    })
  }

  async #throwStartError() {
    const [said] = await this.page.locator(START_ERROR).allInnerTexts()
    if (said !== undefined) throw new Error(`the console could not start: ${said}`)
  }

  /** Whether the page shows the console, and not yet another page or none. */
  isOpen(): Promise<boolean> {
    return this.page.evaluate(() => '__understudy__' in window)
  }

  /** Goes to another page as a link does; the first page of a test is opened with its options. */
  async goTo(address: string): Promise<void> {
    if (!(await this.isOpen())) return this.start({ path: address })
    await this.#hook.evaluate((to) => window.__understudy__.goTo(to), address)
  }

  /** Resolves when nothing is pending: no call, no short timer, no render. */
  idle(): Promise<void> {
    return this.#hook.evaluate(() => window.__understudy__.idle())
  }

  /** The first day of a scenario, or of one with changes, without a reload. */
  reset(scenario?: string | ScenarioPatch, options?: WorldOptions): Promise<void> {
    return this.#hook.evaluate(
      ([asked, given]) => window.__understudy__.reset(asked, given),
      [scenario, options] as const
    )
  }

  readonly state = {
    export: (): Promise<World> =>
      this.#hook.evaluate(() => window.__understudy__.state.export()),
    import: (world: unknown): Promise<void> =>
      this.#hook.evaluate((given) => window.__understudy__.state.import(given), world),
    patch: (patch: ScenarioPatch): Promise<void> =>
      this.#hook.evaluate((given) => window.__understudy__.state.patch(given), patch),
    hash: (): Promise<string> =>
      this.#hook.evaluate(() => window.__understudy__.state.hash()),
    pack: (): Promise<string> =>
      this.#hook.evaluate(() => window.__understudy__.state.pack()),
  }

  /** Signs in without the form, or holds a session of the role that `via` names. */
  async as(user: Ref, via?: Ref): Promise<void> {
    await this.#hook.evaluate(([who, role]) => window.__understudy__.as(who, role), [
      user,
      via,
    ] as const)
  }

  /** The API under the pages, as whoever is active, or `by`. Meets no faults. */
  call<Output = unknown>(operation: string, input: object = {}, by?: Ref): Promise<Output> {
    return this.#hook.evaluate(
      // the answer is the operation's, which whoever calls it knows
      ([name, given, who]) =>
        window.__understudy__.call(name, given, who) as Promise<Output>,
      [operation, input, by] as const
    )
  }

  /** What would happen and why; changes nothing. */
  decide(
    principal: PrincipalRef,
    action: string,
    resource?: string,
    context?: Record<string, string | string[]>
  ): Promise<Decided> {
    return this.#hook.evaluate(
      ([who, what, on, keys]) => window.__understudy__.decide(who, what, on, keys),
      [principal, action, resource, context] as const
    )
  }

  /** Whether something is so, and one sentence that says why. */
  check(assertion: Assert): Promise<{ ok: boolean; reason: string }> {
    return this.#hook.evaluate((given) => window.__understudy__.check(given), assertion)
  }

  readonly clock = {
    now: (): Promise<string> =>
      this.#hook.evaluate(() => window.__understudy__.clock.now()),
    set: (time: string): Promise<void> =>
      this.#hook.evaluate((to) => window.__understudy__.clock.set(to), time),
    advance: (ms: number): Promise<void> =>
      this.#hook.evaluate((by) => window.__understudy__.clock.advance(by), ms),
    run: (): Promise<void> => this.#hook.evaluate(() => window.__understudy__.clock.run()),
  }

  readonly faults = {
    set: (rules: FaultRule[]): Promise<void> =>
      this.#hook.evaluate((given) => window.__understudy__.faults.set(given), rules),
    clear: (): Promise<void> =>
      this.#hook.evaluate(() => window.__understudy__.faults.clear()),
    /** Holds the next call of an operation of the console. */
    pause: async (operation: string): Promise<Pause> => {
      const held = await this.#hook.evaluateHandle(
        (name) => window.__understudy__.faults.pause(name),
        operation
      )
      return {
        hit: () => held.evaluate((pause) => pause.hit),
        resume: () => held.evaluate((pause) => pause.resume()),
        fail: (code, message) =>
          held.evaluate((pause, given) => pause.fail(...given), [code, message] as [
            string,
            string?,
          ]),
      }
    },
  }

  readonly log = {
    list: (filter?: EventFilter): Promise<ApiEvent[]> =>
      this.#hook.evaluate((given) => window.__understudy__.log.list(given), filter),
    /**
     * Calls back with every event from now on, until the page is loaded again or until what it
     * resolves with is called.
     */
    on: async (listener: (event: ApiEvent) => void): Promise<() => Promise<void>> => {
      const name = `understudyListener${listeners++}`
      await this.page.exposeFunction(name, listener)
      const stop = await this.#hook.evaluateHandle((exposed) => {
        // Playwright has put the function there
        const hear = Reflect.get(window, exposed) as (event: unknown) => void
        return window.__understudy__.log.on(hear)
      }, name)
      return () => stop.evaluate((end) => end())
    },
    refusals: (): Promise<Refusal[]> =>
      this.#hook.evaluate(() => window.__understudy__.log.refusals()),
  }

  /** The named spots that are on the screen now. */
  places(): Promise<PlaceShown[]> {
    return this.#hook.evaluate(() => window.__understudy__.places())
  }
}
