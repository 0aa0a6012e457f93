import { expect, pb, test } from './kit'
import { follow, heading, openService, ROLE, signIn } from './utils'

test('the search finds services and pages', async ({ page, u }) => {
  await u.start({ as: 'user/Admin' })
  await page.getByRole('combobox', { name: 'Search', exact: true }).fill('user groups')
  await page.getByRole('option', { name: /^IAM user groups/ }).click()
  await expect(heading(page, /user groups/i)).toBeVisible()
  await page.getByRole('combobox', { name: 'Search', exact: true }).fill('zzz')
  await expect(page.getByText('No matches for "zzz"')).toBeVisible()
})

test('an entry without a page says so in its place', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.buckets() })
  await follow(page, 'Directory buckets')
  await expect(heading(page, 'Directory buckets')).toBeVisible()
  await expect(page.getByText('This page is not part of the simulation yet')).toBeVisible()
})

test('an address that leads nowhere is quoted', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: '/iam/no-such-page' })
  await expect(page.getByText('There is no page at this address')).toBeVisible()
  await expect(page.getByText('/iam/no-such-page')).toBeVisible()
})

test('breadcrumbs lead back up', async ({ page, u }) => {
  const path = pb.roleTrustPolicyEdit(ROLE)
  await u.start({ as: 'user/Admin', scenario: 'stuart-with-role', path })
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumbs' })
  await crumbs.getByRole('link', { name: ROLE }).click()
  await expect(heading(page, ROLE)).toBeVisible()
  await crumbs.getByRole('link', { name: 'Roles', exact: true }).click()
  await expect(heading(page, 'Roles')).toBeVisible()
})

test('an info link opens the help of its topic', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.roles() })
  await page.getByRole('button', { name: /^Info.*roles/i }).click()
  const help = page.getByRole('complementary', { name: 'Help panel' })
  await expect(help.getByRole('heading', { level: 2 }).first()).toBeVisible()
})

test('dark and compact are chosen in the settings', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.roles() })
  const table = page.getByRole('main')
  const light = await table.evaluate((main) => getComputedStyle(main).color)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.getByRole('radio', { name: 'Compact' }).check()
  await expect(table).not.toHaveCSS('color', light)
})

test('the event history tells who did what', async ({ page, u }) => {
  await u.start()
  await signIn(page, 'Admin')
  await openService(page, 'CloudTrail')
  await expect(heading(page, /Event history/)).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'ConsoleLogin' })).toContainText(
    'Admin'
  )
})
