/** The JSON editor's panel for one statement, what it offers to write, and its findings. */
import type { Page } from '@playwright/test'
import { expect, PolicyEditor, pb, test } from './kit'
import { ACCOUNT, ROLE } from './utils'

const inline = { scenario: 'stuart-with-role', path: pb.userCreatePolicy('Stuart') }
const USER = `arn:aws:iam::${ACCOUNT}:user/Stuart`

/** The text as it is, line by line. */
const linesOf = (page: Page) => page.locator('.ace_editor:not(.ace_autocomplete) .ace_line')

test('a policy is written with the panel alone, and decides', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...inline })
  const editor = new PolicyEditor(page, 'Policy')
  await editor.selectStatement('Statement1')
  await editor.addAction('s3:GetObject')
  await editor.addAction('s3:ListBucket')
  await editor.addResource('arn:aws:s3:::team-photos', { service: 'S3', type: 'bucket' })
  await editor.addResource('arn:aws:s3:::team-photos/*')
  await editor.addCondition('aws:SecureTransport', 'true')
  await expect(editor.findings('Errors')).toHaveText('Errors: 0')
  await expect(page).toHaveNoA11yViolations()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('Policy name').fill('SeePhotos')
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expect(page).toHaveFlash('Policy SeePhotos created.')
  const photo = ['user/Stuart', 's3:GetObject', 'arn:aws:s3:::team-photos/cat.txt'] as const
  await expect(u).toAllow(...photo, { 'aws:SecureTransport': 'true' })
  await expect(u).toDeny(...photo, { 'aws:SecureTransport': 'false' })
})

test('the panel keeps the text around a change, and each can be undone', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', ...inline })
  const editor = new PolicyEditor(page, 'Policy')
  const text = '{"Statement": {"Effect":   "Deny", "Action": "s3:GetObject"}}'
  await editor.write(text)
  await editor.selectStatement('Deny')
  await editor.addAction('s3:*')
  await expect(linesOf(page)).toHaveText([text.replace('"s3:GetObject"', '["s3:*"]')])
  await editor.text.focus()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(linesOf(page)).toHaveText([text])
  await editor.format()
  await expect(linesOf(page)).toHaveCount(6)
  await editor.panel.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(editor.panel.getByText('Select a statement')).toBeVisible()
})

test('actions are offered while one writes, and a finding leads to its line', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', ...inline })
  const editor = new PolicyEditor(page, 'Policy')
  await editor.write('{\n"Statement": {"Effect": "Allow", "Resource": "*",\n"Action": ')
  await page.keyboard.type('"s3:getobjecttag')
  await expect(
    page.getByRole('menuitem', { name: 's3:GetObjectTagging, Read' })
  ).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type(', "Nothing": 1}}')
  await expect(linesOf(page).last()).toContainText(
    '"Action": "s3:GetObjectTagging", "Nothing": 1}}'
  )
  await editor.findings('Errors').click()
  await page
    .getByRole('button', { name: /^Ln 3, Col \d+$/ })
    .first()
    .click()
  await expect(editor.text).toBeFocused()
  await expect(
    editor.panel.getByRole('heading', { name: 'Edit statement Statement 1' })
  ).toBeVisible()
})

test('whom a role trusts is chosen in the panel', async ({ page, u }) => {
  const path = pb.roleTrustPolicyEdit(ROLE)
  await u.start({ as: 'user/Admin', scenario: 'stuart-with-role', path })
  const editor = new PolicyEditor(page, 'Trust policy')
  await editor.addStatement()
  await editor.addAction('sts:AssumeRole')
  await editor.addPrincipal('IAM users', `arn:aws:iam::${ACCOUNT}:user/Admin`)
  await editor.addPrincipal('AWS services', 'ec2.amazonaws.com')
  await page.getByRole('button', { name: 'Update policy' }).click()
  await expect(page).toHaveFlash('Trust policy updated.')
  const trust = page.getByRole('region', { name: 'Trust policy' })
  await expect(trust).toContainText('"ec2.amazonaws.com"')
  await expect(trust).toContainText(USER)
})
