/** A call that takes long, or that somebody holds: nothing is asked twice, and nothing is lost. */
import type { Page } from '@playwright/test'
import { expect, pb, test } from './kit'
import {
  ADMIN,
  button,
  fillPasswordPolicy,
  fillProvider,
  readyRole,
  S3_POLICY,
} from './faults'
import {
  accountMenu,
  follow,
  heading,
  passwords,
  ROLE,
  row,
  sendPassword,
  statement,
} from './utils'

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

  const writes: [
    op: string,
    path: string,
    fill: (page: Page) => Promise<void>,
    name: string,
    said: string,
  ][] = [
    [
      'iam:CreateOpenIDConnectProvider',
      pb.identityProviderCreate(),
      fillProvider,
      'Add provider',
      'id.example.com added.',
    ],
    [
      'iam:UpdateAccountPasswordPolicy',
      pb.passwordPolicyEdit(),
      fillPasswordPolicy,
      'Set custom',
      'Password requirements for IAM users updated.',
    ],
    [
      'iam:GenerateCredentialReport',
      pb.credentialReport(),
      () => Promise.resolve(),
      'Download credential report',
      'Credential report downloaded.',
    ],
  ]

  for (const [op, path, fill, name, said] of writes) {
    test(`of ${op} is made once, though its button is pressed twice`, async ({
      page,
      u,
    }) => {
      await u.start({ as: ADMIN, path })
      const pause = await u.faults.pause(op)
      await fill(page)
      const send = button(page, name)
      await send.dblclick()
      await pause.hit()
      await expect(send).toHaveAttribute('aria-disabled', 'true')
      await send.click({ force: true })
      await pause.resume()
      await expect(page).toHaveFlash(said)
      expect(await u.log.list({ call: op })).toHaveLength(1)
    })
  }

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
