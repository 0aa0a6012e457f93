/**
 * What a test waits for: the start of a test page beside an empty React page, a reset, tests a
 * minute, and the share of the demo in which the console keeps it waiting.
 */
import { execFileSync } from 'node:child_process'
import { bundle } from './bundle.mjs'
import { median } from './figures.mjs'
import { load, openBrowser, serveApp, serveBare } from './served.mjs'

const ROUNDS = 20

const TEST_PAGE = {
  path: '/iam/roles?scenario=stuart&as=user/Admin&motion=off',
  ready: 'a[href="/iam/roles/BreakGlass"]',
}

const REACT_PAGE = { path: '/react.html', ready: 'h1' }

async function timeStarts(browser, bare, app) {
  const times = { react: [], test: [] }
  // taking turns, so that whatever else the machine does falls on both
  for (let round = 0; round < ROUNDS; round++) {
    times.react.push(await load(browser, REACT_PAGE, bare.origin + REACT_PAGE.path))
    times.test.push(await load(browser, TEST_PAGE, app.origin + TEST_PAGE.path))
  }
  return { react: median(times.react), test: median(times.test) }
}

async function timeResets(page, scenario) {
  return page.evaluate(
    async ([id, rounds]) => {
      const times = []
      for (let round = 0; round < rounds; round++) {
        const start = performance.now()
        await window.__understudy__.reset(id)
        times.push(performance.now() - start)
      }
      return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]
    },
    [scenario, ROUNDS]
  )
}

/**
 * Runs in the page: adds up the time in which a call is under way, or the page of the address is
 * not drawn yet. A test that is ready to go on waits for just that.
 */
function watchWaiting() {
  window.__waited = 0
  let last = performance.now()
  const look = () => {
    const now = performance.now()
    const { uBusy = '0', uRoute } = document.documentElement.dataset
    if (uBusy !== '0' || uRoute !== location.pathname) window.__waited += now - last
    last = now
    requestAnimationFrame(look)
  }
  look()
}

/** Seconds for which the page's main thread was at work, for whatever reason. */
async function taskSeconds(session) {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration').value
}

async function playOnce(browser, origin, { openDemo, playDemo }) {
  const context = await browser.newContext({ baseURL: origin, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const u = await openDemo(page)
  await page.evaluate(watchWaiting)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const [before, start] = [await taskSeconds(session), performance.now()]
  await playDemo(u)
  const seconds = (performance.now() - start) / 1000
  const worked = ((await taskSeconds(session)) - before) / seconds
  const waited = (await page.evaluate(() => window.__waited)) / 1000 / seconds
  await context.close()
  return { seconds, worked, waited }
}

async function timeDemo(browser, origin) {
  const demo = await bundle('demo')
  const runs = []
  for (let round = 0; round < 5; round++) runs.push(await playOnce(browser, origin, demo))
  return {
    seconds: median(runs.map((run) => run.seconds)),
    worked: median(runs.map((run) => run.worked)),
    waited: median(runs.map((run) => run.waited)),
  }
}

/** Two files of the suite, in as many workers as the suite has. */
function testsPerMinute() {
  const command = ['playwright', 'test', '--config', 'e2e/playwright.config.ts']
  const files = ['e2e/roles.e2e.ts', 'e2e/users.e2e.ts']
  const report = execFileSync('npx', [...command, ...files, '--reporter', 'json'], {
    maxBuffer: 1 << 28,
  })
  const { stats } = JSON.parse(report.toString())
  return { tests: stats.expected, perMinute: (stats.expected / stats.duration) * 60_000 }
}

export async function benchTests() {
  const [bare, app, browser] = [await serveBare(), await serveApp(), await openBrowser()]
  try {
    const starts = await timeStarts(browser, bare, app)
    const page = await browser.newPage()
    await page.goto(app.origin + TEST_PAGE.path)
    await page.waitForFunction(() => '__understudy__' in window)
    const resets = {
      stuart: await timeResets(page, 'stuart'),
      busy: await timeResets(page, 'busy'),
    }
    await page.close()
    const demo = await timeDemo(browser, app.origin)
    const suite = testsPerMinute()
    const row = (what, figure) => console.log(`  ${what.padEnd(52)} ${figure}`)
    const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
    const percent = (share) => `${(share * 100).toFixed(1)} %`
    const times = (value) => `${(value / starts.react).toFixed(3)} x the empty page`
    console.log(`\nTests, in one run (medians of ${ROUNDS}; the demo's of 5)\n`)
    row('start of an empty React page', ms(starts.react))
    row(
      'start of a test page, until it can be used',
      `${ms(starts.test)}   ${times(starts.test)}`
    )
    row('reset to the scenario stuart', `${ms(resets.stuart)}   ${times(resets.stuart)}`)
    row('reset to the scenario busy', `${ms(resets.busy)}   ${times(resets.busy)}`)
    row('the demo through the user interface', `${demo.seconds.toFixed(2)} s`)
    row('  of which a call or a page was awaited', `${percent(demo.waited)}   goal: < 10 %`)
    row('  of which the page’s main thread was at work', percent(demo.worked))
    row(`tests a minute (${suite.tests} tests, two workers)`, suite.perMinute.toFixed(0))
  } finally {
    await browser.close()
    await Promise.all([bare.close(), app.close()])
  }
}
