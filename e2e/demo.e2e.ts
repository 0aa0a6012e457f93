import {
  becomesTheRole,
  createTheRole,
  isRefusedIam,
  letStuartAssumeIt,
  seesIamAndNotS3,
  switchesBack,
  trustStuart,
  usesS3,
} from './demo-steps'
import { expect, test } from './kit'
import { askWhy, OPAQUE, signIn, signOut, switchRole } from './utils'

test.describe.configure({ timeout: 90_000 })

test('an administrator gives Stuart S3 through a role, in the order of the course', async ({
  page,
  u,
}) => {
  await u.start({ scenario: 'stuart' })
  await signIn(page, 'Admin')
  await createTheRole(page)
  await trustStuart(page)
  await signOut(page)

  // half of it is not enough here, and only Why? tells which half
  await signIn(page, 'Stuart')
  await switchRole(page)
  await expect(page.getByText(OPAQUE)).toBeVisible()
  const why = await askWhy(page, 'sts:AssumeRole')
  await expect(why).toContainText('no policy on user Stuart allows sts:AssumeRole')
  await why.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await signOut(page)

  await signIn(page, 'Admin')
  await letStuartAssumeIt(page)
  await signOut(page)

  await signIn(page, 'Stuart')
  await seesIamAndNotS3(page)
  await becomesTheRole(page)
  await usesS3(page)
  await isRefusedIam(page)
  await switchesBack(page)
  await seesIamAndNotS3(page)
})

test("by AWS's rule the trust policy alone is enough when it names Stuart", async ({
  page,
  u,
}) => {
  await u.start({ scenario: 'stuart-aws' })
  await signIn(page, 'Admin')
  await createTheRole(page)
  await trustStuart(page)
  await signOut(page)

  await signIn(page, 'Stuart')
  await seesIamAndNotS3(page)
  await becomesTheRole(page)
  await usesS3(page)
  await isRefusedIam(page)
  await switchesBack(page)
  await seesIamAndNotS3(page)
})
