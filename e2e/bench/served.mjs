/** Built pages, served and opened: what the benchmarks of pages begin with. */
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'

const cache = path.resolve('.cache/understudy/bench')
const configFile = path.resolve('vite.config.ts')

/** Runs in the page: notes the first frame after the element is there. */
function watch(selector) {
  const look = () => {
    if (!document.querySelector(selector)) return requestAnimationFrame(look)
    requestAnimationFrame(() => {
      window.__readyAt = performance.now()
    })
  }
  look()
}

export async function load(browser, { ready }, url, onResponse) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  if (onResponse) page.on('response', onResponse)
  await page.addInitScript(watch, ready)
  await page.goto(url)
  const readyAt = await page.waitForFunction(() => window.__readyAt)
  const ms = await readyAt.jsonValue()
  await context.close()
  return ms
}

async function serve(outDir, root) {
  const server = await preview({
    configFile,
    logLevel: 'error',
    ...(root ? { root } : {}),
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  })
  const origin = `http://127.0.0.1:${server.httpServer.address().port}`
  return { origin, close: () => server.close() }
}

/** An empty React page and a bare Cloudscape page, built and served as the app is. */
export async function serveBare() {
  const outDir = path.join(cache, 'bare')
  const root = path.resolve('e2e/bench/pages')
  const input = ['react', 'cloudscape'].map((name) => path.join(root, `${name}.html`))
  await build({
    configFile,
    root,
    publicDir: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, rolldownOptions: { input } },
  })
  return serve(outDir, root)
}

export async function serveApp() {
  const outDir = path.join(cache, 'app')
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  return serve(outDir)
}

/** The browser that `browser/find.mjs` has found. */
export function openBrowser() {
  const { launch } = JSON.parse(fs.readFileSync('.cache/understudy/browser.json', 'utf8'))
  return chromium.launch(launch)
}
