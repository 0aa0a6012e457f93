import type { Page } from '@playwright/test'
import { expect, pb, test, Understudy } from './kit'
import { giveDevice } from './mfa'
import {
  ACCOUNT,
  accountMenu,
  expectProblem,
  heading,
  openService,
  passwords,
  sendNewPassword,
  sendPassword,
  signOut,
} from './utils'

const FIRST = 'Robot-2026-first'
const SECOND = 'Robot-2026-second'

/** A user whose password somebody else has chosen, and who may do nothing yet. */
async function newRobot(page: Page) {
  const u = new Understudy(page)
  await u.call('iam:CreateUser', { UserName: 'Robot' }, 'user/Admin')
  await u.call(
    'iam:CreateLoginProfile',
    {
      UserName: 'Robot',
      Password: FIRST,
      PasswordResetRequired: true,
    },
    'user/Admin'
  )
}

test('a wrong password says no more than that it is wrong', async ({ page, u }) => {
  await u.start()
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

test('empty fields are named below themselves', async ({ page, u }) => {
  await u.start()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectProblem(
    page.getByLabel('Account ID or alias'),
    'Enter your account ID or alias'
  )
  await expectProblem(page.getByLabel('IAM username'), 'Enter your IAM username')
})

test('a card of the cast signs in', async ({ page, u }) => {
  await u.start()
  const cast = page.getByRole('region', { name: 'Who can sign in here' })
  await expect(cast).toContainText("departs from AWS's rule")
  await cast.getByRole('button', { name: 'Sign in as Stuart' }).click()
  await expect(accountMenu(page)).toContainText('Stuart')
})

test('the root user signs in by e-mail', async ({ page, u }) => {
  await u.start()
  await page.getByRole('button', { name: 'Sign in using root user email' }).click()
  await page.getByLabel('Root user email address').fill('owner@northwind.example')
  await page.getByLabel('Password').fill('Owner-2026-root')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(accountMenu(page)).toContainText('owner@northwind.example')
  await accountMenu(page).click()
  await expect(page.getByText('Root user')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Switch role' })).toBeHidden()
})

test('a password that has to be changed is, before anything else', async ({ page, u }) => {
  await u.start()
  await newRobot(page)
  await sendPassword(page, 'Robot', FIRST)
  await expect(heading(page, 'You must change your password to continue')).toBeVisible()
  await expect(page.getByLabel('Old password')).toBeFocused()
  await sendNewPassword(page, 'not this one', SECOND, 'something else')
  await expectProblem(page.getByLabel('Old password'), 'The old password is not right.')
  await expectProblem(
    page.getByLabel('Retype new password'),
    'The new passwords do not match.'
  )
  await sendNewPassword(page, FIRST, SECOND)
  await expect(
    page.getByText('Either user is not authorized to perform iam:ChangePassword')
  ).toBeVisible()
  await u.call(
    'iam:AttachUserPolicy',
    {
      UserName: 'Robot',
      PolicyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword',
    },
    'user/Admin'
  )
  await page.getByRole('button', { name: 'Confirm password change' }).click()
  await expect(heading(page, 'Console Home')).toBeVisible()
  await signOut(page)
  await sendPassword(page, 'Robot', SECOND)
  await expect(heading(page, 'Console Home')).toBeVisible()
})

test('who has an MFA device gives its code as well', async ({ page, u }) => {
  await u.start()
  const codeNow = await giveDevice(page, 'Admin')
  await sendPassword(page, 'Admin', passwords.Admin)
  await expect(page.getByLabel('MFA code')).toBeFocused()
  await page.getByLabel('MFA code').fill('000000')
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByText('Authentication failed')).toBeVisible()
  await page.getByLabel('MFA code').fill(await codeNow())
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(accountMenu(page)).toContainText('Admin')
  const history = await u.call('cloudtrail:LookupEvents', {
    LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'ConsoleLogin' }],
  })
  expect(JSON.stringify(history)).toContain(String.raw`\"MFAUsed\":\"Yes\"`)
})

test('whoever has no code can go back', async ({ page, u }) => {
  await u.start()
  await giveDevice(page, 'Stuart')
  await page.getByRole('button', { name: 'Sign in as Stuart' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByLabel('IAM username')).toHaveValue('Stuart')
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
})

test('who was sent to a page arrives there after signing in', async ({ page, u }) => {
  await u.start({ path: pb.roles() })
  await expect(heading(page, 'IAM user sign in')).toBeVisible()
  await page.getByRole('button', { name: 'Sign in as Stuart' }).click()
  await expect(heading(page, 'Roles')).toBeVisible()
})

test('signing out leaves nothing on the page behind', async ({ page, u }) => {
  await u.start({ as: 'user/Admin' })
  await openService(page, 'S3')
  await expect(page.getByRole('link', { name: 'finance-reports' })).toBeVisible()
  await signOut(page)
  await page.goBack()
  await expect(heading(page, 'IAM user sign in')).toBeVisible()
  await expect(page.getByText(`Account ID: ${ACCOUNT}`)).toBeHidden()
})
