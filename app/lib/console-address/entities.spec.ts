import { describe, expect, test } from 'vitest'

import { consoleAddress } from '../console-address'
import { pb } from '../path-builder'

const HOME = 'https://console.aws.amazon.com/iam/home'
const EAST = 'https://us-east-1.console.aws.amazon.com/iam/home'
const V2 = 'https://console.aws.amazon.com/iamv2/home'
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess'
const OWN = 'arn:aws:iam::111122223333:policy/lab/Reports'
const GLUE = 'arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole'

const expectOurs = (address: string, ours: string) =>
  expect(consoleAddress(address)).toBe(ours)

describe('users', () => {
  const keys = pb.user('ann', 'security_credentials')
  const created = { permissionType: 'attach', policies: ADMIN }
  test.each([
    [`${HOME}#/users`, pb.users()],
    [`${HOME}#users`, pb.users()],
    [`${HOME}#users/`, pb.users()],
    [`${HOME}#users。`, pb.users()],
    [`${HOME}#users)`, pb.users()],
    ['https://console.aws.amazon.com/iam/?#users', pb.users()],
    [`${HOME}?region=us-east-1#s=Users`, pb.users()],
    [`${HOME}#/users/ann`, pb.user('ann')],
    [`${HOME}#/users/details/ann`, pb.user('ann')],
    [
      `${V2}?region=us-east-1#/users/details/ann?section=permissions`,
      pb.user('ann', 'permissions'),
    ],
    [`${EAST}?region=af-south-1#/users/details/ann?section=security_credentials`, keys],
    [`${HOME}?#/users/ann?section=security_credentials`, keys],
    [`${HOME}#/users/details/ann$security_credentials`, keys],
    [`${HOME}#/users/ann$securityCredentials`, keys],
    [`${V2}#/users/details/ann/create-access-key`, pb.userCreateAccessKey('ann')],
    [`${V2}#/users/details/ann/mfa`, pb.userAssignMfa('ann')],
    [`${HOME}#/users/details/ann?section=groups`, pb.user('ann', 'groups')],
    [`${HOME}#/users/details/ann?section=tags`, pb.user('ann', 'tags')],
    [`${HOME}#/users/details/ann?section=access_advisor`, pb.user('ann', 'access_advisor')],
    [`${HOME}#/users/details/ann?section=nowhere`, pb.user('ann')],
    [`${HOME}#/users/details/ann%40example.com`, pb.user('ann@example.com')],
    [`${HOME}#/users/ann.b`, pb.user('ann.b')],
    [`${HOME}#/users/details/ann/add-permissions`, pb.userAddPermissions('ann')],
    [`${HOME}#/users/ann$addPermissions?step=permissions`, pb.userAddPermissions('ann')],
    [
      `${EAST}?region=eu-north-1#/users/details/ann/createPolicy?step=addPermissions`,
      pb.userCreatePolicy('ann'),
    ],
    [`${HOME}#/users/ann$createPolicy?step=edit`, pb.userCreatePolicy('ann')],
    [
      `${EAST}#/users/details/ann/editPolicy/Play?step=addPermissions`,
      pb.userEditPolicy('ann', 'Play'),
    ],
    [`${HOME}#/users/create`, pb.userCreate()],
    [`${V2}#/users/create`, pb.userCreate()],
    [`${HOME}?#/users$new`, pb.userCreate()],
    [`${HOME}#/users$new?step=details`, pb.userCreate({ step: 'details' })],
    [
      `${HOME}?region=undefined#/users$new?step=details&accessKey&permissionType=policies&policies=arn:aws:iam::aws:policy%2FAdministratorAccess`,
      pb.userCreate({ accessKey: 'true', ...created, step: 'details' }),
    ],
    [
      `${HOME}?region=us-east-2#/users$new?step=final&accessKey&userNames=ann&permissionType=policies&policies=arn:aws:iam::aws:policy%2FAdministratorAccess`,
      pb.userCreate({ userNames: 'ann', accessKey: 'true', ...created, step: 'review' }),
    ],
    [
      `${HOME}#/users$new?step=review&userNames=ann&userNames=bob&login&groups=Players`,
      pb.userCreate({
        userNames: 'ann,bob',
        consoleAccess: 'true',
        permissionType: 'groups',
        groups: 'Players',
        step: 'review',
      }),
    ],
    [
      `${HOME}#/users/create?userName=ann&step=permissions`,
      pb.userCreate({ userNames: 'ann', step: 'permissions' }),
    ],
  ])('%s', expectOurs)
})

describe('policies', () => {
  test.each([
    [`${HOME}#/policies`, pb.policies()],
    [`${HOME}#policies`, pb.policies()],
    [`${HOME}#/policies/create`, pb.policyCreate()],
    [`${HOME}#/policies$new`, pb.policyCreate()],
    [`${HOME}?region=us-east-1#/policies$new?step=edit`, pb.policyCreate()],
    [`${HOME}#policies/${ADMIN}`, pb.policy(ADMIN)],
    [`${HOME}#/policies/${ADMIN}`, pb.policy(ADMIN)],
    [
      `${HOME}?region=ap-southeast-1#/policies/${encodeURIComponent(ADMIN)}`,
      pb.policy(ADMIN),
    ],
    [`${HOME}#/policies/arn:aws:iam::aws:policy%2FAdministratorAccess`, pb.policy(ADMIN)],
    [`${HOME}#/policies/${ADMIN}$jsonEditor`, pb.policy(ADMIN, undefined, 'json')],
    [`${HOME}?#/policies/${GLUE}$jsonEditor`, pb.policy(GLUE, undefined, 'json')],
    [
      `${HOME}#/policies/${ADMIN}$serviceLevelSummary`,
      pb.policy(ADMIN, undefined, 'summary'),
    ],
    [
      `${EAST}#/policies/${GLUE}$serviceLevelSummary`,
      pb.policy(GLUE, undefined, 'summary'),
    ],
    [
      `${HOME}?region=x#/policies/${OWN}/$serviceLevelSummary`,
      pb.policy(OWN, undefined, 'summary'),
    ],
    [
      `${HOME}?region=us-east-1#/policies/${GLUE}$serviceLevelSummary?section=permissions`,
      pb.policy(GLUE, 'permissions', 'summary'),
    ],
    [
      `${HOME}#/policies/${encodeURIComponent(GLUE)}%24jsonEditor`,
      pb.policy(GLUE, undefined, 'json'),
    ],
    [`${EAST}#/policies/details/${encodeURIComponent(GLUE)}`, pb.policy(GLUE)],
    [`${EAST}#/policies/details/${GLUE}`, pb.policy(GLUE)],
    [
      `${EAST}#/policies/details/${encodeURIComponent(encodeURIComponent(GLUE))}`,
      pb.policy(GLUE),
    ],
    [
      `${HOME}#/policies/details/${encodeURIComponent(OWN)}?section=permissions`,
      pb.policy(OWN, 'permissions'),
    ],
    [
      `${HOME}#/policies/details/${encodeURIComponent(OWN)}?section=entities_attached`,
      pb.policy(OWN, 'entities_attached'),
    ],
    [`${HOME}#/policies/${OWN}?section=policyUsage`, pb.policy(OWN, 'entities_attached')],
    [`${HOME}#/policies/${OWN}?section=versions`, pb.policy(OWN, 'policy_versions')],
    [
      `${HOME}#/policies/details/${encodeURIComponent(OWN)}?section=tags`,
      pb.policy(OWN, 'tags'),
    ],
    [
      `${HOME}#/policies/details/${encodeURIComponent(OWN)}/edit?step=edit`,
      pb.policyEdit(OWN),
    ],
    [`${HOME}#/policies/${OWN}$edit`, pb.policyEdit(OWN)],
    [`${HOME}#/policies/details/Reports`, pb.policy('Reports')],
    [
      `${HOME}#/policies$inlineEdit?groupId=Players&policyName=p`,
      pb.group('Players', 'permissions'),
    ],
  ])('%s', expectOurs)
})

describe('groups and the other pages', () => {
  test.each([
    [`${HOME}#/groups`, pb.groups()],
    [`${HOME}#groups`, pb.groups()],
    [`${HOME}#/groups/Players`, pb.group('Players')],
    [
      `${V2}#/groups/details/Players?section=permissions`,
      pb.group('Players', 'permissions'),
    ],
    [`${V2}#/groups/details/Players?section=users`, pb.group('Players', 'users')],
    [`${HOME}#/groups/create`, pb.groupCreate()],
    [
      `${HOME}#/groups$new?step=name&groupName=Players`,
      pb.groupCreate({ groupName: 'Players' }),
    ],
    [`${HOME}#/groups/details/Players/attach-policies`, pb.groupAttachPolicies('Players')],
    [`${HOME}#/groups/details/Players/createPolicy`, pb.groupCreatePolicy('Players')],
    [`${HOME}#/home`, pb.iam()],
    [HOME, pb.iam()],
    [`${HOME}#`, pb.iam()],
    [`${HOME}#/`, pb.iam()],
    [`${HOME}?region=us-east-1`, pb.iam()],
    ['https://console.aws.amazon.com/iam', pb.iam()],
    ['https://console.aws.amazon.com/iam/', pb.iam()],
    ['https://console.aws.amazon.com/iam/?trk=abc&sc_channel=el', pb.iam()],
    ['https://us-east-1.console.aws.amazon.com/iam/?region=us-east-1#', pb.iam()],
    ['https://console.aws.amazon.com/iamv2/', pb.iam()],
    [`${V2}#/home`, pb.iam()],
    [`${HOME}#/dashboard`, pb.iam()],
    [`${HOME}/#/users`, pb.users()],
    ['https://console.aws.amazon.com/iam#/users', pb.users()],
    ['https://console.aws.amazon.com/iam/#/users', pb.users()],
    ['https://console.aws.amazon.com/IAM/home#/users', pb.users()],
    [`${HOME}#/providers`, pb.identityProviders()],
    [
      `${HOME}#/providers/arn:aws:iam::111122223333:oidc-provider/id.example.com`,
      pb.identityProvider('arn:aws:iam::111122223333:oidc-provider/id.example.com'),
    ],
    [`${EAST}#/identity_providers`, pb.identityProviders()],
    [`${V2}?#/identity_providers/create`, pb.identityProviderCreate()],
    [
      `${V2}#/identity_providers/details/SAML/arn%3Aaws%3Aiam%3A%3A111122223333%3Asaml-provider%2FCorp`,
      pb.identityProvider('arn:aws:iam::111122223333:saml-provider/Corp'),
    ],
    [
      `${HOME}#/identity_providers/details/OPENID/arn%3Aaws%3Aiam%3A%3A1`,
      pb.identityProviders(),
    ],
    [`${HOME}#/account_settings`, pb.accountSettings()],
    [`${HOME}#account_settings`, pb.accountSettings()],
    [`${HOME}#/credential_report`, pb.credentialReport()],
    [`${HOME}#credential_report`, pb.credentialReport()],
    [`${HOME}#security_credential`, pb.securityCredentials()],
    [`${HOME}?#/security_credential`, pb.securityCredentials()],
    [`${HOME}?region=us-east-1#/security_credentials`, pb.securityCredentials()],
    [`${HOME}?region=us-east-2#/security_credentials$access_key`, pb.securityCredentials()],
    [
      `${HOME}?region=eu-west-1#/security_credentials?credentials=codecommit`,
      pb.securityCredentials(),
    ],
    [`${EAST}#/security_credentials/access-key-wizard`, pb.ownAccessKeyCreate()],
    [`${EAST}#/security_credentials/mfa`, pb.ownMfaAssign()],
    [`${HOME}#/organization_activity`, pb.organizationActivity()],
    [`${HOME}?state=hashArgs%23%2Froles&isauthcode=true`, pb.roles()],
  ])('%s', expectOurs)
})
