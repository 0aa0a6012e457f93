/** Under every fault that can be asked for, the console behaves as AWS's does, and loses nothing. */
import type { Page } from '@playwright/test'
import { expect, type FaultRule, pb, test } from './kit'
import {
  accountMenu,
  askWhy,
  follow,
  heading,
  OPAQUE,
  passwords,
  ROLE,
  row,
  sendPassword,
  statement,
  writePolicy,
} from './utils'

const ADMIN = 'user/Admin'
const S3_POLICY = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'
const UNKNOWN =
  'The request processing has failed because of an unknown error, exception or failure.'
const LOST = 'An earlier try of this request got no answer, and has probably done it.'

/** As often as the console tries a call by itself. */
const TRIES = 3

const failing = (op: string, times = TRIES): FaultRule => ({
  op,
  times,
  error: 'ServiceFailure',
})

/** The call does its work, and its first answer is lost. */
const unanswered = (op: string): FaultRule => ({
  op,
  nth: 1,
  error: 'ServiceFailure',
  afterwards: true,
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The wizard for roles at its last step, with a policy chosen and a name given. */
const readyRole = pb.roleCreate({
  trustedEntityType: 'AWS_ACCOUNT',
  policies: S3_POLICY,
  roleName: 'Reader',
  step: 'review',
})

const readyUser = pb.userCreate({ userNames: 'Rosa', step: 'review' })

const list = (page: Page, name: 'Done' | 'Not done') =>
  page.getByRole('region', { name, exact: true }).getByRole('listitem')

test.describe('a slow answer', () => {
  const pages: [address: string, op: string, loading: string, shown: RegExp][] = [
    [pb.roles(), 'iam:ListRoles', 'Loading roles', /BreakGlass/],
    [pb.role(ROLE), 'iam:GetRole', 'Loading the role', /Maximum session duration/],
    [pb.role(ROLE, 'tags'), 'iam:ListRoleTags', 'Loading tags', /No tags associated/],
    [pb.users(), 'iam:ListUsers', 'Loading users', /Stuart/],
    [pb.user('Stuart'), 'iam:GetUser', 'Loading the user', /Last console sign-in/],
    [
      pb.user('Stuart', 'security_credentials'),
      'iam:ListAccessKeys',
      'Loading access keys',
      /No access keys/,
    ],
    [pb.groups(), 'iam:ListGroups', 'Loading groups', /This account has no user groups/],
    [pb.policies(), 'iam:ListPolicies', 'Loading policies', /AdministratorAccess/],
    [pb.policy(S3_POLICY), 'iam:GetPolicy', 'Loading the policy', /Creation time/],
    [pb.buckets(), 's3:ListBuckets', 'Loading buckets', /finance-reports/],
    [pb.bucket('finance-reports'), 's3:ListObjectsV2', 'Loading objects', /readme\.txt/],
    [
      pb.bucket('team-photos', { tab: 'permissions' }),
      's3:GetBucketPolicy',
      'Loading the bucket policy',
      /No policy to display/,
    ],
    [pb.events(), 'cloudtrail:LookupEvents', 'Loading events', /CreateRole/],
  ]

  for (const [address, op, loading, shown] of pages) {
    test(`is waited for on ${address}, and then shown`, async ({ page, u }) => {
      await u.start({ as: ADMIN, scenario: 'stuart-with-role' })
      await u.call('iam:CreateRole', {
        RoleName: 'Seen',
        AssumeRolePolicyDocument: JSON.stringify(
          statement({ Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' })
        ),
      })
      const pause = await u.faults.pause(op)
      const going = u.goTo(address)
      await pause.hit()
      await expect(page.getByText(loading, { exact: true }).first()).toBeVisible()
      await pause.resume()
      await going
      await expect(page.getByText(loading, { exact: true })).toHaveCount(0)
      await expect(page.getByRole('main')).toContainText(shown)
    })
  }

  test('is not asked for again when one goes away and comes back', async ({ page, u }) => {
    await u.start({ as: ADMIN, path: pb.consoleHome(), persona: 'slow' })
    const going = u.goTo(pb.roles())
    await expect(page.getByText('Loading roles')).toBeVisible()
    await follow(page, 'Policies')
    await follow(page, 'Roles')
    await going
    await expect(row(page, 'BreakGlass')).toBeVisible()
    expect(await u.log.list({ call: 'iam:ListRoles' })).toHaveLength(1)
  })
})

test.describe('a call that is under way', () => {
  test('is not made again by a second press of its button', async ({ page, u }) => {
    await u.start({ as: ADMIN, path: readyRole })
    const pause = await u.faults.pause('iam:CreateRole')
    const create = button(page, 'Create role')
    await create.dblclick()
    await pause.hit()
    await expect(create).toHaveAttribute('aria-disabled', 'true')
    await create.click({ force: true })
    await pause.resume()
    await expect(page).toHaveFlash('Role Reader created.')
    expect(await u.log.list({ call: 'iam:CreateRole' })).toHaveLength(1)
    expect(await u.log.list({ call: 'iam:AttachRolePolicy' })).toHaveLength(1)
  })

  test('is not made again by Enter', async ({ page, u }) => {
    await u.start({ as: ADMIN, path: pb.groupCreate() })
    const pause = await u.faults.pause('iam:CreateGroup')
    await page.getByLabel('User group name').fill('Players')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await pause.hit()
    await page.keyboard.press('Enter')
    await pause.resume()
    await expect(page).toHaveFlash('Players user group created.')
    expect(await u.log.list({ call: 'iam:CreateGroup' })).toHaveLength(1)
  })

  test('signs in once, however often Enter is pressed', async ({ page, u }) => {
    await u.start({ latency: 300 })
    await sendPassword(page, 'Admin', passwords.Admin)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(heading(page, 'Console Home')).toBeVisible()
    expect(await u.log.list({ call: 'console:SignIn' })).toHaveLength(1)
  })

  test('switches role once, however often the button is pressed', async ({ page, u }) => {
    const path = pb.switchRole({ account: '111122223333', roleName: ROLE })
    await u.start({ as: 'user/Stuart', scenario: 'stuart-with-role', path, latency: 300 })
    await button(page, 'Switch Role').dblclick()
    await page.getByLabel('IAM role name').press('Enter')
    await expect(accountMenu(page)).toContainText(ROLE)
    await expect(page).not.toHaveFlash('A change that you began is still being made.')
    expect(await u.log.list({ call: 'console:SwitchRole' })).toHaveLength(1)
  })

  test('keeps its dialog open, for it cannot be called back', async ({ page, u }) => {
    await u.start({ as: ADMIN, scenario: 'stuart-with-role', path: pb.role(ROLE) })
    const pause = await u.faults.pause('iam:DeleteRole')
    await button(page, 'Delete').click()
    const dialog = page.getByRole('dialog', { name: `Delete ${ROLE}?` })
    await dialog.getByRole('textbox').fill(ROLE)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await pause.hit()
    await page.keyboard.press('Escape')
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled()
    await pause.resume()
    await expect(page).toHaveFlash(`Role ${ROLE} deleted.`)
    await expect(heading(page, 'Roles')).toBeVisible()
    expect(await u.log.list({ call: 'iam:DeleteRole' })).toHaveLength(1)
  })

  test('goes on when its page is left, and says how it ended', async ({ page, u }) => {
    await u.start({ as: ADMIN, path: readyRole })
    const pause = await u.faults.pause('iam:CreateRole')
    await button(page, 'Create role').click()
    await pause.hit()
    await follow(page, 'IAM users')
    await expect(page).toHaveFlash('A change that you began is still being made.')
    await pause.resume()
    await expect(page).toHaveFlash('Role Reader created.')
    await expect(page).not.toHaveFlash('A change that you began is still being made.')
    await expect(heading(page, 'IAM users')).toBeVisible()
  })

  test('says that it failed when its page was left', async ({ page, u }) => {
    await u.start({ as: ADMIN, path: readyRole })
    const pause = await u.faults.pause('iam:CreateRole')
    await button(page, 'Create role').click()
    await pause.hit()
    await button(page, 'Cancel').click()
    await pause.fail('LimitExceeded', 'Cannot exceed quota for RolesPerAccount: 1000')
    await expect(page).toHaveFlash('Failed to create role Reader.')
    await expect(page).toHaveFlash('Cannot exceed quota for RolesPerAccount: 1000')
    await expect(heading(page, 'Roles')).toBeVisible()
  })
})

test.describe('a failure', () => {
  test('is healed by trying again, and nobody notices', async ({ page, u }) => {
    const faults = [failing('iam:CreateRole', 2), failing('iam:ListRoles', 1)]
    await u.start({ as: ADMIN, path: readyRole, faults })
    await button(page, 'Create role').click()
    await expect(page).toHaveFlash('Role Reader created.')
    await expect(row(page, 'Reader')).toBeVisible()
    await expect(page.getByText(UNKNOWN)).toHaveCount(0)
  })

  test('that lasts leaves the form as it was, and the next try succeeds', async ({
    page,
    u,
  }) => {
    await u.start({
      as: ADMIN,
      path: pb.userCreatePolicy('Stuart'),
      faults: [failing('iam:PutUserPolicy')],
    })
    const policy = statement({ Action: 's3:*', Resource: '*' })
    await writePolicy(page, 'Policy', policy)
    await button(page, 'Next').click()
    await page.getByLabel('Policy name').fill('AllS3')
    await button(page, 'Create policy').click()
    await expect(page.getByText('Failed to create policy AllS3.')).toBeVisible()
    await expect(page.getByText(UNKNOWN)).toBeVisible()
    await expect(page.getByLabel('Policy name')).toHaveValue('AllS3')
    await button(page, 'Create policy').click()
    await expect(page).toHaveFlash('Policy AllS3 created.')
    await expect(u).toAllow('user/Stuart', 's3:ListAllMyBuckets')
  })

  test('in the middle of a role tells what is there, and is taken up from there', async ({
    page,
    u,
  }) => {
    await u.start({ as: ADMIN, path: readyRole, persona: 'flaky' })
    const create = button(page, 'Create role')
    await create.click()
    await expect(page.getByText('Failed to create role Reader.')).toBeVisible()
    await expect(list(page, 'Done')).toHaveCount(0)
    await expect(u).not.toHave('role/Reader')
    await create.click()
    await expect(list(page, 'Done')).toHaveText(['Create role Reader'])
    await expect(list(page, 'Not done')).toHaveText(['Attach policy AmazonS3FullAccess'])
    await expect(page.getByLabel('Role name')).toHaveValue('Reader')
    await expect(u).toHave('role/Reader')
    await create.click()
    await expect(page).toHaveFlash('Role Reader created.')
    expect(await u.log.list({ call: 'iam:CreateRole' })).toHaveLength(1)
    await expect(u).toAllow('role/Reader', 's3:ListAllMyBuckets')
  })

  test('in the middle of a user is taken up, up to the password', async ({ page, u }) => {
    const path = pb.userCreate({ userNames: 'Rosa' })
    await u.start({ as: ADMIN, path, faults: [failing('iam:CreateLoginProfile')] })
    await page.getByRole('checkbox', { name: /^Provide user access/ }).check()
    await button(page, 'Next').click()
    await button(page, 'Next').click()
    await button(page, 'Create user').click()
    await expect(list(page, 'Done')).toHaveText(['Create user Rosa'])
    await expect(list(page, 'Not done')).toHaveText([
      'Enable console access',
      'Allow the user to change the password',
    ])
    await button(page, 'Create user').click()
    await expect(page.getByText('User created successfully')).toBeVisible()
    await expect(page.getByText('Console password', { exact: true })).toBeVisible()
    expect(await u.log.list({ call: 'iam:CreateUser' })).toHaveLength(1)
  })

  test('in the middle of a group is taken up as well', async ({ page, u }) => {
    await u.start({
      as: ADMIN,
      path: pb.groupCreate(),
      faults: [failing('iam:AddUserToGroup')],
    })
    await page.getByLabel('User group name').fill('Players')
    await page.getByRole('checkbox', { name: 'Select user Stuart' }).check()
    await button(page, 'Create user group').click()
    await expect(list(page, 'Not done')).toHaveText(['Add user Stuart'])
    await button(page, 'Create user group').click()
    await expect(page).toHaveFlash('Players user group created.')
    await expect(u).toHave('group/Players')
  })

  test('in the middle of a deletion tells what is gone, and is taken up', async ({
    page,
    u,
  }) => {
    await u.start({
      as: ADMIN,
      scenario: 'stuart-with-role',
      path: pb.user('Stuart'),
      faults: [failing('iam:DeleteUserPolicy')],
    })
    await button(page, 'Delete').click()
    const dialog = page.getByRole('dialog', { name: 'Delete Stuart?' })
    await dialog.getByRole('textbox').fill('Stuart')
    await button(page, 'Delete user').click()
    await expect(dialog.getByText('Failed to delete user Stuart.')).toBeVisible()
    await expect(list(page, 'Done')).toHaveText([
      'Detach policy IAMReadOnlyAccess from user Stuart',
    ])
    await expect(list(page, 'Not done')).toHaveText([
      'Delete inline policy AssumeRoleS3 of user Stuart',
      'Disable console access of Stuart',
      'Delete user Stuart',
    ])
    await button(page, 'Delete user').click()
    await expect(page).toHaveFlash('User Stuart deleted.')
    await expect(u).not.toHave('user/Stuart')
  })

  test('in the middle of an upload tells which files are there', async ({ page, u }) => {
    await u.start({
      as: ADMIN,
      path: pb.upload('team-photos'),
      faults: [{ op: 's3:PutObject', nth: [2, 3, 4], error: 'ServiceUnavailable' }],
    })
    const files = ['a.txt', 'b.txt'].map((name) => ({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(name),
    }))
    await page.locator('input[type=file]').setInputFiles(files)
    await button(page, 'Upload').click()
    await expect(page.getByText('Upload failed')).toBeVisible()
    await expect(list(page, 'Done')).toHaveText(['Upload a.txt'])
    await expect(list(page, 'Not done')).toHaveText(['Upload b.txt'])
    await button(page, 'Upload').click()
    await expect(page).toHaveFlash('Upload succeeded')
    await expect(row(page, 'b.txt')).toBeVisible()
  })

  const lists: [address: string, op: string, what: string, shown: string][] = [
    [pb.roles(), 'iam:ListRoles', 'roles', 'BreakGlass'],
    [pb.users(), 'iam:ListUsers', 'users', 'Stuart'],
    [pb.policies(), 'iam:ListPolicies', 'policies', 'AdministratorAccess'],
    [pb.buckets(), 's3:ListBuckets', 'buckets', 'team-photos'],
    [pb.bucket('finance-reports'), 's3:ListObjectsV2', 'objects', 'readme.txt'],
    [pb.events(), 'cloudtrail:LookupEvents', 'events', 'ConsoleLogin'],
  ]

  for (const [address, op, what, shown] of lists) {
    test(`of the list on ${address} is said, and Retry loads it`, async ({ page, u }) => {
      await u.start()
      await sendPassword(page, 'Admin', passwords.Admin)
      await expect(heading(page, 'Console Home')).toBeVisible()
      await u.faults.set([failing(op)])
      await u.goTo(address)
      await expect(page.getByText(`Failed to load ${what}`)).toBeVisible()
      await button(page, 'Retry').click()
      await expect(page.getByRole('main')).toContainText(shown)
      await expect(page.getByText(`Failed to load ${what}`)).toHaveCount(0)
    })
  }

  test('of one panel leaves the others alone', async ({ page, u }) => {
    await u.start({
      as: ADMIN,
      scenario: 'stuart-with-role',
      path: pb.role(ROLE),
      faults: [failing('iam:ListAttachedRolePolicies')],
    })
    await expect(page.getByText('Failed to load policies')).toBeVisible()
    await expect(page.getByText('Maximum session duration')).toBeVisible()
    await button(page, 'Retry').click()
    await expect(row(page, 'AmazonS3FullAccess')).toBeVisible()
  })
})

test.describe('an answer that was lost', () => {
  test('leaves a role half made, which the next press completes', async ({ page, u }) => {
    await u.start({ as: ADMIN, path: readyRole, faults: [unanswered('iam:CreateRole')] })
    await button(page, 'Create role').click()
    await expect(
      page.getByText(`Role with name Reader already exists. ${LOST}`)
    ).toBeVisible()
    await expect(list(page, 'Done')).toHaveText(['Create role Reader'])
    await button(page, 'Create role').click()
    await expect(page).toHaveFlash('Role Reader created.')
    await expect(u).toAllow('role/Reader', 's3:ListAllMyBuckets')
  })

  test('of a deletion says that it was done', async ({ page, u }) => {
    await u.start({
      as: ADMIN,
      scenario: 'stuart-with-role',
      path: pb.roles(),
      faults: [unanswered('iam:DeleteRole')],
    })
    await page.getByRole('checkbox', { name: `Select role ${ROLE}` }).check()
    await button(page, 'Delete').click()
    const dialog = page.getByRole('dialog', { name: `Delete ${ROLE}?` })
    await dialog.getByRole('textbox').fill(ROLE)
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(
      dialog.getByText(`The role with name ${ROLE} cannot be found. ${LOST}`)
    ).toBeVisible()
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(page).toHaveFlash(`Role ${ROLE} deleted.`)
    await expect(u).not.toHave(`role/${ROLE}`)
  })
})

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

test.describe('a call that is held', () => {
  test('shows that it works, and then what came of it', async ({ page, u }) => {
    await u.start({ as: ADMIN, path: pb.bucketCreate() })
    const pause = await u.faults.pause('s3:CreateBucket')
    await page.getByLabel('Bucket name').fill('holiday-photos')
    const create = button(page, 'Create bucket')
    await create.click()
    await pause.hit()
    await expect(create).toHaveAttribute('aria-disabled', 'true')
    await pause.fail('BucketAlreadyExists', 'The requested bucket name is not available.')
    await expect(
      page.getByText('The requested bucket name is not available.')
    ).toBeVisible()
    await expect(page.getByLabel('Bucket name')).toHaveValue('holiday-photos')
    await create.click()
    await expect(page).toHaveFlash('Successfully created bucket "holiday-photos"')
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
