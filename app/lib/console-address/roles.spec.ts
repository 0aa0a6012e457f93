import { describe, expect, test } from 'vitest'

import { consoleAddress } from '../console-address'
import { pb } from '../path-builder'

const HOME = 'https://console.aws.amazon.com/iam/home'
const EAST = 'https://us-east-1.console.aws.amazon.com/iam/home'
const V2 = 'https://us-east-1.console.aws.amazon.com/iamv2/home'
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess'
const READ = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const ec2 = { selectedService: 'EC2', selectedUseCase: 'EC2' }
const account = { trustedEntityType: 'AWS_ACCOUNT' }
const vendor = { ...account, awsAccount: '444455556666' }
const third = { ...vendor, isThirdParty: 'true', externalId: 'tenant-7' }
const service = { trustedEntityType: 'AWS_SERVICE' }

type Query = Record<string, string>

describe('a link to the create-role wizard', () => {
  const rows: [string, Query][] = [
    [`${HOME}#/roles/create`, {}],
    [`${EAST}?region=eu-west-1#/roles/create`, {}],
    [`${HOME}#/roles/create?step=selectEntities`, { step: 'type' }],
    [`${V2}?region=us-west-2#/roles/create?step=selectEntities`, { step: 'type' }],
    [`${HOME}#/roles$new`, {}],
    [`${HOME}#/roles$create`, {}],
    [`${HOME}#/roles%24new?step=type`, { step: 'type' }],
    [`${HOME}#roles$new`, {}],
    // an account of somebody else's
    [
      `${V2}#/roles/create?awsAccount=444455556666&step=review&trustedEntityType=AWS_ACCOUNT`,
      { ...vendor, step: 'review' },
    ],
    [
      `${V2}?region=us-east-1#/roles/create?awsAccount=444455556666&externalId=tenant-7&policies=arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FReadOnlyAccess&isThirdParty=true&step=review&trustedEntityType=AWS_ACCOUNT`,
      { ...third, policies: READ, step: 'review' },
    ],
    [
      `${HOME}#/roles/create?step=type&trustedEntityType=AWS_ACCOUNT&awsAccount=444455556666&isThirdParty=true&externalId=tenant-7&policies=arn:aws:iam::aws:policy%2FReadOnlyAccess`,
      { ...third, policies: READ, step: 'type' },
    ],
    [
      `${V2}#/roles/create?awsAccount=444455556666&step=selectEntities&trustedEntityType=AWS_ACCOUNT`,
      { ...vendor, step: 'type' },
    ],
    [`${HOME}#/roles/create?awsAccount=444455556666`, vendor],
    [
      `${HOME}#/roles/create?externalId=tenant-7`,
      { ...account, isThirdParty: 'true', externalId: 'tenant-7' },
    ],
    [`${HOME}#/roles/create?externalId=&awsAccount=444455556666`, vendor],
    [
      `${HOME}#/roles/create?isThirdParty&awsAccount=444455556666&externalId=tenant-7`,
      third,
    ],
    [
      `${HOME}#/roles/create?externalId=tenant-7&isThirdParty=false&awsAccount=444455556666`,
      { ...vendor, isThirdParty: 'false', externalId: 'tenant-7' },
    ],
    [
      `${HOME}#/roles/create?trustedEntityType=aws_account&AWSACCOUNT=444455556666&ExternalID=tenant-7`,
      third,
    ],
    [
      `${HOME}#/roles/create?trusted_entity_type=AwsAccount&aws_account=444455556666&external_id=tenant-7`,
      third,
    ],
    [
      `${HOME}#/roles/create?awsAccount=arn:aws:iam::444455556666:root&externalId=tenant-7`,
      third,
    ],
    [
      `${HOME}#/roles/create?awsAccount=444455556666&amp;externalId=tenant-7&amp;roleName=Vendor`,
      { ...third, roleName: 'Vendor' },
    ],
    [
      `${HOME}#/roles/create?awsAccount=444455556666&requireMFA=true`,
      { ...vendor, requireMfa: 'true' },
    ],
    [
      `${HOME}#/roles/create?awsAccount=444455556666&mfa=1`,
      { ...vendor, requireMfa: 'true' },
    ],
    [
      `${HOME}#/roles/create?awsAccount=444455556666&isMfaRequired`,
      { ...vendor, requireMfa: 'true' },
    ],
    [`${HOME}#/roles/create?awsAccount=444455556666&requireMFA=false`, vendor],
    [
      `${HOME}#/roles/create?awsAccount=YourAccountID`,
      { ...account, awsAccount: 'YourAccountID' },
    ],
    [
      `${HOME}#/roles/create?awsAccount=444455556666&externalId=a%20b%25`,
      { ...third, externalId: 'a b%' },
    ],
    [
      `${HOME}#/roles/create?awsAccount=444455556666&externalId=a+b%2Fc`,
      { ...third, externalId: 'a+b/c' },
    ],
    [
      `${HOME}?trustedEntityType=AWS_ACCOUNT&region=us-east-1#/roles/create?awsAccount=444455556666`,
      vendor,
    ],
    // the same in 2021
    [
      `${HOME}?region=us-east-2#/roles$new?step=type&roleType=crossAccount`,
      { ...account, accountType: 'another', step: 'type' },
    ],
    [
      `${HOME}?#/roles$new?step=type&roleType=crossAccount&accountID=444455556666`,
      { ...vendor, step: 'type' },
    ],
    [
      `${HOME}?#/roles$new?step=type&roleType=crossAccount&isThirdParty&accountID=444455556666&externalID=tenant-7&roleName=Vendor&policies=arn:aws:iam::aws:policy%2FReadOnlyAccess`,
      { ...third, policies: READ, roleName: 'Vendor', step: 'type' },
    ],
    [
      `${HOME}?region=eu-west-1#/roles$new?step=review&roleType=crossAccount&accountID=444455556666&policies=arn:aws:iam::aws:policy%2FAdministratorAccess`,
      { ...vendor, policies: ADMIN, step: 'review' },
    ],
    [
      `${HOME}#/roles$new?step=type&roleType=crossAccount&isThirdParty`,
      { ...account, accountType: 'another', isThirdParty: 'true', step: 'type' },
    ],
    // a service
    [
      `${EAST}?region=ap-southeast-1#/roles/create?trustedEntityType=AWS_SERVICE&selectedService=EC2&selectedUseCase=EC2`,
      { ...service, ...ec2 },
    ],
    [
      `${EAST}?region=ap-southeast-1#/roles/create?trustedEntityType=AWS_SERVICE&selectedService=Lambda&selectedUseCase=Lambda`,
      { ...service, selectedService: 'Lambda', selectedUseCase: 'Lambda' },
    ],
    [
      `${EAST}?region=us-east-1#/roles/create?selectedUseCase=SimpleSystemsManagerServiceRole&trustedEntityType=AWS_SERVICE&selectedService=EC2&policies=arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FAmazonSSMManagedInstanceCore`,
      {
        ...service,
        selectedService: 'EC2',
        selectedUseCase: 'SimpleSystemsManagerServiceRole',
        policies: 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
      },
    ],
    [
      `${EAST}#/roles/create?selectedUseCase=AmazonEKSClusterPolicy&trustedEntityType=AWS_SERVICE&selectedService=AmazonEKS`,
      {
        ...service,
        selectedService: 'AmazonEKS',
        selectedUseCase: 'AmazonEKSClusterPolicy',
      },
    ],
    [
      `${V2}?region=us-east-2#/roles/create?commonUseCase=EC2&step=addPermission&trustedEntityType=AWS_SERVICE`,
      { ...service, ...ec2, step: 'permissions' },
    ],
    [
      `${HOME}#/roles$new?step=review&commonUseCase=EC2%2BEC2&selectedUseCase=EC2&policies=arn:aws:iam::aws:policy%2FAdministratorAccess`,
      { ...service, ...ec2, policies: ADMIN, step: 'review' },
    ],
    [
      `${HOME}?#/roles$new?step=type&commonUseCase=EC2%2BEC2&selectedUseCase=EC2&policies=arn:aws:iam::aws:policy%2FAdministratorAccess&roleName=lab-admin`,
      { ...service, ...ec2, policies: ADMIN, roleName: 'lab-admin', step: 'type' },
    ],
    [
      `${HOME}#/roles%24new?step=review&commonUseCase=EC2%2BEC2&selectedUseCase=EC2&policies=arn:aws:iam::aws:policy%2FAdministratorAccess`,
      { ...service, ...ec2, policies: ADMIN, step: 'review' },
    ],
    [
      `${HOME}#/roles$new?step=permissions&commonUseCase=Lambda%2BLambda&selectedUseCase=Lambda`,
      {
        ...service,
        selectedService: 'Lambda',
        selectedUseCase: 'Lambda',
        step: 'permissions',
      },
    ],
    [
      `${HOME}?region=eu-central-1#/roles$new?step=review&commonUseCase=Lambda%2BLambda&selectedUseCase=Lambda&policies=arn:aws:iam::aws:policy%2FReadOnlyAccess&policies=arn:aws:iam::aws:policy%2FAdministratorAccess`,
      {
        ...service,
        selectedService: 'Lambda',
        selectedUseCase: 'Lambda',
        policies: `${READ},${ADMIN}`,
        step: 'review',
      },
    ],
    // policies, alone and in every writing
    [`${V2}?region=us-east-1#/roles/create?policies=arn`, { policies: 'arn' }],
    [`${HOME}#/roles/create?policies=${READ},${ADMIN}`, { policies: `${READ},${ADMIN}` }],
    [
      `${HOME}#/roles/create?policies=${encodeURIComponent(`${READ},${ADMIN}`)}`,
      { policies: `${READ},${ADMIN}` },
    ],
    [
      `${HOME}#/roles/create?policies[]=${READ}&policies[]=${ADMIN}`,
      { policies: `${READ},${ADMIN}` },
    ],
    [
      `${HOME}#/roles/create?policies=${encodeURIComponent(encodeURIComponent(READ))}`,
      { policies: READ },
    ],
    [
      `${HOME}#/roles/create?policyArn=${READ}&policies=${ADMIN}`,
      { policies: `${ADMIN},${READ}` },
    ],
    [
      `${HOME}#/roles/create?policies=${encodeURIComponent(JSON.stringify([READ, ADMIN]))}`,
      { policies: `${READ},${ADMIN}` },
    ],
    // identity providers
    [
      `${HOME}#/roles/create?trustedEntityType=WEB_IDENTITY`,
      { trustedEntityType: 'WEB_IDENTITY' },
    ],
    [
      `${HOME}#/roles/create?trustedEntityType=WEB_IDENTITY&identityProvider=token.actions.githubusercontent.com&audience=sts.amazonaws.com`,
      {
        trustedEntityType: 'WEB_IDENTITY',
        identityProvider: 'token.actions.githubusercontent.com',
        audience: 'sts.amazonaws.com',
      },
    ],
    [
      `${HOME}#/roles$new?step=type&roleType=webIdentity`,
      { trustedEntityType: 'WEB_IDENTITY', step: 'type' },
    ],
    [
      `${HOME}#/roles/create?trustedEntityType=SAML`,
      { trustedEntityType: 'SAML_2_0_FEDERATION' },
    ],
    [
      `${HOME}#/roles/create?trustedEntityType=SAML_2_0_FEDERATION`,
      { trustedEntityType: 'SAML_2_0_FEDERATION' },
    ],
    [
      `${HOME}#/roles/create?trustedEntityType=SAML_2.0`,
      { trustedEntityType: 'SAML_2_0_FEDERATION' },
    ],
    [
      `${HOME}#/roles$new?step=type&roleType=saml`,
      { trustedEntityType: 'SAML_2_0_FEDERATION', step: 'type' },
    ],
    [
      `${HOME}#/roles/create?provider=arn:aws:iam::111122223333:saml-provider/Directory`,
      {
        trustedEntityType: 'SAML_2_0_FEDERATION',
        identityProvider: 'arn:aws:iam::111122223333:saml-provider/Directory',
      },
    ],
    // the rest
    [
      `${HOME}#/roles/create?trustedEntityType=CUSTOM_TRUST_POLICY`,
      { trustedEntityType: 'CUSTOM_TRUST_POLICY' },
    ],
    [
      `${HOME}#/roles/create?trustPolicy=%7B%22a+b%22%3A1%7D`,
      { trustedEntityType: 'CUSTOM_TRUST_POLICY', trustPolicy: '{"a b":1}' },
    ],
    [`${HOME}#/roles/create?trustedEntityType=SOMETHING_NEW&roleName=R`, { roleName: 'R' }],
    [
      `${HOME}#/roles/create?roleName=R&description=For+the%20team&tags=team=red,owner=ann`,
      { roleName: 'R', description: 'For the team', tags: 'team=red,owner=ann' },
    ],
    [
      `${HOME}#/roles/create?roleDescription=For%20us&tag=a=1&tag=b=2`,
      { description: 'For us', tags: 'a=1,b=2' },
    ],
    [
      `${HOME}#/roles/create?permissionsBoundary=${encodeURIComponent(READ)}`,
      { permissionsBoundary: READ },
    ],
    [`${HOME}#/roles/create?roleName=A%2BB&step=nonsense`, { roleName: 'A+B' }],
    // the part behind the hash was encoded once more, or lost its question mark
    [
      `${HOME}?region=us-east-1#%2Froles%2Fcreate%3FtrustedEntityType%3DAWS_ACCOUNT%26awsAccount%3D444455556666%26externalId%3Dtenant-7%26policies%3Darn%253Aaws%253Aiam%253A%253Aaws%253Apolicy%252FReadOnlyAccess`,
      { ...third, policies: READ },
    ],
    [`${HOME}#/roles/create%3FawsAccount%3D444455556666`, vendor],
    [`${HOME}#/roles/create&awsAccount=444455556666`, vendor],
    [`${HOME}#/roles/create/?awsAccount=444455556666`, vendor],
    [`${HOME}%23/roles/create?awsAccount=444455556666`, vendor],
    [`${HOME}#!/roles/create?awsAccount=444455556666`, vendor],
  ]

  test.each(rows)('%s', (address, query) => {
    const found = new URL(consoleAddress(address) ?? '', 'http://x')
    expect(found.pathname).toBe(pb.roleCreate())
    expect(Object.fromEntries(found.searchParams)).toEqual(query)
  })

  test('says the same when it is read again', () => {
    for (const [address] of rows) {
      const once = consoleAddress(address) ?? ''
      const again = once.replace(pb.roleCreate(), '/iam/home#/roles/create')
      expect(consoleAddress(again), address).toBe(once)
    }
  })
})

describe('a link to a role', () => {
  const trust = pb.role('Team', 'trust_relationships')
  test.each([
    [`${HOME}#/roles/details/Team`, pb.role('Team')],
    [`${HOME}?#/roles/details/Team?section=permissions`, pb.role('Team', 'permissions')],
    [`${V2}?region=us-east-1#/roles/details/Team?section=trust_relationships`, trust],
    [`${HOME}#/roles/Team?section=trust`, trust],
    [`${HOME}#/roles/Team?section=trustRelationships`, trust],
    [`${HOME}#/roles/Team$trustRelationships`, trust],
    [`${HOME}#/roles/details/Team?section=tags`, pb.role('Team', 'tags')],
    [
      `${HOME}#/roles/details/Team?section=access_advisor`,
      pb.role('Team', 'access_advisor'),
    ],
    [
      `${HOME}#/roles/details/Team?section=last_accessed`,
      pb.role('Team', 'access_advisor'),
    ],
    [
      `${HOME}#/roles/details/Team?section=revoke_sessions`,
      pb.role('Team', 'revoke_sessions'),
    ],
    [`${HOME}#/roles/details/Team?section=nowhere`, pb.role('Team')],
    [`${HOME}#/roles/details/Team/nowhere`, pb.role('Team')],
    [`${HOME}#/roles/Team`, pb.role('Team')],
    [`${HOME}#/roles/Team).`, pb.role('Team')],
    [`${HOME}#/roles/Team."`, pb.role('Team.')],
    [`${HOME}#roles/Team`, pb.role('Team')],
    [`${HOME}?#/roles/Team?section=permissions`, pb.role('Team', 'permissions')],
    [`${HOME}#/roles/service-role/Team`, pb.role('Team')],
    [
      `${HOME}#/roles/aws-service-role/es.amazonaws.com/AWSServiceRoleForES`,
      pb.role('AWSServiceRoleForES'),
    ],
    [`${HOME}#/roles/details/service-role%2FTeam`, pb.role('Team')],
    [`${HOME}#/roles/arn:aws:iam::111122223333:role/path/Team`, pb.role('Team')],
    [
      `${HOME}#/roles/details/arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2FTeam`,
      pb.role('Team'),
    ],
    [`${HOME}#/roles/details/A%2BB%40c`, pb.role('A+B@c')],
    [`${HOME}#/roles/details/A+B`, pb.role('A+B')],
    [`${HOME}#/roles/details/create`, pb.role('create')],
    [`${HOME}#/roles/details/Team/edit-trust-policy`, pb.roleTrustPolicyEdit('Team')],
    [`${HOME}#/roles/Team/edit-trust-policy`, pb.roleTrustPolicyEdit('Team')],
    [`${HOME}#/roles/Team$editTrustPolicy`, pb.roleTrustPolicyEdit('Team')],
    [`${HOME}#/roles/details/Team/attach-policies`, pb.roleAttachPolicies('Team')],
    [`${HOME}#/roles/Team$attachPolicies`, pb.roleAttachPolicies('Team')],
    [`${EAST}#/roles/Team$createPolicy?step=edit`, pb.roleCreatePolicy('Team')],
    [
      `${EAST}#/roles/details/Team/createPolicy?step=addPermissions`,
      pb.roleCreatePolicy('Team'),
    ],
    [
      `${EAST}#/roles/details/Team/editPolicy/Inline?step=addPermissions`,
      pb.roleEditPolicy('Team', 'Inline'),
    ],
    [`${HOME}#/roles`, pb.roles()],
    [`${HOME}#roles`, pb.roles()],
    [`${HOME}?#roles`, pb.roles()],
    [`${HOME}#/roles/`, pb.roles()],
    [`${HOME}#/roles?region=us-east-1`, pb.roles()],
    [`${HOME}#/roles/details/`, pb.roles()],
    [`${HOME}#/Roles`, pb.roles()],
    ['https://console.aws.amazon.com/iam/roles/details/Team', pb.role('Team')],
  ])('%s', (address, ours) => {
    expect(consoleAddress(address)).toBe(ours)
  })
})
