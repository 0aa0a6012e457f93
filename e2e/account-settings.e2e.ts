import { expect, pb, test } from './kit'
import { askWhy, expectProblem, heading, row } from './utils'

const settings = { as: 'user/Admin', path: pb.accountSettings() }

test('the password policy is IAM’s own until the account has one', async ({ page, u }) => {
  await u.start(settings)
  await expect(page.getByText('uses the following default password policy')).toBeVisible()
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByRole('radio', { name: 'Custom' }).check()
  await page.getByLabel('Password minimum length').fill('14')
  await page.getByRole('checkbox', { name: 'Require at least one number' }).check()
  await page.getByRole('checkbox', { name: 'Turn on password expiration' }).check()
  await page.getByLabel('Expire passwords in days').fill('30')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('button', { name: 'Set custom' }).click()
  await expect(page).toHaveFlash('Password requirements for IAM users updated.')
  await expect(page.getByText('uses the following custom password policy')).toBeVisible()
  await expect(page.getByText('Passwords expire in 30 days')).toBeVisible()
})

test('a custom password policy is enforced, and taken away again', async ({ page, u }) => {
  await u.start(settings)
  await u.call('iam:UpdateAccountPasswordPolicy', { MinimumPasswordLength: 20 })
  const short = { UserName: 'Stuart', Password: 'Short-2026' }
  await expect(u.call('iam:UpdateLoginProfile', short)).rejects.toThrow(
    'PasswordPolicyViolation'
  )
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByRole('radio', { name: 'IAM default' }).check()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('button', { name: 'Set default' }).click()
  await expect(page.getByText('uses the following default password policy')).toBeVisible()
  await u.call('iam:UpdateLoginProfile', short)
})

test('numbers that IAM would refuse are named beside their fields', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.passwordPolicyEdit() })
  await page.getByRole('radio', { name: 'Custom' }).check()
  await page.getByLabel('Password minimum length').fill('5')
  await page.getByRole('checkbox', { name: 'Prevent password reuse' }).check()
  await page.getByLabel('Remember passwords').fill('25')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expectProblem(
    page.getByLabel('Password minimum length'),
    'Password length must be between 6 and 128 characters.'
  )
  await expectProblem(page.getByLabel('Remember passwords'), 'Enter a number from 1 to 24.')
})

test('who may not change the password policy is told why', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', path: pb.passwordPolicyEdit() })
  await page.getByRole('radio', { name: 'Custom' }).check()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('button', { name: 'Set custom' }).click()
  await expect(page.getByText('Failed to update the password policy.')).toBeVisible()
  const why = await askWhy(page, 'iam:UpdateAccountPasswordPolicy')
  await expect(why).toContainText('IAMReadOnlyAccess')
})

test('each part of the settings is refused by itself', async ({ page, u }) => {
  await u.start({ as: 'user/Alex', path: pb.accountSettings() })
  const denied = (action: string) =>
    page.getByText(`You don't have permission to ${action}`)
  await expect(denied('iam:GetAccountPasswordPolicy')).toBeVisible()
  await expect(denied('iam:GetAccountSummary')).toBeVisible()
})

test('session tokens of the global endpoint are made good everywhere', async ({
  page,
  u,
}) => {
  await u.start(settings)
  const global = row(page, 'Global endpoint')
  await expect(global).toContainText('Valid only in AWS Regions enabled by default')
  await global.getByRole('button', { name: /^Change/ }).click()
  await page.getByRole('radio', { name: 'Valid in all AWS Regions' }).check()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(global).toContainText('Valid in all AWS Regions')
})

test('the credential report comes as a file', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.credentialReport() })
  await expect(heading(page, 'Credential report')).toBeVisible()
  await expect(page.getByText('No credential report was generated')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download credential report' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe(
    'status_reports_111122223333_2026-01-15T09-00-00.csv'
  )
  const text = Buffer.concat(await (await file.createReadStream()).toArray()).toString()
  expect(text.split('\n')[0]).toContain('user,arn,user_creation_time')
  expect(text).toContain('arn:aws:iam::111122223333:user/Stuart')
  await expect(page.getByText('was last generated on')).toBeVisible()
})

test('who may not have the credential report made is told why', async ({ page, u }) => {
  await u.start({ as: 'user/Alex', path: pb.credentialReport() })
  await page.getByRole('button', { name: 'Download credential report' }).click()
  await expect(page.getByText('Failed to get the credential report.')).toBeVisible()
  await askWhy(page, 'iam:GenerateCredentialReport')
})
