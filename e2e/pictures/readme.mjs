/** Makes the picture in README from the built app: `npm run picture`. */
import fs from 'node:fs'
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'

await build({ logLevel: 'error' })
const server = await preview({ logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } })
const origin = `http://127.0.0.1:${server.httpServer.address().port}`
const { launch } = JSON.parse(fs.readFileSync('.cache/understudy/browser.json', 'utf8'))
const browser = await chromium.launch(launch)
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  const start =
    'scenario=stuart-with-role&as=user/Stuart&via=role/RoleS3FullAccess&motion=off'
  await page.goto(`${origin}/iam/roles?${start}`)
  await page.getByText('Access denied', { exact: true }).waitFor()
  await page.evaluate(() => window.__understudy__.idle())
  await page.screenshot({ path: 'e2e/pictures/readme.png' })
  console.log('e2e/pictures/readme.png')
} finally {
  await browser.close()
  await server.close()
}
