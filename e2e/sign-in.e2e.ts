import { pb } from '~/lib/path-builder'
import { expect, test } from './fixtures'
import {
  ACCOUNT,
  accountMenu,
  expectProblem,
  heading,
  openService,
  passwords,
  signOut,
} from './utils'

test('a wrong password says no more than that it is wrong', async ({ page, start }) => {
  await start()
  await page.getByLabel('Account ID or alias').fill('northwind-games')
  await page.getByLabel('IAM username').fill('Stuart')
  await page.getByLabel('Password', { exact: true }).fill('hunter2')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(
    page.getByText('Your authentication information is incorrect. Please try again.')
  ).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(passwords.Stuart)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Console Home')).toBeVisible()
})

test('empty fields are named below themselves', async ({ page, start }) => {
  await start()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectProblem(
    page.getByLabel('Account ID or alias'),
    'Enter your account ID or alias'
  )
  await expectProblem(page.getByLabel('IAM username'), 'Enter your IAM username')
})

test('a card of the cast signs in', async ({ page, start }) => {
  await start()
  const cast = page.getByRole('region', { name: 'Who can sign in here' })
  await expect(cast).toContainText("departs from AWS's rule")
  await cast.getByRole('button', { name: 'Sign in as Stuart' }).click()
  await expect(accountMenu(page)).toContainText('Stuart')
})

test('the root user signs in by e-mail', async ({ page, start }) => {
  await start()
  await page.getByRole('button', { name: 'Sign in using root user email' }).click()
  await page.getByLabel('Root user email address').fill('owner@northwind.example')
  await page.getByLabel('Password').fill('Owner-2026-root')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(accountMenu(page)).toContainText('owner@northwind.example')
  await accountMenu(page).click()
  await expect(page.getByText('Root user')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Switch role' })).toBeHidden()
})

test('who was sent to a page arrives there after signing in', async ({ page, start }) => {
  await start({ path: pb.roles() })
  await expect(heading(page, 'IAM user sign in')).toBeVisible()
  await page.getByRole('button', { name: 'Sign in as Stuart' }).click()
  await expect(heading(page, 'Roles')).toBeVisible()
})

test('signing out leaves nothing on the page behind', async ({ page, startAs }) => {
  await startAs('Admin')
  await openService(page, 'S3')
  await expect(page.getByRole('link', { name: 'finance-reports' })).toBeVisible()
  await signOut(page)
  await page.goBack()
  await expect(heading(page, 'IAM user sign in')).toBeVisible()
  await expect(page.getByText(`Account ID: ${ACCOUNT}`)).toBeHidden()
})
