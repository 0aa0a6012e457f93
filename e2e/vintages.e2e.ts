import type { Page } from '@playwright/test'
import { expect, pb, test } from './kit'
import {
  ACCOUNT,
  accountMenu,
  follow,
  heading,
  openService,
  passwords,
  ROLE,
  row,
  statement,
  writePolicy,
} from './utils'

const stuartsArn = `arn:aws:iam::${ACCOUNT}:user/Stuart`

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

async function signIn(page: Page, who: 'Admin' | 'Stuart') {
  await expect(heading(page, 'Sign in as IAM user')).toBeVisible()
  await page.getByLabel('Account ID (12 digits) or account alias').fill(ACCOUNT)
  await page.getByLabel('IAM user name').fill(who)
  await page.getByLabel('Password').fill(passwords[who])
  await button(page, 'Sign in').click()
  await expect(accountMenu(page)).toContainText(`${who} @ 1111-2222-3333`)
}

test.describe('the console of 2021', () => {
  test.use({ console: '2021' })

  test('plays the course word for word', async ({ page, u }) => {
    test.setTimeout(60_000)
    await u.start({ path: pb.signIn() })
    await signIn(page, 'Admin')

    await openService(page, 'IAM')
    await follow(page, 'Roles')
    await expect(button(page, 'Delete role')).toBeDisabled()
    await link(page, 'Create role').click()
    await expect(page.getByText('Belonging to you or 3rd party')).toBeVisible()
    await expect(page.getByRole('radio')).toHaveCount(4)
    await page.getByRole('radio', { name: 'Another AWS account' }).check()
    await expect(page.getByText('Specify accounts that can use this role')).toBeVisible()
    await page.getByLabel('Account ID*').fill(ACCOUNT)
    await button(page, 'Next: Permissions').click()
    await expect(heading(page, 'Attach permissions policies')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search' }).fill('AmazonS3Full')
    await page.getByRole('checkbox', { name: 'Select policy AmazonS3FullAccess' }).check()
    await button(page, 'Next: Tags').click()
    await expect(heading(page, 'Add tags (optional)')).toBeVisible()
    await button(page, 'Next: Review').click()
    await expect(heading(page, 'Review')).toBeVisible()
    await expect(page.getByText(`The account ${ACCOUNT}`)).toBeVisible()
    await expect(link(page, 'AmazonS3FullAccess')).toBeVisible()
    await page.getByLabel('Role name*').fill(ROLE)
    await button(page, 'Create role').click()
    await expect(page).toHaveFlash(`The role ${ROLE} has been created.`)

    await link(page, ROLE).click()
    await page.getByRole('tab', { name: 'Trust relationships' }).click()
    const trusted = page.getByRole('table', { name: 'Trusted entities' })
    await expect(trusted).toContainText(`The account ${ACCOUNT}`)
    await link(page, 'Edit trust relationship').click()
    await expect(heading(page, 'Edit Trust Relationship')).toBeVisible()
    const trust = statement({ Principal: { AWS: stuartsArn }, Action: 'sts:AssumeRole' })
    await writePolicy(page, 'Policy Document', trust)
    await button(page, 'Update Trust Policy').click()
    await expect(trusted).toContainText(stuartsArn)
    await expect(
      page.getByText('The following trusted entities can assume this role')
    ).toBeVisible()

    await follow(page, 'Users')
    await link(page, 'Stuart').click()
    await link(page, 'Add inline policy').click()
    await page.getByRole('tab', { name: 'JSON' }).click()
    const Resource = `arn:aws:iam::${ACCOUNT}:role/${ROLE}`
    await writePolicy(page, 'Policy', statement({ Action: 'sts:AssumeRole', Resource }))
    await expect(page.getByText(/^Character count: 1\d\d of 2,048\.$/)).toBeVisible()
    await button(page, 'Review policy').click()
    await page.getByLabel('Name*').fill('AssumeRoleS3')
    await button(page, 'Create policy').click()
    await expect(row(page, 'AssumeRoleS3')).toContainText('Inline policy')
    await accountMenu(page).click()
    await button(page, 'Sign Out').click()

    await signIn(page, 'Stuart')
    await accountMenu(page).click()
    await link(page, 'Switch Roles').click()
    await button(page, 'Switch Role').click()
    await expect(page.getByRole('radio', { name: 'Red' })).toBeChecked()
    await page.getByLabel('Account*').fill(ACCOUNT)
    await page.getByLabel('Role*').fill(ROLE)
    await button(page, 'Switch Role').click()
    await expect(accountMenu(page)).toContainText(`${ROLE} @ ${ACCOUNT}`)
    await openService(page, 'S3')
    await expect(heading(page, /^Buckets/)).toBeVisible()
    await expect(row(page, 'team-photos')).toBeVisible()
    await openService(page, 'IAM')
    await follow(page, 'Users')
    await expect(page.getByText("You don't have permission to iam:ListUsers")).toBeVisible()
    await accountMenu(page).click()
    await expect(page.getByRole('heading', { name: 'Role History' })).toBeVisible()
    await button(page, 'Switch back').click()
    await expect(accountMenu(page)).toContainText('Stuart @ 1111-2222-3333')
  })

  test('fills in what a link of its time says', async ({ page, u }) => {
    await u.start({ as: 'user/Admin' })
    await u.goTo(
      `/iam/home#/roles$new?step=review&roleType=crossAccount&accountID=${ACCOUNT}`
    )
    await expect(heading(page, 'Review')).toBeVisible()
    await button(page, 'Previous').click()
    await button(page, 'Previous').click()
    await button(page, 'Previous').click()
    await expect(page.getByLabel('Account ID*')).toHaveValue(ACCOUNT)
  })
})

test('the console of 2022 has its words in today’s structure', async ({ page, u }) => {
  await u.start({ console: '2022', as: 'user/Admin', path: pb.users() })
  await expect(heading(page, /^Users/)).toBeVisible()
  const navigation = page.getByRole('navigation', { name: 'Side navigation' })
  await expect(
    navigation.getByRole('listitem').filter({ hasText: /^User groups$/ })
  ).toBeVisible()
  await expect(link(page, 'Add users')).toBeVisible()
  await link(page, 'Stuart').click()
  await expect(page.getByRole('tab', { name: 'Access Advisor' })).toBeVisible()
  await button(page, 'Add permissions').click()
  await expect(page.getByRole('menuitem', { name: 'Create inline policy' })).toBeVisible()
  await u.goTo(pb.roleCreate())
  await expect(button(page, 'Next')).toBeVisible()
  await u.goTo(pb.switchRole())
  await page.getByLabel('Account*').fill(ACCOUNT)
  await expect(page.getByText('*Required')).toBeVisible()
})

const pages = [
  pb.signIn(),
  pb.switchRole(),
  pb.switchRole({ account: ACCOUNT, roleName: ROLE }),
  pb.roles(),
  pb.roleCreate({ awsAccount: ACCOUNT }),
  pb.roleCreate({ awsAccount: ACCOUNT, step: 'review' }),
  pb.role(ROLE),
  pb.role(ROLE, 'trust_relationships'),
  pb.roleTrustPolicyEdit(ROLE),
  pb.user('Stuart'),
  pb.userCreatePolicy('Stuart'),
  pb.buckets(),
]

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the console of 2021 breaks no rule of accessibility, ${colorScheme}`, async ({
    page,
    u,
  }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme })
    await u.start({ console: '2021', scenario: 'stuart-with-role', as: 'user/Admin' })
    for (const address of pages) {
      await test.step(address, async () => {
        await u.goTo(address)
        await expect(page).toHaveNoA11yViolations()
      })
    }
    await accountMenu(page).click()
    await expect(page).toHaveNoA11yViolations()
  })
}

test('a year without a console, or one with a redesign, says so', async ({ page, u }) => {
  await page.goto('/iam/roles?console=2019')
  await expect(page.getByText('can only be 2021, 2022 or 2026')).toBeVisible()
  await page.goto('/iam/roles?console=2021&persona=drifted')
  await expect(page.getByText('The console of 2021 has no drift-1')).toBeVisible()
  await u.start({ console: '2021', as: 'user/Admin', path: pb.roles() })
  await expect(button(page, 'Delete role')).toBeVisible()
})
