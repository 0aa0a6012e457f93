/** The same calls, made directly and with the SDK: the same answers, and the same world. */
import * as Iam from '@aws-sdk/client-iam'
import * as Sts from '@aws-sdk/client-sts'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createTestIdentityProvider } from '~/engine'
import type { AwsClient } from '~/engine/api'
import { certificate, rsaKey } from '~/engine/operations/spec-certificates'
import {
  allow,
  policyArn,
  roleArn,
  specCloud,
  trusting,
  userArn,
} from '~/engine/spec-cloud'
import { codeOfStep, stepAt } from '~/engine/totp'
import { methodOf } from './door'
import { createEndpoint } from './endpoint'
import { listen, type Listening } from './node-server'
import { send } from './spec-endpoint'

type Answers = Record<string, Record<string, never>>
type Step = [operation: string, input?: object | ((answers: Answers) => object)]

const key = rsaKey()
const body = certificate(key.spki)
const idp = createTestIdentityProvider()
const S3_READ = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'
const Ada = { UserName: 'Ada' }
const Team = { GroupName: 'Team' }
const Crew = { RoleName: 'Crew' }
const Own = { PolicyArn: policyArn('Own') }
const tags = (Value: string) => [{ Key: 'team', Value }]
const hard = 'a b+c/ü=@'

/** What an answer before has said; the types are the SDK's and checked there. */
const from = (answers: Answers, operation: string, ...path: string[]): string =>
  path.reduce<unknown>((value, name) => Object(value)[name], answers[operation]) as string

const codes = (answers: Answers) => {
  const seed = Reflect.get(
    Object(answers.CreateVirtualMFADevice).VirtualMFADevice,
    'Base32StringSeed'
  )
  const text = new TextDecoder().decode(seed)
  const step = stepAt('2026-01-15T09:00:00.000Z')
  return {
    AuthenticationCode1: codeOfStep(text, step),
    AuthenticationCode2: codeOfStep(text, step + 1),
  }
}

const SerialNumber = (answers: Answers) =>
  from(answers, 'CreateVirtualMFADevice', 'VirtualMFADevice', 'SerialNumber')

const iamSteps: Step[] = [
  ['CreateUser', { ...Ada, Path: '/staff/', Tags: tags(hard) }],
  ['GetUser', Ada],
  ['ListUsers', { PathPrefix: '/staff/' }],
  ['TagUser', { ...Ada, Tags: [{ Key: 'floor', Value: '' }] }],
  ['ListUserTags', Ada],
  ['UntagUser', { ...Ada, TagKeys: ['floor'] }],
  ['UpdateUser', { ...Ada, NewPath: '/' }],
  ['CreateGroup', Team],
  ['AddUserToGroup', { ...Team, ...Ada }],
  ['GetGroup', Team],
  ['ListGroups'],
  ['ListGroupsForUser', Ada],
  [
    'CreatePolicy',
    {
      PolicyName: 'Own',
      PolicyDocument: allow('s3:GetObject', 'arn:aws:s3:::b/${aws:username}/*'),
      Description: '<b>"Own" & none\'s',
      Tags: tags('blue'),
    },
  ],
  ['GetPolicy', Own],
  ['ListPolicies', { Scope: 'Local', OnlyAttached: false }],
  ['CreatePolicyVersion', { ...Own, PolicyDocument: allow('s3:*'), SetAsDefault: true }],
  ['GetPolicyVersion', { ...Own, VersionId: 'v1' }],
  ['ListPolicyVersions', Own],
  ['SetDefaultPolicyVersion', { ...Own, VersionId: 'v1' }],
  ['DeletePolicyVersion', { ...Own, VersionId: 'v2' }],
  ['TagPolicy', { ...Own, Tags: tags('red') }],
  ['ListPolicyTags', Own],
  ['AttachUserPolicy', { ...Ada, ...Own }],
  ['ListAttachedUserPolicies', Ada],
  ['PutUserPolicy', { ...Ada, PolicyName: 'p', PolicyDocument: allow('iam:Get*') }],
  ['GetUserPolicy', { ...Ada, PolicyName: 'p' }],
  ['ListUserPolicies', Ada],
  ['PutGroupPolicy', { ...Team, PolicyName: 'p', PolicyDocument: allow('sts:*') }],
  ['GetGroupPolicy', { ...Team, PolicyName: 'p' }],
  ['ListGroupPolicies', Team],
  ['AttachGroupPolicy', { ...Team, PolicyArn: S3_READ }],
  ['ListAttachedGroupPolicies', Team],
  ['PutUserPermissionsBoundary', { ...Ada, PermissionsBoundary: S3_READ }],
  ['DeleteUserPermissionsBoundary', Ada],
  ['CreateLoginProfile', { ...Ada, Password: 'Ada-2026+&=%', PasswordResetRequired: true }],
  ['GetLoginProfile', Ada],
  ['UpdateLoginProfile', { ...Ada, PasswordResetRequired: false }],
  ['CreateAccessKey', Ada],
  ['ListAccessKeys', Ada],
  [
    'UpdateAccessKey',
    (found) => ({
      ...Ada,
      AccessKeyId: from(found, 'CreateAccessKey', 'AccessKey', 'AccessKeyId'),
      Status: 'Inactive',
    }),
  ],
  [
    'GetAccessKeyLastUsed',
    (found) => ({
      AccessKeyId: from(found, 'CreateAccessKey', 'AccessKey', 'AccessKeyId'),
    }),
  ],
  ['CreateVirtualMFADevice', { VirtualMFADeviceName: 'phone', Tags: tags('x') }],
  ['ListVirtualMFADevices', { AssignmentStatus: 'Unassigned' }],
  [
    'EnableMFADevice',
    (found) => ({ ...Ada, SerialNumber: SerialNumber(found), ...codes(found) }),
  ],
  ['ListMFADevices', Ada],
  ['ListMFADeviceTags', (found) => ({ SerialNumber: SerialNumber(found) })],
  ['DeactivateMFADevice', (found) => ({ ...Ada, SerialNumber: SerialNumber(found) })],
  ['UploadSigningCertificate', { ...Ada, CertificateBody: body }],
  ['ListSigningCertificates', Ada],
  [
    'UploadServerCertificate',
    {
      ServerCertificateName: 'site',
      CertificateBody: body,
      PrivateKey: key.pkcs8,
      Tags: tags('web'),
    },
  ],
  ['GetServerCertificate', { ServerCertificateName: 'site' }],
  ['ListServerCertificates'],
  ['UploadSSHPublicKey', { ...Ada, SSHPublicKeyBody: rsaKey().pem }],
  ['ListSSHPublicKeys', Ada],
  ['CreateServiceSpecificCredential', { ...Ada, ServiceName: 'codecommit.amazonaws.com' }],
  ['ListServiceSpecificCredentials', Ada],
  [
    'CreateRole',
    {
      ...Crew,
      AssumeRolePolicyDocument: trusting(userArn('Admin')),
      Description: 'first\nsecond\tline',
      MaxSessionDuration: 7200,
      PermissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess',
      Tags: tags(hard),
    },
  ],
  ['GetRole', Crew],
  ['ListRoles'],
  ['UpdateRole', { ...Crew, MaxSessionDuration: 3600 }],
  ['UpdateRoleDescription', { ...Crew, Description: '' }],
  ['UpdateAssumeRolePolicy', { ...Crew, PolicyDocument: trusting(userArn('Admin')) }],
  ['ListRoleTags', Crew],
  ['AttachRolePolicy', { ...Crew, PolicyArn: S3_READ }],
  ['ListAttachedRolePolicies', Crew],
  ['PutRolePolicy', { ...Crew, PolicyName: 'p', PolicyDocument: allow('iam:*') }],
  ['GetRolePolicy', { ...Crew, PolicyName: 'p' }],
  ['ListRolePolicies', Crew],
  ['CreateInstanceProfile', { InstanceProfileName: 'box' }],
  ['AddRoleToInstanceProfile', { InstanceProfileName: 'box', ...Crew }],
  ['GetInstanceProfile', { InstanceProfileName: 'box' }],
  ['ListInstanceProfiles'],
  ['ListInstanceProfilesForRole', Crew],
  ['ListEntitiesForPolicy', { PolicyArn: S3_READ }],
  ['CreateAccountAlias', { AccountAlias: 'lab-2026' }],
  ['ListAccountAliases'],
  [
    'UpdateAccountPasswordPolicy',
    { MinimumPasswordLength: 12, RequireSymbols: true, MaxPasswordAge: 90 },
  ],
  ['GetAccountPasswordPolicy'],
  ['GetAccountSummary'],
  ['GetAccountAuthorizationDetails'],
  ['GetAccountAuthorizationDetails', { Filter: ['User', 'Role'] }],
  ['GenerateCredentialReport'],
  ['GetCredentialReport'],
  ['CreateSAMLProvider', { Name: 'corp', SAMLMetadataDocument: idp.metadata() }],
  [
    'GetSAMLProvider',
    (found) => ({ SAMLProviderArn: from(found, 'CreateSAMLProvider', 'SAMLProviderArn') }),
  ],
  ['ListSAMLProviders'],
  [
    'CreateOpenIDConnectProvider',
    {
      Url: 'https://idp.example.com',
      ClientIDList: ['a', 'b'],
      ThumbprintList: ['0'.repeat(40)],
    },
  ],
  [
    'GetOpenIDConnectProvider',
    (found) => ({
      OpenIDConnectProviderArn: from(
        found,
        'CreateOpenIDConnectProvider',
        'OpenIDConnectProviderArn'
      ),
    }),
  ],
  ['ListOpenIDConnectProviders'],
  [
    'SimulateCustomPolicy',
    {
      PolicyInputList: [allow('s3:*'), allow('iam:List*')],
      ActionNames: ['s3:GetObject', 'iam:CreateUser'],
      ResourceArns: ['arn:aws:s3:::b/k'],
      ContextEntries: [
        {
          ContextKeyName: 'aws:SourceIp',
          ContextKeyValues: ['10.0.0.1'],
          ContextKeyType: 'ip',
        },
      ],
    },
  ],
  [
    'SimulatePrincipalPolicy',
    { PolicySourceArn: userArn('Ada'), ActionNames: ['s3:GetObject', 'iam:GetUser'] },
  ],
  ['GetContextKeysForCustomPolicy', { PolicyInputList: [allow('s3:*')] }],
  ['GetContextKeysForPrincipalPolicy', { PolicySourceArn: userArn('Ada') }],
  ['GenerateServiceLastAccessedDetails', { Arn: userArn('Admin') }],
  [
    'GetServiceLastAccessedDetails',
    (found) => ({
      JobId: from(found, 'GenerateServiceLastAccessedDetails', 'JobId'),
      MaxItems: 5,
    }),
  ],
  [
    'ListPoliciesGrantingServiceAccess',
    { Arn: userArn('Ada'), ServiceNamespaces: ['s3', 'iam'] },
  ],
  [
    'CreateServiceLinkedRole',
    { AWSServiceName: 'autoscaling.amazonaws.com', Description: 'x' },
  ],
  ['DeleteServiceLinkedRole', { RoleName: 'AWSServiceRoleForAutoScaling' }],
  [
    'GetServiceLinkedRoleDeletionStatus',
    (found) => ({
      DeletionTaskId: from(found, 'DeleteServiceLinkedRole', 'DeletionTaskId'),
    }),
  ],
  ['DeleteAccountAlias', { AccountAlias: 'lab-2026' }],
  ['RemoveUserFromGroup', { ...Team, ...Ada }],
]

const stsSteps: Step[] = [
  ['GetCallerIdentity'],
  ['GetSessionToken', { DurationSeconds: 900 }],
  ['GetFederationToken', { Name: 'fed', Policy: allow('s3:*'), Tags: tags('blue') }],
  [
    'AssumeRole',
    {
      RoleArn: roleArn('Crew'),
      RoleSessionName: 'crew',
      PolicyArns: [{ arn: S3_READ }],
      Tags: tags('blue'),
      TransitiveTagKeys: ['team'],
      SourceIdentity: 'Ada',
    },
  ],
  ['GetAccessKeyInfo', { AccessKeyId: 'ASIADHPWNEHFISVQUIRT' }],
]

/** A world with an administrator who has a key of long standing. */
async function newSide() {
  const spec = specCloud()
  const { iam } = spec.root()
  const Admin = { UserName: 'Admin' }
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
  await iam.createUser(Admin)
  await iam.attachUserPolicy({ ...Admin, PolicyArn })
  const { AccessKey } = await iam.createAccessKey(Admin)
  const credentials = {
    accessKeyId: AccessKey?.AccessKeyId ?? '',
    secretAccessKey: AccessKey?.SecretAccessKey ?? '',
  }
  return { ...spec, credentials }
}

let own: Awaited<ReturnType<typeof newSide>>
let theirs: Awaited<ReturnType<typeof newSide>>
let client: AwsClient
let server: Listening
let sdk: { iam: Iam.IAMClient; sts: Sts.STSClient }
const answers: Answers = {}

beforeAll(async () => {
  own = await newSide()
  theirs = await newSide()
  client = own.cloud.client(own.credentials)
  server = await listen(createEndpoint({ cloud: () => theirs.cloud, now: Date.now }))
  const { credentials } = theirs
  const config = { endpoint: server.url, region: 'us-east-1', credentials, maxAttempts: 1 }
  sdk = { iam: new Iam.IAMClient(config), sts: new Sts.STSClient(config) }
})

afterAll(async () => {
  sdk.iam.destroy()
  sdk.sts.destroy()
  await server.close()
})

const steps = [
  ...iamSteps.map(([name, input]) => ['iam', name, input] as const),
  ...stsSteps.map(([name, input]) => ['sts', name, input] as const),
]

test.each(steps)('%s %s', async (service, name, given = {}) => {
  const input = typeof given === 'function' ? given(answers) : given
  const answer = Object(await methodOf(client[service], name)?.(input))
  answers[name] = answer
  const sent = await send(sdk[service], service === 'iam' ? Iam : Sts, name, input)
  expect(sent).toEqual(answer)
})

test('the same calls leave the same world', async () => {
  await own.cloud.settled()
  await theirs.cloud.settled()
  expect(theirs.cloud.world).toEqual(own.cloud.world)
  expect(own.cloud.world.events.length).toBeGreaterThan(steps.length)
  expect(own.cloud.world.events.filter(({ errorCode }) => errorCode)).toEqual([])
})
