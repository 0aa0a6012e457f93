import { expect, pb, test } from './kit'
import { row } from './utils'

const withRole = { scenario: 'stuart-with-role' }

const NEW_ROLE = {
  RoleName: 'Watcher',
  AssumeRolePolicyDocument: JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'ec2.amazonaws.com' },
        Action: 'sts:AssumeRole',
      },
    ],
  }),
}

test('a role that was created is in the history, with its record', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...withRole })
  await u.call('iam:CreateRole', NEW_ROLE)
  await u.goTo(pb.events())
  const event = row(page, 'CreateRole')
  await expect(event).toContainText('Admin')
  await expect(event).toContainText('iam.amazonaws.com')
  await event.getByRole('button', { name: 'CreateRole' }).click()
  const record = page.getByRole('dialog', { name: 'CreateRole' })
  await expect(record).toContainText('"eventName": "CreateRole"')
  await expect(record).toContainText('"roleName": "Watcher"')
})

test('a refused call is in the history with its error code', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...withRole })
  await expect(u.call('iam:CreateRole', NEW_ROLE)).rejects.toThrow('AccessDenied')
  await u.as('user/Admin')
  await u.goTo(pb.events())
  const event = row(page, 'CreateRole')
  await expect(event).toContainText('Stuart')
  await expect(event).toContainText('AccessDenied')
  await event.getByRole('button', { name: 'CreateRole' }).click()
  const record = page.getByRole('dialog', { name: 'CreateRole' })
  await expect(record).toContainText('"errorCode": "AccessDenied"')
})

test('the history is looked up by one attribute', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...withRole })
  await u.call('iam:CreateUser', { UserName: 'Robot' }, 'user/Admin')
  await u.call('iam:CreateRole', NEW_ROLE)
  await u.goTo(pb.events())
  await expect(row(page, 'CreateUser')).toBeVisible()
  await page.getByRole('button', { name: /Lookup attributes/ }).click()
  await page.getByRole('option', { name: 'Event name' }).click()
  await page.getByRole('searchbox', { name: 'Event name' }).fill('CreateRole')
  await page.getByRole('button', { name: 'Look up' }).click()
  await expect(row(page, 'CreateUser')).toBeHidden()
  await expect(row(page, 'CreateRole')).toBeVisible()
})

test('a history that is refused says so', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...withRole, path: pb.events() })
  await expect(
    page.getByText("You don't have permission to cloudtrail:LookupEvents")
  ).toBeVisible()
})
