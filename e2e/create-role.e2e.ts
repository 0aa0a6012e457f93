import type { Page } from '@playwright/test'
import { expect, pb, test } from './kit'
import { ACCOUNT, askWhy, choose, expectProblem, statement, writePolicy } from './utils'

const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click()

const entity = (page: Page, name: string) => page.getByRole('radio', { name }).check()

/** The two steps after the trusted entity, without permissions. */
async function finish(page: Page, name: string) {
  await next(page)
  await next(page)
  await page.getByLabel('Role name').fill(name)
  await page.getByRole('button', { name: 'Create role' }).click()
}

async function trustOf(page: Page, RoleName: string) {
  await expect(page.getByText(`Role ${RoleName} created.`)).toBeVisible()
  await page.getByRole('link', { name: RoleName, exact: true }).click()
  await page.getByRole('tab', { name: 'Trust relationships' }).click()
  return page.getByRole('region', { name: 'Trust policy' })
}

test('a role for a service trusts the service and brings its policies', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', path: pb.roleCreate() })
  await choose(page, 'Service or use case', 'EC2')
  await page.getByRole('radio', { name: 'EC2 Role for AWS Systems Manager' }).check()
  await next(page)
  await expect(page.getByText('(1/')).toBeVisible()
  await next(page)
  await expect(
    page.getByRole('table', { name: 'Permissions policy summary' })
  ).toContainText('AmazonSSMManagedInstanceCore')
  await page.getByLabel('Role name').fill('WebServer')
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(await trustOf(page, 'WebServer')).toContainText('ec2.amazonaws.com')
})

test('a role for another account can ask for an external ID and for MFA', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', path: pb.roleCreate() })
  await entity(page, 'AWS account')
  await entity(page, 'Another AWS account')
  await page.getByLabel('Account ID', { exact: true }).fill('12345')
  await page.getByRole('checkbox', { name: /^Require external ID/ }).check()
  await page.getByLabel('External ID', { exact: true }).fill('northwind-42')
  await page.getByRole('checkbox', { name: 'Require MFA' }).check()
  await next(page)
  await expectProblem(
    page.getByLabel('Account ID', { exact: true }),
    'Account ID is a 12-digit number.'
  )
  await page.getByLabel('Account ID', { exact: true }).fill('444455556666')
  await finish(page, 'ThirdParty')
  const trust = await trustOf(page, 'ThirdParty')
  await expect(trust).toContainText('444455556666')
  await expect(trust).toContainText('"sts:ExternalId": "northwind-42"')
  await expect(trust).toContainText('"aws:MultiFactorAuthPresent": "true"')
})

test('a role for a web identity trusts one GitHub repository', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.roleCreate(), scenario: 'federation' })
  await entity(page, 'Web identity')
  await choose(page, 'Identity provider', 'token.actions.githubusercontent.com')
  await page.getByLabel('Audience').fill('sts.amazonaws.com')
  await next(page)
  await expectProblem(
    page.getByLabel('GitHub organization'),
    'Enter a GitHub organization.'
  )
  await page.getByLabel('GitHub organization').fill('northwind')
  await page.getByLabel('GitHub repository - optional').fill('games')
  await finish(page, 'GitHubActions')
  const trust = await trustOf(page, 'GitHubActions')
  await expect(trust).toContainText('sts:AssumeRoleWithWebIdentity')
  await expect(trust).toContainText('repo:northwind/games:*')
})

test('a role for SAML federation trusts the directory', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.roleCreate(), scenario: 'federation' })
  await entity(page, 'SAML 2.0 federation')
  await choose(page, 'SAML 2.0-based provider', 'CorporateDirectory')
  await entity(page, 'Allow programmatic and AWS Management Console access')
  await finish(page, 'Directory')
  const trust = await trustOf(page, 'Directory')
  await expect(trust).toContainText('sts:AssumeRoleWithSAML')
  await expect(trust).toContainText('https://signin.aws.amazon.com/saml')
})

test('a custom trust policy with errors goes no further', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.roleCreate() })
  await entity(page, 'Custom trust policy')
  await writePolicy(page, 'Custom trust policy', '{ "Statement": [ }')
  await next(page)
  await expect(page.getByText('Fix the errors in the policy to continue.')).toBeVisible()

  const Principal = { AWS: `arn:aws:iam::${ACCOUNT}:user/Alex` }
  const trust = statement({ Principal, Action: 'sts:AssumeRole' })
  await writePolicy(page, 'Custom trust policy', trust)
  await finish(page, 'ForAlex')
  await expect(await trustOf(page, 'ForAlex')).toContainText(':user/Alex')
})

test('a name that IAM refuses is refused beside the field', async ({ page, u }) => {
  await u.start({
    as: 'user/Admin',
    path: pb.roleCreate({ trustedEntityType: 'AWS_ACCOUNT' }),
  })
  await finish(page, 'Break Glass')
  const name = page.getByLabel('Role name')
  await expectProblem(
    name,
    "Role name contains invalid characters. Use alphanumeric and '+=,.@-_' characters."
  )
  await name.fill('BreakGlass')
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page.getByText('Role with name BreakGlass already exists.')).toBeVisible()
})

test('somebody who may only look is refused at the end, and told why', async ({
  page,
  u,
}) => {
  await u.start({
    as: 'user/Stuart',
    path: pb.roleCreate({ trustedEntityType: 'AWS_ACCOUNT' }),
  })
  await finish(page, 'MyOwnRole')
  await expect(page.getByText('Failed to create role MyOwnRole.')).toBeVisible()
  const why = await askWhy(page, 'iam:CreateRole')
  await expect(why).toContainText('No identity-based policy of user Stuart allows')
  await expect(u.call('iam:GetRole', { RoleName: 'MyOwnRole' })).rejects.toThrow(
    'NoSuchEntity'
  )
})

test('a link from a product fills the wizard in', async ({ page, u }) => {
  const link = { awsAccount: '444455556666', externalId: 'tenant-7', roleName: 'Vendor' }
  await u.start({ as: 'user/Admin', path: pb.roleCreate(link) })
  await expect(page.getByRole('radio', { name: 'Another AWS account' })).toBeChecked()
  await expect(page.getByLabel('Account ID', { exact: true })).toHaveValue('444455556666')
  await expect(page.getByLabel('External ID', { exact: true })).toHaveValue('tenant-7')
})
