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
const dist = process.env.UNDERSTUDY_DIST ?? 'dist'
const port = Number(process.env.UNDERSTUDY_PORT ?? 4199)
const baseURL = `http://127.0.0.1:${port}`

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
    baseURL,
    launchOptions: chosenBrowser(),
    viewport: { width: 1280, height: 800 },
    timezoneId: 'UTC',
    locale: 'en-US',
    contextOptions: { reducedMotion: 'reduce' },
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
  },
  webServer: {
    command: `npx vite preview --outDir ${dist} --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: here('..'),
    url: baseURL,
  },
})
