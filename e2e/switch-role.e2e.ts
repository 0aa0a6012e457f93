import { expect, pb, test } from './kit'
import {
  ACCOUNT,
  accountMenu,
  askWhy,
  choose,
  expectProblem,
  heading,
  OPAQUE,
  openSwitchRole,
  ROLE,
  statement,
  switchRole,
} from './utils'

const ready = { scenario: 'stuart-with-role' }

test('a switch begun on a page ends on that page, as the role', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...ready, path: pb.buckets() })
  await expect(page.getByText("You don't have permissions to list buckets")).toBeVisible()
  await switchRole(page)
  await expect(heading(page, 'Buckets')).toBeVisible()
  await expect(page.getByRole('link', { name: 'finance-reports' })).toBeVisible()
  await expect(accountMenu(page)).toContainText(`${ROLE} @ ${ACCOUNT}`)
})

test('the link on the role page fills the form in', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...ready, path: pb.role(ROLE) })
  await page.getByRole('link', { name: /^https:\/\/signin\.aws\.amazon\.com/ }).click()
  await expect(page.getByLabel('Account ID')).toHaveValue(ACCOUNT)
  await expect(page.getByLabel('IAM role name')).toHaveValue(ROLE)
  await page.getByRole('button', { name: 'Switch Role' }).click()
  await expect(accountMenu(page)).toContainText(ROLE)
})

test('a link brings name and colour, and both show in the bar', async ({ page, u }) => {
  const link = {
    account: ACCOUNT,
    roleName: ROLE,
    displayName: 'Holidays',
    color: 'f2b0a9',
  }
  await u.start({ as: 'user/Stuart', ...ready, path: pb.switchRole(link) })
  await expect(page.getByRole('button', { name: /^Display color/ })).toContainText('Red')
  await page.getByRole('button', { name: 'Switch Role' }).click()
  const label = accountMenu(page).getByText('Holidays')
  await expect(label).toHaveCSS('background-color', 'rgb(242, 176, 169)')
})

test('a colour is chosen from five', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...ready, path: pb.switchRole() })
  await page.getByLabel('Account ID').fill('northwind-games')
  await page.getByLabel('IAM role name').fill(ROLE)
  await choose(page, 'Display color - optional', 'Blue')
  await page.getByRole('button', { name: 'Switch Role' }).click()
  const label = accountMenu(page).getByText(`${ROLE} @ northwind-games`)
  await expect(label).toHaveCSS('background-color', 'rgb(153, 188, 227)')
})

test('empty fields are named below themselves', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...ready, path: pb.switchRole() })
  await page.getByRole('button', { name: 'Switch Role' }).click()
  await expectProblem(page.getByLabel('Account ID'), 'Account ID is required.')
  await expectProblem(page.getByLabel('IAM role name'), 'IAM role name is required.')
})

test('a role of the history is taken up with one click', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...ready, path: pb.buckets() })
  await switchRole(page)
  await accountMenu(page).click()
  await page.getByRole('button', { name: 'Switch back' }).click()
  await expect(accountMenu(page)).toContainText('Stuart')
  await accountMenu(page).click()
  await page.getByRole('button', { name: `${ROLE} @ ${ACCOUNT}` }).click()
  await expect(accountMenu(page)).toContainText(`${ROLE} @ ${ACCOUNT}`)
  await expect(page.getByRole('link', { name: 'finance-reports' })).toBeVisible()
})

test('the history keeps the last five roles, the newest first', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...ready, path: pb.buckets() })
  for (const displayName of ['one', 'two', 'three', 'four', 'five', 'six']) {
    const trust = statement({
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/Alex` },
      Action: 'sts:AssumeRole',
    })
    const role = { RoleName: displayName, AssumeRolePolicyDocument: JSON.stringify(trust) }
    await u.call('iam:CreateRole', role, 'user/Admin')
  }
  await u.as('user/Alex')
  for (const name of ['one', 'two', 'three', 'four', 'five', 'six']) {
    await switchRole(page, name)
    await expect(accountMenu(page)).toContainText(`${name} @`)
  }
  await accountMenu(page).click()
  await expect(
    page.getByRole('button', { name: /^(one|two|three|four|five|six) @/ })
  ).toHaveText([/^six/, /^five/, /^four/, /^three/, /^two/])
})

test('the root user cannot switch', async ({ page, u }) => {
  await u.start({ as: 'root', ...ready, path: pb.switchRole() })
  await expect(page.getByText('Roles may not be assumed by root accounts.')).toBeVisible()
  await page.goto(pb.consoleHome())
})

test('a trust across accounts asks for both halves, under the guardrails', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Dana', scenario: 'two-accounts', path: pb.buckets() })
  await switchRole(page, 'Deploy', '444455556666')
  await expect(accountMenu(page)).toContainText('Deploy @ 444455556666')
  await expect(page.getByRole('link', { name: 'acme-prod-site' })).toBeVisible()
})

/** What keeps Stuart out in each scenario, as Why? puts it. */
const causes = {
  'broken-switch-1': 'Give user Stuart a policy that allows sts:AssumeRole',
  'broken-switch-2': 'The trust policy of RoleS3FullAccess does not let user Stuart',
  'broken-switch-3': 'a deny beats every allow',
  'broken-switch-4': 'does not exist',
  'broken-switch-5': 'only on a condition that is not met: sts:ExternalId',
  'broken-switch-6': 'only on a condition that is not met: aws:MultiFactorAuthPresent',
}

for (const [scenario, cause] of Object.entries(causes)) {
  test(`${scenario} says what every refused switch says, and Why? says more`, async ({
    page,
    u,
  }) => {
    await u.start({ as: 'user/Stuart', scenario })
    await openSwitchRole(page)
    await page.getByLabel('Account ID').fill(ACCOUNT)
    await page.getByLabel('IAM role name').fill(ROLE)
    await page.getByRole('button', { name: 'Switch Role' }).click()
    await expect(page.getByText(OPAQUE)).toBeVisible()
    const why = page.getByRole('dialog', { name: 'Why?' })
    await page.getByRole('button', { name: 'Why? Explain sts:AssumeRole' }).click()
    await expect(why).toContainText(cause)
    await why.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(accountMenu(page)).toContainText('Stuart')
  })
}

test('Why? shows each part of a statement, and which of them did not match', async ({
  page,
  u,
}) => {
  await u.start({
    as: 'user/Stuart',
    scenario: 'broken-switch-5',
    path: pb.switchRole({ account: ACCOUNT, roleName: ROLE }),
  })
  await page.getByRole('button', { name: 'Switch Role' }).click()
  const why = await askWhy(page, 'sts:AssumeRole')
  const steps = why.getByRole('list', { name: 'The decision step by step' })
  await expect(steps).toContainText('Trust policy')
  await expect(steps).toContainText('Does not allow it')
  const [trust] = await why.getByRole('region', { name: 'Statement 1' }).all()
  await expect(trust ?? why).toContainText('the request has no such key')
  await expect(trust ?? why).toContainText('northwind-42')
  await expect((trust ?? why).getByRole('img', { name: 'does not match' })).toHaveCount(1)
})
