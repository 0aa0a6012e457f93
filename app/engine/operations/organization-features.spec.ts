/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html */
import { describe, expect, test } from 'vitest'
import { AWAY, allow, HOME, refusal, userArn } from '../spec-cloud'
import { ORGANIZATION, organizationCloud, organizationOf } from './spec-organization'

const chosen = { delegatedAdministrators: { 'iam.amazonaws.com': [AWAY] } }

describe('features for root users', () => {
  test('are turned on and off one by one, and listed', async () => {
    const { iam } = (await organizationCloud()).admin()
    const answer = (...EnabledFeatures: string[]) => ({
      OrganizationId: ORGANIZATION,
      EnabledFeatures,
    })
    const [credentials, sessions] = ['RootCredentialsManagement', 'RootSessions'] as const
    expect(await iam.listOrganizationsFeatures()).toEqual(answer())
    expect(await iam.enableOrganizationsRootSessions()).toEqual(answer(sessions))
    expect(await iam.enableOrganizationsRootCredentialsManagement()).toEqual(
      answer(credentials, sessions)
    )
    expect(await iam.enableOrganizationsRootSessions()).toEqual(
      answer(credentials, sessions)
    )
    expect(await iam.disableOrganizationsRootSessions()).toEqual(answer(credentials))
    expect(await iam.disableOrganizationsRootCredentialsManagement()).toEqual(answer())
    expect(await iam.disableOrganizationsRootCredentialsManagement()).toEqual(answer())
  })

  test('are the management account’s to turn on, and a delegate’s to see and turn off', async () => {
    const spec = await organizationCloud(chosen)
    await spec.admin().iam.enableOrganizationsRootSessions()
    const { iam } = spec.admin(AWAY)
    expect((await iam.listOrganizationsFeatures()).EnabledFeatures).toEqual([
      'RootSessions',
    ])
    for (const work of [
      () => iam.enableOrganizationsRootSessions(),
      () => iam.enableOrganizationsRootCredentialsManagement(),
    ]) {
      expect(await refusal(work())).toEqual({
        code: 'CallerIsNotManagementAccountException',
        message:
          'The request was rejected because the account making the request is not the management account for the organization.',
        status: 400,
      })
    }
    expect((await iam.disableOrganizationsRootSessions()).EnabledFeatures).toEqual([])
  })

  test.each([
    [
      'no organization',
      undefined,
      HOME,
      'OrganizationNotFoundException',
      'The request was rejected because no organization is associated with your account.',
    ],
    [
      'an organization of others',
      organizationOf({ managementAccount: AWAY, accounts: { [AWAY]: { path: [] } } }),
      HOME,
      'OrganizationNotFoundException',
      'The request was rejected because no organization is associated with your account.',
    ],
    [
      'billing alone',
      organizationOf({ featureSet: 'CONSOLIDATED_BILLING' }),
      HOME,
      'OrganizationNotInAllFeaturesModeException',
      'The request was rejected because your organization does not have All features enabled.',
    ],
    [
      'a member account',
      organizationOf(),
      AWAY,
      'AccountNotManagementOrDelegatedAdministratorException',
      'The request was rejected because the account making the request is not the management account or delegated administrator account for centralized root access.',
    ],
    [
      'no trusted access',
      organizationOf({ trustedServices: ['sso.amazonaws.com'] }),
      HOME,
      'ServiceAccessNotEnabledException',
      `Trusted Access for IAM not enabled by organization of input account ${HOME}.`,
    ],
  ])('are refused: %s', async (_, organization, account, code, message) => {
    const spec = await organizationCloud()
    spec.change(organization)
    const { iam } = spec.admin(account)
    const expected = { code, message, status: 400 }
    for (const work of [
      () => iam.listOrganizationsFeatures(),
      () => iam.enableOrganizationsRootSessions(),
      () => iam.enableOrganizationsRootCredentialsManagement(),
      () => iam.disableOrganizationsRootSessions(),
      () => iam.disableOrganizationsRootCredentialsManagement(),
    ]) {
      expect(await refusal(work())).toEqual(expected)
    }
  })

  test('need the permission, and are recorded', async () => {
    const spec = await organizationCloud()
    const { iam } = spec.root()
    await iam.createUser({ UserName: 'Reader' })
    const PolicyDocument = allow('iam:List*')
    await iam.putUserPolicy({ UserName: 'Reader', PolicyName: 'p', PolicyDocument })
    const reader = spec.client(userArn('Reader'))
    await reader.iam.listOrganizationsFeatures()
    expect(await refusal(reader.iam.enableOrganizationsRootSessions())).toEqual({
      code: 'AccessDenied',
      message: `User: ${userArn('Reader')} is not authorized to perform: iam:EnableOrganizationsRootSessions on resource: * because no identity-based policy allows the iam:EnableOrganizationsRootSessions action`,
      status: 403,
    })
    await spec.admin().iam.enableOrganizationsRootSessions()
    await spec.cloud.settled()
    const { events } = spec.cloud.world
    expect(
      events.filter(({ eventName }) => eventName !== 'ConsoleLogin').slice(-2)
    ).toMatchObject([
      { eventName: 'EnableOrganizationsRootSessions', errorCode: 'AccessDenied' },
      {
        eventName: 'EnableOrganizationsRootSessions',
        readOnly: false,
        responseElements: {
          organizationId: ORGANIZATION,
          enabledFeatures: ['RootSessions'],
        },
      },
    ])
  })
})
