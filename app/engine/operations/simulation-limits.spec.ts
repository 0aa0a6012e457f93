/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html */
import type { PolicyIdentifier } from '@aws-sdk/client-iam'
import { beforeEach, describe, expect, test } from 'vitest'
import type { AwsClient } from '../api'
import { allow, AWAY, deny, policyArn, refusal, userArn } from '../spec-cloud'
import { organizationCloud, organizationOf } from './spec-organization'

const U = { UserName: 'U' }
const all = allow('*')

let spec: Awaited<ReturnType<typeof organizationCloud>>
let iam: AwsClient['iam']

beforeEach(async () => {
  spec = await organizationCloud()
  ;({ iam } = spec.root(AWAY))
})

const invalid = (message: string) => ({ code: 'InvalidInput', message, status: 400 })

describe('an organization’s policies as they are given', () => {
  const simulated = async (
    levels: (string[] | undefined)[],
    more: Partial<Parameters<typeof iam.simulateCustomPolicy>[0]> = {}
  ) => {
    const { EvaluationResults = [] } = await iam.simulateCustomPolicy({
      PolicyInputList: [all],
      ActionNames: ['s3:GetObject'],
      OrderedOrganizationPolicyInputList: levels.map((texts) =>
        texts ? { ServiceControlPolicyInputList: texts } : {}
      ),
      ...more,
    })
    return EvaluationResults[0]
  }

  const detail = (AllowedByOrganizations: boolean) => ({
    OrganizationsDecisionDetail: { AllowedByOrganizations },
  })

  test('have to allow at each level', async () => {
    expect(await simulated([[all], [all], [allow('s3:*')]])).toMatchObject({
      EvalDecision: 'allowed',
      ...detail(true),
    })
    expect(await simulated([[all], [allow('ec2:*')], [all]])).toMatchObject({
      EvalDecision: 'implicitDeny',
      MatchedStatements: [],
      ...detail(false),
    })
    expect(await simulated([[all], undefined])).toMatchObject(detail(false))
  })

  test('deny at any of them, and their statements are not told', async () => {
    expect(await simulated([[all, deny('s3:*')], [all]])).toMatchObject({
      EvalDecision: 'explicitDeny',
      MatchedStatements: [],
      ...detail(false),
    })
  })

  test('are no part of the answer where there are none', async () => {
    expect(await simulated([])).not.toHaveProperty('OrganizationsDecisionDetail')
  })

  test('end the simulation where they deny one of several resources', async () => {
    const ResourceArns = ['arn:aws:s3:::b/open', 'arn:aws:s3:::b/shut']
    const shut = deny('s3:*', 'arn:aws:s3:::b/shut')
    expect(await simulated([[all, shut]], { ResourceArns })).toMatchObject({
      EvalDecision: 'explicitDeny',
      ...detail(false),
      ResourceSpecificResults: [
        { EvalResourceDecision: 'allowed' },
        { EvalResourceDecision: 'explicitDeny' },
      ],
    })
    expect(await simulated([[all, shut]], { ResourceArns })).not.toHaveProperty(
      'EvalDecisionDetails'
    )
  })

  test('have to be policies', async () => {
    expect(await refusal(simulated([[all], ['{}']]))).toEqual(
      invalid('Policy input list item 1 has invalid content')
    )
    expect(await refusal(simulated([['']]))).toMatchObject({
      code: 'ValidationError',
      message: expect.stringContaining(
        "Value at 'orderedOrganizationPolicyInputList.1.member.serviceControlPolicyInputList' failed to satisfy constraint"
      ),
    })
  })
})

test('a boundary is told of for each resource, and for all of them', async () => {
  const { EvaluationResults } = await iam.simulateCustomPolicy({
    PolicyInputList: [all],
    PermissionsBoundaryPolicyInputList: [allow('s3:*', 'arn:aws:s3:::b/open')],
    ActionNames: ['s3:GetObject'],
    ResourceArns: ['arn:aws:s3:::b/open', 'arn:aws:s3:::b/shut'],
  })
  const detail = (AllowedByPermissionsBoundary: boolean) => ({
    PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary },
  })
  expect(EvaluationResults).toMatchObject([
    { ...detail(false), ResourceSpecificResults: [detail(true), detail(false)] },
  ])
})

describe('policies that are left out', () => {
  const inline = (PolicyName: string, AttachmentName = 'U', type = 'user') => ({
    InlinePolicyIdentifier: {
      PolicyName,
      AttachmentName,
      AttachmentType: type as 'user',
    },
  })

  const decided = async (list: PolicyIdentifier[], action = 's3:GetObject') => {
    const { EvaluationResults: [result] = [] } = await iam.simulatePrincipalPolicy({
      PolicySourceArn: userArn('U', AWAY),
      ActionNames: [action],
      PolicyExclusionList: list,
    })
    return result
  }
  const decision = async (...given: Parameters<typeof decided>) =>
    (await decided(...given))?.EvalDecision

  beforeEach(async () => {
    await iam.createUser(U)
  })

  test.each<[string, PolicyIdentifier]>([
    ['by kind', { PolicyType: 'inline' }],
    ['by name', inline('i')],
    ['by a pattern for whose they are', inline('i', '?*')],
  ])('are inline ones %s', async (_, identifier) => {
    await iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument: all })
    expect(await decision([])).toBe('allowed')
    expect(await decision([identifier])).toBe('implicitDeny')
  })

  test.each<[string, PolicyIdentifier]>([
    ['of another name', inline('j')],
    ['of another user', inline('i', 'V*')],
    ['of a group', inline('i', 'U', 'group')],
    ['managed', { PolicyType: 'user-managed' }],
    ['of resources', { PolicyType: 'rcp' }],
    ['by ARN', { PolicyArn: policyArn('*', AWAY) }],
  ])('are not those that are not there: %s', async (_, identifier) => {
    await iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument: all })
    expect(await decision([identifier])).toBe('allowed')
  })

  test.each<[string, PolicyIdentifier, boolean]>([
    ['AWS’s own, by kind', { PolicyType: 'aws-managed' }, true],
    ['the account’s own, by kind', { PolicyType: 'user-managed' }, false],
    ['AWS’s own, by ARN', { PolicyArn: 'arn:aws:iam::aws:policy/ReadOnly*' }, true],
    ['another, by ARN', { PolicyArn: 'arn:aws:iam::aws:policy/ReadOnly?' }, false],
  ])('are managed ones: %s', async (_, identifier, isLeftOut) => {
    await iam.attachUserPolicy({
      ...U,
      PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    })
    expect(await decision([identifier])).toBe(isLeftOut ? 'implicitDeny' : 'allowed')
  })

  test('are those of groups as well', async () => {
    const G = { GroupName: 'G' }
    await iam.createGroup(G)
    await iam.putGroupPolicy({ ...G, PolicyName: 'g', PolicyDocument: all })
    await iam.addUserToGroup({ ...G, ...U })
    expect(await decision([inline('g', 'G', 'group')])).toBe('implicitDeny')
  })

  test('are a boundary, and the organization’s', async () => {
    await iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument: all })
    await iam.createPolicy({ PolicyName: 'B', PolicyDocument: allow('ec2:*') })
    const PermissionsBoundary = policyArn('B', AWAY)
    await iam.putUserPermissionsBoundary({ ...U, PermissionsBoundary })
    expect(await decided([])).toMatchObject({
      EvalDecision: 'implicitDeny',
      OrganizationsDecisionDetail: { AllowedByOrganizations: true },
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
    })
    expect(await decision([{ PolicyType: 'permission-boundary' }])).toBe('allowed')
    const shut = { arn: 'x', name: 'Shut', document: deny('ec2:*') }
    const { scps } = organizationOf()
    spec.change(organizationOf({ scps: { ...scps, root: [...(scps.root ?? []), shut] } }))
    expect(await decision([], 'ec2:RunInstances')).toBe('explicitDeny')
    const result = await decided([{ PolicyType: 'scp' }], 'ec2:RunInstances')
    expect(result?.EvalDecision).toBe('allowed')
    expect(result).not.toHaveProperty('OrganizationsDecisionDetail')
  })

  test.each<[string, object, string]>([
    [
      'nothing',
      {},
      'A policy identifier must specify exactly one of PolicyType, PolicyArn, or InlinePolicyIdentifier.',
    ],
    [
      'two ways at once',
      { PolicyType: 'inline', ...inline('i') },
      'A policy identifier must specify exactly one of PolicyType, PolicyArn, or InlinePolicyIdentifier.',
    ],
    [
      'the ARN of a user',
      { PolicyArn: userArn('U', AWAY) },
      `ARN ${userArn('U', AWAY)} is not valid.`,
    ],
    [
      'two stars in an ARN',
      { PolicyArn: policyArn('*P*', AWAY) },
      `ARN ${policyArn('*P*', AWAY)} is not valid.`,
    ],
    ['two stars in a name', inline('i', '*U*'), 'Attachment name *U* is not valid.'],
    ['a blank in a name', inline('i', 'a b'), 'Attachment name a b is not valid.'],
  ])('cannot be named by %s', async (_, identifier, message) => {
    // as a script without the SDK's types would
    expect(await refusal(decided([identifier as PolicyIdentifier]))).toEqual(
      invalid(message)
    )
  })
})
