import { beforeEach, describe, expect, test } from 'vitest'
import { AWAY, HOME, refusal, specCloud, trusting } from '../spec-cloud'
import { organizationCloud } from './spec-organization'

const arnOf = (name: string) => `arn:aws:access-analyzer:us-east-1:${HOME}:analyzer/${name}`
const DAY = 86_400

let spec: ReturnType<typeof specCloud>
beforeEach(() => {
  spec = specCloud()
})

const api = () => spec.root().accessAnalyzer

const unused = (unusedAccessAge?: number) =>
  api().createAnalyzer({
    analyzerName: 'Unused',
    type: 'ACCOUNT_UNUSED_ACCESS',
    configuration: { unusedAccess: { unusedAccessAge } },
  })

const INVALID = { code: 'ValidationException' }
const MISSING = { code: 'ResourceNotFoundException', status: 404 }

describe('an analyzer is not made', () => {
  test.each([0, 366, 1.5])('with a tracking period of %d days', async (age) => {
    expect(await refusal(unused(age))).toMatchObject(INVALID)
  })

  test('of a type that there is not', async () => {
    const input = { analyzerName: 'Inside', type: 'ACCOUNT_INTERNAL_ACCESS' as const }
    expect(await refusal(api().createAnalyzer(input))).toMatchObject(INVALID)
  })

  test('for an organization by who is in none', async () => {
    const input = { analyzerName: 'All', type: 'ORGANIZATION' as const }
    expect(await refusal(api().createAnalyzer(input))).toMatchObject({
      ...INVALID,
      message: expect.stringContaining('management account') as string,
    })
  })
})

test('an analyzer tells what it was made with, and is found by its type', async () => {
  await unused(30)
  await api().createAnalyzer({
    analyzerName: 'Outside',
    type: 'ACCOUNT',
    tags: { team: 'games' },
    archiveRules: [{ ruleName: 'Away', filter: { 'principal.AWS': { eq: [AWAY] } } }],
  })
  const { analyzers } = await api().listAnalyzers({ type: 'ACCOUNT_UNUSED_ACCESS' })
  expect(analyzers).toMatchObject([
    { name: 'Unused', configuration: { unusedAccess: { unusedAccessAge: 30 } } },
  ])
  const { analyzer } = await api().getAnalyzer({ analyzerName: 'Outside' })
  expect(analyzer?.tags).toEqual({ team: 'games' })
  const AssumeRolePolicyDocument = trusting(AWAY)
  await spec.root().iam.createRole({ RoleName: 'Partner', AssumeRolePolicyDocument })
  const { findings } = await api().listFindings({ analyzerArn: arnOf('Outside') })
  expect(findings).toMatchObject([{ status: 'ARCHIVED' }])
})

describe('a scan', () => {
  const scan = (name: string, resourceOwnerAccount?: string) =>
    api().startResourceScan({
      analyzerArn: arnOf(name),
      resourceArn: `arn:aws:iam::${HOME}:role/R`,
      resourceOwnerAccount,
    })

  test('is for external access, and for accounts of the zone', async () => {
    await unused()
    await api().createAnalyzer({ analyzerName: 'Outside', type: 'ACCOUNT' })
    expect(await scan('Outside')).toEqual({})
    expect(await refusal(scan('Outside', AWAY))).toMatchObject(INVALID)
    expect(await refusal(scan('Unused'))).toMatchObject(INVALID)
    expect(await refusal(scan('Nobody'))).toMatchObject(MISSING)
  })
})

describe('findings', () => {
  test('of unused access are told by the second version alone', async () => {
    await spec.root().iam.createRole({
      RoleName: 'Idle',
      AssumeRolePolicyDocument: trusting(HOME),
    })
    await unused()
    spec.later(100 * DAY)
    const analyzerArn = arnOf('Unused')
    expect(await refusal(api().listFindings({ analyzerArn }))).toMatchObject(INVALID)
    const { findings = [] } = await api().listFindingsV2({
      analyzerArn,
      filter: { findingType: { eq: ['UnusedIAMRole'] } },
    })
    const id = findings[0]?.id
    expect(await refusal(api().getFinding({ analyzerArn, id }))).toMatchObject(INVALID)
    const { findingDetails } = await api().getFindingV2({ analyzerArn, id })
    expect(findingDetails).toEqual([{ unusedIamRoleDetails: {} }])
  })

  test('tell of a key and of a password whose they are', async () => {
    const { iam } = spec.root()
    await iam.createUser({ UserName: 'Ann' })
    const { AccessKey } = await iam.createAccessKey({ UserName: 'Ann' })
    await iam.createLoginProfile({ UserName: 'Ann', Password: 'Ann-2026-lab' })
    await unused()
    spec.later(100 * DAY)
    const analyzerArn = arnOf('Unused')
    const { findings = [] } = await api().listFindingsV2({ analyzerArn })
    const details = await Promise.all(
      findings.map(async ({ id }) => {
        const found = await api().getFindingV2({ analyzerArn, id })
        return found.findingDetails?.[0]
      })
    )
    expect(details).toContainEqual({
      unusedIamUserAccessKeyDetails: { accessKeyId: AccessKey?.AccessKeyId },
    })
    expect(details).toContainEqual({ unusedIamUserPasswordDetails: {} })
  })

  test('that are not there are neither told nor changed', async () => {
    await api().createAnalyzer({ analyzerName: 'Outside', type: 'ACCOUNT' })
    const analyzerArn = arnOf('Outside')
    const get = api().getFinding({ analyzerArn, id: 'none' })
    expect(await refusal(get)).toMatchObject(MISSING)
    const input = { analyzerArn, ids: ['none'], status: 'ARCHIVED' as const }
    expect(await refusal(api().updateFindings(input))).toMatchObject(MISSING)
  })

  test('of a resource are archived together', async () => {
    await spec.root().iam.createRole({
      RoleName: 'Partner',
      AssumeRolePolicyDocument: trusting(AWAY),
    })
    await api().createAnalyzer({ analyzerName: 'Outside', type: 'ACCOUNT' })
    const analyzerArn = arnOf('Outside')
    const resourceArn = `arn:aws:iam::${HOME}:role/Partner`
    await api().updateFindings({ analyzerArn, resourceArn, status: 'ARCHIVED' })
    const { findings = [] } = await api().listFindings({ analyzerArn })
    expect(findings).toMatchObject([{ status: 'ARCHIVED' }])
    const { finding } = await api().getFinding({ analyzerArn, id: findings[0]?.id })
    expect(finding).toMatchObject({ resource: resourceArn })
    const { findingDetails } = await api().getFindingV2({
      analyzerArn,
      id: findings[0]?.id,
    })
    expect(findingDetails).toMatchObject([{ externalAccessDetails: { isPublic: false } }])
  })
})

test('policies of an organization are looked for by what there is', async () => {
  const { organizations } = (await organizationCloud()).admin()
  const none = organizations.describePolicy({ PolicyId: 'p-nowhere12' })
  expect(await refusal(none)).toMatchObject({ code: 'PolicyNotFoundException' })
  const nobody = organizations.listPoliciesForTarget({
    TargetId: 'ou-nobody',
    Filter: 'SERVICE_CONTROL_POLICY',
  })
  expect(await refusal(nobody)).toMatchObject({ code: 'TargetNotFoundException' })
})
