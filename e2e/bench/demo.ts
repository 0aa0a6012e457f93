/** The demo through the user interface, by the kit's page objects; see `tests.mjs`. */
import type { Page } from '@playwright/test'
import { AccountMenu, Iam, S3, Understudy } from '../kit'

const ACCOUNT = '111122223333'
const ROLE = 'RoleS3FullAccess'

/** The console with the administrator in it. */
export async function openDemo(page: Page) {
  const u = new Understudy(page)
  await u.start({ scenario: 'stuart', as: 'user/Admin' })
  return u
}

export async function playDemo(u: Understudy) {
  const [iam, s3, account] = [new Iam(u), new S3(u), new AccountMenu(u)]
  await iam.roles.open()
  const wizard = await iam.roles.create()
  await wizard.trustAccount('this')
  await wizard.attach('AmazonS3FullAccess')
  const role = await wizard.finish({ name: ROLE })
  await role.trust.edit((json) => json.replace(':root', ':user/Stuart'))
  await iam.user('Stuart').createInlinePolicy('AssumeRoleS3', {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: `arn:aws:iam::${ACCOUNT}:role/${ROLE}`,
      },
    ],
  })
  await account.signInAs('user/Stuart')
  await s3.open()
  await s3.buckets.error.waitFor()
  await account.switchRole({ account: ACCOUNT, role: ROLE })
  await s3.buckets.row('finance-reports').waitFor()
  await iam.roles.open()
  await iam.roles.error.waitFor()
  await account.switchBack()
}
