import { expect, pb, test } from './kit'
import { press, spot, toReview } from './places-ways'
import { ROLE } from './utils'

test.describe('a console that was redesigned over night', () => {
  test.use({ persona: 'drifted', as: 'user/Admin', scenario: 'stuart-with-role' })

  test('has other words, another order and another density', async ({ page, u }) => {
    await u.start({ path: pb.roles() })
    await expect(page.getByRole('heading', { level: 1, name: /^IAM roles/ })).toBeVisible()
    await expect(page.getByRole('columnheader').nth(1)).toHaveText(/^Can be assumed by/)
    const links = page
      .getByRole('navigation', { name: 'Side navigation' })
      .getByRole('link')
    await expect(links.first()).not.toHaveText('Dashboard')
    const buttons = page.getByRole('main').locator('[data-u-place^="iam.roles."]')
    await expect(buttons.first()).toHaveText('New role')
    await expect(page.locator('body')).toHaveClass(/compact/)
  })

  test('is gone through by place as before', async ({ page, u }) => {
    await u.start({ path: pb.roles() })
    await press(page, 'iam.roles.create')
    await toReview(page)
    await spot(page, 'iam.createRole.name').fill('Reader')
    await press(page, 'iam.createRole.submit')
    await expect(page).toHaveFlash('Role Reader created.')
  })

  const pages = [
    pb.roles(),
    pb.role(ROLE),
    pb.roleCreate(),
    pb.users(),
    pb.buckets(),
    pb.switchRole(),
    pb.signIn(),
  ]
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const address of pages) {
      test(`breaks no rule of accessibility on ${address}, ${colorScheme}`, async ({
        page,
        u,
      }) => {
        await page.emulateMedia({ colorScheme })
        await u.start({ path: address })
        await expect(page).toHaveNoA11yViolations()
      })
    }
  }

  test('can be asked for by the hook, and be left again', async ({ page, u }) => {
    await u.start({ path: pb.roles(), persona: 'standard' })
    await u.faults.set([{ ui: 'drift-1' }])
    await expect(page.getByRole('link', { name: 'New role' })).toBeVisible()
    await u.faults.set([{ ui: 'current' }])
    await expect(page.getByRole('link', { name: 'Create role' })).toBeVisible()
  })
})
