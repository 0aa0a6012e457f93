import type { Page } from '@playwright/test'
import { managing } from './analyzers'
import { addresses, furnish } from './every-page'
import { expect, test } from './kit'
import { ROLE } from './utils'

async function expectSoundPage(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page).toHaveTitle(/^(?!undefined).+ \| .+/)
  await expect(page.getByText(/\bundefined\b/)).toHaveCount(0)
}

/** `/iam/roles`, `/s3/upload`: pages of a kind are visited in one go. */
const areaOf = (address: string) => address.split(/[/?]/).slice(0, 3).join('/')

for (const area of new Set(addresses.map(areaOf))) {
  test(`the pages of ${area} are sound and accessible, in light and dark`, async ({
    page,
    u,
  }) => {
    test.setTimeout(120_000)
    await u.start({ as: 'user/Admin', scenario: managing })
    await furnish(u)
    for (const address of addresses.filter((each) => areaOf(each) === area)) {
      await test.step(address, async () => {
        await page.emulateMedia({ colorScheme: 'light' })
        await u.goTo(address)
        await expectSoundPage(page)
        await expect(page).toHaveNoA11yViolations()
        await page.emulateMedia({ colorScheme: 'dark' })
        await u.settled()
        // the other rules look at what does not change with the colours
        await expect(page).toHaveNoA11yViolations({ rules: ['color-contrast'] })
      })
    }
  })
}

test('every page opens for somebody who may use S3 alone', async ({ page, u }) => {
  test.setTimeout(120_000)
  await u.start({ as: 'user/Stuart', scenario: managing, via: `role/${ROLE}` })
  await furnish(u)
  for (const address of addresses) {
    await test.step(address, async () => {
      await u.goTo(address)
      await expectSoundPage(page)
    })
  }
})
