import type { Page } from '@playwright/test'
import { type FaultRule, pb } from './kit'

export const ADMIN = 'user/Admin'
export const S3_POLICY = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'
export const UNKNOWN =
  'The request processing has failed because of an unknown error, exception or failure.'
export const LOST =
  'An earlier try of this request got no answer, and has probably done it.'

/** As often as the console tries a call by itself. */
export const TRIES = 3

export const failing = (op: string, times = TRIES): FaultRule => ({
  op,
  times,
  error: 'ServiceFailure',
})

/** The call does its work, and its first answer is lost. */
export const unanswered = (op: string): FaultRule => ({
  op,
  nth: 1,
  error: 'ServiceFailure',
  afterwards: true,
})

export const button = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true })

/** The wizard for roles at its last step, with a policy chosen and a name given. */
export const readyRole = pb.roleCreate({
  trustedEntityType: 'AWS_ACCOUNT',
  policies: S3_POLICY,
  roleName: 'Reader',
  step: 'review',
})

export const readyUser = pb.userCreate({ userNames: 'Rosa', step: 'review' })

export const list = (page: Page, name: 'Done' | 'Not done') =>
  page.getByRole('region', { name, exact: true }).getByRole('listitem')

export async function fillProvider(page: Page) {
  await page.getByRole('radio', { name: 'OpenID Connect' }).check()
  await page.getByLabel('Provider URL').fill('https://id.example.com')
  await page.getByLabel('Audience').fill('games')
}

/** Up to the question whether it is meant. */
export async function fillPasswordPolicy(page: Page) {
  await page.getByRole('radio', { name: 'Custom' }).check()
  await page.getByLabel('Password minimum length').fill('14')
  await button(page, 'Save changes').click()
}
