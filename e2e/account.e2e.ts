import { expect, pb, test } from './kit'
import { ACCOUNT, accountMenu, askWhy, expectProblem, passwords, signOut } from './utils'

const dashboard = { scenario: 'stuart-with-role', path: pb.iam() }
const url = (name: string) => `https://${name}.signin.aws.amazon.com/console`

test('the alias is changed, and users sign in by the new one', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...dashboard })
  await page.getByRole('button', { name: 'Edit alias' }).click()
  const dialog = page.getByRole('dialog', { name: `Edit alias for AWS account ${ACCOUNT}` })
  const field = dialog.getByLabel('Preferred alias')
  await field.fill('Northwind')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expectProblem(field, 'Use lowercase letters')
  await field.fill('northwind-lab')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Alias northwind-lab created')).toBeVisible()
  await expect(page.getByText(url('northwind-lab'))).toBeVisible()
  await signOut(page)
  await page.getByLabel('Account ID or alias').fill('northwind-lab')
  await page.getByLabel('IAM username').fill('Stuart')
  await page.getByLabel('Password', { exact: true }).fill(passwords.Stuart)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(accountMenu(page)).toContainText('Stuart')
})

test('without an alias the account ID is in the sign-in URL', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', ...dashboard })
  await page.getByRole('button', { name: 'Delete alias' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete alias northwind-games?' })
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('Alias northwind-games deleted.')).toBeVisible()
  await expect(page.getByText(url(ACCOUNT))).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeVisible()
})

test('who may not change the alias is told why', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...dashboard })
  await page.getByRole('button', { name: 'Edit alias' }).click()
  const dialog = page.getByRole('dialog', { name: `Edit alias for AWS account ${ACCOUNT}` })
  await dialog.getByLabel('Preferred alias').fill('stuart-was-here')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog).toContainText('Failed to save the account alias.')
  const why = await askWhy(page, 'iam:CreateAccountAlias')
  await expect(why).toContainText('IAMReadOnlyAccess')
})

test('who may not delete the alias leaves it there', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...dashboard })
  await page.getByRole('button', { name: 'Delete alias' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete alias northwind-games?' })
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog).toContainText('Failed to delete the account alias.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText(url('northwind-games'))).toBeVisible()
})
