import { test as base, expect } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import { pb } from '~/lib/path-builder'

type Start = {
  /** The scenario's id; the default scenario when left out. */
  scenario?: string
  /** The page to open. */
  path?: string
  /** ISO time at which the clock stands. */
  time?: string
}

type StartAs = Start & {
  /** A role to be in from the start. */
  via?: string
}

type Fixtures = {
  /** Opens a page with a world of this test's own; nobody is signed in. */
  start: (options?: Start) => Promise<void>
  /** The same, with somebody signed in: a user's name, or `root`. */
  startAs: (who: string, options?: StartAs) => Promise<void>
  /** Declares a console message or an error that the test is about. */
  expectNoise: (pattern: RegExp) => void
  quiet: void
}

/** Waits until the app has a world, and nothing is under way in it. */
export async function settled(page: Page) {
  // a start ends before or after the load event, so the hook is waited for
  await expect
    .poll(() => page.evaluate(() => '__understudy__' in window), {
      message: 'the app has started',
    })
    .toBe(true)
  await page.evaluate(async () => {
    await window.__understudy__.ready
    await window.__understudy__.idle()
  })
}

const address = (path: string, parameters: Record<string, string | undefined>) => {
  const url = new URL(path, 'http://x')
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return `${url.pathname}${url.search}${url.hash}`
}

const userRef = (who: string) =>
  who === 'root' || who.startsWith('arn:') ? who : `user/${who}`

/** Everything that any page of the test says aloud, or asks of another host. */
function listen(context: BrowserContext, origin: string) {
  const noise: string[] = []
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) noise.push(message.text())
  })
  context.on('weberror', (error) => noise.push(String(error.error())))
  context.on('request', (request) => {
    const url = new URL(request.url())
    const isOwn = url.origin === origin || ['data:', 'blob:'].includes(url.protocol)
    if (!isOwn) noise.push(`asked another origin: ${request.url()}`)
  })
  return noise
}

const declared = new WeakMap<BrowserContext, RegExp[]>()

export const test = base.extend<Fixtures>({
  start: async ({ page }, use) => {
    await use(async ({ path = pb.signIn(), scenario = 'stuart', time } = {}) => {
      await page.goto(address(path, { scenario, time }))
      await settled(page)
    })
  },

  startAs: async ({ page }, use) => {
    await use(
      async (who, { path = pb.consoleHome(), scenario = 'stuart', time, via } = {}) => {
        const parameters = { scenario, as: userRef(who), via: via && `role/${via}`, time }
        await page.goto(address(path, parameters))
        await settled(page)
      }
    )
  },

  expectNoise: async ({ context }, use) => {
    await use((pattern) => {
      declared.set(context, [...(declared.get(context) ?? []), pattern])
    })
  },

  quiet: [
    async ({ context, baseURL }, use) => {
      const noise = listen(context, new URL(baseURL ?? '').origin)
      await use()
      const allowed = declared.get(context) ?? []
      const unexpected = noise.filter(
        (line) => !allowed.some((pattern) => pattern.test(line))
      )
      expect(unexpected, 'the console stays quiet').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
