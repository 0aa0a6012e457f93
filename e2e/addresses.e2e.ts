import type { Page } from '@playwright/test'
import { expect, pb, test, Understudy } from './kit'
import { ACCOUNT, expectProblem, heading, passwords, ROLE, row } from './utils'

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess'
const READ = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const VENDOR = '444455556666'

/** Where one is, without the host. */
const placeOf = (page: Page) =>
  page.evaluate(() => `${location.pathname}${location.search}${location.hash}`)

const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click()

const radio = (page: Page, name: string | RegExp) => page.getByRole('radio', { name })

const selectedTab = (page: Page) => page.getByRole('tab', { selected: true })

const policySummary = (page: Page) =>
  page.getByRole('table', { name: 'Permissions policy summary' })

/** The wizard's first step, as a link of a third party fills it in. */
async function expectVendor(page: Page, externalId = 'tenant-7') {
  await expect(radio(page, 'Another AWS account')).toBeChecked()
  await expect(page.getByLabel('Account ID', { exact: true })).toHaveValue(VENDOR)
  const thirdParty = page.getByRole('checkbox', { name: /^Require external ID/ })
  await expect(thirdParty).toBeChecked()
  await expect(page.getByLabel('External ID', { exact: true })).toHaveValue(externalId)
}

test('lists and pages open by their addresses of every age', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', scenario: 'stuart-with-role' })
  const headings: [string, string | RegExp][] = [
    ['/iam/home#/home', 'IAM Dashboard'],
    ['/iam/', 'IAM Dashboard'],
    ['/iam/home?region=us-east-1#/roles', /^Roles/],
    ['/iam/home#roles', /^Roles/],
    ['/iam/home?state=hashArgs%23%2Froles&isauthcode=true', /^Roles/],
    ['/iamv2/home?#/users', /^IAM users/],
    ['/iam/?#users', /^IAM users/],
    ['/iam/home#/groups', /^IAM user groups/],
    ['/iam/home#/policies', /^Policies/],
    ['/iam/home#/policies/create', 'Specify permissions'],
    ['/iam/home#/identity_providers', 'Identity providers'],
    ['/iam/home#/providers', 'Identity providers'],
    ['/iam/home#/account_settings', 'Account settings'],
    ['/iam/home#/credential_report', 'Credential report'],
    ['/iam/home?region=eu-west-1#/security_credential', 'My security credentials'],
    ['/iam/home#security_credentials', 'My security credentials'],
    ['/home/index.jsp?#users/Stuart', 'IAM Policy Simulator'],
    ['/s3/home?region=us-east-1', /Buckets/],
    ['/s3/object/finance-reports?prefix=2025/q4.csv', 'finance-reports'],
    ['/cloudtrailv2/home?region=us-east-1#/events', /^Event history/],
    ['/console/home?region=us-east-1#', 'Console Home'],
    [`/go/view?arn=arn:aws:iam::${ACCOUNT}:role/${ROLE}`, ROLE],
  ]
  for (const [address, name] of headings) {
    await test.step(address, async () => {
      await u.goTo(address)
      await expect(heading(page, name)).toBeVisible()
      await expect(page.getByText('There is no page at this address')).toHaveCount(0)
    })
  }
})

test('a page opens at the tab or the view that is asked for', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', scenario: 'stuart-with-role' })
  const tabs: [string, string, string][] = [
    [
      `/iam/home#/roles/details/${ROLE}?section=trust_relationships`,
      ROLE,
      'Trust relationships',
    ],
    [`/iam/home#/roles/${ROLE}?section=tags`, ROLE, 'Tags'],
    [`/iamv2/home#/roles/details/${ROLE}?section=access_advisor`, ROLE, 'Last Accessed'],
    [`/iam/home#/roles/details/${ROLE}?section=revoke_sessions`, ROLE, 'Revoke sessions'],
    [`/iam/home#roles/${ROLE}`, ROLE, 'Permissions'],
    [
      '/iam/home#/users/details/Stuart?section=security_credentials',
      'Stuart',
      'Security credentials',
    ],
    ['/iam/home#/users/Stuart?section=groups', 'Stuart', 'Groups'],
    ['/iam/home#/users/details/Stuart$tags', 'Stuart', 'Tags'],
    [`/iam/home#/policies/${READ}?section=versions`, 'ReadOnlyAccess', 'Policy versions'],
    [
      '/s3/buckets/finance-reports?region=x&tab=permissions',
      'finance-reports',
      'Permissions',
    ],
  ]
  for (const [address, name, tab] of tabs) {
    await test.step(address, async () => {
      await u.goTo(address)
      await expect(heading(page, name)).toBeVisible()
      await expect(selectedTab(page)).toHaveText(new RegExp(`^${tab}`))
    })
  }
  await u.goTo(`/iam/home#/roles/details/${ROLE}/edit-trust-policy`)
  await expect(heading(page, 'Edit trust policy')).toBeVisible()
  await u.goTo(`/iam/home#/policies/${ADMIN}$jsonEditor`)
  await expect(page.getByRole('region', { name: 'Policy document' })).toBeVisible()
  await u.goTo(`/iam/home#policies/${encodeURIComponent(ADMIN)}$serviceLevelSummary`)
  await expect(page.getByRole('table', { name: /^Allow/ })).toBeVisible()
})

test('the link of a third party fills every field of the wizard in', async ({
  page,
  u,
}) => {
  const fields = `awsAccount=${VENDOR}&isThirdParty=true&externalId=tenant-7&requireMFA=true&roleName=Vendor&description=For%20reports&tags=team=red&policies=arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FReadOnlyAccess&policies=${ADMIN}`
  await u.start({
    as: 'user/Admin',
    path: `/iam/home?region=us-east-1#/roles/create?trustedEntityType=AWS_ACCOUNT&${fields}`,
  })
  await expect(radio(page, /^AWS account/)).toBeChecked()
  await expectVendor(page)
  await expect(page.getByRole('checkbox', { name: 'Require MFA' })).toBeChecked()
  await next(page)
  await expect(page.getByText('(2/')).toBeVisible()
  await next(page)
  await expect(policySummary(page)).toContainText('ReadOnlyAccess')
  await expect(policySummary(page)).toContainText('AdministratorAccess')
  await expect(page.getByLabel('Role name')).toHaveValue('Vendor')
  await expect(page.getByLabel('Description')).toHaveValue('For reports')
  await expect(page.getByRole('textbox', { name: 'Key' })).toHaveValue('team')
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(row(page, 'Vendor')).toContainText(`Account: ${VENDOR}`)
})

test('links to the wizard say the same in many ways', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.roles() })
  const policies = 'policies=arn:aws:iam::aws:policy%2FReadOnlyAccess'
  const old = `accountID=${VENDOR}&externalID=tenant-7&roleName=V&${policies}`
  const links = [
    `/iamv2/home#/roles/create?awsAccount=${VENDOR}&externalId=tenant-7&step=selectEntities`,
    `/iam/home?#/roles$new?step=type&roleType=crossAccount&isThirdParty&${old}`,
    `/iam/home#/roles%24new?${old}&roleType=crossAccount`,
    `/iam/home#%2Froles%2Fcreate%3FexternalId%3Dtenant-7%26awsAccount%3D${VENDOR}`,
    `/iam/#roles/create?EXTERNALID=tenant-7&AwsAccount=${VENDOR}`,
  ]
  for (const link of links) {
    await test.step(link, async () => {
      await u.goTo(link)
      await expectVendor(page)
    })
  }
})

test('a link to a service brings its use case and its policies', async ({ page, u }) => {
  await u.start({ as: 'user/Admin' })
  await u.goTo(
    `/iam/home#/roles$new?step=review&commonUseCase=EC2%2BEC2&selectedUseCase=EC2&policies=arn:aws:iam::aws:policy%2FAdministratorAccess&roleName=lab-admin`
  )
  await expect(page.getByLabel('Role name')).toHaveValue('lab-admin')
  await expect(page.getByLabel('Description')).toHaveValue(/^Allows EC2 instances/)
  await expect(policySummary(page)).toContainText('AdministratorAccess')
  await u.goTo(
    '/iam/home#/roles/create?trustedEntityType=AWS_SERVICE&selectedService=Lambda&selectedUseCase=Lambda'
  )
  await expect(page.getByRole('button', { name: /^Service or use case/ })).toContainText(
    'Lambda'
  )
  await expect(radio(page, /^Lambda/)).toBeChecked()
  await u.goTo(
    '/iamv2/home#/roles/create?commonUseCase=EC2&step=addPermission&trustedEntityType=AWS_SERVICE'
  )
  await expect(page.getByText(/^Choose one or more policies/)).toBeVisible()
  await u.goTo(
    '/iam/home#/roles/create?trustedEntityType=AWS_SERVICE&selectedService=Braket'
  )
  await expect(page.getByText('There is no service or use case Braket here.')).toBeVisible()
})

test('a link to a provider or a trust policy of its own', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', scenario: 'federation' })
  await u.goTo(
    '/iam/home#/roles/create?trustedEntityType=WEB_IDENTITY&identityProvider=token.actions.githubusercontent.com&audience=sts.amazonaws.com&githubOrganization=northwind'
  )
  const provider = page.getByRole('button', { name: /^Identity provider/ })
  await expect(provider).toContainText('token.actions.githubusercontent.com')
  await expect(page.getByLabel('Audience')).toHaveValue('sts.amazonaws.com')
  await expect(page.getByLabel('GitHub organization')).toHaveValue('northwind')
  await u.goTo('/iam/home#/roles/create?trustedEntityType=SAML&provider=CorporateDirectory')
  await expect(
    page.getByRole('button', { name: /^SAML 2.0-based provider/ })
  ).toContainText('CorporateDirectory')
  await u.goTo(
    '/iam/home#/roles/create?trustedEntityType=SAML_2_0_FEDERATION&provider=Nobody'
  )
  await expect(
    page.getByText('This account has no identity provider Nobody.')
  ).toBeVisible()
  await u.goTo('/iam/home#/roles/create?trustPolicy=%7B%22Version%22%3A%222012-10-17%22%7D')
  await expect(radio(page, /^Custom trust policy/)).toBeChecked()
  await expect(page.getByText('"2012-10-17"')).toBeVisible()
})

test('what a link gets wrong is shown where it stands, and nothing is lost', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin' })
  const missing = `arn:aws:iam::${ACCOUNT}:policy/Nowhere`
  await u.goTo(
    `/iam/home#/roles/create?awsAccount=${VENDOR}&externalId=no%20spaces&policies=${missing},${READ}&step=review`
  )
  await expectVendor(page, 'no spaces')
  const field = page.getByLabel('External ID', { exact: true })
  await expectProblem(field, 'External ID must have 2 to 1,224 characters.')
  await expect(
    page.getByText(`Policy ${missing} does not exist or cannot be attached.`)
  ).toBeVisible()
  await field.fill('tenant-7')
  await next(page)
  await next(page)
  await expect(policySummary(page).getByRole('row')).toHaveCount(2)
  await u.goTo('/iam/home#/roles/create?awsAccount=YourAccountID')
  const leaving = page.getByRole('dialog', { name: 'Leave page' })
  await leaving.getByRole('button', { name: 'Leave' }).click()
  await expectProblem(
    page.getByLabel('Account ID', { exact: true }),
    'Account ID is a 12-digit number.'
  )
})

test('a link to the user wizard fills it in', async ({ page, u }) => {
  await u.start({ as: 'user/Admin' })
  const policies =
    'permissionType=policies&policies=arn:aws:iam::aws:policy%2FReadOnlyAccess'
  await u.goTo(
    `/iam/home?region=undefined#/users$new?step=details&userNames=ann&login&${policies}`
  )
  await expect(page.getByLabel('User name')).toHaveValue('ann')
  await expect(page.getByRole('checkbox', { name: /^Provide user access/ })).toBeChecked()
  await next(page)
  await expect(radio(page, /^Attach policies directly/)).toBeChecked()
  await expect(page.getByText('(1/')).toBeVisible()
  await u.goTo(
    `/iam/home#/users$new?step=final&accessKey&userNames=bob&userNames=cy&${policies}`
  )
  await expect(page.getByRole('heading', { name: 'Review and create' })).toBeVisible()
  await expect(page.getByText('Still to be created: cy.')).toBeVisible()
  await page.getByRole('button', { name: 'Create user' }).click()
  await expect(row(page, 'bob')).toBeVisible()
})

test('a link to switch role fills four fields in, in any order', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', scenario: 'stuart-with-role' })
  await u.goTo(
    `/switchrole?color=F2B0A9&displayName=My+Team&roleName=${ROLE}&account=${ACCOUNT}`
  )
  await expect(page.getByLabel('Account ID')).toHaveValue(ACCOUNT)
  await expect(page.getByLabel('IAM role name')).toHaveValue(ROLE)
  await expect(page.getByLabel(/^Display name/)).toHaveValue('My Team')
  await expect(page.getByRole('button', { name: /^Display color/ })).toContainText('Red')
})

test('links to S3 and CloudTrail open with what they name', async ({ page, u }) => {
  await u.start({
    as: 'user/Admin',
    path: '/s3/object/finance-reports?region=x&prefix=2025/q4.csv',
  })
  await expect(page.getByText('Objects in 2025/')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Select object q4.csv' })).toBeChecked()
  await u.goTo('/s3/object/finance-reports?prefix=2025/q5.csv')
  await expect(
    page.getByText('The specified key does not exist: 2025/q5.csv')
  ).toBeVisible()
  await u.goTo('/s3/buckets/finance-reports/2025/?region=us-east-1&tab=overview')
  await expect(row(page, 'q4.csv')).toBeVisible()
  await u.goTo('/s3/home?region=us-east-1#&bucket=finance-reports&prefix=2025/')
  await expect(row(page, 'q4.csv')).toBeVisible()
  await u.goTo('/cloudtrail/home?#/events?EventName=ListObjectsV2')
  await expect(page.getByRole('searchbox', { name: 'Event name' })).toHaveValue(
    'ListObjectsV2'
  )
})

test('a name that is not there opens its page, which says so', async ({ page, u }) => {
  await u.start({ as: 'user/Admin' })
  for (const address of [
    '/iam/home#/roles/details/Nobody?section=permissions',
    '/iam/home#/users/Nobody',
    '/iam/home#/groups/details/Nobody',
    `/iam/home#/policies/arn:aws:iam::${ACCOUNT}:policy/Nobody`,
  ]) {
    await test.step(address, async () => {
      await u.goTo(address)
      await expect(heading(page, 'Not found')).toBeVisible()
      await expect(page.getByText(/Nobody/).first()).toBeVisible()
    })
  }
})

test('signing in comes first, and then the wizard with all its fields', async ({
  page,
  u,
}) => {
  const link = `/iam/home#/roles/create?awsAccount=${VENDOR}&externalId=tenant-7&roleName=Vendor`
  await u.start({ path: link })
  await expect(heading(page, 'IAM user sign in')).toBeVisible()
  await page.getByRole('button', { name: 'Sign in as Admin' }).click()
  await expectVendor(page)
  // the scenario stands in the address, so a reload begins in it again
  await page.reload()
  await new Understudy(page).settled()
  await page.getByRole('button', { name: 'Sign in as Admin' }).click()
  await expectVendor(page)
})

test('a link opens in the world of this browser, and again after a reload', async ({
  page,
}) => {
  await page.goto(
    `/iam/home?region=us-east-1#/roles/create?awsAccount=${VENDOR}&externalId=tenant-7`
  )
  await new Understudy(page).settled()
  await page.getByLabel('Account ID or alias').fill(ACCOUNT)
  await page.getByLabel('IAM username').fill('Admin')
  await page.getByLabel('Password', { exact: true }).fill(passwords.Admin)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectVendor(page)
  await page.reload()
  await expectVendor(page)
})

test('a hash that changes on the page is followed, and back leads back', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', path: '/iam/home#/roles' })
  await expect(heading(page, /^Roles/)).toBeVisible()
  await page.evaluate(() => {
    location.hash = '#/users/details/Stuart?section=tags'
  })
  await expect(heading(page, 'Stuart')).toBeVisible()
  await expect(selectedTab(page)).toHaveText('Tags')
  await page.evaluate(() => {
    location.hash =
      '#/roles/create?roleName=First&trustedEntityType=AWS_ACCOUNT&step=review'
  })
  await expect(page.getByLabel('Role name')).toHaveValue('First')
  await page.evaluate(() => {
    location.hash =
      '#/roles/create?roleName=Second&trustedEntityType=AWS_ACCOUNT&step=review'
  })
  await expect(page.getByLabel('Role name')).toHaveValue('Second')
  await page.goBack()
  await page.goBack()
  await expect(heading(page, 'Stuart')).toBeVisible()
  await page.goBack()
  await expect(heading(page, /^Roles/)).toBeVisible()
})

test('a hash that is typed over a form asks before the form is lost', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', path: '/iam/home#/users/create?userName=ann' })
  const name = page.getByLabel('User name')
  await name.fill('anna')
  const type = (hash: string) =>
    page.evaluate((typed) => {
      location.hash = typed
    }, hash)
  await type('#/users/create?userName=bob')
  const leaving = page.getByRole('dialog', { name: 'Leave page' })
  await leaving.getByRole('button', { name: 'Cancel' }).click()
  await expect(name).toHaveValue('anna')
  await type('#/roles')
  await leaving.getByRole('button', { name: 'Leave' }).click()
  await expect(heading(page, /^Roles/)).toBeVisible()
})

test('an address that no page has is quoted on console home', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: '/iam/home#/nonsense?a=1' })
  await expect(heading(page, 'Console Home')).toBeVisible()
  await expect(page.getByText('#/nonsense?a=1')).toBeVisible()
  await u.goTo('/ec2/v2/home?region=us-east-1#Instances:')
  await expect(page.getByText('/ec2/v2/home?region=us-east-1#Instances:')).toBeVisible()
  await u.goTo(pb.roles())
  await page.evaluate(() => {
    location.hash = '#/still/nonsense'
  })
  await expect(heading(page, 'Console Home')).toBeVisible()
  await expect(page.getByText('#/still/nonsense')).toBeVisible()
})

test('an unknown address waits for the sign-in before it is quoted', async ({
  page,
  u,
}) => {
  await u.start({ path: '/ec2/home#Instances' })
  await page.getByRole('button', { name: 'Sign in as Admin' }).click()
  await expect(heading(page, 'Console Home')).toBeVisible()
  await expect(page.getByText(/ec2\/home.*#Instances/)).toBeVisible()
})

test('no address throws or leads out of this console', async ({ page, u }) => {
  await u.start({ as: 'user/Admin' })
  const origin = await page.evaluate(() => location.origin)
  const hostile = [
    '/oauth?redirect_uri=https%3A%2F%2Fevil.example%2F',
    '/federation?Action=login&Destination=%2F%2Fevil.example%2F',
    '/signin?redirect_uri=javascript%3Adocument.title%3D1',
    '/switchrole?account=1&roleName=R&redirect_uri=https%3A%2F%2Fevil.example',
    '/iam/home#//evil.example/',
    '/iam/home#/roles/%E0%A4%A',
    '/iam/home#/roles/create?policies=%&roleName=%FF',
    '/iam/home#javascript:alert(1)',
    `/iam/home#/roles/create?externalId=${'x'.repeat(20_000)}`,
    `/iam/home#/${'long'.repeat(5_000)}`,
  ]
  for (const address of hostile) {
    await test.step(address.slice(0, 60), async () => {
      await u.goTo(address)
      await expect(page.getByRole('heading').first()).toBeVisible()
      expect(new URL(page.url()).origin).toBe(origin)
      await expect(page).toHaveTitle(/ \| /)
    })
  }
  await page.goto('//evil.example/?scenario=stuart&as=user/Admin'.replace(/^/, origin))
  await new Understudy(page).settled()
  expect(new URL(page.url()).origin).toBe(origin)
  expect(await placeOf(page)).not.toContain('evil')
})
