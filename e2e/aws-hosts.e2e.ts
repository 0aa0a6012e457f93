/** Whoever drives the browser can serve this console under the names of the real one. */
import type { Page } from '@playwright/test'
import { expect, test, Understudy } from './kit'
import { ACCOUNT, heading, passwords } from './utils'

const awsHosts = /^https:\/\/[^/]+\.aws\.amazon\.com\//

test.beforeEach(async ({ context, baseURL, expectNoise, request }) => {
  expectNoise(/^asked another origin: https:\/\/[^/]+\.aws\.amazon\.com\//)
  // nothing is made up here: the answers are those of our own server
  await context.route(awsHosts, async (route) => {
    const { pathname, search } = new URL(route.request().url())
    const headers = { accept: route.request().headers()['accept'] ?? '*/*' }
    const response = await request.get(`${baseURL}${pathname}${search}`, { headers })
    await route.fulfill({ response })
  })
})

async function open(page: Page, address: string) {
  await page.goto(address)
  await new Understudy(page).settled()
}

const account = (page: Page) => page.getByLabel('Account ID or alias')

async function signInAsAdmin(page: Page) {
  await page.getByLabel('IAM username').fill('Admin')
  await page.getByLabel('Password', { exact: true }).fill(passwords.Admin)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('the host of an account fills the sign-in form in', async ({ page }) => {
  await open(page, `https://${ACCOUNT}.signin.aws.amazon.com/console`)
  await expect(account(page)).toHaveValue(ACCOUNT)
  await open(page, 'https://northwind-games.signin.aws.amazon.com/console/iam')
  await expect(account(page)).toHaveValue('northwind-games')
  await signInAsAdmin(page)
  await expect(heading(page, 'IAM Dashboard')).toBeVisible()
  await open(page, 'https://northwind-games.signin.aws.amazon.com/')
  await expect(account(page)).toHaveValue('northwind-games')
  await signInAsAdmin(page)
  await expect(heading(page, 'Console Home')).toBeVisible()
})

test('the host of a session asks for its account, and then opens the page', async ({
  page,
}) => {
  const host = `https://${ACCOUNT}-a1b2c3d4.us-east-1.console.aws.amazon.com`
  await open(page, `${host}/iam/home?region=us-east-1#/users/details/Stuart?section=tags`)
  await expect(account(page)).toHaveValue(ACCOUNT)
  await signInAsAdmin(page)
  await expect(heading(page, 'Stuart')).toBeVisible()
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Tags')
  await open(page, `${host}/console/home?region=us-east-1#`)
  await expect(heading(page, 'Console Home')).toBeVisible()
})

test('a page of ours at the host of a session asks for its account too', async ({
  page,
}) => {
  const host = `https://${ACCOUNT}-a1b2c3d4.us-east-1.console.aws.amazon.com`
  await open(page, `${host}/s3/buckets/finance-reports?region=us-east-1`)
  await expect(account(page)).toHaveValue(ACCOUNT)
})

test('the host of S3 opens the buckets', async ({ page }) => {
  await open(page, 'https://s3.console.aws.amazon.com/?scenario=stuart&as=user/Admin')
  await expect(heading(page, /Buckets/)).toBeVisible()
})

test('switch role is at the host of sign-in', async ({ page }) => {
  await open(
    page,
    `https://us-east-1.signin.aws.amazon.com/switchrole?roleName=BreakGlass&account=${ACCOUNT}&scenario=stuart&as=user/Admin`
  )
  await expect(page.getByLabel('IAM role name')).toHaveValue('BreakGlass')
  await expect(page.getByLabel('Account ID')).toHaveValue(ACCOUNT)
})
