/** Fixtures for tests against the console: a world of each test's own, and whoever is in it. */
import { test as base } from '@playwright/test'
import type { TestInfo } from '@playwright/test'
import { expect } from './matchers'
import { listen } from './noise'
import type { Options } from './options'
import { AccountMenu } from './pages/account'
import { EventHistoryPage } from './pages/events'
import { Iam } from './pages/iam'
import { S3 } from './pages/s3'
import { Understudy } from './understudy'

/** Each may be set with `test.use`, and left unset. */
export type UnderstudyOptions = {
  // `Exclude` keeps the compiler from making the keys optional, which fixtures cannot be
  [Name in Exclude<keyof Options, never>]: Options[Name] | undefined
} & {
  /** Whether an error or a warning in the browser's console fails the test. */
  quiet: boolean
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
  /** Attaches what the engine refused to the report of a test that failed. */
  explainFailure: void
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

const isAt = (baseURL: string | undefined) => (origin: string) =>
  baseURL !== undefined && origin === new URL(baseURL).origin

export const test = base.extend<UnderstudyOptions & UnderstudyFixtures>({
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

  expectNoise: async ({ context, baseURL }, use) => {
    const noise = listen(context, isAt(baseURL))
    await use((pattern) => noise.expected.push(pattern))
  },

  explainFailure: [
    async ({ u, context, quiet, baseURL }, use, info) => {
      const noise = listen(context, isAt(baseURL))
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
