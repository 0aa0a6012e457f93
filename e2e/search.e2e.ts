import { expect, pb, test } from './kit'
import { heading, ROLE } from './utils'

test('Search IAM finds identities and what to do with them', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', scenario: 'stuart-with-role', path: pb.iam() })
  const search = page.getByRole('combobox', { name: 'Search IAM' })
  const results = page.getByRole('listbox', { name: 'Search results' })

  await search.fill('stuart')
  await results.getByRole('group', { name: 'Users' }).getByRole('option').click()
  await expect(heading(page, 'Stuart')).toBeVisible()

  await search.fill(`edit trust ${ROLE}`)
  await expect(results.getByRole('option')).toHaveCount(1)
  await search.press('Enter')
  await expect(heading(page, 'Edit trust policy')).toBeVisible()

  await search.fill('password')
  await search.press('ArrowDown')
  await search.press('Escape')
  await expect(results).toBeHidden()
  await search.fill('nowhere to be found')
  await expect(page.getByText('No matches for "nowhere to be found".')).toBeVisible()
})

test('an access key is found by its whole ID, and leads to its user', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', path: pb.iam() })
  const made = await u.call('iam:CreateAccessKey', { UserName: 'Stuart' })
  const [id = ''] = /AKIA\w{16}/.exec(JSON.stringify(made)) ?? []
  const search = page.getByRole('combobox', { name: 'Search IAM' })
  await search.fill(id.slice(0, 12))
  await expect(page.getByText(/^No matches/)).toBeVisible()
  await search.fill(id)
  await page.getByRole('option', { name: 'Stuart' }).click()
  await expect(page.getByRole('tab', { name: 'Security credentials' })).toHaveAttribute(
    'aria-selected',
    'true'
  )
})

test('the top bar finds resources, and says which it may not look for', async ({
  page,
  u,
}) => {
  const path = pb.consoleHome()
  await u.start({ as: 'user/Stuart', scenario: 'stuart-with-role', path })
  const search = page.getByRole('combobox', { name: 'Search', exact: true })
  const resources = page
    .getByRole('listbox', { name: 'Search results' })
    .getByRole('group', { name: 'Resources' })

  await page.keyboard.press('Alt+s')
  await page.keyboard.type('break')
  await expect(resources.getByRole('option', { name: 'BreakGlass' })).toBeVisible()

  await u.as('user/Stuart', `role/${ROLE}`)
  await search.fill('finance')
  await expect(resources.getByRole('option')).toHaveText(/^finance-reports/)
  await expect(page.getByText(/you don't have permission to iam:ListUsers/)).toBeVisible()
})

test('on a narrow screen the page is behind what was found, and the bar is for the text', async ({
  page,
  u,
}) => {
  await page.setViewportSize({ width: 400, height: 800 })
  await u.start({ as: 'user/Admin', path: pb.iam() })
  await page.getByRole('button', { name: 'Open side navigation' }).click()
  await page.getByRole('combobox', { name: 'Search IAM' }).fill('stuart')
  await page.getByRole('option', { name: /^Stuart/ }).click()
  await expect(page.getByRole('button', { name: 'Open side navigation' })).toBeVisible()
  await expect(heading(page, 'Stuart')).toBeVisible()

  await page.keyboard.press('Alt+s')
  await page.keyboard.type('alex')
  const option = page.getByRole('option', { name: /^Alex/ })
  await expect(option).toBeInViewport({ ratio: 1 })
  const bar = page.getByRole('combobox', { name: 'Search', exact: true })
  expect((await bar.boundingBox())?.width).toBeGreaterThan(200)
})
