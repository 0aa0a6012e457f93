import { expect, pb, test, WhoCanAssumePage } from './kit'
import { ACCOUNT, heading, ROLE, row } from './utils'

const path = pb.whoCanAssume()

test('an arrow for each who can assume a role explains itself', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', scenario: 'two-accounts', path })
  const picture = page.getByRole('region', { name: 'Picture of who can assume what' })
  await expect(picture.getByText('Dana')).toBeVisible()
  await expect(picture.getByText('Deploy')).toBeVisible()

  const why = await new WhoCanAssumePage(u).explain('Dana', 'Deploy')
  await expect(why).toContainText('DeployToProduction')
  await page.getByRole('button', { name: 'Close', exact: true }).click()

  await page.getByRole('searchbox', { name: 'Search the picture' }).fill('nobody')
  await expect(page.getByText("We can't find a match.")).toBeVisible()
  await expect(page).toHaveNoA11yViolations()
})

test('who is trusted and still kept out stands in the table with the reason', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', scenario: 'broken-switch-2', path })
  await new WhoCanAssumePage(u).showTable()
  await expect(page).toHaveURL(/view=table/)
  await expect(row(page, 'Stuart')).toContainText(ROLE)
  await expect(row(page, 'Stuart')).toContainText('No')
  await row(page, 'Stuart')
    .getByRole('button', { name: /^Why\?/ })
    .click()
  await expect(page.getByRole('dialog', { name: 'Why?' })).toBeVisible()
})

test('it takes the permission to read the whole account', async ({ page, u }) => {
  const role = `role/${ROLE}`
  await u.start({ as: 'user/Stuart', scenario: 'stuart-with-role', via: role, path })
  await expect(heading(page, 'Who can assume what')).toBeVisible()
  await expect(
    page.getByText("You don't have permission to iam:GetAccountAuthorizationDetails")
  ).toBeVisible()
})

test('an account in which no role trusts anybody has no arrows', async ({ page, u }) => {
  await u.start({ as: `arn:aws:iam::${ACCOUNT}:root`, scenario: 'empty', path })
  await expect(page.getByText('Nobody is trusted by a role of this account.')).toBeVisible()
})
