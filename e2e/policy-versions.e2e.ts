import type { Page } from '@playwright/test'
import { expect, pb, test, Understudy } from './kit'
import { ACCOUNT, askWhy, heading, row, statement } from './utils'

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

async function chooseVersion(page: Page, id: number, button: string) {
  await page.getByRole('radio', { name: `Select version Version ${id}` }).check()
  await page.getByRole('button', { name: button, exact: true }).last().click()
  return page.getByRole('dialog')
}

test('another version becomes the default', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...versions })
  await addVersion(page)
  const dialog = await chooseVersion(page, 2, 'Set as default')
  await dialog.getByRole('button', { name: 'Set as default' }).click()
  await expect(page.getByText('Version v2 is now the default version.')).toBeVisible()
  await expect(row(page, 'Version 2 (Default)')).toBeVisible()
  await expect(row(page, 'Version 1')).toBeVisible()
  await page.getByRole('tab', { name: 'Permissions' }).click()
  await expect(page.getByText('SQS')).toBeVisible()
})

test('a version is deleted, and the default is not', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...versions })
  await addVersion(page)
  await page.getByRole('radio', { name: 'Select version Version 1 (Default)' }).check()
  await expect(page.getByRole('button', { name: 'Set as default' })).toBeDisabled()
  const dialog = await chooseVersion(page, 2, 'Delete')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('Version v2 deleted.')).toBeVisible()
  await expect(row(page, 'Version 2')).toBeHidden()
  await expect(row(page, 'Version 1 (Default)')).toBeVisible()
})

test('who may not choose or delete a version is told why', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...versions })
  await addVersion(page)
  const dialog = await chooseVersion(page, 2, 'Set as default')
  await dialog.getByRole('button', { name: 'Set as default' }).click()
  const why = await askWhy(page, 'iam:SetDefaultPolicyVersion')
  await expect(why).toContainText('IAMReadOnlyAccess')
  await why.getByRole('button', { name: 'Close' }).first().click()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await chooseVersion(page, 2, 'Delete')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog).toContainText('iam:DeletePolicyVersion')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(row(page, 'Version 2')).toBeVisible()
  await expect(row(page, 'Version 1 (Default)')).toBeVisible()
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
