import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import type { LaunchOptions } from '@playwright/test'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Written by `browser/find.mjs`, which runs first and knows that this browser starts. */
function chosenBrowser(): LaunchOptions {
  const file = here('../.cache/understudy/browser.json')
  if (!fs.existsSync(file)) throw new Error('run `node e2e/browser/find.mjs` first')
  const { launch }: { launch: LaunchOptions } = JSON.parse(fs.readFileSync(file, 'utf8'))
  return launch
}

const inCi = Boolean(process.env.CI)

export default defineConfig({
  testDir: here('.'),
  testMatch: '*.e2e.ts',
  outputDir: here('out'),
  tsconfig: here('../tsconfig.json'),
  fullyParallel: true,
  forbidOnly: inCi,
  workers: 2,
  retries: inCi ? 1 : 0,
  reporter: 'list',
  use: {
    launchOptions: chosenBrowser(),
    viewport: { width: 1280, height: 800 },
    timezoneId: 'UTC',
    locale: 'en-US',
    contextOptions: { reducedMotion: 'reduce' },
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
  },
})
