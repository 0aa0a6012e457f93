/** Fixtures for tests against the console: a world of each test's own, and whoever is in it. */
import { test as base } from '@playwright/test'
import type { TestInfo } from '@playwright/test'
import type { Stage } from '~/server/stage'
import { expect } from './matchers'
import { listen } from './noise'
import { createOwnConsole, type OwnConsole } from './own-console'
import type { Options } from './options'
import { AccountMenu } from './pages/account'
import { EventHistoryPage } from './pages/events'
import { Iam } from './pages/iam'
import { S3 } from './pages/s3'
import { serveStage } from './served-stage'
import { Understudy } from './understudy'

/** Each may be set with `test.use`, and left unset. */
export type UnderstudyOptions = {
  // `Exclude` keeps the compiler from making the keys optional, which fixtures cannot be
  [Name in Exclude<keyof Options, never>]: Options[Name] | undefined
} & {
  /** Whether an error or a warning in the browser's console fails the test. */
  quiet: boolean
}

/** AWS's API in front of the world that the test's console shows. */
export type EndpointFixture = {
  /** For `endpoint` of an SDK's client, `--endpoint-url` or `AWS_ENDPOINT_URL`. */
  url: string
  region: string
  /** Keys of `user/Stuart`, `root`, an ARN; or of the role that `via` names, taken up by them. */
  credentialsFor: Stage['credentialsFor']
}

export type UnderstudyFixtures = {
  /** The console and the world behind it. */
  u: Understudy
  /** The pages of IAM, of S3 and of CloudTrail, and the menu of who is signed in. */
  iam: Iam
  s3: S3
  events: EventHistoryPage
  account: AccountMenu
  /** Declares a message of the browser's console, or a request elsewhere, that the test is about. */
  expectNoise: (pattern: RegExp) => void
  /**
   * The console's world for SDKs as well. A test that asks for it has both on a server of its own,
   * and `u.start()` opens the console there.
   */
  endpoint: EndpointFixture
  /** Attaches what the engine refused to the report of a test that failed. */
  explainFailure: void
}

export type UnderstudyWorkerFixtures = {
  /** Serves the console where the config names no address. */
  ownConsole: OwnConsole
}

/** What was refused and what was called, for somebody who reads why a test failed. */
async function attachWorld(u: Understudy, info: TestInfo) {
  if (u.page.isClosed() || !(await u.isOpen())) return
  const [refusals, events] = await Promise.all([u.log.refusals(), u.log.list()])
  await info.attach('understudy refusals', {
    body: JSON.stringify(refusals, null, 2),
    contentType: 'application/json',
  })
  await info.attach('understudy events', {
    body: JSON.stringify(events.slice(-50), null, 2),
    contentType: 'application/json',
  })
}

/** Whether an origin is the console's, which asks nobody but who serves it. */
const isAt = (baseURL: string | undefined, u: Understudy) => (origin: string) =>
  [baseURL, u.url].some((url) => url !== undefined && origin === new URL(url).origin)

export const test = base.extend<
  UnderstudyOptions & UnderstudyFixtures,
  UnderstudyWorkerFixtures
>({
  ownConsole: [
    // Playwright reads the names of what a fixture needs, and this one needs nothing
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const own = createOwnConsole()
      await use(own)
      await own.close()
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ baseURL, ownConsole }, use) => {
    await use(baseURL ?? (await ownConsole.url()))
  },

  scenario: ['stuart', { option: true }],
  as: [undefined, { option: true }],
  via: [undefined, { option: true }],
  time: [undefined, { option: true }],
  persona: [undefined, { option: true }],
  faults: [undefined, { option: true }],
  latency: [undefined, { option: true }],
  consistency: [undefined, { option: true }],
  rng: [undefined, { option: true }],
  motion: ['off', { option: true }],
  ui: [undefined, { option: true }],
  console: [undefined, { option: true }],
  store: [undefined, { option: true }],
  quiet: [true, { option: true }],

  u: async (
    {
      page,
      scenario,
      as,
      via,
      time,
      persona,
      faults,
      latency,
      consistency,
      rng,
      motion,
      ui,
      console,
      store,
    },
    use
  ) => {
    const options = {
      scenario,
      as,
      via,
      time,
      persona,
      faults,
      latency,
      consistency,
      rng,
      motion,
      ui,
      console,
      store,
    }
    // what is not set is left out, so that it takes nothing's place
    const given = Object.entries(options).filter(([, value]) => value !== undefined)
    await use(new Understudy(page, Object.fromEntries(given)))
  },

  iam: ({ u }, use) => use(new Iam(u)),
  s3: ({ u }, use) => use(new S3(u)),
  events: ({ u }, use) => use(new EventHistoryPage(u)),
  account: ({ u }, use) => use(new AccountMenu(u)),

  endpoint: async (
    { u, context, scenario, time, persona, faults, latency, consistency, rng, ui },
    use
  ) => {
    const server = await serveStage({
      scenario,
      time,
      persona,
      faults,
      latency,
      consistency,
      rng,
      ui,
    })
    u.playOn(server)
    const { endpointUrl: url, stage } = server
    await use({ url, region: 'us-east-1', credentialsFor: stage.credentialsFor })
    // the pages are still there, and would miss it
    context.once('close', () => void server.close())
  },

  expectNoise: async ({ u, context, baseURL }, use) => {
    const noise = listen(context, isAt(baseURL, u))
    await use((pattern) => noise.expected.push(pattern))
  },

  explainFailure: [
    async ({ u, context, quiet, baseURL }, use, info) => {
      const noise = listen(context, isAt(baseURL, u))
      await use()
      if (quiet) {
        expect
          .soft(noise.unexpected(), 'the console of the browser stays quiet')
          .toEqual([])
      }
      if (info.status !== info.expectedStatus) await attachWorld(u, info)
    },
    { auto: true },
  ],
})
