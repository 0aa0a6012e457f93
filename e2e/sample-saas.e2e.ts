/**
 * How somebody tests a product of theirs that customers connect their AWS account to. The product
 * is in `sample-saas`; it is started as it is, with AWS's address and keys in its environment.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, standIn, type StandIn, test } from './kit'
import { ACCOUNT, heading, passwords, sendPassword } from './utils'

const VENDOR = '444455556666'
const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/TidemarkReader`

/** The product, and the AWS that it and the browser believe in. */
async function startProduct(page: Page) {
  const aws = await standIn(page.context(), { scenario: 'saas' })
  const { url } = await aws.endpoint()
  const keys = await aws.credentialsFor(`arn:aws:iam::${VENDOR}:user/connector`)
  const product = spawn(
    process.execPath,
    [fileURLToPath(new URL('sample-saas/server.mjs', import.meta.url))],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        PATH: process.env.PATH,
        NODE_OPTIONS: '--no-warnings',
        TIDEMARK_ACCOUNT: VENDOR,
        AWS_ENDPOINT_URL: url,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: keys.accessKeyId,
        AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
        AWS_SESSION_TOKEN: keys.sessionToken,
      },
    }
  )
  const [address]: unknown[] = await once(createInterface(product.stdout), 'line')
  await page.goto(String(address))
  return { aws, product }
}

let aws: StandIn
let product: ChildProcess

test.beforeEach(async ({ page }) => {
  ;({ aws, product } = await startProduct(page))
  await page.getByRole('button', { name: 'Connect your AWS account' }).click()
})

test.afterEach(async () => {
  product.stdin?.end()
  await once(product, 'exit')
})

const signIn = (page: Page, user: 'Admin' | 'Stuart') =>
  sendPassword(page, user, passwords[user])

/** The wizard is filled in; whoever comes has to read it, and to press one button. */
async function createRole(page: Page) {
  await expect(page.getByLabel('Role name')).toHaveValue('TidemarkReader')
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page.getByText('Role TidemarkReader created.')).toBeVisible()
}

async function check(page: Page, role = ROLE_ARN) {
  await page.getByLabel('Role ARN').fill(role)
  await page.getByRole('button', { name: 'Check the connection' }).click()
}

const says = (page: Page) => page.getByRole('status')
const complains = (page: Page) => page.getByRole('alert')

test('a customer connects an account, from the first click to the last', async ({
  page,
}) => {
  const connection = page.url()
  await page.getByRole('link', { name: 'Create the role in AWS' }).click()
  await signIn(page, 'Admin')
  await createRole(page)
  await page.getByRole('link', { name: 'TidemarkReader', exact: true }).click()
  await expect(heading(page, 'TidemarkReader')).toBeVisible()
  await expect(page.getByText(ROLE_ARN).first()).toBeVisible()
  await page.goto(connection)
  await check(page)
  await expect(says(page)).toHaveText('Connected. We can see 2 buckets.')
  await expect(page.getByRole('list', { name: 'Buckets' })).toContainText('finance-reports')
})

test('the console opens in a tab of its own, beside the product', async ({
  page,
  context,
}) => {
  await aws.signInAs('user/Admin')
  const opening = context.waitForEvent('page')
  await page.getByRole('link', { name: 'or in a new tab' }).click()
  const tab = await opening
  await createRole(tab)
  await tab.close()
  await check(page)
  await expect(says(page)).toContainText('Connected')
})

test('a role that does not ask for the external ID is refused', async ({ page }) => {
  await aws.signInAs('user/Admin')
  const connection = page.url()
  const link = await page
    .getByRole('link', { name: 'Create the role in AWS' })
    .getAttribute('href')
  await page.goto(String(link).replace(/&isThirdParty=true&externalId=[^&]+/, ''))
  await createRole(page)
  await page.goto(connection)
  await check(page)
  await expect(complains(page)).toContainText('does not ask for the external ID tidemark-')
})

test('there is no connection before there is a role', async ({ page }) => {
  await check(page)
  await expect(complains(page)).toContainText('AWS does not let us take up that role')
  await expect(complains(page)).toContainText(
    'is not authorized to perform: sts:AssumeRole'
  )
})

test('whoever may not create roles connects nothing, and is told so', async ({ page }) => {
  const connection = page.url()
  await page.getByRole('link', { name: 'Create the role in AWS' }).click()
  await signIn(page, 'Stuart')
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page.getByText(/not authorized to perform: iam:CreateRole/)).toBeVisible()
  await page.goto(connection)
  await check(page)
  await expect(complains(page)).toContainText('AWS does not let us take up that role')
})

test('what the role may not do is not done', async ({ page }) => {
  await aws.signInAs('user/Admin')
  const connection = page.url()
  await page.getByRole('link', { name: 'Create the role in AWS' }).click()
  await createRole(page)
  await page.goto(connection)
  await check(page)
  await page.getByRole('button', { name: 'Write a summary into finance-reports' }).click()
  await expect(complains(page)).toContainText('not authorized to perform: s3:PutObject')
  const { Contents } = await aws.call<{ Contents: unknown }>('s3:ListObjectsV2', {
    Bucket: 'finance-reports',
  })
  expect(Contents).toMatchObject([{ Key: '2025/q4.csv' }])
})
