import type { Locator, Page } from '@playwright/test'
import { expect, test, Understudy } from './kit'
import { ACCOUNT, accountMenu, heading, passwords, ROLE, row, statement } from './utils'

const MOST_STOPS = 90

/** Presses Tab until something has the focus, as a person does who sees where it is. */
async function tabTo(page: Page, target: Locator, key = 'Tab') {
  await expect(target).toBeVisible()
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    const isThere = await target.evaluate((element) => element === document.activeElement)
    if (isThere) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

async function press(page: Page, target: Locator, key = 'Enter') {
  await tabTo(page, target)
  expect(await target.evaluate((element) => element.matches(':focus-visible'))).toBe(true)
  await page.keyboard.press(key)
}

async function type(page: Page, field: string, text: string) {
  await tabTo(page, page.getByRole('textbox', { name: field, exact: true }))
  await page.keyboard.type(text)
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The console's own shortcut to its search. */
async function find(page: Page, name: string) {
  const u = new Understudy(page)
  // a page that has just come takes the focus to its heading
  await u.settled()
  await page.keyboard.press('Alt+s')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

async function openFromMenu(page: Page, target: Locator) {
  await tabTo(page, accountMenu(page), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await press(page, target)
}

async function signIn(page: Page, who: keyof typeof passwords) {
  await type(page, 'Account ID or alias', ACCOUNT)
  await type(page, 'IAM username', who)
  await type(page, 'Password', passwords[who])
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Console Home')).toBeVisible()
}

async function signOut(page: Page) {
  await openFromMenu(page, button(page, 'Sign out'))
  await expect(heading(page, 'IAM user sign in')).toBeVisible()
}

async function writePolicy(page: Page, editor: string, policy: object) {
  await press(page, page.getByRole('group', { name: /press Enter to start editing/ }))
  await expect(page.getByRole('textbox', { name: editor })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(JSON.stringify(policy))
  await page.keyboard.press('Escape')
}

async function createTheRole(page: Page) {
  await find(page, 'Create role')
  await expect(heading(page, 'Select trusted entity')).toBeVisible()
  await tabTo(page, page.getByRole('radio', { name: 'AWS service' }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'AWS account', exact: true })).toBeChecked()
  await press(page, button(page, 'Next'))
  await tabTo(page, page.getByRole('searchbox', { name: 'Search' }))
  await page.keyboard.type('AmazonS3Full')
  const box = page.getByRole('checkbox', { name: 'Select policy AmazonS3FullAccess' })
  await press(page, box, 'Space')
  await press(page, button(page, 'Next'))
  await type(page, 'Role name', ROLE)
  await press(page, button(page, 'Create role'))
  await expect(row(page, ROLE)).toBeVisible()
}

async function trustStuart(page: Page) {
  await press(page, page.getByRole('link', { name: ROLE, exact: true }))
  await tabTo(page, page.getByRole('tab', { name: 'Permissions' }))
  await page.keyboard.press('ArrowRight')
  await press(page, page.getByRole('link', { name: 'Edit trust policy' }))
  const AWS = `arn:aws:iam::${ACCOUNT}:user/Stuart`
  const trust = statement({ Principal: { AWS }, Action: 'sts:AssumeRole' })
  await writePolicy(page, 'Trust policy', trust)
  await press(page, button(page, 'Update policy'))
  await expect(page.getByText('Trust policy updated.')).toBeVisible()
}

async function letStuartAssumeIt(page: Page) {
  await find(page, 'IAM users')
  await press(page, page.getByRole('link', { name: 'Stuart', exact: true }))
  await press(page, button(page, 'Add permissions'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const Resource = `arn:aws:iam::${ACCOUNT}:role/${ROLE}`
  await writePolicy(page, 'Policy', statement({ Action: 'sts:AssumeRole', Resource }))
  await press(page, button(page, 'Next'))
  await type(page, 'Policy name', 'AssumeRoleS3')
  await press(page, button(page, 'Create policy'))
  await expect(page.getByText('Policy AssumeRoleS3 created.')).toBeVisible()
}

async function useS3(page: Page) {
  await find(page, 'Create bucket')
  await type(page, 'Bucket name', 'stuarts-holiday')
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('link', { name: 'stuarts-holiday' }))
  await press(page, page.getByRole('link', { name: 'Upload' }).first())
  const chooser = page.waitForEvent('filechooser')
  await press(page, page.getByRole('button', { name: 'Add files' }))
  const buffer = Buffer.from('sun and sand')
  await (await chooser).setFiles({ name: 'beach.txt', mimeType: 'text/plain', buffer })
  await press(page, button(page, 'Upload'))
  await expect(row(page, 'beach.txt')).toBeVisible()
}

// hundreds of key presses, and a trace would keep the page at each of them
test.use({ trace: 'off' })

test('the whole demo by keyboard alone', async ({ page, u }) => {
  test.setTimeout(120_000)
  await u.start()
  await signIn(page, 'Admin')
  await createTheRole(page)
  await trustStuart(page)
  await letStuartAssumeIt(page)
  await signOut(page)

  await signIn(page, 'Stuart')
  await find(page, 'Buckets')
  await expect(page.getByText("You don't have permissions to list buckets")).toBeVisible()
  await openFromMenu(page, page.getByRole('link', { name: 'Switch role' }))
  await type(page, 'Account ID', ACCOUNT)
  await type(page, 'IAM role name', ROLE)
  await page.keyboard.press('Enter')
  await expect(accountMenu(page)).toContainText(`${ROLE} @ ${ACCOUNT}`)

  await useS3(page)
  await find(page, 'Roles')
  await expect(page.getByText("You don't have permission to iam:ListRoles")).toBeVisible()
  await openFromMenu(page, button(page, 'Switch back'))
  await expect(row(page, ROLE)).toBeVisible()
  await expect(accountMenu(page)).toContainText('Stuart')
})
