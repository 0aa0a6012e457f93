import { expect, pb, test } from './kit'
import {
  ACCOUNT,
  askWhy,
  expectProblem,
  heading,
  row,
  statement,
  writePolicy,
} from './utils'

const withRole = { scenario: 'stuart-with-role' }

test('the list shows the users, and each has a page', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', path: pb.users() })
  await expect(row(page, 'Alex')).toBeVisible()
  await page.getByRole('link', { name: 'Stuart', exact: true }).click()
  await expect(heading(page, 'Stuart')).toBeVisible()
  await expect(page.getByText(`arn:aws:iam::${ACCOUNT}:user/Stuart`)).toBeVisible()
  await expect(row(page, 'IAMReadOnlyAccess')).toContainText('Directly')
})

test('a list of users that is refused says so', async ({ page, u }) => {
  await u.start({ as: 'user/Alex', path: pb.users() })
  await expect(page.getByText("You don't have permission to iam:ListUsers")).toBeVisible()
  const why = await askWhy(page, 'iam:ListUsers')
  await expect(why).toContainText('AssumeAnyRole')
})

test('a new user without console access appears in the list', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.userCreate() })
  const name = page.getByLabel('User name')
  await name.fill('Robot One')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await name.fill('RobotOne')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('radio', { name: 'Attach policies directly' }).check()
  await page.getByRole('searchbox').fill('AmazonS3ReadOnly')
  await page.getByRole('checkbox', { name: 'Select policy AmazonS3ReadOnlyAccess' }).check()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'Create user' }).click()
  await expect(page.getByText('User created successfully')).toBeVisible()
  await page.getByRole('link', { name: 'RobotOne', exact: true }).click()
  await expect(row(page, 'AmazonS3ReadOnlyAccess')).toBeVisible()
})

test('a group that is missing is made on the way, and nothing typed is lost', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', path: pb.userCreate() })
  await page.getByLabel('User name').fill('Rosa')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByText('Get started with groups')).toBeVisible()
  await page.getByRole('button', { name: 'Create group' }).click()
  const dialog = page.getByRole('dialog', { name: 'Create user group' })
  await dialog.getByRole('button', { name: 'Create user group' }).click()
  await expectProblem(dialog.getByLabel('User group name'), 'required')
  await expect(dialog.getByLabel('User group name')).toBeFocused()
  await dialog.getByLabel('User group name').fill('Players')
  await dialog.getByRole('searchbox').fill('AmazonS3ReadOnly')
  await dialog.getByRole('checkbox', { name: 'Select policy AmazonS3ReadOnly' }).check()
  await dialog.getByRole('button', { name: 'Create user group' }).click()
  await expect(page.getByRole('checkbox', { name: 'Select group Players' })).toBeChecked()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'Create user' }).click()
  await expect(page).toHaveFlash('User created successfully')
  await expect(u).toAllow('user/Rosa', 's3:ListAllMyBuckets')
})

test('who may not create a user is told why', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', path: pb.userCreate() })
  await page.getByLabel('User name').fill('Robot')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'Create user' }).click()
  await expect(page.getByText('Failed to create user Robot.')).toBeVisible()
  await expect(await askWhy(page, 'iam:CreateUser')).toContainText('IAMReadOnlyAccess')
})

test('a policy is added to a user directly', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.userAddPermissions('Stuart') })
  await page.getByRole('radio', { name: 'Attach policies directly' }).check()
  await page.getByRole('searchbox').fill('AmazonSQSReadOnly')
  await page
    .getByRole('checkbox', { name: 'Select policy AmazonSQSReadOnlyAccess' })
    .check()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'Add permissions', exact: true }).click()
  await expect(heading(page, 'Stuart')).toBeVisible()
  await expect(row(page, 'AmazonSQSReadOnlyAccess')).toBeVisible()
})

test('an inline policy that IAM would refuse goes no further', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.userCreatePolicy('Stuart') })
  await writePolicy(page, 'Policy', statement({ Action: 'sts:AssumeRole' }))
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByText('Policy statement must contain resources.')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Errors: 1' })).toBeVisible()
})

test('an action that IAM does not know is found, and taken all the same', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', path: pb.userCreatePolicy('Stuart') })
  await writePolicy(page, 'Policy', statement({ Action: 's3:ListBuckets', Resource: '*' }))
  await expect(page.getByRole('tab', { name: 'Errors: 1' })).toBeVisible()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(heading(page, 'Review and create')).toBeVisible()
})

test('an inline policy needs a name that IAM takes', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.userCreatePolicy('Stuart') })
  await writePolicy(page, 'Policy', statement({ Action: 's3:List*', Resource: '*' }))
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('Policy name').fill('See buckets')
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expectProblem(page.getByLabel('Policy name'), 'invalid characters')
})

test('who may not write an inline policy is told why', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', path: pb.userCreatePolicy('Stuart') })
  await writePolicy(page, 'Policy', statement({ Action: '*', Resource: '*' }))
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('Policy name').fill('Everything')
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expect(page.getByText('Failed to create policy Everything.')).toBeVisible()
  await expect(await askWhy(page, 'iam:PutUserPolicy')).toContainText('user Stuart')
})

test('a policy is taken from a user', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...withRole, path: pb.user('Stuart') })
  await page.getByRole('checkbox', { name: 'Select policy AssumeRoleS3' }).check()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByRole('button', { name: 'Remove policy' }).click()
  await expect(page.getByText('1 policy removed')).toBeVisible()
  await expect(row(page, 'AssumeRoleS3')).toBeHidden()
})

test('a user is deleted once the name was typed', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.users() })
  await page.getByRole('checkbox', { name: 'Select user Alex' }).check()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Alex')
  await dialog.getByRole('button', { name: 'Delete user' }).click()
  await expect(row(page, 'Alex')).toBeHidden()
  await expect(row(page, 'Stuart')).toBeVisible()
})
