/**
 * The console under the real one's own addresses, inside of a test's browser: no server, no
 * network, and nothing to change in the product that sends people there.
 */
import type { BrowserContext, Frame, Page, Request, Route } from '@playwright/test'
import { listen, type Listening } from '~/endpoint/node-server'
import { rulesAsked } from '~/faults/asked'
import { isConsoleHost } from '~/lib/aws-host'
import { type AnswerConsole, createConsole } from '~/server/answer-console'
import { readConsole } from '~/server/console-files'
import type { ResetOptions, Stage } from '~/server/stage'
import type { Host } from '~/world/host'
import type { AskedScenario } from '~/server/scenario-files'
import { consoleFolder } from './console-folder'
import { type Options, parametersOf } from './options'

/** `as` is signed in at every address of the console from the start. */
export type StandInOptions = Omit<Options, 'store'>

export type StandIn = {
  stage: Stage
  /** Without the form, in all pages of the browser that are open or will be. */
  signInAs(ref: string, via?: string): Promise<void>
  signOut(): Promise<void>
  /** The first day of this scenario, or of another one. Everybody is signed out. */
  reset(scenario?: AskedScenario, options?: ResetOptions): Promise<void>
  /** Keys for an SDK: `user/Stuart`, `root`, an ARN. */
  credentialsFor: Stage['credentialsFor']
  /** The API, as the root user of the first account, or `by`. */
  call: Stage['call']
  /** A server for SDKs, in front of the same world. Ends with the browser's context. */
  endpoint(): Promise<Listening>
  /** Ends what answers; the addresses are the real ones again. */
  close(): Promise<void>
}

/** What the pages have to know; the rest is in the world that they share. */
function startOf({ motion = 'off', ...options }: Options) {
  const { persona, faults, latency, consistency, ui, console } = options
  const given = Object.entries({ persona, faults, latency, consistency, ui, console })
  const set = given.filter(([, value]) => value !== undefined)
  return parametersOf({ motion, ...Object.fromEntries(set) })
}

function frameOf(request: Request): Frame | undefined {
  try {
    return request.frame()
  } catch {
    // a worker's request has no page, and neither has one of a page that is just opening
    return undefined
  }
}

const pageOf = (request: Request) => frameOf(request)?.page()

type Waiting = { page: Page | undefined; gone: AbortController }

/** Who asks for a turn says so first. */
function askerOf(path: string, body: string): string | undefined {
  if (!path.endsWith('/takeTurn')) return undefined
  const given: unknown = JSON.parse(body)
  return Array.isArray(given) ? String(given[0]) : undefined
}

/** Answers requests, and notices when nobody waits any more. */
function answering(context: BrowserContext, host: Host, answer: AnswerConsole) {
  const waiting = new Map<Request, Waiting>()
  const names = new Map<Page, string>()

  /** Its document goes away, and with it whatever it waited for. */
  function leave(page: Page) {
    for (const each of waiting.values()) if (each.page === page) each.gone.abort()
    const name = names.get(page)
    if (name !== undefined) void host.methods.leave(name)
  }

  const onFailed = (request: Request) => waiting.get(request)?.gone.abort()
  function onPage(page: Page) {
    let isLeaving = false
    page.once('close', () => leave(page))
    page.on('request', (request) => {
      isLeaving ||= request.isNavigationRequest() && frameOf(request) === page.mainFrame()
    })
    // it goes on until there is another document; within one, the address may change as well
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return
      if (isLeaving || frame.url() === 'about:blank') leave(page)
      isLeaving = false
    })
  }

  context.on('requestfailed', onFailed)
  context.on('page', onPage)
  for (const page of context.pages()) onPage(page)

  async function handle(route: Route, request: Request) {
    const url = new URL(request.url())
    const page = pageOf(request)
    const body = request.postData() ?? ''
    const asker = askerOf(url.pathname, body)
    if (page && asker !== undefined) names.set(page, asker)
    const gone = new AbortController()
    waiting.set(request, { page, gone })
    const asked = {
      method: request.method(),
      path: `${url.pathname}${url.search}`,
      host: url.host,
      origin: request.headers().origin,
      body,
    }
    const { body: content, ...answered } = await answer(asked, gone.signal)
    waiting.delete(request)
    if (gone.signal.aborted) return
    await route.fulfill({
      ...answered,
      body: typeof content === 'string' ? content : Buffer.from(content),
    })
  }

  return {
    // whoever closes a page in the middle of a request does not wait for it
    handle: (route: Route, request: Request) =>
      handle(route, request).catch((error: unknown) => {
        if (!pageOf(request)?.isClosed()) throw error
      }),
    stop() {
      context.off('requestfailed', onFailed)
      context.off('page', onPage)
      for (const { gone } of waiting.values()) gone.abort()
    },
  }
}

const isOfConsole = (url: URL) => isConsoleHost(url.hostname)

/** From now on the browser's pages find this console where they would find AWS's. */
export async function standIn(
  context: BrowserContext,
  options: StandInOptions = {}
): Promise<StandIn> {
  // the engine is loaded for those who need it
  const { createStage } = await import('~/server/stage')
  const { scenario, time, rng, as, via } = options
  const dist = consoleFolder()
  const stage = await createStage({
    dist,
    faults: rulesAsked(options),
    ...(scenario === undefined ? {} : { scenario }),
    ...(time === undefined ? {} : { time }),
    ...(rng === undefined ? {} : { rng }),
    ...(as === undefined ? {} : { as }),
    ...(via === undefined ? {} : { via }),
  })
  const answer = createConsole({
    files: readConsole(dist),
    host: stage.host,
    keepsIdentity: true,
    start: () => startOf(options),
    isOurs: isConsoleHost,
  })
  const { handle, stop } = answering(context, stage.host, answer)
  await context.route(isOfConsole, handle)
  const endpoints: Listening[] = []

  async function end() {
    stop()
    await stage.close()
    await Promise.all(endpoints.map(({ close }) => close()))
  }

  let ended: Promise<void> | undefined
  const endOnce = () => (ended ??= end())
  context.once('close', () => void endOnce())

  return {
    stage,
    signInAs: stage.signInAs,
    signOut: async () => void (await stage.signOut()),
    reset: stage.reset,
    credentialsFor: stage.credentialsFor,
    call: stage.call,
    async endpoint() {
      const endpoint = await listen(stage.endpoint)
      endpoints.push(endpoint)
      return endpoint
    },
    async close() {
      await context.unroute(isOfConsole, handle)
      await endOnce()
    },
  }
}
