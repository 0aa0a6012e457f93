/** Lists of 200 and of 5,000 rows: opened, searched, and turned to the next page. */
import { median } from './figures.mjs'
import { openBrowser, serveApp } from './served.mjs'

const ROUNDS = 7
const ACCOUNT = '111122223333'

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' }],
}

const withRoles = (count) => ({
  extends: 'stuart',
  accounts: [
    {
      id: ACCOUNT,
      roles: Array.from({ length: count }, (_, index) => ({
        name: `role-${index}`,
        trust,
      })),
    },
  ],
})

/** Runs in the page: milliseconds until nothing is under way after something was done. */
async function timed(page, act) {
  const start = performance.now()
  await act()
  await page.evaluate(() => window.__understudy__.idle())
  return performance.now() - start
}

async function timeList(page, count) {
  await page.evaluate(
    (patch) => window.__understudy__.reset(patch, { as: 'user/Admin' }),
    withRoles(count)
  )
  const times = { open: [], search: [], turn: [] }
  const search = page.locator('[data-u-place="iam.roles.search"] input')
  for (let round = 0; round < ROUNDS; round++) {
    await page.evaluate(() => window.__understudy__.goTo('/iam/home'))
    const open = () => page.evaluate(() => window.__understudy__.goTo('/iam/roles'))
    times.open.push(await timed(page, open))
    await search.focus()
    times.search.push(await timed(page, () => page.keyboard.press('9')))
    await search.fill('')
    const next = page.getByRole('button', { name: 'Next page' }).first()
    times.turn.push(await timed(page, () => next.press('Enter')))
  }
  return Object.fromEntries(
    Object.entries(times).map(([what, list]) => [what, median(list)])
  )
}

export async function benchLists() {
  const [app, browser] = [await serveApp(), await openBrowser()]
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(`${app.origin}/iam/home?scenario=stuart&as=user/Admin&motion=off`)
    await page.waitForFunction(() => '__understudy__' in window)
    const few = await timeList(page, 200)
    const many = await timeList(page, 5000)
    console.log(`\nThe list of roles, 200 and 5,000 rows (medians of ${ROUNDS})\n`)
    const names = { open: 'opened', search: 'a letter typed', turn: 'the next page' }
    for (const [what, name] of Object.entries(names)) {
      const ratio = (many[what] / few[what]).toFixed(2)
      console.log(
        `  ${name.padEnd(20)} ${few[what].toFixed(0).padStart(5)} ms ${many[what].toFixed(0).padStart(6)} ms   ${ratio} x`
      )
    }
  } finally {
    await browser.close()
    await app.close()
  }
}
