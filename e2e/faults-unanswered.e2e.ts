/** A call that was done, and whose answer nobody saw, can be tried again. */
import { expect, pb, test } from './kit'
import { ADMIN, button, list, LOST, readyRole, unanswered } from './faults'
import { ROLE } from './utils'

test.describe('an answer that was lost', () => {
  test('leaves a role half made, which the next press completes', async ({ page, u }) => {
    await u.start({ as: ADMIN, path: readyRole, faults: [unanswered('iam:CreateRole')] })
    await button(page, 'Create role').click()
    await expect(
      page.getByText(`Role with name Reader already exists. ${LOST}`)
    ).toBeVisible()
    await expect(list(page, 'Done')).toHaveText(['Create role Reader'])
    await button(page, 'Create role').click()
    await expect(page).toHaveFlash('Role Reader created.')
    await expect(u).toAllow('role/Reader', 's3:ListAllMyBuckets')
  })

  test('of a deletion says that it was done', async ({ page, u }) => {
    await u.start({
      as: ADMIN,
      scenario: 'stuart-with-role',
      path: pb.roles(),
      faults: [unanswered('iam:DeleteRole')],
    })
    await page.getByRole('checkbox', { name: `Select role ${ROLE}` }).check()
    await button(page, 'Delete').click()
    const dialog = page.getByRole('dialog', { name: `Delete ${ROLE}?` })
    await dialog.getByRole('textbox').fill(ROLE)
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(
      dialog.getByText(`The role with name ${ROLE} cannot be found. ${LOST}`)
    ).toBeVisible()
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(page).toHaveFlash(`Role ${ROLE} deleted.`)
    await expect(u).not.toHave(`role/${ROLE}`)
  })
})
