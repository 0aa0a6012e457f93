/** WebdriverIO: the hook through `execute`, which waits for promises. */
import assert from 'node:assert/strict'

/** `browser` is a session of any browser, `origin` where the console is served. */
export async function refuseStuart(browser, origin) {
  await browser.url(`${origin}/iam/roles?scenario=stuart&as=user/Stuart&motion=off`)
  await browser.$('html[data-u-ready]').waitForExist()
  await browser.execute(() => window.__understudy__.idle())
  const refused = await browser.execute(async () => {
    const { call } = window.__understudy__
    return call('s3:ListBuckets').catch((error) => error.message)
  })
  assert.match(refused, /^AccessDenied: User: .*user\/Stuart is not authorized/)
  await browser.execute(() => window.__understudy__.goTo('/iam/users'))
  assert.equal(await browser.$('aria/Create user').isDisplayed(), true)
}
