/** A call that fails is said, can be tried again, and loses nothing. */
import { expect, pb, test } from './kit'
import {
  ADMIN,
  button,
  failing,
  fillPasswordPolicy,
  fillProvider,
  list,
  readyRole,
  UNKNOWN,
} from './faults'
import {
  heading,
  passwords,
  ROLE,
  row,
  sendPassword,
  statement,
  writePolicy,
} from './utils'

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

  test('to add a provider keeps what was typed, and the next try succeeds', async ({
    page,
    u,
  }) => {
    await u.start({
      as: ADMIN,
      path: pb.identityProviderCreate(),
      faults: [failing('iam:CreateOpenIDConnectProvider')],
    })
    await fillProvider(page)
    await button(page, 'Add provider').click()
    await expect(page.getByText('Failed to add the provider.')).toBeVisible()
    await expect(page.getByLabel('Provider URL')).toHaveValue('https://id.example.com')
    await expect(page.getByLabel('Audience')).toHaveValue('games')
    await button(page, 'Add provider').click()
    await expect(page).toHaveFlash('id.example.com added.')
  })

  test('to set the password policy keeps it, and the next try succeeds', async ({
    page,
    u,
  }) => {
    await u.start({
      as: ADMIN,
      path: pb.passwordPolicyEdit(),
      faults: [failing('iam:UpdateAccountPasswordPolicy')],
    })
    await fillPasswordPolicy(page)
    await button(page, 'Set custom').click()
    await expect(page.getByText('Failed to update the password policy.')).toBeVisible()
    await expect(page.getByLabel('Password minimum length')).toHaveValue('14')
    await button(page, 'Save changes').click()
    await button(page, 'Set custom').click()
    await expect(page).toHaveFlash('Password requirements for IAM users updated.')
  })

  test('to change session tokens keeps the choice, and the next try succeeds', async ({
    page,
    u,
  }) => {
    await u.start({
      as: ADMIN,
      path: pb.accountSettings(),
      faults: [failing('iam:SetSecurityTokenServicePreferences')],
    })
    await button(page, 'Change the session tokens of the global endpoint').click()
    const all = page.getByRole('radio', { name: 'Valid in all AWS Regions' })
    await all.check()
    await button(page, 'Save changes').click()
    await expect(page.getByText('Failed to change the session tokens.')).toBeVisible()
    await expect(all).toBeChecked()
    await button(page, 'Save changes').click()
    await expect(page).toHaveFlash('Session tokens of the global endpoint changed.')
  })

  test('to make a credential report is said, and the next try succeeds', async ({
    page,
    u,
  }) => {
    await u.start({
      as: ADMIN,
      path: pb.credentialReport(),
      faults: [failing('iam:GenerateCredentialReport')],
    })
    await button(page, 'Download credential report').click()
    await expect(page.getByText('Failed to get the credential report.')).toBeVisible()
    await button(page, 'Download credential report').click()
    await expect(page).toHaveFlash('Credential report downloaded.')
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

  const loaded: [address: string, op: string, what: string, shown: string][] = [
    [pb.roles(), 'iam:ListRoles', 'roles', 'BreakGlass'],
    [pb.users(), 'iam:ListUsers', 'users', 'Stuart'],
    [pb.policies(), 'iam:ListPolicies', 'policies', 'AdministratorAccess'],
    [pb.buckets(), 's3:ListBuckets', 'buckets', 'team-photos'],
    [pb.bucket('finance-reports'), 's3:ListObjectsV2', 'objects', 'readme.txt'],
    [pb.events(), 'cloudtrail:LookupEvents', 'events', 'ConsoleLogin'],
    [
      pb.identityProviders(),
      'iam:ListOpenIDConnectProviders',
      'identity providers',
      'This account has no identity providers.',
    ],
    [
      pb.accountSettings(),
      'iam:GetAccountPasswordPolicy',
      'the password policy',
      'default password policy',
    ],
    [
      pb.passwordPolicyEdit(),
      'iam:GetAccountPasswordPolicy',
      'the password policy',
      'IAM default',
    ],
    [
      pb.credentialReport(),
      'iam:GetCredentialReport',
      'the last report',
      'No credential report was generated',
    ],
  ]

  for (const [address, op, what, shown] of loaded) {
    test(`to load ${address} is said, and Retry loads it`, async ({ page, u }) => {
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
