/** The JSON editor's panel for one statement, its completion and its findings. */
import { expect, PolicyEditor, pb, test } from './kit'
import { ROLE, statement } from './utils'

const inline = { scenario: 'stuart-with-role', path: pb.userInlinePolicy('Robot') }

test('a policy is written with the panel alone, and decides', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', scenario: 'stuart-with-role' })
  await u.call('iam:CreateUser', { UserName: 'Robot' })
  await u.goTo(inline.path)
  const editor = new PolicyEditor(page, 'Policy')
  await editor.selectStatement('Statement1')
  await editor.addAction('s3:GetObject')
  await editor.addAction('s3:ListBucket')
  await editor.addResource('arn:aws:s3:::team-photos', { service: 's3', type: 'bucket' })
  await editor.addResource('arn:aws:s3:::team-photos/*')
  await editor.addCondition('aws:SecureTransport', 'true')
  await expect(editor.findings('Errors')).toHaveText('Errors: 0')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('Policy name').fill('SeePhotos')
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expect(page).toHaveFlash('Policy SeePhotos created.')
  await expect(u).toAllow('user/Robot', 's3:GetObject', 'arn:aws:s3:::team-photos/cat.txt')
})

test('every change can be taken back, and other text stays', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...inline })
  const editor = new PolicyEditor(page, 'Policy')
  await editor.write('{"Statement": {"Effect":   "Deny", "Action": "s3:*"}}')
  await editor.addAction('s3:*')
})

test('what can be written is offered while one writes', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...inline })
  const editor = new PolicyEditor(page, 'Policy')
  await editor.write('{"Statement": [{"Effect": "Allow", "Action": ')
  await page.keyboard.type('"s3:getobjectt')
  await expect(page.getByRole('option', { name: /s3:GetObjectTagging/ })).toBeVisible()
})
