/** Throttled, denied, signed out or not yet known: the console says so, and keeps what was typed. */
import { expect, pb, test } from './kit'
import { ADMIN, button, failing, readyRole, readyUser, S3_POLICY, TRIES } from './faults'
import {
  accountMenu,
  askWhy,
  heading,
  OPAQUE,
  passwords,
  ROLE,
  row,
  sendPassword,
  statement,
  writePolicy,
} from './utils'

test.describe('throttling', () => {
  test.use({ as: ADMIN })

  test('of a list with many questions ends by itself', async ({ page, u }) => {
    test.setTimeout(60_000)
    await u.start({ persona: 'throttled', scenario: 'busy', path: pb.roles() })
    await expect(page.getByRole('rowheader').nth(19)).toBeVisible()
    await expect(page.getByRole('table')).not.toContainText(/Loading|Error/)
    await expect(page.getByText('Rate exceeded')).toHaveCount(0)
  })

  test('of a write is said, and the form can be sent again', async ({ page, u }) => {
    await u.start({ path: readyRole })
    await u.faults.set([{ op: 'iam:CreateRole', times: TRIES, error: 'Throttling' }])
    await button(page, 'Create role').click()
    await expect(page.getByText('Rate exceeded')).toBeVisible()
    await button(page, 'Create role').click()
    await expect(page).toHaveFlash('Role Reader created.')
  })

  test('that does not end leaves cells that Refresh fills', async ({ page, u }) => {
    await u.start({ faults: [failing('iam:GetRole', 100)], path: pb.roles() })
    await expect(row(page, 'BreakGlass')).toContainText('Error')
    await u.faults.clear()
    await button(page, 'Refresh roles').click()
    await expect(row(page, 'BreakGlass')).not.toContainText('Error')
  })
})

test.describe('a denial that was asked for', () => {
  test.use({ persona: 'denied', as: ADMIN })

  test('names itself to whoever asks why, and keeps the form', async ({ page, u }) => {
    await u.start({ path: readyRole })
    await button(page, 'Create role').click()
    await expect(page.getByText('Failed to create role Reader.')).toBeVisible()
    await expect(page.getByText(/with an explicit deny/)).toBeVisible()
    const why = await askWhy(page, 'iam:CreateRole')
    await expect(why).toContainText('The service control policy Injected denial denies')
    await page.keyboard.press('Escape')
    await expect(page.getByLabel('Role name')).toHaveValue('Reader')
    await expect(u).toDeny(ADMIN, 'iam:CreateRole')
  })

  test('takes nothing else away', async ({ page, u }) => {
    await u.start({ path: readyUser })
    await button(page, 'Create user').click()
    await expect(page).toHaveFlash('User created successfully')
    await expect(row(page, 'Rosa')).toBeVisible()
  })
})

const QUARTER_HOUR = 900_000
const HOUR = 4 * QUARTER_HOUR

test.describe('a session that has ended', () => {
  test.use({ persona: 'expired', scenario: 'stuart-with-role' })

  test('in a form keeps what was typed, and asks before it is lost', async ({
    page,
    u,
  }) => {
    await u.start({ as: ADMIN, path: pb.groupCreate() })
    await page.getByLabel('User group name').fill('Players')
    await u.clock.advance(QUARTER_HOUR)
    await button(page, 'Create user group').click()
    await expect(page.getByText('Failed to create user group Players.')).toBeVisible()
    await expect(page).toHaveFlash('Your session has expired')
    await expect(page.getByLabel('User group name')).toHaveValue('Players')
    await button(page, 'Sign in').click()
    const question = page.getByRole('dialog', { name: 'Leave page' })
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByLabel('User group name')).toHaveValue('Players')
    await button(page, 'Sign in').click()
    await question.getByRole('button', { name: 'Leave' }).click()
    await sendPassword(page, 'Admin', passwords.Admin)
    await expect(heading(page, 'Create user group')).toBeVisible()
  })

  test('of a sign-in leads back to where one was', async ({ page, u }) => {
    await u.start({ as: ADMIN, path: pb.role(ROLE, 'trust_relationships') })
    await u.clock.advance(QUARTER_HOUR)
    await page.getByRole('tab', { name: 'Tags' }).click()
    await expect(page).toHaveFlash('Your session has expired')
    await button(page, 'Sign in').click()
    await sendPassword(page, 'Admin', passwords.Admin)
    await expect(heading(page, ROLE)).toBeVisible()
    await expect(page.getByRole('tab', { name: 'Tags', selected: true })).toBeVisible()
  })

  test('of a role leads back to who one is, and asks before a form is lost', async ({
    page,
    u,
  }) => {
    await u.start({ as: 'user/Stuart', path: pb.buckets(), persona: 'standard' })
    await u.as('user/Stuart', `role/${ROLE}`)
    await page.getByRole('link', { name: 'Create bucket' }).click()
    // the role's session lasts an hour, the sign-in for longer
    await page.getByLabel('Bucket name').fill('holiday-photos')
    await u.clock.advance(HOUR)
    await button(page, 'Create bucket').click()
    await expect(page).toHaveFlash('Your session has expired')
    await expect(page.getByLabel('Bucket name')).toHaveValue('holiday-photos')
    await button(page, 'Switch back').click()
    const question = page.getByRole('dialog', { name: 'Leave page' })
    await question.getByRole('button', { name: 'Leave' }).click()
    await expect(accountMenu(page)).toContainText('Stuart')
    await expect(accountMenu(page)).not.toContainText(ROLE)
    await expect(page.getByLabel('Bucket name')).toHaveValue('')
  })

  test('cannot switch role, and says that it has ended', async ({ page, u }) => {
    const path = pb.switchRole({ account: '111122223333', roleName: ROLE })
    await u.start({ as: 'user/Stuart', path })
    await u.clock.advance(QUARTER_HOUR)
    await button(page, 'Switch Role').click()
    await expect(
      page.getByText('The security token included in the request is expired')
    ).toBeVisible()
    await expect(page.getByLabel('IAM role name')).toHaveValue(ROLE)
  })
})

test.describe('eventual consistency', () => {
  test.use({ persona: 'eventual' })

  const trust = (user: string) =>
    JSON.stringify(
      statement({
        Principal: { AWS: `arn:aws:iam::111122223333:user/${user}` },
        Action: 'sts:AssumeRole',
      })
    )

  test('refuses a switch to a new role, keeps the form, and lets it be later', async ({
    page,
    u,
  }) => {
    await u.start({ as: 'user/Alex' })
    const role = { RoleName: 'Fresh', AssumeRolePolicyDocument: trust('Alex') }
    await u.call('iam:CreateRole', role, ADMIN)
    await expect(u).toDenyAssume('user/Alex', 'role/Fresh')
    await u.goTo(pb.switchRole({ account: '111122223333', roleName: 'Fresh' }))
    await page.getByLabel('Display name - optional').fill('New work')
    await button(page, 'Switch Role').click()
    await expect(page.getByText(OPAQUE)).toBeVisible()
    await expect(page.getByLabel('Display name - optional')).toHaveValue('New work')
    await u.clock.advance(12_000)
    await expect(u).toAllowAssume('user/Alex', 'role/Fresh')
    await button(page, 'Switch Role').click()
    await expect(accountMenu(page)).toContainText('New work')
  })

  test('refuses a new user as principal, and takes it later', async ({ page, u }) => {
    await u.start({ as: ADMIN, path: pb.roleTrustPolicyEdit('BreakGlass') })
    await u.call('iam:CreateUser', { UserName: 'Rosa' })
    await writePolicy(page, 'Trust policy', JSON.parse(trust('Rosa')))
    await button(page, 'Update policy').click()
    await expect(page.getByText('Failed to update trust policy.')).toBeVisible()
    await expect(page.getByText(/Invalid principal in policy/)).toBeVisible()
    await u.clock.advance(8000)
    await button(page, 'Update policy').click()
    await expect(page).toHaveFlash('Trust policy updated.')
  })

  test('lists a policy at once, and enforces it later', async ({ page, u }) => {
    await u.start({ as: ADMIN, path: pb.user('Alex') })
    const attach = { UserName: 'Alex', PolicyArn: S3_POLICY }
    await u.call('iam:AttachUserPolicy', attach)
    await expect(row(page, 'AmazonS3FullAccess')).toBeVisible()
    await expect(u).toDeny('user/Alex', 's3:ListAllMyBuckets')
    await u.clock.advance(12_000)
    await expect(u).toAllow('user/Alex', 's3:ListAllMyBuckets')
  })
})

test.describe('a refused question', () => {
  test('is asked once by the page that opens, and again after a write', async ({
    page,
    u,
  }) => {
    await u.start({ as: 'user/Stuart', path: pb.consoleHome() })
    const asked = () => u.log.list({ call: 's3:ListBuckets', outcome: 'denied' })
    const before = (await asked()).length
    await u.goTo(pb.buckets())
    await expect(page.getByText("You don't have permissions to list buckets")).toBeVisible()
    expect((await asked()).length - before).toBe(1)
    await u.call(
      'iam:AttachUserPolicy',
      { UserName: 'Stuart', PolicyArn: S3_POLICY },
      ADMIN
    )
    await expect(row(page, 'finance-reports')).toBeVisible()
  })

  test('is asked anew as a role, and as oneself again', async ({ page, u }) => {
    const scenario = 'stuart-with-role'
    await u.start({ as: 'user/Stuart', scenario, path: pb.buckets() })
    const refusal = page.getByText("You don't have permissions to list buckets")
    await expect(refusal).toBeVisible()
    await u.as('user/Stuart', `role/${ROLE}`)
    await expect(row(page, 'finance-reports')).toBeVisible()
    await accountMenu(page).click()
    await button(page, 'Switch back').click()
    await expect(refusal).toBeVisible()
  })
})
