/** Permissions policies that are made, changed and looked at in the visual editor. */
import { expect, pb, PolicyEditor, test, VisualEditor } from './kit'
import { askWhy, statement } from './utils'

const BUCKET = 'arn:aws:s3:::team-photos'

test('a policy is made of blocks alone, and decides as they say', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.policyCreate() })
  const editor = new VisualEditor(page)
  await editor.show()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByRole('alert')).toHaveText('Permissions 1: Choose a service.')
  const block = editor.block()
  await block.chooseService('S3')
  await block.chooseActions('ListBucket', 'GetObject')
  await expect(block.group).toContainText(
    'Specify object resource ARN for the GetObject action.'
  )
  await block.addArn('bucket', BUCKET)
  await block.addArn('object', `${BUCKET}/*`)
  await expect(block.group).not.toContainText('Specify object resource ARN')
  await block.requireMfa()
  await expect(page).toHaveNoA11yViolations()
  await editor.showJson()
  await expect(page.getByRole('tab', { name: 'Errors: 0', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('Policy name').fill('SeePhotos')
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expect(page).toHaveFlash('Policy SeePhotos created.')

  const PolicyArn = 'arn:aws:iam::111122223333:policy/SeePhotos'
  await u.call('iam:AttachUserPolicy', { UserName: 'Alex', PolicyArn })
  const withMfa = { 'aws:MultiFactorAuthPresent': 'true' }
  const without = { 'aws:MultiFactorAuthPresent': 'false' }
  const photo = `${BUCKET}/cat.txt`
  await expect(u).toAllow('user/Alex', 's3:GetObject', photo, withMfa)
  await expect(u).toAllow('user/Alex', 's3:ListBucket', BUCKET, withMfa)
  await expect(u).toDeny('user/Alex', 's3:GetObject', photo, without)
  await expect(u).toDeny('user/Alex', 's3:PutObject', photo, withMfa)
  await expect(u).toDeny('user/Alex', 's3:GetObject', 'arn:aws:s3:::other/x', withMfa)
})

test('blocks keep what they cannot show, and text that is no JSON stays text', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', path: pb.userCreatePolicy('Stuart') })
  const text = new PolicyEditor(page, 'Policy')
  const editor = new VisualEditor(page)
  await text.write('{ "Version": ')
  await editor.show()
  await expect(page.getByRole('alert')).toContainText('Fix the JSON syntax error at line 1')
  await text.write({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['s3:Get*', 'sqs:SendMessage'], Resource: '*' },
      { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' },
    ],
  })
  await expect(page.getByRole('alert')).toBeHidden()
  await editor.show()
  await expect(editor.block(1).group).toContainText('All S3 actions')
  await expect(editor.block(2).group).toContainText('SQS')
  await expect(page.getByText('It uses NotAction.')).toBeVisible()
  await editor.block(2).deny()
  await page.getByRole('button', { name: 'Duplicate permissions 1: S3' }).click()
  await page.getByRole('button', { name: 'Remove permissions 1: S3' }).click()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('Policy name').fill('Mixed')
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expect(page).toHaveFlash('Policy Mixed created.')
  const answer = await u.call<{ PolicyDocument: string }>('iam:GetUserPolicy', {
    UserName: 'Stuart',
    PolicyName: 'Mixed',
  })
  expect(JSON.parse(decodeURIComponent(answer.PolicyDocument))).toEqual({
    Version: '2012-10-17',
    Statement: [
      { Sid: 'VisualEditor0', Effect: 'Allow', Action: 's3:Get*', Resource: '*' },
      { Sid: 'VisualEditor1', Effect: 'Deny', Action: 'sqs:SendMessage', Resource: '*' },
      { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' },
    ],
  })
})

test('another policy is imported, and a template is made', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.policyCreate() })
  const editor = new VisualEditor(page)
  await new PolicyEditor(page, 'Policy').write(
    statement({ Action: 'sqs:*', Resource: '*' })
  )
  await editor.import('AmazonS3ReadOnlyAccess')
  await editor.show()
  await expect(editor.block(1).group).toContainText('All SQS actions')
  await expect(editor.block(2).group).toContainText('s3:*')
  await editor.choose('Generate CloudFormation template')
  const template = page.getByRole('region', { name: 'Template' })
  await expect(template).toContainText('Type: AWS::IAM::ManagedPolicy')
  await expect(template).toContainText('- "s3:Get*"')
})

test('who may not list policies imports none', async ({ page, u }) => {
  await u.start({ as: 'user/Alex', path: pb.policyCreate() })
  await new VisualEditor(page).choose('Import policy')
  await expect(page.getByRole('button', { name: 'Import policy' })).toBeDisabled()
  await askWhy(page, 'iam:ListPolicies')
})
