import { AWAY, managing, REQUEST } from './analyzers'
import { expect, test } from './kit'

test.describe('in the management account', () => {
  test.use({ as: 'user/Admin', scenario: managing })

  test('policies are shown with what they are attached to', async ({ iam, page }) => {
    const { serviceControlPolicies } = iam
    await serviceControlPolicies.open()
    await expect(serviceControlPolicies.row('FullAWSAccess')).toContainText(
      `Root, ou-prod, Production (${AWAY})`
    )
    await serviceControlPolicies.openPolicy('Guardrails')
    await expect(page.getByRole('region', { name: 'Policy content' })).toContainText('s3:*')
    await expect(serviceControlPolicies.row('ou-prod')).toBeVisible()
    await iam.resourceControlPolicies.open()
    await expect(page.getByText('The organization has no resource')).toBeVisible()
  })

  test('an account shows the services that its policies leave open', async ({
    iam,
    page,
    u,
  }) => {
    const { organizationActivity } = iam
    await organizationActivity.open()
    await u.call('s3:ListBuckets')
    await organizationActivity.select('Production')
    const report = page.getByRole('heading', { name: 'Services allowed for Production' })
    await expect(report).toBeVisible()
    await page.getByRole('searchbox').last().fill('AWS Identity and Access')
    await expect(page.getByText('Not accessed in the tracking').first()).toBeVisible()
  })

  test('root credentials of a member are deleted, and let in again', async ({
    iam,
    page,
  }) => {
    const { rootAccess } = iam
    await rootAccess.open()
    await rootAccess.enable()
    await expect(page).toHaveFlash('Centralized root access enabled.')
    await expect(rootAccess.row('Production')).toContainText('Present: Password')
    await rootAccess.act('Production', 'Delete root credentials')
    await expect(rootAccess.row('Production')).toContainText('Not present')
    await rootAccess.act('Production', 'Allow password recovery')
    await expect(rootAccess.row('Production')).toContainText('Present: Password')
  })

  test('a partner’s request is approved', async ({ iam, page }) => {
    await iam.delegationRequests.open()
    await expect(page.getByText('No requests')).toBeVisible()
    const request = iam.delegationRequest(REQUEST)
    await request.open()
    await expect(page.getByText('Northwind Monitoring').first()).toBeVisible()
    await request.approve()
    await expect(page).toHaveFlash('The request was approved, and access granted.')
    await expect(page.getByText('Access granted', { exact: true })).toBeVisible()
    await iam.delegationRequests.open()
    await page.getByRole('button', { name: /^Filter by Status/ }).click()
    await page.getByRole('option', { name: 'Approved' }).click()
    await expect(iam.delegationRequests.row(REQUEST)).toContainText('2 hours')
  })

  test('a request is rejected, and says why', async ({ iam, page }) => {
    const request = await iam.delegationRequest(REQUEST).open()
    await request.reject('Not this year')
    await expect(page).toHaveFlash('The request was rejected.')
    await expect(page.getByText('Not this year')).toBeVisible()
  })
})

test('without an organization the pages say so', async ({ iam, page, u }) => {
  await u.start({ as: 'user/Admin' })
  const none = page.getByText('Your account is not a member of an organization')
  await iam.serviceControlPolicies.open()
  await expect(none).toBeVisible()
  await iam.organizationActivity.open()
  await expect(none).toBeVisible()
  await iam.rootAccess.open()
  await expect(none).toBeVisible()
})

test('a member account is sent to the one that manages it', async ({ iam, page, u }) => {
  await u.start({ scenario: 'two-accounts', as: `arn:aws:iam::${AWAY}:user/Admin` })
  await iam.serviceControlPolicies.open()
  await expect(page.getByText('Your account is not the management account')).toBeVisible()
})

test('who has no permission is told so', async ({ iam, u }) => {
  await u.start({ as: 'user/Stuart', scenario: managing, via: 'role/RoleS3FullAccess' })
  await iam.serviceControlPolicies.open()
  await expect(iam.serviceControlPolicies.error).toContainText(
    "You don't have permission to organizations:ListPolicies"
  )
  await iam.delegationRequests.open()
  await expect(iam.delegationRequests.error).toContainText('iam:ListDelegationRequests')
})
