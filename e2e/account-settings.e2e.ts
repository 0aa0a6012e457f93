import { expect, test } from './kit'
import { expectProblem } from './utils'

test.use({ as: 'user/Admin' })

test('the password policy is IAM’s own until the account has one', async ({
  iam,
  page,
}) => {
  await iam.accountSettings.open()
  await expect(page.getByText('uses the following default password policy')).toBeVisible()
  const policy = await iam.accountSettings.editPasswordPolicy()
  await policy.chooseCustom({
    minimumLength: 14,
    require: ['Require at least one number'],
    expireInDays: 30,
  })
  await policy.save()
  await expect(page).toHaveFlash('Password requirements for IAM users updated.')
  await expect(page.getByText('uses the following custom password policy')).toBeVisible()
  await expect(page.getByText('Passwords expire in 30 days')).toBeVisible()
})

test('a custom password policy is enforced, and taken away again', async ({
  iam,
  page,
  u,
}) => {
  await iam.accountSettings.open()
  await u.call('iam:UpdateAccountPasswordPolicy', { MinimumPasswordLength: 20 })
  const short = { UserName: 'Stuart', Password: 'Short-2026' }
  await expect(u.call('iam:UpdateLoginProfile', short)).rejects.toThrow(
    'PasswordPolicyViolation'
  )
  const policy = await iam.accountSettings.editPasswordPolicy()
  await policy.chooseDefault()
  await policy.save()
  await expect(page.getByText('uses the following default password policy')).toBeVisible()
  await u.call('iam:UpdateLoginProfile', short)
})

test('numbers that IAM would refuse are named beside their fields', async ({ iam }) => {
  const policy = await iam.passwordPolicy.open()
  await policy.chooseCustom({ minimumLength: 5, remember: 25 })
  await policy.submit.click()
  await expectProblem(
    policy.minimumLength,
    'Password length must be between 6 and 128 characters.'
  )
  await expectProblem(policy.remember, 'Enter a number from 1 to 24.')
})

test('who may not change the password policy is told why', async ({ iam, page, u }) => {
  await u.start({ as: 'user/Stuart' })
  const policy = await iam.passwordPolicy.open()
  await policy.chooseCustom()
  await policy.save()
  await expect(page.getByText('Failed to update the password policy.')).toBeVisible()
  const why = await policy.why('iam:UpdateAccountPasswordPolicy')
  await expect(why).toContainText('IAMReadOnlyAccess')
})

test('each part of the settings is refused by itself', async ({ iam, page, u }) => {
  await u.start({ as: 'user/Alex' })
  await iam.accountSettings.open()
  const denied = (action: string) =>
    page.getByText(`You don't have permission to ${action}`)
  await expect(denied('iam:GetAccountPasswordPolicy')).toBeVisible()
  await expect(denied('iam:GetAccountSummary')).toBeVisible()
})

test('session tokens of the global endpoint are made good everywhere', async ({ iam }) => {
  const { accountSettings } = iam
  await accountSettings.open()
  await expect(accountSettings.globalEndpoint).toContainText(
    'Valid only in AWS Regions enabled by default'
  )
  await accountSettings.changeSessionTokens('Valid in all AWS Regions')
  await expect(accountSettings.globalEndpoint).toContainText('Valid in all AWS Regions')
})

test('the credential report comes as a file', async ({ iam, page }) => {
  const report = await iam.credentialReport.open()
  await expect(report.heading).toHaveText('Credential report')
  await expect(page.getByText('No credential report was generated')).toBeVisible()
  const { name, csv } = await report.download()
  expect(name).toBe('status_reports_111122223333_2026-01-15T09-00-00.csv')
  expect(csv.split('\n')[0]).toContain('user,arn,user_creation_time')
  expect(csv).toContain('arn:aws:iam::111122223333:user/Stuart')
  await expect(page.getByText('was last generated on')).toBeVisible()
})

test('who may not have the credential report made is told why', async ({
  iam,
  page,
  u,
}) => {
  await u.start({ as: 'user/Alex' })
  await iam.credentialReport.open()
  await iam.credentialReport.request()
  await expect(page.getByText('Failed to get the credential report.')).toBeVisible()
  await iam.credentialReport.why('iam:GenerateCredentialReport')
})
