/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html */
import { beforeEach, describe, expect, test } from 'vitest'
import type { AwsClient } from '../api'
import {
  AWAY,
  allow,
  deny,
  document,
  HOME,
  policyArn,
  refusal,
  roleArn,
  rootArn,
  specCloud,
  trusting,
  userArn,
} from '../spec-cloud'

const U = { UserName: 'U' }
const R = { RoleName: 'R' }
const G = { GroupName: 'G' }
const groupArn = `arn:aws:iam::${HOME}:group/G`

let iam: AwsClient['iam']
let spec: ReturnType<typeof specCloud>

beforeEach(async () => {
  spec = specCloud()
  ;({ iam } = spec.root())
  await iam.createUser(U)
  await iam.createGroup(G)
  await iam.createRole({ ...R, AssumeRolePolicyDocument: trusting(rootArn()) })
})

const start = (Line: number, Column: number) => ({ Line, Column })

async function simulate(
  PolicyInputList: string[],
  action: string | string[],
  more: Partial<Parameters<typeof iam.simulateCustomPolicy>[0]> = {}
) {
  const { EvaluationResults = [] } = await iam.simulateCustomPolicy({
    PolicyInputList,
    ActionNames: [action].flat(),
    ...more,
  })
  return EvaluationResults
}

const verdicts = (results: { EvalDecision: string | undefined }[]) =>
  results.map(({ EvalDecision }) => EvalDecision)

describe('policies as they are given', () => {
  test('without a resource are judged on all', async () => {
    const policy =
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}'
    expect(
      await iam.simulateCustomPolicy({
        PolicyInputList: [policy],
        ActionNames: ['s3:GetObject', 'ec2:RunInstances'],
      })
    ).toEqual({
      EvaluationResults: [
        {
          EvalActionName: 's3:GetObject',
          EvalResourceName: '*',
          EvalDecision: 'allowed',
          MatchedStatements: [
            {
              SourcePolicyId: 'PolicyInputList.1',
              SourcePolicyType: 'IAM Policy',
              StartPosition: start(1, 38),
              EndPosition: start(1, policy.length),
            },
          ],
          MissingContextValues: [],
        },
        {
          EvalActionName: 'ec2:RunInstances',
          EvalResourceName: '*',
          EvalDecision: 'implicitDeny',
          MatchedStatements: [],
          MissingContextValues: [],
        },
      ],
      IsTruncated: false,
    })
  })

  test('statements are found in their lines', async () => {
    const statement = (Effect: string) => ({ Effect, Action: 's3:*', Resource: '*' })
    const policy = JSON.stringify(
      { Version: '2012-10-17', Statement: [statement('Allow'), statement('Deny')] },
      null,
      2
    )
    const [result] = await simulate([allow('ec2:*'), policy], 's3:GetObject')
    expect(result).toMatchObject({
      EvalDecision: 'explicitDeny',
      MatchedStatements: [
        {
          SourcePolicyId: 'PolicyInputList.2',
          StartPosition: start(8, 6),
          EndPosition: start(13, 6),
        },
      ],
    })
  })

  test('one resource has a result of its own, several are summed up', async () => {
    const policy = allow('s3:GetObject', 'arn:aws:s3:::good/*')
    const [good, bad] = ['arn:aws:s3:::good/x', 'arn:aws:s3:::bad/x']
    const [one] = await simulate([policy], 's3:GetObject', { ResourceArns: [good] })
    expect(one).toMatchObject({
      EvalResourceName: good,
      EvalDecision: 'allowed',
      ResourceSpecificResults: [
        {
          EvalResourceName: good,
          EvalResourceDecision: 'allowed',
          MatchedStatements: [{ SourcePolicyId: 'PolicyInputList.1' }],
        },
      ],
      EvalDecisionDetails: {},
    })
    const [both] = await simulate([policy], 's3:GetObject', { ResourceArns: [good, bad] })
    expect(both).toMatchObject({
      EvalResourceName: 'arn:aws:s3:::${BucketName}/${KeyName}',
      EvalDecision: 'implicitDeny',
      MatchedStatements: one?.MatchedStatements,
    })
    expect(both?.ResourceSpecificResults).toEqual([
      one?.ResourceSpecificResults?.[0],
      { EvalResourceName: bad, EvalResourceDecision: 'implicitDeny' },
    ])
  })

  test('keys that are missing are named, and are there when they are given', async () => {
    const policy = document({
      Effect: 'Allow',
      Action: 's3:*',
      Resource: 'arn:aws:s3:::home/${aws:username}',
      Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
    })
    const [without] = await simulate([policy], 's3:GetObject')
    expect(without).toMatchObject({
      EvalDecision: 'implicitDeny',
      MissingContextValues: ['aws:username', 'aws:RequestedRegion'],
    })
    const [given] = await simulate([policy], 's3:GetObject', {
      ResourceArns: ['arn:aws:s3:::home/me'],
      ContextEntries: [
        {
          ContextKeyName: 'AWS:username',
          ContextKeyType: 'string',
          ContextKeyValues: ['me'],
        },
        {
          ContextKeyName: 'aws:RequestedRegion',
          ContextKeyType: 'string',
          ContextKeyValues: ['eu-west-1'],
        },
      ],
    })
    expect(given).toMatchObject({ EvalDecision: 'allowed', MissingContextValues: [] })
  })

  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html
  test.each<[object, string]>([
    [
      { ContextKeyName: 'a:b', ContextKeyValues: ['c'] },
      'Context key a:b has invalid type null.',
    ],
    [
      { ContextKeyName: 'a:b', ContextKeyType: 'string', ContextKeyValues: [] },
      'Context values for context key a:b cannot be null or empty.',
    ],
    [
      { ContextKeyType: 'string', ContextKeyValues: ['c'] },
      'ContextKeyName cannot be null or empty.',
    ],
    [
      { ContextKeyName: 'a:b', ContextKeyType: 'numeric', ContextKeyValues: ['0x10'] },
      'Invalid context value for key a:b: expected numeric format.',
    ],
    [
      { ContextKeyName: 'a:b', ContextKeyType: 'string', ContextKeyValues: ['c', 'd'] },
      'Context key string expected a single value, but received 2.',
    ],
    [
      { ContextKeyName: 'a:b', ContextKeyType: 'date', ContextKeyValues: ['tomorrow'] },
      'Invalid context value for key a:b: expected DateTime format.',
    ],
    [
      { ContextKeyName: 'a:b', ContextKeyType: 'ip', ContextKeyValues: ['192.0.2.0/24'] },
      'Invalid context value for key a:b: expected IP address.',
    ],
    [
      { ContextKeyName: 'a:b', ContextKeyType: 'binary', ContextKeyValues: ['YR=='] },
      'Invalid context value for key a:b: expected base-64 encoded binary format.',
    ],
  ])('%j is no entry', async (entry, message) => {
    const work = simulate([allow('*')], 's3:GetObject', { ContextEntries: [entry] })
    expect(await refusal(work)).toEqual({ code: 'InvalidInput', message, status: 400 })
  })

  test('keys are missing wherever nothing decides, and nowhere else', async () => {
    const asking = (Effect: string, Action: string) =>
      document({
        Effect,
        Action,
        Resource: '*',
        Condition: { StringEquals: { 'a:b': 'c' } },
      })
    const missing = async (...policies: string[]) =>
      (await simulate(policies, 's3:GetObject'))[0]?.MissingContextValues
    expect(await missing(asking('Allow', 's3:PutObject'))).toEqual(['a:b'])
    expect(await missing(asking('Deny', 's3:GetObject'))).toEqual(['a:b'])
    expect(await missing(allow('*'), asking('Deny', 's3:GetObject'))).toEqual([])
  })

  test('a made-up caller has an ID', async () => {
    const policy = (id: string) =>
      document({
        Effect: 'Allow',
        Action: '*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:userid': id } },
      })
    const nobody = policy('STUB_PRINCIPAL_FOR_POLICY_SIMULATOR')
    expect(verdicts(await simulate([nobody], 's3:GetObject'))).toEqual(['allowed'])
    const caller = await simulate([policy(userArn('U'))], 's3:GetObject', {
      CallerArn: userArn('U'),
    })
    expect(verdicts(caller)).toEqual(['allowed'])
  })

  test('a key can have several values', async () => {
    const policy = document({
      Effect: 'Allow',
      Action: 's3:*',
      Resource: '*',
      Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'b' } },
    })
    const results = await simulate([policy], 's3:GetObject', {
      ContextEntries: [
        {},
        {
          ContextKeyName: 'aws:TagKeys',
          ContextKeyType: 'stringList',
          ContextKeyValues: ['a', 'b'],
        },
      ],
    })
    expect(verdicts(results)).toEqual(['allowed'])
  })

  test('a boundary limits', async () => {
    const limited = await simulate([allow('*')], ['s3:GetObject', 'ec2:RunInstances'], {
      PermissionsBoundaryPolicyInputList: [allow('s3:*')],
    })
    expect(limited).toMatchObject([
      {
        EvalDecision: 'allowed',
        PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: true },
      },
      {
        EvalDecision: 'implicitDeny',
        PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
      },
    ])
  })

  test('a policy on the resource has its say', async () => {
    const policy = (Effect: string) =>
      document({
        Effect,
        Principal: { AWS: userArn('U') },
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::b/*',
      })
    const on = { ResourceArns: ['arn:aws:s3:::b/x'], CallerArn: userArn('U') }
    const nothing = allow('ec2:*')
    const [granted] = await simulate([nothing], 's3:GetObject', {
      ...on,
      ResourcePolicy: policy('Allow'),
    })
    expect(granted).toMatchObject({
      EvalDecision: 'allowed',
      MatchedStatements: [
        { SourcePolicyId: 'ResourcePolicy', SourcePolicyType: 'Resource Policy' },
      ],
    })
    const other = { ...on, ResourceOwner: `arn:aws:iam::${AWAY}:root` }
    const [denied] = await simulate([allow('*')], 's3:GetObject', {
      ...other,
      ResourcePolicy: policy('Deny'),
    })
    expect(denied?.EvalDecision).toBe('explicitDeny')
    expect(verdicts(await simulate([allow('*')], 's3:GetObject', other))).toEqual([
      'implicitDeny',
    ])
  })

  test('what trusts nobody in the simulation leaves the choice to its account', async () => {
    const role = await simulate([allow('sts:AssumeRole')], 'sts:AssumeRole', {
      ResourceArns: [roleArn('R')],
      CallerArn: roleArn('R'),
    })
    expect(verdicts(role)).toEqual(['allowed'])
    expect(role[0]?.MatchedStatements).toHaveLength(1)
    const key = `arn:aws:kms:us-east-1:${HOME}:key/1`
    const keys = await simulate([allow('kms:*')], 'kms:Decrypt', { ResourceArns: [key] })
    expect(verdicts(keys)).toEqual(['allowed'])
    expect(verdicts(await simulate([allow('s3:*')], 'sts:AssumeRole'))).toEqual([
      'implicitDeny',
    ])
  })

  test('results come in pages', async () => {
    const given = {
      PolicyInputList: [allow('*')],
      ActionNames: ['s3:GetObject', 's3:PutObject'],
    }
    const first = await iam.simulateCustomPolicy({ ...given, MaxItems: 1 })
    expect(first).toMatchObject({ IsTruncated: true })
    const { Marker } = first
    expect(
      (await iam.simulateCustomPolicy({ ...given, Marker })).EvaluationResults
    ).toMatchObject([{ EvalActionName: 's3:PutObject' }])
  })
})

describe('policies that somebody has', () => {
  const simulated = async (
    PolicySourceArn: string,
    action: string,
    more: Partial<Parameters<typeof iam.simulatePrincipalPolicy>[0]> = {}
  ) => {
    const { EvaluationResults = [] } = await iam.simulatePrincipalPolicy({
      PolicySourceArn,
      ActionNames: [action],
      ...more,
    })
    return EvaluationResults[0]
  }

  test('are named after whom they are on', async () => {
    await iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument: allow('s3:*') })
    await iam.putGroupPolicy({ ...G, PolicyName: 'g', PolicyDocument: allow('s3:Get*') })
    await iam.addUserToGroup({ ...G, ...U })
    const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    await iam.attachUserPolicy({ ...U, PolicyArn })
    const result = await simulated(userArn('U'), 's3:GetObject', {
      PolicyInputList: [allow('s3:*')],
    })
    expect(result?.EvalDecision).toBe('allowed')
    expect(result?.MatchedStatements?.map(({ SourcePolicyId }) => SourcePolicyId)).toEqual(
      expect.arrayContaining([
        'user_U_i',
        'group_G_g',
        'ReadOnlyAccess',
        'PolicyInputList.1',
      ])
    )
    expect(await simulated(groupArn, 's3:GetObject')).toMatchObject({
      EvalDecision: 'allowed',
      MatchedStatements: [{ SourcePolicyId: 'group_G_g' }],
    })
  })

  test('know who calls', async () => {
    const mine = 'arn:aws:s3:::home/${aws:username}'
    await iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument: allow('s3:*', mine) })
    const on = { ResourceArns: ['arn:aws:s3:::home/U'] }
    expect(await simulated(userArn('U'), 's3:GetObject', on)).toMatchObject({
      EvalDecision: 'allowed',
      MissingContextValues: [],
    })
  })

  test('of a role are limited by its boundary, or by another', async () => {
    await iam.createPolicy({ PolicyName: 'B', PolicyDocument: allow('ec2:*') })
    await iam.putRolePermissionsBoundary({ ...R, PermissionsBoundary: policyArn('B') })
    await iam.putRolePolicy({ ...R, PolicyName: 'r', PolicyDocument: allow('*') })
    expect(await simulated(roleArn('R'), 's3:GetObject')).toMatchObject({
      EvalDecision: 'implicitDeny',
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
    })
    expect(
      await simulated(roleArn('R'), 's3:GetObject', {
        PermissionsBoundaryPolicyInputList: [allow('s3:*')],
      })
    ).toMatchObject({ EvalDecision: 'allowed' })
  })

  test('are limited by the organization', async () => {
    await iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument: allow('*') })
    const { world } = spec.cloud
    const policy = (name: string, text: string) => ({ arn: name, name, document: text })
    spec.cloud.replace({
      ...world,
      organization: {
        id: 'o-1',
        managementAccount: AWAY,
        accounts: { [HOME]: { path: [] }, [AWAY]: { path: [] } },
        scps: {
          root: [policy('Full', allow('*'))],
          [HOME]: [policy('Full', allow('*')), policy('NoEc2', deny('ec2:*'))],
        },
        rcps: {},
      },
    })
    ;({ iam } = spec.root(HOME))
    expect(await simulated(userArn('U'), 's3:GetObject')).toMatchObject({
      EvalDecision: 'allowed',
      OrganizationsDecisionDetail: { AllowedByOrganizations: true },
    })
    expect(await simulated(userArn('U'), 'ec2:RunInstances')).toMatchObject({
      EvalDecision: 'explicitDeny',
      MatchedStatements: [],
      OrganizationsDecisionDetail: { AllowedByOrganizations: false },
    })
  })
})

describe('context keys', () => {
  const policy = document(
    {
      Effect: 'Allow',
      Action: 's3:*',
      Resource: ['arn:aws:s3:::${aws:username}/*', 'arn:aws:s3:::a${*}b'],
      Condition: { StringLike: { 's3:prefix': ["${aws:PrincipalTag/team, 'none'}/*"] } },
    },
    {
      Effect: 'Deny',
      Action: 's3:*',
      NotResource: '*',
      Condition: { Bool: { 'AWS:Username': 'x' } },
    }
  )

  test('are found in conditions and variables, each once', async () => {
    expect(await iam.getContextKeysForCustomPolicy({ PolicyInputList: [policy] })).toEqual({
      ContextKeyNames: ['aws:username', 's3:prefix', 'aws:PrincipalTag/team'],
    })
  })

  test('are found in the policies that somebody has', async () => {
    await iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument: policy })
    const more = document({
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    })
    const { ContextKeyNames } = await iam.getContextKeysForPrincipalPolicy({
      PolicySourceArn: userArn('U'),
      PolicyInputList: [more],
    })
    expect(ContextKeyNames).toContain('aws:SecureTransport')
    expect(ContextKeyNames).toContain('s3:prefix')
  })
})

test.each<[string, () => Promise<unknown>, string, string]>([
  [
    'a policy that is none',
    () => simulate(['{}'], 's3:GetObject'),
    'InvalidInput',
    'Policy input list item 1 has invalid content',
  ],
  [
    'a marker that is none',
    () => simulate([allow('*')], 's3:GetObject', { Marker: 'none' }),
    'InvalidInput',
    'Invalid marker for pagination.',
  ],
  [
    'a context key given twice',
    () => {
      const entry = (ContextKeyName: string) => ({
        ContextKeyName,
        ContextKeyType: 'string' as const,
        ContextKeyValues: ['c'],
      })
      const ContextEntries = [entry('a:b'), entry('A:B')]
      return simulate([allow('*')], 's3:GetObject', { ContextEntries })
    },
    'InvalidInput',
    'Duplicate context key: A:B.',
  ],
  [
    'a context type that is none',
    () =>
      simulate([allow('*')], 's3:GetObject', {
        // what somebody without types may send
        ContextEntries: [{ ContextKeyType: 'unknown' as never }],
      }),
    'ValidationError',
    "1 validation error detected: Value at 'contextEntries.1.member.contextKeyType' failed to satisfy constraint: Member must satisfy enum value set: [binary, ipList, booleanList, ip, boolean, numericList, dateList, numeric, date, stringList, string, binaryList]",
  ],
  [
    'an action that is none',
    () => simulate([allow('*')], 'GetObject'),
    'InvalidInput',
    'Invalid action name: GetObject',
  ],
  [
    'a caller that is none',
    () => simulate([allow('*')], 's3:GetObject', { CallerArn: rootArn() }),
    'InvalidInput',
    `Invalid caller ARN: ${rootArn()}`,
  ],
  [
    'the root user',
    () =>
      iam.simulatePrincipalPolicy({
        PolicySourceArn: rootArn(),
        ActionNames: ['s3:GetObject'],
      }),
    'InvalidInput',
    `ARN ${rootArn()} is not valid.`,
  ],
  [
    'a user that is none',
    () =>
      iam.simulatePrincipalPolicy({
        PolicySourceArn: userArn('none'),
        ActionNames: ['s3:GetObject'],
      }),
    'NoSuchEntity',
    'The user with name none cannot be found.',
  ],
  [
    'a group that would call',
    () =>
      iam.simulatePrincipalPolicy({
        PolicySourceArn: groupArn,
        ActionNames: ['s3:GetObject'],
        ResourcePolicy: allow('*'),
      }),
    'InvalidInput',
    'CallerArn is required with a resource policy.',
  ],
])('refused: %s', async (_, call, code, message) => {
  expect(await refusal(call())).toMatchObject({ code, message })
})
