/** What the pages of a test say aloud in the browser's console, and what they ask elsewhere. */
import type { BrowserContext, Request } from '@playwright/test'

type Noise = { expected: RegExp[]; unexpected(): string[] }

const heard = new WeakMap<BrowserContext, Noise>()

/** The origin of the page that asks; a worker's requests have none. */
function askerOf(request: Request): string | undefined {
  try {
    return new URL(request.frame().url()).origin
  } catch {
    return undefined
  }
}

/** The console asks nobody but who serves it; what other pages do is their own affair. */
function isElsewhere(request: Request, isConsole: (origin: string) => boolean) {
  const asker = askerOf(request)
  const { origin, protocol } = new URL(request.url())
  if (asker === undefined || !isConsole(asker)) return false
  const isNavigation = request.isNavigationRequest()
  return !isNavigation && origin !== asker && !['data:', 'blob:'].includes(protocol)
}

/**
 * Listens from the first call on; further calls give the same. `isConsole` tells the origins that
 * Understudy is served from.
 */
export function listen(
  context: BrowserContext,
  isConsole: (origin: string) => boolean
): Noise {
  const before = heard.get(context)
  if (before) return before
  const lines: string[] = []
  const expected: RegExp[] = []
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) lines.push(message.text())
  })
  context.on('weberror', (error) => lines.push(String(error.error())))
  context.on('request', (request) => {
    if (isElsewhere(request, isConsole))
      lines.push(`asked another origin: ${request.url()}`)
  })
  const noise = {
    expected,
    unexpected: () => lines.filter((line) => !expected.some((each) => each.test(line))),
  }
  heard.set(context, noise)
  return noise
}
