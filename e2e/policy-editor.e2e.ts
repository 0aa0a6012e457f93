/** Customer managed policies: made, and changed by a new version. */
import { expect, PolicyEditor, pb, test } from './kit'
import { ACCOUNT, askWhy, expectProblem, heading, row, statement } from './utils'

const POLICY = 'team-policy-001'
const ARN = `arn:aws:iam::${ACCOUNT}:policy/${POLICY}`
const document = statement({ Action: 's3:List*', Resource: '*' })

test('a policy is written, named, tagged and found in the list', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.policies() })
  await page.getByRole('link', { name: 'Create policy' }).click()
  await new PolicyEditor(page, 'Policy').write(document)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('Policy name').fill('See buckets')
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expectProblem(page.getByLabel('Policy name'), 'invalid characters')
  await page.getByLabel('Policy name').fill('SeeBuckets')
  await page.getByLabel('Description - optional').fill('For those who count buckets')
  await page.getByRole('button', { name: 'Add new tag' }).click()
  await page.getByRole('textbox', { name: 'Key' }).fill('team')
  await page.getByRole('textbox', { name: 'Value - optional' }).fill('games')
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expect(page).toHaveFlash('Policy SeeBuckets created.')
  await page.getByRole('link', { name: 'View policy' }).click()
  await expect(heading(page, 'SeeBuckets')).toBeVisible()
  await expect(page.getByText('For those who count buckets')).toBeVisible()
  await expect(u).toHave('policy/SeeBuckets', { Tags: [{ Key: 'team', Value: 'games' }] })
})

test('an inline policy is changed where it is, and shares the room with the others', async ({
  iam,
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin' })
  const input = { UserName: 'Stuart', PolicyDocument: JSON.stringify(document) }
  await u.call('iam:PutUserPolicy', { ...input, PolicyName: 'Buckets' })
  await u.call('iam:PutUserPolicy', { ...input, PolicyName: 'Other' })
  await u.goTo(pb.user('Stuart'))
  await page.getByRole('button', { name: 'Expand Buckets' }).click()
  await page.getByRole('link', { name: 'Edit Buckets' }).click()
  await expect(heading(page, 'Modify permissions in Buckets')).toBeVisible()
  const left = 2048 - 2 * JSON.stringify(document).length
  await expect(page.getByText(`${left} of 2048 characters remaining`)).toBeVisible()

  const more = statement({ Action: 's3:*', Resource: '*' })
  await iam.user('Stuart').editInlinePolicy('Buckets', more)
  await expect(page).toHaveFlash('Policy Buckets updated.')
  await expect(u).toAllow('user/Stuart', 's3:CreateBucket')

  await u.goTo(pb.userEditPolicy('Stuart', 'Nowhere'))
  await expect(
    page.getByText('The user policy with name Nowhere cannot be found.')
  ).toBeVisible()
})

test('a policy that IAM would refuse goes no further, and is not lost', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', path: pb.policyCreate() })
  const editor = new PolicyEditor(page, 'Policy')
  await editor.write(statement({ Action: 's3:List*' }))
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByText('Policy statement must contain resources.')).toBeVisible()
  await expect(heading(page, 'Specify permissions')).toBeVisible()
})

test('who may not create a policy is told why', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', path: pb.policyCreate() })
  await new PolicyEditor(page, 'Policy').write(document)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('Policy name').fill('SeeBuckets')
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expect(page.getByText('Failed to create policy SeeBuckets.')).toBeVisible()
  await askWhy(page, 'iam:CreatePolicy')
})

test('a name that is taken is refused by the service', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', scenario: 'busy', path: pb.policyCreate() })
  await new PolicyEditor(page, 'Policy').write(document)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('Policy name').fill(POLICY)
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expect(
    page.getByText(
      `A policy called ${POLICY} already exists. Duplicate names are not allowed.`
    )
  ).toBeVisible()
})

test('an edit is a new version, which becomes the default', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', scenario: 'busy', path: pb.policy(ARN) })
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await expect(heading(page, `Modify permissions in ${POLICY}`)).toBeVisible()
  await new PolicyEditor(page, 'Policy').write(
    statement({ Action: 'sqs:*', Resource: '*' })
  )
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page).toHaveFlash(`Policy ${POLICY} updated.`)
  await page.getByRole('tab', { name: 'Policy versions' }).click()
  await expect(row(page, 'Version 2 (Default)')).toBeVisible()
})

test('a sixth version takes the place of the oldest that is not the default', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', scenario: 'busy' })
  const PolicyDocument = JSON.stringify(document)
  for (let version = 2; version <= 5; version++) {
    await u.call('iam:CreatePolicyVersion', { PolicyArn: ARN, PolicyDocument })
  }
  await u.goTo(pb.policyEdit(ARN))
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(
    page.getByText('deletes the oldest that is not the default, v2')
  ).toBeVisible()
  await page
    .getByRole('checkbox', { name: 'Set this new version as the default.' })
    .uncheck()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await u.goTo(pb.policy(ARN, 'policy_versions'))
  await expect(row(page, 'Version 6')).toBeVisible()
  await expect(row(page, 'Version 2')).toBeHidden()
  await expect(row(page, 'Version 1 (Default)')).toBeVisible()
})
