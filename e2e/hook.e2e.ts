import { pb } from '~/lib/path-builder'
import { expect, test } from './fixtures'
import { accountMenu, heading, ROLE, row } from './utils'

test('the hook names its contract, and is ready when the page is', async ({
  page,
  start,
}) => {
  await start()
  const found = await page.evaluate(async () => {
    await window.__understudy__.ready
    const { contract, app } = window.__understudy__
    return { contract, app }
  })
  expect(found).toEqual({ contract: 'understudy.e2e/v1', app: expect.any(String) })
})

test('as() signs in and takes up a role, and the page follows', async ({
  page,
  startAs,
}) => {
  await startAs('Stuart', { scenario: 'stuart-with-role', path: pb.buckets() })
  await page.evaluate(
    (role) => window.__understudy__.as('user/Stuart', `role/${role}`),
    ROLE
  )
  await expect(accountMenu(page)).toContainText(ROLE)
  await expect(page.getByRole('link', { name: 'finance-reports' })).toBeVisible()
})

test('call() goes through the engine, and a page shows what it did', async ({
  page,
  startAs,
}) => {
  await startAs('Admin', { path: pb.buckets() })
  await page.evaluate(() =>
    window.__understudy__.call('s3:CreateBucket', { Bucket: 'made-by-api' })
  )
  await expect(row(page, 'made-by-api')).toBeVisible()
  const refused = page.evaluate(() =>
    window.__understudy__.call('s3:ListBuckets', {}, 'user/Stuart')
  )
  await expect(refused).rejects.toThrow('AccessDenied')
  const unknown = page.evaluate(() => window.__understudy__.call('iam:Frobnicate'))
  await expect(unknown).rejects.toThrow('there is no operation iam:Frobnicate')
})

test('decide() answers without changing anything', async ({ page, start }) => {
  await start({ scenario: 'stuart-with-role' })
  const verdicts = await page.evaluate((role) => {
    const { decide } = window.__understudy__
    return [
      decide('user/Stuart', 's3:ListAllMyBuckets').verdict,
      decide({ user: 'user/Stuart', via: `role/${role}` }, 's3:ListAllMyBuckets').verdict,
      decide('user/Stuart', 'sts:AssumeRole', `role/${role}`).verdict,
    ]
  }, ROLE)
  expect(verdicts).toEqual(['ImplicitDeny', 'Allow', 'Allow'])
})

test('reset() starts another scenario', async ({ page, startAs }) => {
  await startAs('Admin')
  await page.evaluate(() => window.__understudy__.reset('federation'))
  await expect(heading(page, 'IAM user sign in')).toBeVisible()
  await expect(page.getByText('An account with a SAML provider')).toBeVisible()
})

test('the clock stands where it is put, and a session ends when its time is up', async ({
  page,
  startAs,
}) => {
  await startAs('Stuart', {
    scenario: 'stuart-with-role',
    via: ROLE,
    path: pb.buckets(),
    time: '2026-03-01T08:00:00Z',
  })
  const now = () => page.evaluate(() => window.__understudy__.clock.now())
  expect(await now()).toBe('2026-03-01T08:00:00.000Z')
  await page.evaluate(() => window.__understudy__.clock.advance(90 * 60 * 1000))
  expect(await now()).toBe('2026-03-01T09:30:00.000Z')
  await page.getByRole('button', { name: 'Refresh buckets' }).click()
  await expect(page.getByText('Your session has expired')).toBeVisible()
  await page.getByRole('button', { name: 'Switch back' }).click()
  await expect(accountMenu(page)).toContainText('Stuart')
})
