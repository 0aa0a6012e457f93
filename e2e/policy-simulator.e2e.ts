import { expect, test } from './kit'
import { ACCOUNT, ROLE, statement } from './utils'

test.use({ scenario: 'stuart-with-role', as: 'user/Admin' })

const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/${ROLE}`
const UserName = 'Stuart'

test('what a user may do, and what is left once a policy is left out', async ({
  iam,
  page,
}) => {
  const simulator = await iam.policySimulator.open()
  await simulator.choose('user', 'Stuart')
  await simulator.addActions('iam:ListUsers', 's3:GetObject')
  await simulator.run()
  await expect(simulator.result('ListUsers')).toContainText('1 matching statement.')
  await expect(simulator.result('GetObject')).toContainText(
    'Implicitly denied (no matching statements).'
  )
  await expect(page.getByText('Actions 2, allowed 1, denied 1')).toBeVisible()
  const detail = await simulator.expand('ListUsers')
  await expect(detail.getByText('iam:List*')).toBeVisible()

  await simulator.leaveOut('IAMReadOnlyAccess')
  await expect(page.getByText('have changed since these results')).toBeVisible()
  await simulator.run()
  await expect(simulator.result('ListUsers')).toContainText('denied')
  await expect(page.getByText('PolicyExclusionList')).toBeVisible()
})

test('a policy is edited for the simulation alone', async ({ iam, page, u }) => {
  const PolicyDocument = JSON.stringify(
    statement({ Effect: 'Deny', Action: 'iam:ListUsers', Resource: '*' })
  )
  await u.start()
  await u.call('iam:PutUserPolicy', { UserName, PolicyName: 'NoList', PolicyDocument })
  const simulator = await iam.policySimulator
    .with({ user: 'Stuart', actions: 'iam:ListUsers' })
    .open()
  await simulator.run()
  await expect(simulator.result('ListUsers')).toContainText(
    'Explicitly denied (1 matching statement).'
  )
  await simulator.edit('NoList', statement({ Action: 's3:*', Resource: '*' }))
  await simulator.run()
  await expect(simulator.result('ListUsers')).toContainText('allowed')
  await expect(page.getByText('Edited', { exact: true })).toBeVisible()
  await expect(u).toDeny('user/Stuart', 'iam:ListUsers')
})

test('a new policy asks for MFA, and is told of it', async ({ iam, page }) => {
  const simulator = await iam.policySimulator.with({ mode: 'new' }).open()
  await simulator.write(
    statement({
      Action: 'ec2:StopInstances',
      Resource: '*',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    })
  )
  await simulator.addActions('ec2:StopInstances')
  await simulator.run()
  const detail = await simulator.expand('StopInstances')
  await expect(detail).toContainText('Missing context values: aws:MultiFactorAuthPresent')
  await simulator.setTruth('aws:MultiFactorAuthPresent', 'true')
  await simulator.run()
  await expect(simulator.result('StopInstances')).toContainText('allowed')
  await expect(page.getByText('iam:SimulateCustomPolicy')).toBeVisible()
})

test('a role that does not trust is not assumed, whatever is simulated', async ({
  iam,
}) => {
  const form = { user: 'Alex', actions: 'sts:AssumeRole', resource: ROLE_ARN }
  const simulator = await iam.policySimulator.with(form).open()
  await simulator.run()
  await expect(simulator.result('AssumeRole')).toContainText('allowed')
  const detail = await simulator.expand('AssumeRole')
  await expect(detail).toContainText('The role would not be assumed')
  await expect(detail).toContainText('The trust policy does not let the caller in.')

  await iam.policySimulator.with({ ...form, user: 'Stuart' }).open()
  await simulator.run()
  await expect(simulator.result('AssumeRole')).toContainText('allowed')
  await expect(await simulator.expand('AssumeRole')).toContainText(
    'The role would be assumed'
  )
})

test('a bucket policy is read, and counts', async ({ iam, u }) => {
  const Bucket = 'finance-reports'
  const Policy = JSON.stringify(
    statement({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${Bucket}/*`,
    })
  )
  await u.start()
  await u.call('s3:PutBucketPolicy', { Bucket, Policy })
  const resource = `arn:aws:s3:::${Bucket}/readme.txt`
  const form = { user: 'Admin', actions: 's3:GetObject', resource }
  const simulator = await iam.policySimulator.with(form).open()
  await simulator.run()
  await expect(simulator.result('GetObject')).toContainText('allowed')
  await simulator.useResourcePolicy()
  await simulator.run()
  await expect(simulator.result('GetObject')).toContainText('Explicitly denied')
  const detail = await simulator.expand('GetObject')
  await expect(detail.getByRole('region', { name: /of Resource policy/ })).toBeVisible()
})

test('the buttons on the pages of IAM lead here', async ({ iam, page }) => {
  await iam.user('Stuart').open()
  await page.getByRole('link', { name: 'Simulate' }).click()
  await expect(iam.policySimulator.heading).toHaveText('IAM Policy Simulator')
  await expect(iam.policySimulator.policy('IAMReadOnlyAccess')).toBeChecked()
})

test('who may not ask is told so, and keeps what was chosen', async ({ iam, u }) => {
  await u.start({ as: 'user/Alex' })
  const simulator = await iam.policySimulator.open()
  await expect(simulator.error).toContainText("You don't have permission to iam:ListUsers")
  await simulator.chooseMode('New Policy')
  await simulator.write(statement({ Action: 's3:*', Resource: '*' }))
  await simulator.addActions('s3:GetObject')
  await simulator.run()
  await simulator.why('iam:SimulateCustomPolicy')
  await expect(simulator.result('GetObject')).toContainText('Not simulated')
})
