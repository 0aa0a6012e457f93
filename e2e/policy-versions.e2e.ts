import type { Page } from '@playwright/test'
import { expect, pb, test, Understudy } from './kit'
import { ACCOUNT, heading, statement } from './utils'

const POLICY = 'team-policy-001'
const ARN = `arn:aws:iam::${ACCOUNT}:policy/${POLICY}`
const versions = { scenario: 'busy', path: pb.policy(ARN, 'policy_versions') }

/** A second version, which is not the default. */
const addVersion = (page: Page) =>
  new Understudy(page).call(
    'iam:CreatePolicyVersion',
    {
      PolicyArn: ARN,
      PolicyDocument: JSON.stringify(statement({ Action: 'sqs:List*', Resource: '*' })),
    },
    'user/Admin'
  )

test('another version becomes the default', async ({ iam, page, u }) => {
  await u.start({ as: 'user/Admin', ...versions })
  await addVersion(page)
  const policy = iam.policy(ARN)
  await policy.versions.setDefault(2)
  await expect(page.getByText('Version v2 is now the default version.')).toBeVisible()
  await expect(policy.versions.row('Version 2 (Default)')).toBeVisible()
  await expect(policy.versions.row('Version 1')).toBeVisible()
  await policy.openTab('Permissions')
  await expect(page.getByText('SQS')).toBeVisible()
})

test('a version is compared with the default, line by line', async ({ iam, page, u }) => {
  await u.start({ as: 'user/Admin', ...versions })
  await addVersion(page)
  const dialog = await iam.policy(ARN).versions.compare(2)
  const changes = dialog.getByRole('region', { name: 'Changes' })
  await expect(changes.getByRole('insertion')).toContainText(['sqs:List*'])
  await expect(changes.getByRole('deletion').first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(dialog).toBeHidden()
})

test('a version is deleted, and the default is not', async ({ iam, page, u }) => {
  await u.start({ as: 'user/Admin', ...versions })
  await addVersion(page)
  const policy = iam.policy(ARN)
  await page.getByRole('radio', { name: 'Select version Version 1 (Default)' }).check()
  await expect(page.getByRole('button', { name: 'Set as default' })).toBeDisabled()
  await policy.versions.delete(2)
  await expect(page.getByText('Version v2 deleted.')).toBeVisible()
  await expect(policy.versions.row('Version 2')).toBeHidden()
  await expect(policy.versions.row('Version 1 (Default)')).toBeVisible()
})

test('an edited policy has another version, which may wait', async ({ iam, page, u }) => {
  await u.start({ as: 'user/Admin', scenario: 'busy' })
  const policy = iam.policy(ARN)
  await policy.edit(statement({ Action: 'sqs:List*', Resource: '*' }), { asDefault: false })
  await expect(page).toHaveFlash(`Policy ${POLICY} updated.`)
  await policy.versions.open()
  await expect(policy.versions.row('Version 1 (Default)')).toBeVisible()
  await expect(policy.versions.row('Version 2')).toBeVisible()
})

test('who may not choose or delete a version is told why', async ({ iam, page, u }) => {
  await u.start({ as: 'user/Stuart', ...versions })
  await addVersion(page)
  const { versions: list } = iam.policy(ARN)
  const dialog = page.getByRole('dialog')
  await list.setDefault(2)
  const why = await list.why('iam:SetDefaultPolicyVersion')
  await expect(why).toContainText('IAMReadOnlyAccess')
  await why.getByRole('button', { name: 'Close' }).first().click()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await list.delete(2)
  await expect(dialog).toContainText('iam:DeletePolicyVersion')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(list.row('Version 2')).toBeVisible()
  await expect(list.row('Version 1 (Default)')).toBeVisible()
})

test('a policy that is in use is deleted once its name was typed', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', scenario: 'busy', path: pb.policy(ARN) })
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Delete ${POLICY}?` })
  await expect(dialog).toContainText('The policy is in use')
  await expect(dialog).toContainText('team-001')
  const remove = dialog.getByRole('button', { name: 'Delete' })
  await expect(remove).toBeDisabled()
  await dialog.getByRole('textbox').fill(POLICY)
  await remove.click()
  await expect(page.getByText(`Policy ${POLICY} deleted.`)).toBeVisible()
  await expect(heading(page, 'Policies')).toBeVisible()
  await u.goTo(pb.group('team-001', 'permissions'))
  await expect(page.getByText('No policies are attached')).toBeVisible()
})

test('who may not delete a policy takes it from nobody', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', scenario: 'busy', path: pb.policy(ARN) })
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Delete ${POLICY}?` })
  await dialog.getByRole('textbox').fill(POLICY)
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog).toContainText(`Failed to delete policy ${POLICY}.`)
  const held = await u.call('iam:ListAttachedGroupPolicies', { GroupName: 'team-001' })
  expect(held).toMatchObject({ AttachedPolicies: [{ PolicyArn: ARN }] })
})
