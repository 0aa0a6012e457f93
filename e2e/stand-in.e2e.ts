/** The console where the real one is, in a browser that is told so. */
import type { Page } from '@playwright/test'
import { expect, standIn, type StandIn, type StandInOptions, test, Understudy } from './kit'
import { ACCOUNT, heading, passwords, row } from './utils'

const REGION = 'https://us-east-1.console.aws.amazon.com'
const SESSION = `https://${ACCOUNT}-a1b2c3d4.us-east-1.console.aws.amazon.com`

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

const setUp = (page: Page, options: StandInOptions = {}): Promise<StandIn> =>
  standIn(page.context(), options)

test('the host of an account fills the sign-in form in', async ({ page }) => {
  const aws = await setUp(page)
  await open(page, `https://${ACCOUNT}.signin.aws.amazon.com/console`)
  await expect(account(page)).toHaveValue(ACCOUNT)
  await open(page, 'https://northwind-games.signin.aws.amazon.com/console/iam')
  await expect(account(page)).toHaveValue('northwind-games')
  await signInAsAdmin(page)
  await expect(heading(page, 'IAM Dashboard')).toBeVisible()
  await aws.signOut()
  await open(page, 'https://northwind-games.signin.aws.amazon.com/')
  await expect(account(page)).toHaveValue('northwind-games')
  await signInAsAdmin(page)
  await expect(heading(page, 'Console Home')).toBeVisible()
})

test('the host of a session asks for its account, and then opens the page', async ({
  page,
}) => {
  await setUp(page)
  await open(
    page,
    `${SESSION}/iam/home?region=us-east-1#/users/details/Stuart?section=tags`
  )
  await expect(account(page)).toHaveValue(ACCOUNT)
  await signInAsAdmin(page)
  await expect(heading(page, 'Stuart')).toBeVisible()
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Tags')
  await open(page, `${SESSION}/console/home?region=us-east-1#`)
  await expect(heading(page, 'Console Home')).toBeVisible()
})

test('a page of ours at the host of a session asks for its account too', async ({
  page,
}) => {
  await setUp(page)
  await open(page, `${SESSION}/s3/buckets/finance-reports?region=us-east-1`)
  await expect(account(page)).toHaveValue(ACCOUNT)
})

test('the host of S3 opens the buckets', async ({ page }) => {
  await setUp(page, { as: 'user/Admin' })
  await open(page, 'https://s3.console.aws.amazon.com/')
  await expect(heading(page, /Buckets/)).toBeVisible()
})

test('switch role is at the host of sign-in', async ({ page }) => {
  await setUp(page, { as: 'user/Admin' })
  await open(
    page,
    `https://us-east-1.signin.aws.amazon.com/switchrole?roleName=BreakGlass&account=${ACCOUNT}`
  )
  await expect(page.getByLabel('IAM role name')).toHaveValue('BreakGlass')
  await expect(page.getByLabel('Account ID')).toHaveValue(ACCOUNT)
})

test('an address may ask for a world of its own', async ({ page }) => {
  await setUp(page, { as: 'user/Admin' })
  await open(page, `${REGION}/iam/home?scenario=two-accounts&as=user/Dana#/home`)
  await expect(page.getByRole('button', { name: 'Account menu' })).toContainText('Dana')
})

test('whoever signs in at one address is signed in at all of them', async ({ page }) => {
  await setUp(page)
  await open(page, `https://${ACCOUNT}.signin.aws.amazon.com/console`)
  await signInAsAdmin(page)
  await expect(heading(page, 'Console Home')).toBeVisible()
  await open(page, `${REGION}/iam/home?region=us-east-1#/users`)
  await expect(row(page, 'Stuart')).toBeVisible()
  await page.reload()
  await expect(row(page, 'Stuart')).toBeVisible()
})

test('pages of two addresses show one world', async ({ page, context }) => {
  const aws = await setUp(page, { as: 'user/Admin' })
  await open(page, `${REGION}/iam/home#/users`)
  const other = await context.newPage()
  await open(other, 'https://eu-west-1.console.aws.amazon.com/iam/home#/users')
  await aws.call('iam:CreateUser', { UserName: 'Rosa' })
  await expect(row(page, 'Rosa')).toBeVisible()
  await expect(row(other, 'Rosa')).toBeVisible()
  await other.close()
  await aws.call('iam:DeleteUser', { UserName: 'Rosa' })
  await expect(row(page, 'Rosa')).toBeHidden()
})

test('a scenario may be a path of the console', async ({ page }) => {
  const scenario = 'url:/scenarios/two-accounts.json'
  await setUp(page, { scenario, as: 'user/Dana' })
  await open(page, `${REGION}/console/home`)
  await expect(page.getByRole('button', { name: 'Account menu' })).toContainText('Dana')
})

test('a reset signs everybody out, and somebody else in', async ({ page }) => {
  const aws = await setUp(page, { as: 'user/Admin' })
  await open(page, `${REGION}/iam/home#/users`)
  await expect(row(page, 'Stuart')).toBeVisible()
  await aws.reset('two-accounts')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await aws.signInAs('user/Dana')
  await open(page, `${REGION}/console/home`)
  await expect(page.getByRole('button', { name: 'Account menu' })).toContainText('Dana')
})

test('a role is taken up without a click, and its refusals are those of the engine', async ({
  page,
}) => {
  const aws = await setUp(page, { scenario: 'stuart-with-role' })
  await aws.signInAs('user/Stuart', 'role/RoleS3FullAccess')
  await open(page, `${REGION}/iam/home#/users`)
  await expect(page.getByRole('button', { name: 'Account menu' })).toContainText(
    'RoleS3FullAccess'
  )
  await expect(page.getByText(/iam:ListUsers/).first()).toBeVisible()
})

test('other partitions and unsafe addresses are answered as well', async ({ page }) => {
  await setUp(page, { as: 'user/Admin' })
  for (const host of ['console.amazonaws-us-gov.com', 'cn-north-1.console.amazonaws.cn']) {
    await open(page, `https://${host}/iam/home#/users`)
    await expect(row(page, 'Stuart')).toBeVisible()
  }
  await open(page, 'http://console.aws.amazon.com/iam/home#/roles')
  await expect(row(page, 'BreakGlass')).toBeVisible()
})
