/** What the course does by mouse, scene by scene. */
import type { Page } from '@playwright/test'
import { expect } from './kit'
import {
  ACCOUNT,
  follow,
  heading,
  openService,
  ROLE,
  row,
  statement,
  switchRole,
  writePolicy,
  accountMenu,
} from './utils'

export const stuartsArn = `arn:aws:iam::${ACCOUNT}:user/Stuart`

export async function createTheRole(page: Page) {
  await openService(page, 'IAM')
  await follow(page, 'Roles')
  await page.getByRole('link', { name: 'Create role' }).click()
  await page.getByRole('radio', { name: 'AWS account' }).check()
  await expect(page.getByRole('radio', { name: `This account (${ACCOUNT})` })).toBeChecked()
  await page.getByRole('button', { name: 'Next', exact: true }).click()

  await page.getByRole('searchbox', { name: 'Search' }).fill('AmazonS3Full')
  await page.getByRole('checkbox', { name: 'Select policy AmazonS3FullAccess' }).check()
  await page.getByRole('button', { name: 'Next', exact: true }).click()

  await page.getByLabel('Role name').fill(ROLE)
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page.getByText(`Role ${ROLE} created.`)).toBeVisible()
  await expect(row(page, ROLE)).toContainText(`Account: ${ACCOUNT}`)
}

export async function trustStuart(page: Page) {
  await page.getByRole('link', { name: ROLE, exact: true }).click()
  await page.getByRole('tab', { name: 'Trust relationships' }).click()
  const shown = page.getByRole('region', { name: 'Trust policy' })
  await expect(shown).toContainText(`arn:aws:iam::${ACCOUNT}:root`)

  await page.getByRole('link', { name: 'Edit trust policy' }).click()
  const trust = statement({ Principal: { AWS: stuartsArn }, Action: 'sts:AssumeRole' })
  await writePolicy(page, 'Trust policy', trust)
  await page.getByRole('button', { name: 'Update policy' }).click()
  await expect(page.getByText('Trust policy updated.')).toBeVisible()
  await expect(shown).toContainText(stuartsArn)
}

export async function letStuartAssumeIt(page: Page) {
  await openService(page, 'IAM')
  await follow(page, 'IAM users')
  await page.getByRole('link', { name: 'Stuart', exact: true }).click()
  await page.getByRole('button', { name: 'Add permissions' }).click()
  await page.getByRole('menuitem', { name: 'Create inline policy' }).click()

  const Resource = `arn:aws:iam::${ACCOUNT}:role/${ROLE}`
  await writePolicy(page, 'Policy', statement({ Action: 'sts:AssumeRole', Resource }))
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('Policy name').fill('AssumeRoleS3')
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expect(page.getByText('Policy AssumeRoleS3 created.')).toBeVisible()
  await expect(row(page, 'AssumeRoleS3')).toContainText('Customer inline')
}

export async function seesIamAndNotS3(page: Page) {
  await openService(page, 'IAM')
  await follow(page, 'Roles')
  await expect(row(page, 'BreakGlass')).toBeVisible()
  await openService(page, 'S3')
  await expect(page.getByText("You don't have permissions to list buckets")).toBeVisible()
}

export async function becomesTheRole(page: Page) {
  await switchRole(page)
  await expect(accountMenu(page)).toContainText(`${ROLE} @ ${ACCOUNT}`)
}

export async function usesS3(page: Page) {
  await openService(page, 'S3')
  await page.getByRole('link', { name: 'Create bucket' }).click()
  await page.getByLabel('Bucket name').fill('stuarts-holiday')
  await page.getByRole('button', { name: 'Create bucket' }).click()
  await page.getByRole('link', { name: 'stuarts-holiday' }).click()
  await upload(page, 'beach.txt', 'sun and sand')

  await page.getByRole('checkbox', { name: 'Select object beach.txt' }).check()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toBe('beach.txt')

  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('permanently delete')
  await page.getByRole('button', { name: 'Delete objects' }).click()
  await expect(page.getByText('Successfully deleted objects')).toBeVisible()
  await expect(row(page, 'beach.txt')).toBeHidden()
}

export async function upload(page: Page, name: string, text: string) {
  await page.getByRole('link', { name: 'Upload' }).first().click()
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) }
  await page.getByRole('button', { name: 'Add files' }).setInputFiles(file)
  await page.getByRole('button', { name: 'Upload', exact: true }).click()
  await expect(page.getByText('Upload succeeded')).toBeVisible()
  await expect(row(page, name)).toBeVisible()
}

export async function isRefusedIam(page: Page) {
  await openService(page, 'IAM')
  await follow(page, 'Roles')
  await expect(heading(page, 'Roles')).toBeVisible()
  const box = page.getByText("You don't have permission to iam:ListRoles")
  await expect(box).toBeVisible()
}

export async function switchesBack(page: Page) {
  await accountMenu(page).click()
  await page.getByRole('button', { name: 'Switch back' }).click()
  await expect(accountMenu(page)).toContainText('Stuart')
}
