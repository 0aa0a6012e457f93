import type { Locator, Page } from '@playwright/test'
import {
  AccountMenu,
  ConsolePage,
  expect,
  PolicyEditor,
  SignInPage,
  Understudy,
} from './kit'

export const ACCOUNT = '111122223333'
export const ROLE = 'RoleS3FullAccess'

export const passwords = {
  Admin: 'Admin-2026-lab',
  Stuart: 'Stuart-2026-lab',
  Alex: 'Alex-2026-lab',
}

export const accountMenu = (page: Page) =>
  page.getByRole('button', { name: 'Account menu' })

/** By the form, as somebody who was told account, name and password. */
export async function signIn(page: Page, who: keyof typeof passwords) {
  await signInWith(page, who, passwords[who])
}

export async function signInWith(page: Page, name: string, password: string) {
  await sendPassword(page, name, password)
  await expect(heading(page, 'Console Home')).toBeVisible()
}

/** The first form of the sign-in page; what comes next depends on the user. */
export async function sendPassword(page: Page, name: string, password: string) {
  const form = new SignInPage(new Understudy(page))
  await form.signIn({ account: ACCOUNT, userName: name, password })
}

/** The form that a user meets whose password has to be changed. */
export async function sendNewPassword(page: Page, from: string, to: string, again = to) {
  await page.getByLabel('Old password').fill(from)
  await page.getByLabel('New password', { exact: true }).fill(to)
  await page.getByLabel('Retype new password').fill(again)
  await page.getByRole('button', { name: 'Confirm password change' }).click()
}

export async function signOut(page: Page) {
  await new AccountMenu(new Understudy(page)).signOut()
  await expect(heading(page, 'IAM user sign in')).toBeVisible()
}

export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name })

/** Through the services menu, as from any page. */
export async function openService(page: Page, name: 'IAM' | 'S3' | 'CloudTrail') {
  await page.getByRole('button', { name: 'Services' }).click()
  await page
    .getByRole('navigation', { name: 'Services' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click()
}

/** Through the side navigation of the service one is in. */
export const follow = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Side navigation' })
    .getByRole('link', { name, exact: true })
    .click()

export async function openSwitchRole(page: Page) {
  await accountMenu(page).click()
  await page.getByRole('link', { name: 'Switch role' }).click()
  await expect(heading(page, 'Switch Role')).toBeVisible()
}

export async function switchRole(page: Page, role = ROLE, account = ACCOUNT) {
  await new AccountMenu(new Understudy(page)).switchRole({ account, role })
}

/** Every refused switch says this, whatever the cause. */
export const OPAQUE =
  'Invalid information in one or more fields. Check your information or contact your administrator.'

const consolePage = (page: Page) => new ConsolePage(new Understudy(page), '/')

/** Opens the decision behind a refusal; the dialog is returned. */
export const askWhy = (page: Page, action: string) => consolePage(page).why(action)

/** Replaces the text of a policy editor. */
export const writePolicy = (page: Page, editor: string, policy: string | object) =>
  new PolicyEditor(page, editor).write(policy)

export const statement = (part: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...part }],
})

/** The row of a table with this in its first column. */
export const row = (page: Page, name: string) => consolePage(page).row(name)

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What stands below a field that was filled in wrongly. */
export async function expectProblem(field: Locator, problem: string) {
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(new RegExp(escaped(problem)))
}

/** Chooses in a list that opens below a button. */
export async function choose(page: Page, list: string, option: string) {
  await page.getByRole('button', { name: list }).click()
  await page.getByRole('option', { name: option }).click()
}
