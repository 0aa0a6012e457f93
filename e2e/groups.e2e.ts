import type { Page } from '@playwright/test'
import { expect, pb, test, Understudy } from './kit'
import { askWhy, heading, row, statement, writePolicy } from './utils'

const withRole = { scenario: 'stuart-with-role' }

/** A group with Alex in it. */
async function openPlayers(page: Page, address = pb.group('Players')) {
  const u = new Understudy(page)
  await u.call('iam:CreateGroup', { GroupName: 'Players' }, 'user/Admin')
  await u.call(
    'iam:AddUserToGroup',
    { GroupName: 'Players', UserName: 'Alex' },
    'user/Admin'
  )
  await u.goTo(address)
}

test('a user comes into a group, and leaves it', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...withRole })
  await openPlayers(page)
  await page.getByRole('button', { name: 'Add users' }).click()
  const add = page.getByRole('dialog', { name: 'Add users to Players' })
  await add.getByRole('checkbox', { name: 'Select user Stuart' }).check()
  await expect(add.getByRole('checkbox', { name: 'Select user Alex' })).toBeHidden()
  await add.getByRole('button', { name: 'Add users' }).click()
  await expect(page.getByText('1 user added to this group.')).toBeVisible()
  await expect(row(page, 'Stuart')).toBeVisible()

  await page.getByRole('checkbox', { name: 'Select user Alex' }).check()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  const remove = page.getByRole('dialog', { name: 'Remove users from this group?' })
  await remove.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('1 user removed from this group.')).toBeVisible()
  await expect(row(page, 'Alex')).toBeHidden()
})

test('who may not change the members is told why', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...withRole })
  await openPlayers(page)
  await page.getByRole('checkbox', { name: 'Select user Alex' }).check()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(dialog).toContainText('Failed to remove users from Players.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Add users' }).click()
  await dialog.getByRole('checkbox', { name: 'Select user Stuart' }).check()
  await dialog.getByRole('button', { name: 'Add users' }).click()
  await expect(dialog).toContainText('Failed to add users to Players.')
  const why = await askWhy(page, 'iam:AddUserToGroup')
  await expect(why).toContainText('IAMReadOnlyAccess')
})

test('a group is renamed, and keeps its members', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...withRole })
  await openPlayers(page)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit Players' })
  await dialog.getByLabel('User group name').fill('Testers')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('User group renamed to Testers.')).toBeVisible()
  await expect(heading(page, 'Testers')).toBeVisible()
  await expect(row(page, 'Alex')).toBeVisible()
})

test('who may not rename a group is told why', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...withRole })
  await openPlayers(page)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit Players' })
  await dialog.getByLabel('User group name').fill('Testers')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog).toContainText('Failed to rename user group Players.')
  const why = await askWhy(page, 'iam:UpdateGroup')
  await expect(why).toContainText('IAMReadOnlyAccess')
})

test("a policy on a group is among its members' policies", async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...withRole })
  await openPlayers(page, pb.group('Players', 'permissions'))
  await page.getByRole('button', { name: 'Add permissions' }).click()
  await page.getByRole('menuitem', { name: 'Attach policies' }).click()
  await expect(heading(page, 'Attach permission policies to Players')).toBeVisible()
  await page.getByRole('searchbox').fill('AmazonSQSReadOnly')
  await page
    .getByRole('checkbox', { name: 'Select policy AmazonSQSReadOnlyAccess' })
    .check()
  await page.getByRole('button', { name: 'Attach policies' }).click()
  await expect(page.getByText('Policies attached to this user group.')).toBeVisible()
  await expect(row(page, 'AmazonSQSReadOnlyAccess')).toBeVisible()
  await u.goTo(pb.user('Alex'))
  await expect(row(page, 'AmazonSQSReadOnlyAccess')).toContainText('Group Players')
})

test('an inline policy is written into a group', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...withRole })
  await openPlayers(page, pb.group('Players', 'permissions'))
  await page.getByRole('button', { name: 'Add permissions' }).click()
  await page.getByRole('menuitem', { name: 'Create inline policy' }).click()
  await writePolicy(page, 'Policy', statement({ Action: 's3:List*', Resource: '*' }))
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('Policy name').fill('SeeBuckets')
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expect(page.getByText('Policy SeeBuckets created.')).toBeVisible()
  await expect(row(page, 'SeeBuckets')).toContainText('Customer inline')
})

test('who may not give a group permissions is told why', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...withRole })
  await openPlayers(page, pb.groupAttachPolicies('Players'))
  await page.getByRole('searchbox').fill('AmazonSQSReadOnly')
  await page
    .getByRole('checkbox', { name: 'Select policy AmazonSQSReadOnlyAccess' })
    .check()
  await page.getByRole('button', { name: 'Attach policies' }).click()
  await expect(page.getByText('Failed to attach the policy.')).toBeVisible()
  const why = await askWhy(page, 'iam:AttachGroupPolicy')
  await expect(why).toContainText('IAMReadOnlyAccess')
})

test('who may not write into a group is told why', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...withRole })
  await openPlayers(page, pb.groupCreatePolicy('Players'))
  await writePolicy(page, 'Policy', statement({ Action: '*', Resource: '*' }))
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('Policy name').fill('Everything')
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expect(page.getByText('Failed to create policy Everything.')).toBeVisible()
  const why = await askWhy(page, 'iam:PutGroupPolicy')
  await expect(why).toContainText('IAMReadOnlyAccess')
})

test('a group is deleted once its name was typed', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...withRole })
  await openPlayers(page)
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete Players?' })
  const remove = dialog.getByRole('button', { name: 'Delete' })
  await dialog.getByRole('textbox').fill('players')
  await expect(remove).toBeDisabled()
  await dialog.getByRole('textbox').fill('Players')
  await remove.click()
  await expect(page.getByText('Players user group deleted.')).toBeVisible()
  await expect(page.getByText('This account has no user groups.')).toBeVisible()
})

test('who may not delete a group leaves its members in it', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...withRole })
  await openPlayers(page)
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete Players?' })
  await dialog.getByRole('textbox').fill('Players')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog).toContainText('Failed to delete group Players.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(row(page, 'Alex')).toBeVisible()
})
