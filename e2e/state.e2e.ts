import type { Page } from '@playwright/test'
import { expect, pb, test, Understudy } from './kit'
import {
  ACCOUNT,
  accountMenu,
  heading,
  openService,
  ROLE,
  row,
  signIn,
  signOut,
  statement,
  switchRole,
} from './utils'

/** A tab of the browser's own world, as it opens for a visitor. */
async function visit(page: Page, path = '/') {
  const u = new Understudy(page)
  await page.goto(path)
  await u.settled()
}

/** The demo's first half, by API: the role and both halves of the right to it. */
async function prepare(page: Page) {
  const u = new Understudy(page)
  const Action = 'sts:AssumeRole'
  const AWS = `arn:aws:iam::${ACCOUNT}:user/Stuart`
  const trust = JSON.stringify(statement({ Principal: { AWS }, Action }))
  const PolicyDocument = JSON.stringify(statement({ Action, Resource: '*' }))
  const PolicyArn = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'
  const calls: [string, object][] = [
    ['iam:CreateRole', { RoleName: ROLE, AssumeRolePolicyDocument: trust }],
    ['iam:AttachRolePolicy', { RoleName: ROLE, PolicyArn }],
    [
      'iam:PutUserPolicy',
      { UserName: 'Stuart', PolicyName: 'AssumeRoleS3', PolicyDocument },
    ],
  ]
  for (const [operation, input] of calls) await u.call(operation, input, 'user/Admin')
}

test('a reload loses nothing: sign-in, role, world', async ({ page }) => {
  await visit(page)
  await prepare(page)
  await signIn(page, 'Stuart')
  await switchRole(page)
  await openService(page, 'S3')
  await expect(page.getByRole('link', { name: 'finance-reports' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: 'finance-reports' })).toBeVisible()
  await expect(accountMenu(page)).toContainText(`${ROLE} @ ${ACCOUNT}`)

  await accountMenu(page).click()
  await page.getByRole('button', { name: 'Switch back' }).click()
  await openService(page, 'IAM')
  await page.getByRole('link', { name: 'Roles', exact: true }).first().click()
  await expect(row(page, ROLE)).toBeVisible()
})

test('another tab follows sign-in, switch, writes and sign-out', async ({
  page,
  context,
}) => {
  await visit(page)
  await prepare(page)
  await signIn(page, 'Stuart')
  const second = await context.newPage()
  await visit(second, pb.buckets())
  await expect(second.getByText("You don't have permissions to list buckets")).toBeVisible()

  await switchRole(page)
  await expect(accountMenu(second)).toContainText(`${ROLE} @ ${ACCOUNT}`)
  await expect(second.getByRole('link', { name: 'finance-reports' })).toBeVisible()

  await second.getByRole('link', { name: 'Create bucket' }).click()
  await second.getByLabel('Bucket name').fill('made-in-the-other-tab')
  await second.getByRole('button', { name: 'Create bucket' }).click()
  await openService(page, 'S3')
  await expect(page.getByRole('link', { name: 'made-in-the-other-tab' })).toBeVisible()

  await signOut(page)
  await expect(heading(second, 'IAM user sign in')).toBeVisible()
})

test('a reset begins the scenario again, in every tab', async ({ page, context }) => {
  await visit(page)
  await prepare(page)
  await signIn(page, 'Admin')
  const second = await context.newPage()
  await visit(second, pb.roles())
  await expect(row(second, ROLE)).toBeVisible()

  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Reset scenario…' }).click()
  const question = page.getByRole('dialog', { name: 'Reset scenario' })
  await question.getByRole('button', { name: 'Reset' }).click()
  await expect(page.getByText('The scenario was reset.')).toBeVisible()
  await expect(heading(second, 'IAM user sign in')).toBeVisible()
  await second.getByRole('button', { name: 'Sign in as Admin' }).click()
  await openService(second, 'IAM')
  await second.getByRole('link', { name: 'Roles', exact: true }).first().click()
  await expect(row(second, 'BreakGlass')).toBeVisible()
  await expect(row(second, ROLE)).toBeHidden()
})

test('a tab with parameters has a world of its own', async ({ page, context }) => {
  await visit(page)
  await signIn(page, 'Admin')
  const second = await context.newPage()
  await visit(second, '/console/home?scenario=empty&as=user/Admin')
  await new Understudy(second).reset()
  await page.reload()
  await expect(accountMenu(page)).toContainText('Admin')
})

const wrong = {
  '/?scenari=stuart': /There is no parameter named scenari.*meant to be scenario/,
  '/?scenario=stewart': /stewart/,
  '/?scenario=stuart&as=user/Stewart': /The parameter as is "user\/Stewart"/,
  '/?time=yesterday': /The parameter time is "yesterday"/,
  '/?scenario=stuart&via=role/BreakGlass': /The parameter via needs the parameter as/,
}

for (const [address, problem] of Object.entries(wrong)) {
  test(`a start with ${address} fails, and says what is wrong`, async ({
    page,
    expectNoise,
  }) => {
    expectNoise(/404/)
    await page.goto(address)
    await expect(heading(page, 'Understudy could not start')).toBeVisible()
    await expect(page.getByText(problem)).toBeVisible()
    await page.getByRole('link', { name: 'Start without parameters' }).click()
    await expect(heading(page, 'IAM user sign in')).toBeVisible()
  })
}

/** Leaves something in the place of the stored world. */
const damage = (page: Page, rubbish: unknown) =>
  page.evaluate(
    (value) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('understudy')
        opening.addEventListener('error', reject)
        opening.addEventListener('success', () => {
          const write = opening.result.transaction('snapshot', 'readwrite')
          write.objectStore('snapshot').put(value, 'world')
          write.objectStore('snapshot').put(value, 'head')
          write.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    rubbish
  )

const damages = {
  'no world at all': { world: { accounts: 7 }, upTo: 0, meta: { scenario: 'stuart' } },
  'nothing that was ever stored here': 'rubbish',
  'an object of another kind': { broken: 1 },
}

for (const [what, rubbish] of Object.entries(damages)) {
  test(`a stored world that is ${what} is set aside and offered`, async ({ page }) => {
    await visit(page)
    await damage(page, rubbish)
    await page.reload()
    await expect(page.getByText('The stored world could not be read')).toBeVisible()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download it' }).click()
    expect((await download).suggestedFilename()).toBe('understudy-damaged-world.json')
    await signIn(page, 'Admin')
    await page.reload()
    await expect(heading(page, 'Console Home')).toBeVisible()
    await expect(page.getByText('The stored world could not be read')).toBeHidden()
  })
}
