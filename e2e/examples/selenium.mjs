/** Selenium: the hook through `executeAsyncScript`, controls by role and name. */
import assert from 'node:assert/strict'
import { By, until } from 'selenium-webdriver'

/** `driver` is a session of any browser, `origin` where the console is served. */
export async function switchRole(driver, origin) {
  await driver.get(
    `${origin}/console/home?scenario=stuart-with-role&as=user/Stuart&motion=off`
  )
  await driver.wait(until.elementLocated(By.css('html[data-u-ready]')), 10_000)
  await driver.executeAsyncScript((done) => {
    window.__understudy__.as('user/Stuart', 'role/RoleS3FullAccess').then(done)
  })
  const menu = await driver.findElement(By.css('[data-u-place="account.menu"]'))
  assert.match(await menu.getText(), /RoleS3FullAccess/)
  const verdict = await driver.executeScript(
    (role) =>
      window.__understudy__.decide(
        { user: 'user/Stuart', via: role },
        's3:ListAllMyBuckets'
      ).verdict,
    'role/RoleS3FullAccess'
  )
  assert.equal(verdict, 'Allow')
}
