import { expect, pb, test } from './kit'
import { ACCOUNT, askWhy, ROLE, statement, writePolicy } from './utils'

const edit = { scenario: 'stuart-with-role', path: pb.roleTrustPolicyEdit(ROLE) }

const trusting = (AWS: string) =>
  statement({ Principal: { AWS }, Action: 'sts:AssumeRole' })

test('findings name line and column, and a click goes there', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...edit })
  await writePolicy(page, 'Trust policy', '{ "Version": "2012-10-17", "Statement": [ }')
  await expect(page.getByRole('tab', { name: 'Errors: 1' })).toBeVisible()
  await page.getByRole('tab', { name: 'Errors: 1' }).click()
  const place = page.getByRole('button', { name: /^Ln 1, Col \d+$/ })
  await place.click()
  await expect(page.getByRole('textbox', { name: 'Trust policy' })).toBeFocused()
})

test('a principal that does not exist is refused by the service', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...edit })
  await writePolicy(page, 'Trust policy', trusting(`arn:aws:iam::${ACCOUNT}:user/Nobody`))
  await page.getByRole('button', { name: 'Update policy' }).click()
  await expect(page.getByText('Failed to update trust policy.')).toBeVisible()
  await expect(page.getByText(/Invalid principal in policy/)).toBeVisible()
})

test('who may not edit it is told why, and nothing changes', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...edit })
  await writePolicy(page, 'Trust policy', trusting(ACCOUNT))
  await page.getByRole('button', { name: 'Update policy' }).click()
  const why = await askWhy(page, 'iam:UpdateAssumeRolePolicy')
  await why.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('region', { name: 'Trust policy' })).toContainText(
    ':user/Stuart'
  )
})

test('leaving with unsaved work asks first', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...edit })
  await writePolicy(page, 'Trust policy', trusting(ACCOUNT))
  await page.getByRole('link', { name: 'Cancel' }).click()
  const question = page.getByRole('dialog', { name: 'Leave page' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Edit trust policy' })
  ).toBeVisible()
})
