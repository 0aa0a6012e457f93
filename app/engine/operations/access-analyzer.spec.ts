import { beforeEach, describe, expect, test } from 'vitest'
import {
  allow,
  AWAY,
  document,
  HOME,
  refusal,
  specCloud,
  trusting,
  userArn,
} from '../spec-cloud'
import { organizationCloud, ORGANIZATION } from './spec-organization'

const ANALYZER = `arn:aws:access-analyzer:us-east-1:${HOME}:analyzer/Outside`
const DAY = 86_400

let spec: ReturnType<typeof specCloud>
beforeEach(() => {
  spec = specCloud()
})

const root = () => spec.root()

const create = (type: 'ACCOUNT' | 'ACCOUNT_UNUSED_ACCESS' = 'ACCOUNT') =>
  root().accessAnalyzer.createAnalyzer({ analyzerName: 'Outside', type })

async function found() {
  const { findings = [] } = await root().accessAnalyzer.listFindings({
    analyzerArn: ANALYZER,
  })
  return findings
}

const makeRole = (RoleName: string, AssumeRolePolicyDocument: string) =>
  root().iam.createRole({ RoleName, AssumeRolePolicyDocument })

const share = (...statements: Record<string, unknown>[]) =>
  root().s3.putBucketPolicy({
    Bucket: 'shared',
    Policy: document(...statements.map((each) => ({ Effect: 'Allow', ...each }))),
  })

const OBJECTS = 'arn:aws:s3:::shared/*'

describe('external access', () => {
  test('another account that a role trusts is found, and the own is not', async () => {
    await makeRole('Partner', trusting(AWAY))
    await makeRole('Own', trusting(HOME))
    await makeRole('Machine', trusting({ Service: 'ec2.amazonaws.com' }))
    await create()
    expect(await found()).toMatchObject([
      {
        resource: `arn:aws:iam::${HOME}:role/Partner`,
        resourceType: 'AWS::IAM::Role',
        principal: { AWS: AWAY },
        action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
        isPublic: false,
        status: 'ACTIVE',
      },
    ])
  })

  test('a condition on the way in is told and met', async () => {
    const Condition = { StringEquals: { 'sts:ExternalId': 'games' } }
    await makeRole('Partner', trusting(AWAY, { Condition }))
    await create()
    expect((await found())[0]?.condition).toEqual({ 'sts:ExternalId': 'games' })
  })

  test('everybody may read a public bucket', async () => {
    await root().s3.createBucket({ Bucket: 'shared' })
    await share({ Principal: '*', Action: 's3:GetObject', Resource: OBJECTS })
    await create()
    expect(await found()).toMatchObject([
      {
        resource: 'arn:aws:s3:::shared',
        principal: { AWS: '*' },
        action: ['s3:GetObject'],
        isPublic: true,
        sources: [{ type: 'POLICY' }],
      },
    ])
  })

  test('a star for the own account alone is no finding, an address is no public access', async () => {
    await root().s3.createBucket({ Bucket: 'shared' })
    const open = { Principal: '*', Action: 's3:GetObject', Resource: OBJECTS }
    await share({ ...open, Condition: { StringEquals: { 'aws:PrincipalAccount': HOME } } })
    await create()
    expect(await found()).toEqual([])
    await share({ ...open, Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } })
    expect(await found()).toMatchObject([
      { isPublic: false, condition: { 'aws:SourceIp': '192.0.2.0/24' } },
    ])
  })

  test('what is denied to strangers is no finding', async () => {
    await root().s3.createBucket({ Bucket: 'shared' })
    const open = { Principal: '*', Action: 's3:*', Resource: OBJECTS }
    const Condition = { StringNotEquals: { 'aws:PrincipalAccount': HOME } }
    await share(open, { ...open, Effect: 'Deny', Condition })
    await create()
    expect(await found()).toEqual([])
  })

  test('a role for an identity provider is found', async () => {
    const Url = 'https://id.example.com'
    await root().iam.createOpenIDConnectProvider({ Url, ClientIDList: ['games'] })
    const provider = `arn:aws:iam::${HOME}:oidc-provider/id.example.com`
    await makeRole(
      'Web',
      document({
        Effect: 'Allow',
        Principal: { Federated: provider },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { 'id.example.com:aud': 'games' } },
      })
    )
    await create()
    expect(await found()).toMatchObject([
      { principal: { Federated: provider }, action: ['sts:AssumeRoleWithWebIdentity'] },
    ])
  })
})

describe('the life of a finding', () => {
  beforeEach(async () => {
    await makeRole('Partner', trusting(AWAY))
    await create()
  })

  test('it is archived and made active again', async () => {
    const { accessAnalyzer } = root()
    const ids = (await found()).flatMap(({ id }) => id ?? [])
    const update = { analyzerArn: ANALYZER, ids }
    await accessAnalyzer.updateFindings({ ...update, status: 'ARCHIVED' })
    expect(await found()).toMatchObject([{ status: 'ARCHIVED' }])
    await accessAnalyzer.updateFindings({ ...update, status: 'ACTIVE' })
    expect(await found()).toMatchObject([{ status: 'ACTIVE' }])
  })

  test('it is resolved when the access is gone, and active when it is back', async () => {
    const PolicyDocument = trusting(HOME)
    const RoleName = 'Partner'
    const [before] = await found()
    spec.later(60)
    await root().iam.updateAssumeRolePolicy({ RoleName, PolicyDocument })
    const resolved = { id: before?.id, status: 'RESOLVED', updatedAt: new Date(spec.now()) }
    expect(await found()).toMatchObject([resolved])
    await spec.cloud.settled()
    await root().iam.updateAssumeRolePolicy({ RoleName, PolicyDocument: trusting(AWAY) })
    expect(await found()).toMatchObject([{ id: before?.id, status: 'ACTIVE' }])
  })

  test('a rule archives what comes after it, and what is there when it is applied', async () => {
    const { accessAnalyzer } = root()
    const rule = { analyzerName: 'Outside', ruleName: 'Known' }
    const filter = { 'principal.AWS': { eq: [AWAY] } }
    await accessAnalyzer.createArchiveRule({ ...rule, filter })
    await makeRole('Second', trusting(AWAY))
    const statuses = async () =>
      Object.fromEntries((await found()).map(({ resource, status }) => [resource, status]))
    expect(await statuses()).toEqual({
      [`arn:aws:iam::${HOME}:role/Partner`]: 'ACTIVE',
      [`arn:aws:iam::${HOME}:role/Second`]: 'ARCHIVED',
    })
    await accessAnalyzer.applyArchiveRule({ analyzerArn: ANALYZER, ruleName: 'Known' })
    expect(Object.values(await statuses())).toEqual(['ARCHIVED', 'ARCHIVED'])
    await accessAnalyzer.deleteArchiveRule(rule)
    expect((await accessAnalyzer.listArchiveRules(rule)).archiveRules).toEqual([])
  })
})

describe('unused access', () => {
  const list = async () => {
    const { findings = [] } = await root().accessAnalyzer.listFindingsV2({
      analyzerArn: ANALYZER,
    })
    return findings
  }

  test('nothing is unused on the first day, and all of it ninety days later', async () => {
    const { iam } = root()
    await makeRole('Idle', trusting(HOME))
    await iam.createUser({ UserName: 'Ann' })
    await iam.createAccessKey({ UserName: 'Ann' })
    await iam.createLoginProfile({ UserName: 'Ann', Password: 'Ann-2026-lab' })
    const PolicyDocument = allow('s3:*')
    await iam.putUserPolicy({ UserName: 'Ann', PolicyName: 'S3', PolicyDocument })
    await create('ACCOUNT_UNUSED_ACCESS')
    expect(await list()).toEqual([])
    spec.later(90 * DAY)
    const findings = await list()
    expect(findings.map(({ findingType }) => findingType).sort()).toEqual([
      'UnusedIAMRole',
      'UnusedIAMUserAccessKey',
      'UnusedIAMUserPassword',
      'UnusedPermission',
    ])
    const permission = findings.find((each) => each.findingType === 'UnusedPermission')
    const { findingDetails } = await root().accessAnalyzer.getFindingV2({
      analyzerArn: ANALYZER,
      id: permission?.id,
    })
    expect(findingDetails).toEqual([
      { unusedPermissionDetails: { serviceNamespace: 's3' } },
    ])
  })

  test('what is used is not found', async () => {
    const { iam } = root()
    await iam.createUser({ UserName: 'Ann' })
    const PolicyDocument = allow(['s3:ListAllMyBuckets', 'iam:ListUsers'])
    await iam.putUserPolicy({ UserName: 'Ann', PolicyName: 'Look', PolicyDocument })
    await create('ACCOUNT_UNUSED_ACCESS')
    spec.later(100 * DAY)
    const ann = spec.client(userArn('Ann'))
    await ann.s3.listBuckets()
    await spec.cloud.settled()
    const [finding] = await list()
    const { findingDetails } = await root().accessAnalyzer.getFindingV2({
      analyzerArn: ANALYZER,
      id: finding?.id,
    })
    expect(findingDetails).toEqual([
      { unusedPermissionDetails: { serviceNamespace: 'iam' } },
    ])
  })
})

describe('analyzers', () => {
  test('there is one for an account, with a role for the service', async () => {
    await create()
    const { iam, accessAnalyzer } = root()
    const RoleName = 'AWSServiceRoleForAccessAnalyzer'
    expect((await iam.getRole({ RoleName })).Role?.Path).toContain('aws-service-role')
    const again = { analyzerName: 'Second', type: 'ACCOUNT' as const }
    expect(await refusal(create())).toMatchObject({ code: 'ConflictException' })
    expect(await refusal(accessAnalyzer.createAnalyzer(again))).toMatchObject({
      code: 'ServiceQuotaExceededException',
    })
    await accessAnalyzer.deleteAnalyzer({ analyzerName: 'Outside' })
    expect((await accessAnalyzer.listAnalyzers()).analyzers).toEqual([])
  })

  test('a bad name and a missing analyzer are refused in the service’s words', async () => {
    const { accessAnalyzer } = root()
    const bad = accessAnalyzer.createAnalyzer({ analyzerName: '1', type: 'ACCOUNT' })
    expect(await refusal(bad)).toMatchObject({ code: 'ValidationException' })
    const missing = accessAnalyzer.getAnalyzer({ analyzerName: 'None' })
    expect(await refusal(missing)).toMatchObject({ status: 404 })
  })

  test('who has no permission is refused', async () => {
    await root().iam.createUser({ UserName: 'Ann' })
    const { accessAnalyzer } = spec.client(userArn('Ann'))
    expect(await refusal(accessAnalyzer.listAnalyzers())).toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining('access-analyzer:ListAnalyzers') as string,
    })
  })

  test('accounts of the organization are no strangers to its analyzer', async () => {
    const { admin } = await organizationCloud()
    const { iam, accessAnalyzer } = admin()
    const trusted = { AssumeRolePolicyDocument: trusting(AWAY) }
    await iam.createRole({ RoleName: 'Member', ...trusted })
    const others = trusting('*', {
      Condition: { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } },
    })
    await iam.createRole({ RoleName: 'Everyone', AssumeRolePolicyDocument: others })
    const count = async (type: 'ACCOUNT' | 'ORGANIZATION') => {
      const { arn } = await accessAnalyzer.createAnalyzer({ analyzerName: type, type })
      return (await accessAnalyzer.listFindings({ analyzerArn: arn })).findings?.length
    }
    expect(await count('ACCOUNT')).toBe(2)
    expect(await count('ORGANIZATION')).toBe(0)
  })
})

test('a policy is validated', async () => {
  const { findings } = await root().accessAnalyzer.validatePolicy({
    policyDocument: allow('s3:GetObjects'),
    policyType: 'IDENTITY_POLICY',
  })
  expect(findings).toMatchObject([{ findingType: 'ERROR', issueCode: 'INVALID_ACTION' }])
})
