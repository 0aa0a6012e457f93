/**
 * From navigation to a roles page that can be used, in the built app, beside an empty React
 * page and a bare Cloudscape page that are built and served the same way; and the bytes sent.
 */
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'

const cache = path.resolve('.cache/understudy/bench')
const configFile = path.resolve('vite.config.ts')
const ROUNDS = 10

const pages = [
  { name: 'empty React page', server: 'bare', path: '/react.html', ready: 'h1' },
  {
    name: 'bare Cloudscape page',
    server: 'bare',
    path: '/cloudscape.html',
    ready: 'a[href="#role-1"]',
  },
  {
    name: 'roles page, 322 roles',
    server: 'app',
    path: '/iam/roles?scenario=busy&as=user/Admin',
    ready: 'a[href="/iam/roles/BreakGlass"]',
  },
]

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

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

async function load(browser, { ready }, url, onResponse) {
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

/** Gzipped bytes of the scripts and styles that one load asks for. */
async function weigh(browser, page, url) {
  const bodies = []
  await load(browser, page, url, (response) => {
    const kind = response.request().resourceType()
    if (kind === 'script' || kind === 'stylesheet') {
      bodies.push(
        response.body().then((body) => [kind, gzipSync(body, { level: 9 }).length])
      )
    }
  })
  const sum = { script: 0, stylesheet: 0 }
  for (const settled of await Promise.allSettled(bodies)) {
    if (settled.status === 'fulfilled') sum[settled.value[0]] += settled.value[1]
  }
  return sum
}

async function serve(outDir, root) {
  const server = await preview({
    configFile,
    logLevel: 'error',
    ...(root ? { root } : {}),
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  })
  return { server, origin: `http://127.0.0.1:${server.httpServer.address().port}` }
}

export async function benchPages() {
  const bareDir = path.join(cache, 'bare')
  const appDir = path.join(cache, 'app')
  const root = path.resolve('e2e/bench/pages')
  const input = ['react', 'cloudscape'].map((name) => path.join(root, `${name}.html`))
  await build({
    configFile,
    root,
    publicDir: false,
    logLevel: 'error',
    build: { outDir: bareDir, emptyOutDir: true, rolldownOptions: { input } },
  })
  await build({
    configFile,
    logLevel: 'error',
    build: { outDir: appDir, emptyOutDir: true },
  })
  const servers = { bare: await serve(bareDir, root), app: await serve(appDir) }
  const { launch } = JSON.parse(fs.readFileSync('.cache/understudy/browser.json', 'utf8'))
  const browser = await chromium.launch(launch)
  try {
    const results = pages.map((page) => ({
      page,
      url: servers[page.server].origin + page.path,
      times: [],
    }))
    // taking turns, so that whatever else the machine does falls on all of them
    for (let round = 0; round < ROUNDS; round++) {
      for (const { page, url, times } of results) times.push(await load(browser, page, url))
    }
    const floor = median(results[0].times)
    const bare = median(results[1].times)
    console.log(`\nNavigation to usable page, cold, median of ${ROUNDS}, taking turns\n`)
    for (const { page, url, times } of results) {
      const ms = median(times)
      const bytes = await weigh(browser, page, url)
      const kb = (count) => `${(count / 1000).toFixed(0)} kB`
      console.log(
        `  ${page.name.padEnd(24)} ${ms.toFixed(0).padStart(5)} ms   ${(ms / floor).toFixed(2)} x React   ` +
          `${(ms / bare).toFixed(2)} x Cloudscape   JavaScript ${kb(bytes.script)}, CSS ${kb(bytes.stylesheet)} gzipped`
      )
    }
  } finally {
    await browser.close()
    await Promise.all(Object.values(servers).map(({ server }) => server.close()))
  }
}
