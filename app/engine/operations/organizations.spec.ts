import { expect, test } from 'vitest'
import { allow, AWAY, HOME, refusal, specCloud } from '../spec-cloud'
import { ORGANIZATION, organizationCloud } from './spec-organization'

test('the tree is walked from the root to the accounts', async () => {
  const { admin } = await organizationCloud()
  const { organizations } = admin()
  const { Roots } = await organizations.listRoots()
  expect(Roots).toMatchObject([{ Id: 'r-root', Name: 'Root' }])
  const ParentId = 'r-root'
  const { Accounts } = await organizations.listAccountsForParent({ ParentId })
  expect(Accounts).toMatchObject([{ Id: HOME }])
  const units = await organizations.listOrganizationalUnitsForParent({ ParentId })
  expect(units.OrganizationalUnits).toMatchObject([{ Id: 'ou-a1b2-work' }])
  const below = await organizations.listAccountsForParent({ ParentId: 'ou-a1b2-work' })
  expect(below.Accounts).toMatchObject([{ Id: AWAY }])
})

test('a policy is told once, with all it is attached to', async () => {
  const { admin } = await organizationCloud()
  const { organizations } = admin()
  const Filter = 'SERVICE_CONTROL_POLICY'
  const { Policies } = await organizations.listPolicies({ Filter })
  expect(Policies).toMatchObject([{ Name: 'FullAWSAccess', AwsManaged: true }])
  const PolicyId = Policies?.[0]?.Id
  const { Targets } = await organizations.listTargetsForPolicy({ PolicyId })
  expect(Targets?.map(({ Type }) => Type)).toEqual([
    'ROOT',
    'ORGANIZATIONAL_UNIT',
    'ACCOUNT',
    'ACCOUNT',
  ])
  const { Policy } = await organizations.describePolicy({ PolicyId })
  expect(Policy?.Content).toBe(allow('*'))
  const rcps = await organizations.listPolicies({ Filter: 'RESOURCE_CONTROL_POLICY' })
  expect(rcps.Policies).toEqual([])
})

test('a member learns that there is an organization, and no more', async () => {
  const { admin } = await organizationCloud()
  const { organizations } = admin(AWAY)
  const { Organization } = await organizations.describeOrganization()
  expect(Organization).toMatchObject({ Id: ORGANIZATION, MasterAccountId: HOME })
  expect(await refusal(organizations.listRoots())).toMatchObject({
    code: 'AccessDeniedException',
  })
})

test('without an organization there is nothing to ask for', async () => {
  const { organizations } = specCloud().root()
  expect(await refusal(organizations.describeOrganization())).toMatchObject({
    code: 'AWSOrganizationsNotInUseException',
    message: 'Your account is not a member of an organization.',
  })
})

test('what is not there is named', async () => {
  const { admin } = await organizationCloud()
  const { organizations } = admin()
  const parent = organizations.listAccountsForParent({ ParentId: 'ou-none-none' })
  expect(await refusal(parent)).toMatchObject({ code: 'ParentNotFoundException' })
  const policy = organizations.describePolicy({ PolicyId: 'p-nothing00' })
  expect(await refusal(policy)).toMatchObject({ code: 'PolicyNotFoundException' })
  const account = organizations.describeAccount({ AccountId: '999999999999' })
  expect(await refusal(account)).toMatchObject({ code: 'AccountNotFoundException' })
})

test('a service is trusted once it is enabled', async () => {
  const { admin } = await organizationCloud({ trustedServices: [] })
  const { organizations, iam } = admin()
  await organizations.enableAWSServiceAccess({ ServicePrincipal: 'iam.amazonaws.com' })
  const { EnabledServicePrincipals } =
    await organizations.listAWSServiceAccessForOrganization()
  expect(EnabledServicePrincipals).toEqual([{ ServicePrincipal: 'iam.amazonaws.com' }])
  expect(await iam.listOrganizationsFeatures()).toMatchObject({ EnabledFeatures: [] })
})
