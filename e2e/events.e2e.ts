import { pb } from '~/lib/path-builder'
import { expect, test } from './fixtures'
import { arrange, call, goTo, row } from './utils'

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

test('a role that was created is in the history, with its record', async ({
  page,
  startAs,
}) => {
  await startAs('Admin', withRole)
  await call(page, 'iam:CreateRole', NEW_ROLE)
  await goTo(page, pb.events())
  const event = row(page, 'CreateRole')
  await expect(event).toContainText('Admin')
  await expect(event).toContainText('iam.amazonaws.com')
  await event.getByRole('button', { name: 'CreateRole' }).click()
  const record = page.getByRole('dialog', { name: 'CreateRole' })
  await expect(record).toContainText('"eventName": "CreateRole"')
  await expect(record).toContainText('"roleName": "Watcher"')
})

test('a refused call is in the history with its error code', async ({ page, startAs }) => {
  await startAs('Stuart', withRole)
  await expect(call(page, 'iam:CreateRole', NEW_ROLE)).rejects.toThrow('AccessDenied')
  await page.evaluate(() => window.__understudy__.as('user/Admin'))
  await goTo(page, pb.events())
  const event = row(page, 'CreateRole')
  await expect(event).toContainText('Stuart')
  await expect(event).toContainText('AccessDenied')
  await event.getByRole('button', { name: 'CreateRole' }).click()
  const record = page.getByRole('dialog', { name: 'CreateRole' })
  await expect(record).toContainText('"errorCode": "AccessDenied"')
})

test('the history is looked up by one attribute', async ({ page, startAs }) => {
  await startAs('Admin', withRole)
  await arrange(page, 'iam:CreateUser', { UserName: 'Robot' })
  await call(page, 'iam:CreateRole', NEW_ROLE)
  await goTo(page, pb.events())
  await expect(row(page, 'CreateUser')).toBeVisible()
  await page.getByRole('button', { name: /Lookup attributes/ }).click()
  await page.getByRole('option', { name: 'Event name' }).click()
  await page.getByRole('searchbox', { name: 'Event name' }).fill('CreateRole')
  await page.getByRole('button', { name: 'Look up' }).click()
  await expect(row(page, 'CreateUser')).toBeHidden()
  await expect(row(page, 'CreateRole')).toBeVisible()
})

test('a history that is refused says so', async ({ page, startAs }) => {
  await startAs('Stuart', { ...withRole, path: pb.events() })
  await expect(
    page.getByText("You don't have permission to cloudtrail:LookupEvents")
  ).toBeVisible()
})
