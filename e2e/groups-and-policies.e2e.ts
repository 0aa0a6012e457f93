import { expect, pb, test } from './kit'
import { askWhy, heading, row } from './utils'

test('a group is made with somebody in it', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.groups() })
  await page.getByRole('link', { name: 'Create group' }).first().click()
  await page.getByLabel('User group name').fill('Players')
  await page.getByRole('checkbox', { name: 'Select user Stuart' }).check()
  await page.getByRole('button', { name: 'Create user group' }).click()
  await expect(page.getByText('Players user group created.')).toBeVisible()
  await page.getByRole('link', { name: 'Players', exact: true }).click()
  await expect(heading(page, 'Players')).toBeVisible()
  await expect(row(page, 'Stuart')).toBeVisible()
})

test('who may not make a group is told why', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', path: pb.groupCreate() })
  await page.getByLabel('User group name').fill('Players')
  await page.getByRole('button', { name: 'Create user group' }).click()
  await expect(page.getByText('Failed to create user group Players.')).toBeVisible()
  await expect(await askWhy(page, 'iam:CreateGroup')).toContainText('IAMReadOnlyAccess')
})

test('a list of groups that is refused says so', async ({ page, u }) => {
  await u.start({ as: 'user/Alex', path: pb.groups() })
  await expect(page.getByText("You don't have permission to iam:ListGroups")).toBeVisible()
})

test('a managed policy is found among all of them, and opens', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', path: pb.policies() })
  await page.getByRole('searchbox').fill('AmazonS3FullAccess')
  await page.getByRole('link', { name: 'AmazonS3FullAccess', exact: true }).click()
  await expect(heading(page, 'AmazonS3FullAccess')).toBeVisible()
  await expect(
    page.getByText('arn:aws:iam::aws:policy/AmazonS3FullAccess').first()
  ).toBeVisible()
})

test('a list of policies that is refused says so', async ({ page, u }) => {
  await u.start({ as: 'user/Alex', path: pb.policies() })
  await expect(
    page.getByText("You don't have permission to iam:ListPolicies")
  ).toBeVisible()
})
