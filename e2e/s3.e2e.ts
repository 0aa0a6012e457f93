import { upload } from './demo-steps'
import { expect, pb, test } from './kit'
import { askWhy, expectProblem, heading, ROLE, row, statement, writePolicy } from './utils'

const asRole = { scenario: 'stuart-with-role', via: `role/${ROLE}` }

test('buckets are listed, and their folders open', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...asRole, path: pb.buckets() })
  await page.getByRole('link', { name: 'finance-reports' }).click()
  await expect(row(page, 'readme.txt')).toContainText('txt')
  await page.getByRole('link', { name: '2025/' }).click()
  await expect(row(page, 'q4.csv')).toBeVisible()
  await page.getByRole('button', { name: 'Up one folder' }).click()
  await expect(row(page, 'readme.txt')).toBeVisible()
})

test('what was uploaded comes down as it was', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...asRole, path: pb.bucket('team-photos') })
  await upload(page, 'ünï.txt', 'sun and sand')
  await page.getByRole('checkbox', { name: 'Select object ünï.txt' }).check()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const stream = await (await download).createReadStream()
  const chunks = await stream.toArray()
  expect(Buffer.concat(chunks).toString()).toBe('sun and sand')
})

test('a bucket name that S3 refuses is refused beside the field', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...asRole, path: pb.bucketCreate() })
  const name = page.getByLabel('Bucket name')
  await name.fill('My Bucket')
  await page.getByRole('button', { name: 'Create bucket' }).click()
  await expectProblem(
    name,
    'Bucket name can only contain lowercase letters, numbers, periods (.), and hyphens (-).'
  )
  await name.fill('finance-reports')
  await page.getByRole('button', { name: 'Create bucket' }).click()
  await expect(page.getByText('Failed to create bucket')).toBeVisible()
})

test('a bucket has to be empty before it goes', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...asRole, path: pb.buckets() })
  await page.getByRole('radio', { name: 'Select bucket finance-reports' }).check()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page
    .getByRole('textbox', { name: /Delete bucket finance-reports/ })
    .fill('finance-reports')
  await page.getByRole('button', { name: 'Delete bucket' }).click()
  await expect(page.getByText('The bucket you tried to delete is not empty')).toBeVisible()

  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.getByRole('radio', { name: 'Select bucket team-photos' }).check()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('textbox', { name: /Delete bucket team-photos/ }).fill('team-photos')
  await page.getByRole('button', { name: 'Delete bucket' }).click()
  await expect(page.getByText('Successfully deleted bucket "team-photos"')).toBeVisible()
})

test('without S3 rights every part of S3 is refused and explained', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', scenario: 'stuart-with-role', path: pb.buckets() })
  await expect(page.getByText("You don't have permissions to list buckets")).toBeVisible()
  const why = await askWhy(page, 's3:ListAllMyBuckets')
  await expect(why).toContainText('No identity-based policy of user Stuart allows')
  await why.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('link', { name: 'Create bucket' }).first().click()
  await page.getByLabel('Bucket name').fill('stuarts-holiday')
  await page.getByRole('button', { name: 'Create bucket' }).click()
  await expect(
    page.getByText('To create a bucket, the s3:CreateBucket permission is required.')
  ).toBeVisible()
})

test('a bucket policy opens one bucket to somebody who has nothing else', async ({
  page,
  u,
}) => {
  await u.start({
    as: 'user/Admin',
    path: pb.bucket('team-photos', { tab: 'permissions' }),
  })
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const policy = statement({
    Principal: { AWS: 'arn:aws:iam::111122223333:user/Stuart' },
    Action: 's3:ListBucket',
    Resource: 'arn:aws:s3:::team-photos',
  })
  await writePolicy(page, 'Bucket policy', policy)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Successfully edited bucket policy.')).toBeVisible()

  await u.as('user/Stuart')
  await page.getByRole('tab', { name: 'Objects' }).click()
  await expect(page.getByText("You don't have any objects in this bucket.")).toBeVisible()
})

test('a bucket that is not there is said so', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...asRole, path: pb.bucket('no-such-bucket') })
  await expect(heading(page, 'no-such-bucket')).toBeVisible()
  await expect(page.getByText('The specified bucket does not exist')).toBeVisible()
})
