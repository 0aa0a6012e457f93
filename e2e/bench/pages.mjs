/**
 * From navigation to a roles page that can be used, in the built app, beside an empty React
 * page and a bare Cloudscape page that are built and served the same way; and the bytes sent.
 */
import { gzipSync } from 'node:zlib'
import { median } from './figures.mjs'
import { load, openBrowser, serveApp, serveBare } from './served.mjs'

const ROUNDS = 10

/** A tuned table page of Cloudscape takes 6.2 x an empty React page; ours may take a quarter more. */
const GOAL = 6.2 * 1.25

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

export async function benchPages() {
  const servers = { bare: await serveBare(), app: await serveApp() }
  const browser = await openBrowser()
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
    console.log(`  goal for the roles page: < ${GOAL.toFixed(2)} x React\n`)
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
    await Promise.all(Object.values(servers).map((server) => server.close()))
  }
}
