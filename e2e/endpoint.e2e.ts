/** One world for the console and for AWS's own SDK. */
import {
  CreateUserCommand,
  GetRoleCommand,
  IAMClient,
  ListUsersCommand,
} from '@aws-sdk/client-iam'
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { createTheRole } from './demo-steps'
import { type EndpointFixture, expect, pb, test } from './kit'
import { follow, row, ROLE } from './utils'

const HOUR = 3_600_000

async function config(
  { url: endpoint, region, credentialsFor }: EndpointFixture,
  as: string
) {
  return { endpoint, region, credentials: await credentialsFor(as) }
}

test('a role that is clicked together is there for the SDK at once', async ({
  page,
  u,
  endpoint,
}) => {
  const iam = new IAMClient(await config(endpoint, 'user/Admin'))
  await u.start({ as: 'user/Admin' })
  await createTheRole(page)
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: ROLE }))
  expect(Role?.Arn).toBe(`arn:aws:iam::111122223333:role/${ROLE}`)
})

test("the SDK's user comes up in an open list, in every tab, and stays there", async ({
  page,
  context,
  u,
  endpoint,
}) => {
  const iam = new IAMClient(await config(endpoint, 'user/Admin'))
  await u.start({ as: 'user/Admin', path: pb.users() })
  await expect(row(page, 'Stuart')).toBeVisible()
  const other = await context.newPage()
  await other.goto(`${u.url}${pb.users()}`)
  await expect(row(other, 'Stuart')).toBeVisible()
  await iam.send(new CreateUserCommand({ UserName: 'Rosa' }))
  await expect(row(page, 'Rosa')).toBeVisible()
  await expect(row(other, 'Rosa')).toBeVisible()
  await page.reload()
  await expect(row(page, 'Rosa')).toBeVisible()
})

test('many tabs do not stand in each other’s way', async ({
  page,
  context,
  u,
  endpoint,
}) => {
  const iam = new IAMClient(await config(endpoint, 'user/Admin'))
  await u.start({ as: 'user/Admin', path: pb.users() })
  const others = await Promise.all([1, 2, 3, 4, 5, 6].map(() => context.newPage()))
  for (const other of others) {
    await other.goto(`${u.url}${pb.users()}`)
    await expect(row(other, 'Stuart')).toBeVisible()
  }
  await iam.send(new CreateUserCommand({ UserName: 'Rosa' }))
  for (const each of [page, ...others]) await expect(row(each, 'Rosa')).toBeVisible()
  // the tab that listened for the others is gone
  await page.close()
  await iam.send(new CreateUserCommand({ UserName: 'Omar' }))
  for (const other of others) await expect(row(other, 'Omar')).toBeVisible()
})

test("the page's clock is the endpoint's", async ({ u, endpoint }) => {
  await u.start({ scenario: 'stuart-with-role', as: 'user/Stuart' })
  const sts = new STSClient(await config(endpoint, 'user/Stuart'))
  const assume = new AssumeRoleCommand({
    RoleArn: `arn:aws:iam::111122223333:role/${ROLE}`,
    RoleSessionName: 'test',
  })
  const { Credentials } = await sts.send(assume)
  expect(Credentials?.Expiration?.toISOString()).toBe('2026-01-15T10:00:00.000Z')
  const { url, region } = endpoint
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {}
  const credentials = {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
  }
  const s3 = new S3Client({ endpoint: url, region, credentials })
  expect((await s3.send(new ListBucketsCommand())).Buckets).toHaveLength(2)
  await u.clock.advance(HOUR)
  await expect(s3.send(new ListBucketsCommand())).rejects.toThrow('expired')
})

test('options of the test hold at the endpoint', async ({ u, endpoint }) => {
  const faults = [{ op: 'iam:CreateUser', times: 1, error: 'Throttling' }]
  await u.start({ as: 'user/Admin', faults })
  const iam = new IAMClient({ ...(await config(endpoint, 'user/Admin')), maxAttempts: 1 })
  const create = new CreateUserCommand({ UserName: 'Rosa' })
  await expect(iam.send(create)).rejects.toThrow('Rate exceeded')
  expect((await iam.send(create)).User?.UserName).toBe('Rosa')
})

test.describe('a scenario that is a path of the console', () => {
  test.use({ scenario: 'url:/scenarios/stuart-with-role.json' })

  test('is the world of the page and of the endpoint', async ({ page, u, endpoint }) => {
    await u.start({ as: 'user/Admin', path: pb.roles() })
    await expect(row(page, ROLE)).toBeVisible()
    const iam = new IAMClient(await config(endpoint, 'user/Admin'))
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: ROLE }))
    expect(Role?.RoleName).toBe(ROLE)
  })
})

test('a reset in the console is one for everybody', async ({ page, u, endpoint }) => {
  const iam = new IAMClient(await config(endpoint, 'user/Admin'))
  await u.start({ as: 'user/Admin', path: pb.users() })
  await iam.send(new CreateUserCommand({ UserName: 'Rosa' }))
  await expect(row(page, 'Rosa')).toBeVisible()
  await u.reset('stuart', { as: 'user/Admin' })
  await u.goTo(pb.roles())
  await expect(row(page, 'BreakGlass')).toBeVisible()
  await follow(page, 'IAM users')
  await expect(row(page, 'Stuart')).toBeVisible()
  await expect(row(page, 'Rosa')).toBeHidden()
  const { Users } = await iam.send(new ListUsersCommand())
  expect(Users?.map(({ UserName }) => UserName).sort()).toEqual(['Admin', 'Alex', 'Stuart'])
})
