import type { CreateVirtualMFADeviceResponse } from '@aws-sdk/client-iam'
import { expect, pb, test, totp } from './kit'
import { ACCOUNT, heading, passwords, sendPassword, signOut, statement } from './utils'

const stuart = { as: 'user/Stuart', scenario: 'stuart-with-role' }
const admin = { as: 'user/Admin', scenario: 'stuart-with-role' }
const serial = (name: string) => `arn:aws:iam::${ACCOUNT}:mfa/${name}`
const MINUTE = 60_000

const ownCredentials = {
  UserName: 'Stuart',
  PolicyName: 'own',
  PolicyDocument: JSON.stringify(statement({ Action: 'iam:*', Resource: '*' })),
}

test('an MFA device that a wizard assigned is asked for at sign-in', async ({
  iam,
  page,
  u,
}) => {
  await u.start(admin)
  const credentials = await iam.securityCredentials.open()
  const secret = (await credentials.assignMfa('phone')) ?? ''
  await expect(page.getByText('MFA device assigned')).toBeVisible()
  await expect(credentials.row(serial('phone'))).toContainText('Virtual')
  await signOut(page)
  await u.clock.advance(MINUTE)
  await sendPassword(page, 'Admin', passwords.Admin)
  const shown = page.getByRole('definition').filter({ hasText: /^\d{6}$/ })
  await expect(shown).toHaveText(totp(secret, await u.clock.now()))
  await page.getByLabel('MFA code').fill(totp(secret, await u.clock.now()))
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(heading(page, 'Console Home')).toBeVisible()
  await credentials.open()
  await credentials.removeMfa(serial('phone'))
  await expect(page.getByText('No MFA devices.')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'phone' })).toHaveCount(0)
})

test('wrong codes lose nothing, and the simulated authenticator has right ones', async ({
  iam,
  page,
  u,
}) => {
  await u.start(admin)
  const credentials = await iam.user('Alex').credentials.open()
  expect(await credentials.assignMfa('phone', ['000000', '000001'])).toBeUndefined()
  await expect(page.getByText('Authentication code for device is not valid.')).toBeVisible()
  await expect(page.getByLabel('MFA code 1')).toHaveValue('000000')
  await page.getByRole('button', { name: 'Show QR code' }).click()
  await expect(page.getByRole('img', { name: 'QR code of the secret key' })).toBeVisible()
  for (const [at, which] of ['first', 'second'].entries()) {
    const code = await credentials.copyable(`${which} code`).innerText()
    await page.getByLabel(`MFA code ${at + 1}`).fill(code.trim())
  }
  await page.getByRole('button', { name: 'Add MFA' }).click()
  await expect(credentials.row(serial('phone'))).toBeVisible()
})

test('a wizard that is left takes its device along', async ({ iam, page, u }) => {
  const VirtualMFADeviceName = 'phone'
  await u.start(admin)
  const credentials = await iam.user('Alex').credentials.open()
  const left = () =>
    u.call<{ VirtualMFADevices?: object[] }>('iam:ListVirtualMFADevices', {
      AssignmentStatus: 'Unassigned',
    })
  await credentials.place('iam.user.assignMfa').click()
  await page.getByRole('radio', { name: 'Passkey or security key' }).check()
  await page.getByLabel('Device name').fill('phone')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(
    page.getByText('A simulation in a browser has no such device.')
  ).toBeVisible()
  await page.getByRole('radio', { name: 'Authenticator app' }).check()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Show QR code' })).toBeVisible()
  expect((await left()).VirtualMFADevices).toHaveLength(1)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page
    .getByRole('dialog', { name: 'Leave page' })
    .getByText('Leave', { exact: true })
    .click()
  await u.idle()
  expect((await left()).VirtualMFADevices).toHaveLength(0)
  // as a reload half-way would have left it
  await u.call<CreateVirtualMFADeviceResponse>('iam:CreateVirtualMFADevice', {
    VirtualMFADeviceName,
  })
  expect(await credentials.assignMfa('phone')).toHaveLength(64)
})

test('a password is changed by its user as the password policy asks', async ({
  iam,
  page,
  u,
}) => {
  await u.start(stuart)
  await u.call('iam:PutUserPolicy', ownCredentials, 'user/Admin')
  const policy = { MinimumPasswordLength: 20, RequireNumbers: true }
  await u.call('iam:UpdateAccountPasswordPolicy', policy, 'user/Admin')
  const credentials = await iam.securityCredentials.open()
  expect(await credentials.updatePassword(passwords.Stuart, 'Short-2026')).toBe(false)
  await expect(
    page.getByText('Password should have a minimum length of 20', { exact: true })
  ).toBeVisible()
  expect(await credentials.updatePassword('wrong', 'A-long-password-2026')).toBe(false)
  await expect(page.getByText('The old password was incorrect.')).toBeVisible()
  const to = 'A-long-password-2026'
  expect(await credentials.updatePassword(passwords.Stuart, to)).toBe(true)
  await signOut(page)
  await sendPassword(page, 'Stuart', to)
  await expect(heading(page, 'Console Home')).toBeVisible()
})

test('who may do nothing sees which boxes are refused', async ({ iam, page, u }) => {
  await u.start({ as: 'user/Admin', scenario: 'stuart-with-role' })
  await u.call('iam:CreateUser', { UserName: 'Robot' })
  await u.as('user/Robot')
  const credentials = await iam.securityCredentials.open()
  for (const action of [
    'GetUser',
    'ListMFADevices',
    'ListAccessKeys',
    'ListSSHPublicKeys',
    'ListSigningCertificates',
  ]) {
    await expect(page.getByText(`permission to iam:${action}.`)).toBeVisible()
  }
  await expect(page.getByText('permission to iam:ListServiceSpecific')).toHaveCount(3)
  expect(await credentials.updatePassword('a', 'b')).toBe(false)
  await expect(credentials.error).toBeVisible()
})

test('a role session has no credentials of its own', async ({ page, u }) => {
  await u.start({ ...stuart, via: 'role/RoleS3FullAccess', path: pb.securityCredentials() })
  await expect(page.getByText('A role session has no security credentials')).toBeVisible()
})

test('the root user is warned before it makes a key, and assigns MFA', async ({
  iam,
  page,
  u,
}) => {
  await u.start({ as: 'root', scenario: 'stuart-with-role' })
  const credentials = await iam.securityCredentials.open()
  await expect(page.getByText("You don't have MFA assigned")).toBeVisible()
  const { id = '' } = (await credentials.createRootAccessKey()) ?? {}
  await expect(page.getByRole('heading', { name: id })).toBeVisible()
  await credentials.deleteAccessKey(id)
  await expect(page.getByText('No access keys')).toBeVisible()
  await credentials.assignMfa('root-account-mfa-device')
  await expect(credentials.row(serial('root-account-mfa-device'))).toBeVisible()
})

test('Git credentials are shown once, and can be reset and deleted', async ({
  iam,
  page,
  u,
}) => {
  await u.start(admin)
  const credentials = await iam.user('Alex').credentials.open()
  await credentials.place('iam.user.generateGitCredentials').click()
  const first = await credentials.reveal('password')
  const close = page.getByRole('dialog').getByRole('button', { name: 'Close' }).last()
  await close.click()
  const name = `Alex-at-${ACCOUNT}`
  const box = credentials.box('HTTPS Git credentials for AWS CodeCommit')
  const actions = page.getByRole('button', { name: 'Actions for HTTPS Git credentials' })
  await box.getByRole('radio', { name: `Select credential ${name}` }).check()
  await actions.click()
  await page.getByRole('menuitem', { name: 'Reset password' }).click()
  expect(await credentials.reveal('password')).not.toBe(first)
  await close.click()
  await actions.click()
  await page.getByRole('menuitem', { name: 'Deactivate' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()
  await expect(box).toContainText('Inactive')
  await actions.click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('Credential deleted.')).toBeVisible()
})

test('an SSH key that is none is refused in its dialog', async ({ iam, page, u }) => {
  await u.start(admin)
  const credentials = await iam.user('Alex').credentials.open()
  await credentials.place('iam.user.uploadSshKey').click()
  const dialog = page.getByRole('dialog', { name: 'Upload SSH public key' })
  await dialog.getByRole('textbox').fill('ssh-rsa nonsense')
  await credentials.place('iam.uploadSshKey.submit').click()
  await expect(dialog).toContainText('The public key is not valid.')
})
