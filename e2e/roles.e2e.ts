import { expect, pb, test } from './kit'
import { ACCOUNT, askWhy, expectProblem, heading, ROLE, row, statement } from './utils'

const withRole = { scenario: 'stuart-with-role' }

test('the list shows whom each role trusts, and finds a role by name', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Stuart', ...withRole, path: pb.roles() })
  await expect(row(page, 'BreakGlass')).toContainText(`arn:aws:iam::${ACCOUNT}:user/Admin`)
  await page.getByRole('searchbox').fill('s3full')
  await expect(row(page, ROLE)).toBeVisible()
  await expect(row(page, 'BreakGlass')).toBeHidden()
  await page.getByRole('searchbox').fill('nothing like it')
  await expect(page.getByText("We can't find a match.")).toBeVisible()
})

test('a long list comes in pages', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', scenario: 'busy', path: pb.roles() })
  await expect(heading(page, 'Roles')).toContainText('(322)')
  await expect(page.getByRole('rowheader')).toHaveCount(20)
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByRole('button', { name: 'Page 2 of all pages' })).toHaveAttribute(
    'aria-current',
    'true'
  )
})

test('a list is shown as its reader prefers, by keyboard', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', scenario: 'busy', path: pb.roles() })
  await page.getByRole('button', { name: 'Preferences' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Preferences' })
  await dialog.getByRole('radio', { name: '10 items' }).check()
  await dialog.getByRole('button', { name: 'Confirm' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('rowheader')).toHaveCount(10)
  await expect(page.getByRole('button', { name: 'Preferences' })).toBeFocused()
})

test('a refused list says what was refused, and why', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...withRole, via: `role/${ROLE}`, path: pb.roles() })
  const box = page.getByRole('table', { name: 'Roles' })
  await expect(box).toContainText('Access denied')
  await expect(box).toContainText("You don't have permission to iam:ListRoles")
  await expect(box).toContainText(
    `User: arn:aws:sts::${ACCOUNT}:assumed-role/${ROLE}/Stuart`
  )
  await expect(box).toContainText('Action: ListRoles')
  await expect(box).toContainText(
    'Context: no identity-based policy allows the iam:ListRoles action'
  )
  const why = await askWhy(page, 'iam:ListRoles')
  await expect(why).toContainText('AmazonS3FullAccess')
  await expect(why).toContainText('What would change it')
})

test('the role page shows its tabs, each with an address of its own', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Stuart', ...withRole, path: pb.role(ROLE) })
  await expect(row(page, 'AmazonS3FullAccess')).toContainText('AWS managed')
  await page.getByRole('tab', { name: 'Trust relationships' }).click()
  await expect(page).toHaveURL(/section=trust_relationships/)
  await expect(page.getByRole('region', { name: 'Trust policy' })).toContainText('Stuart')
  await page.getByRole('tab', { name: 'Tags' }).click()
  await expect(page.getByText('No tags associated with the resource.')).toBeVisible()
  await page.getByRole('tab', { name: 'Last Accessed' }).click()
  await expect(page.getByRole('heading', { name: 'Allowed services' })).toBeVisible()
  await page.getByRole('tab', { name: 'Revoke sessions' }).click()
  await expect(page.getByRole('region', { name: 'Revocation policy' })).toBeVisible()
})

test('a role’s services tell which of them it has used', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...withRole, via: `role/${ROLE}`, path: pb.buckets() })
  await u.as('user/Admin')
  await u.goTo(pb.role(ROLE, 'access_advisor'))
  const table = page.getByRole('table', { name: 'Allowed services' })
  const lambda = table.getByRole('row', { name: 'Amazon S3 Object Lambda' })
  await expect(lambda).toContainText('Not accessed in the tracking period')
  await expect(lambda.getByRole('link', { name: 'AmazonS3FullAccess' })).toBeVisible()
  await page.getByRole('button', { name: 'Filter by services access history' }).click()
  await page.getByRole('option', { name: 'Services accessed' }).click()
  await expect(table.getByRole('rowheader')).toHaveText(['Amazon S3'])
  await expect(table).toContainText('Less than a minute ago')
})

test('who may see a role and not what it has used is told why', async ({ page, u }) => {
  await u.start({ as: 'user/Alex', ...withRole })
  await u.call(
    'iam:PutUserPolicy',
    {
      UserName: 'Alex',
      PolicyName: 'SeeRoles',
      PolicyDocument: JSON.stringify(statement({ Action: 'iam:GetRole', Resource: '*' })),
    },
    'user/Admin'
  )
  await u.goTo(pb.role(ROLE, 'access_advisor'))
  const table = page.getByRole('table', { name: 'Allowed services' })
  await expect(table).toContainText(
    "You don't have permission to iam:GenerateServiceLastAccessedDetails"
  )
  const why = await askWhy(page, 'iam:GenerateServiceLastAccessedDetails')
  await expect(why).toContainText('SeeRoles')
})

test('a policy opens where it is listed', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...withRole, path: pb.role(ROLE) })
  await page.getByRole('button', { name: 'Expand AmazonS3FullAccess' }).click()
  const text = page.getByRole('region', { name: 'Policy AmazonS3FullAccess' })
  await expect(text).toContainText('"s3:*"')
  // as wide as the row, and nothing of the row lies on it
  expect((await text.boundingBox())?.width).toBeGreaterThan(500)
  await page.getByRole('button', { name: 'Copy Policy AmazonS3FullAccess' }).click()
})

test('a role that is not there is said so', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...withRole, path: pb.role('Nobody') })
  await expect(heading(page, 'Not found')).toBeVisible()
  await expect(page.getByText('The role with name Nobody cannot be found.')).toBeVisible()
})

test('description and session duration are edited together', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...withRole, path: pb.role(ROLE) })
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Edit ${ROLE}` })
  await dialog.getByLabel('Description').fill('For holidays')
  await dialog.getByRole('button', { name: 'Maximum session duration' }).click()
  await page.getByRole('option', { name: '4 hours' }).click()
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText(`Role ${ROLE} updated.`)).toBeVisible()
  await expect(page.getByText('For holidays')).toBeVisible()
  await expect(page.getByText('4 hours')).toBeVisible()
})

test('policies are attached and removed', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...withRole, path: pb.role(ROLE) })
  await page.getByRole('button', { name: 'Add permissions' }).click()
  await page.getByRole('menuitem', { name: 'Attach policies' }).click()
  await expect(heading(page, `Attach policy to ${ROLE}`)).toBeVisible()
  await page.getByRole('searchbox').fill('AmazonSQSReadOnly')
  await page
    .getByRole('checkbox', { name: 'Select policy AmazonSQSReadOnlyAccess' })
    .check()
  await page.getByRole('button', { name: 'Add permissions' }).click()
  await expect(page.getByText('Policy was successfully attached to role.')).toBeVisible()
  await expect(row(page, 'AmazonSQSReadOnlyAccess')).toBeVisible()

  await page
    .getByRole('checkbox', { name: 'Select policy AmazonSQSReadOnlyAccess' })
    .check()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByRole('button', { name: 'Remove policy' }).click()
  await expect(page.getByText('1 policy removed')).toBeVisible()
  await expect(row(page, 'AmazonSQSReadOnlyAccess')).toBeHidden()
})

test('who may not attach is told so, and the role stays as it was', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...withRole, path: pb.roleAttachPolicies(ROLE) })
  await page.getByRole('searchbox').fill('AdministratorAccess')
  await page
    .getByRole('checkbox', { name: 'Select policy AdministratorAccess', exact: true })
    .check()
  await page.getByRole('button', { name: 'Add permissions' }).click()
  await expect(page.getByText('Failed to attach the policy.')).toBeVisible()
  const why = await askWhy(page, 'iam:AttachRolePolicy')
  await expect(why).toContainText('IAMReadOnlyAccess')
})

test('a boundary is set and taken away', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...withRole, path: pb.role(ROLE) })
  await page.getByRole('button', { name: 'Set permissions boundary' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set permissions boundary' })
  await dialog.getByRole('searchbox').fill('AmazonS3ReadOnly')
  await dialog.getByRole('radio', { name: 'Select policy AmazonS3ReadOnlyAccess' }).check()
  await dialog.getByRole('button', { name: 'Set boundary' }).click()
  await expect(page.getByText('Permissions boundary (set)')).toBeVisible()
  await page.getByRole('button', { name: 'Remove boundary' }).click()
  const question = page.getByRole('dialog', { name: 'Remove permissions boundary?' })
  await question.getByRole('button', { name: 'Remove boundary' }).click()
  await expect(page.getByText('Permissions boundary (not set)')).toBeVisible()
})

test('tags are added, and a reserved key is refused beside the field', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', ...withRole, path: pb.role(ROLE, 'tags') })
  await page.getByRole('button', { name: 'Manage tags' }).click()
  await page.getByRole('button', { name: 'Add new tag' }).click()
  const key = page.getByRole('textbox', { name: 'Key' })
  await key.fill('aws:team')
  await expectProblem(key, 'A key cannot start with aws:')
  await key.fill('team')
  await page.getByRole('textbox', { name: 'Value - optional' }).fill('games')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(row(page, 'team')).toContainText('games')
})

test('a role is deleted once its name was typed', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...withRole, path: pb.role(ROLE) })
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Delete ${ROLE}?` })
  const remove = dialog.getByRole('button', { name: 'Delete' })
  await dialog.getByRole('textbox').fill(ROLE.toLowerCase())
  await expect(remove).toBeDisabled()
  await dialog.getByRole('textbox').fill(ROLE)
  await remove.click()
  await expect(page.getByText(`Role ${ROLE} deleted.`)).toBeVisible()
  await expect(row(page, 'BreakGlass')).toBeVisible()
  await expect(row(page, ROLE)).toBeHidden()
})

test('who may not delete a role is told so, and it stays', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...withRole, path: pb.roles() })
  await page.getByRole('checkbox', { name: 'Select role BreakGlass' }).check()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('BreakGlass')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog).toContainText('Failed to delete role BreakGlass.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(row(page, 'BreakGlass')).toBeVisible()
})

test('revoking sessions shuts out whoever holds the role now', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...withRole, path: pb.role(ROLE, 'revoke_sessions') })
  await page.getByRole('button', { name: 'Revoke active sessions' }).click()
  const dialog = page.getByRole('dialog', { name: 'Revoke active sessions' })
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Revoke active sessions' }).click()
  await expect(page.getByText(`Active sessions of role ${ROLE} revoked.`)).toBeVisible()
  await page.getByRole('tab', { name: 'Permissions' }).click()
  await expect(row(page, 'AWSRevokeOlderSessions')).toBeVisible()
})
