/**
 * `npm run pictures`: every page in light and dark at 1280 and 1920 pixels, and on a phone, as
 * the administrator sees it and as a role that has S3 alone; into `.cache/understudy/pictures`.
 */
import type { Page } from '@playwright/test'
import { managing } from '../analyzers'
import { addresses, furnish } from '../every-page'
import { test, type Understudy } from '../kit'
import { ROLE } from '../utils'

const folder = '.cache/understudy/pictures'

const sizes = { phone: 400, laptop: 1280, desk: 1920 }

const nameOf = (address: string) => address.replace(/[^\w.-]+/g, '_').slice(1, 120)

async function shoot(page: Page, u: Understudy, who: string, address: string) {
  await u.goTo(address)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const [size, width] of Object.entries(sizes)) {
      await page.setViewportSize({ width, height: 900 })
      await u.settled()
      const file = `${who}-${size}-${colorScheme}.png`
      await page.screenshot({ path: `${folder}/${nameOf(address)}/${file}` })
    }
  }
}

const viewers = {
  admin: { as: 'user/Admin' },
  s3: { as: 'user/Stuart', via: `role/${ROLE}` },
} as const

for (const [who, viewer] of Object.entries(viewers)) {
  for (const address of addresses) {
    test(`${who} on ${address}`, async ({ page, u }) => {
      await u.start({ ...viewer, scenario: managing })
      await furnish(u)
      await shoot(page, u, who, address)
    })
  }
}
