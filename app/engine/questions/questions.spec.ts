import { beforeAll, describe, expect, test } from 'vitest'
import { loadServiceAuthorization } from '../catalog/service-authorization'
import { DEFAULT_TIME } from '../cloud'
import type { PolicyDocument } from '../policy/document'
import {
  allow,
  AWAY,
  deny,
  document,
  HOME,
  policyArn,
  roleArn,
  rootArn,
  specCloud,
  trusting,
  userArn,
} from '../spec-cloud'
import { idleStatements } from './idle-statements'
import { whatCan } from './what-can'
import { whatWouldChange, withAttached } from './what-would-change'
import { whoCanAssume } from './who-can-assume'

const MANAGED = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'

/** Users U (may assume anything) and V, role R for whoever `trust` says. */
async function household(trust: unknown) {
  const spec = specCloud()
  const { iam } = spec.root()
  for (const UserName of ['U', 'V']) await iam.createUser({ UserName })
  await iam.putUserPolicy({
    UserName: 'U',
    PolicyName: 'Assume',
    PolicyDocument: allow('sts:AssumeRole'),
  })
  await iam.createRole({ RoleName: 'R', AssumeRolePolicyDocument: trusting(trust) })
  await spec.cloud.ready
  return spec
}

beforeAll(() => loadServiceAuthorization(['s3', 'sts']))

describe('who can assume a role', () => {
  test('is asked of everybody', async () => {
    const { cloud } = await household(rootArn())
    const { inWorld, outside } = whoCanAssume(cloud.world, roleArn('R'), DEFAULT_TIME)
    expect(inWorld.map(({ principal }) => principal)).toEqual([userArn('U')])
    expect(outside).toEqual([])
  })

  test('names who is trusted and not here', async () => {
    const trust = { AWS: [userArn('V'), '999988887777'], Service: 'ec2.amazonaws.com' }
    const { cloud } = await household(trust)
    const { inWorld, outside } = whoCanAssume(cloud.world, roleArn('R'), DEFAULT_TIME)
    expect(inWorld.map(({ principal }) => principal)).toEqual([userArn('V')])
    expect(outside).toEqual(['arn:aws:iam::999988887777:root', 'ec2.amazonaws.com'])
  })

  test('is nobody where there is no role', async () => {
    const { cloud } = await household(rootArn())
    const role = roleArn('Nobody', AWAY)
    expect(whoCanAssume(cloud.world, role, DEFAULT_TIME)).toEqual({
      inWorld: [],
      outside: [],
    })
  })
})

describe('what a principal can do in a service', () => {
  const abilities = async (PolicyDocument: string) => {
    const { cloud, root } = await household(rootArn())
    const policy = { UserName: 'V', PolicyName: 'P', PolicyDocument }
    await root().iam.putUserPolicy(policy)
    const all = whatCan(cloud.world, userArn('V'), 's3', DEFAULT_TIME)
    return new Map(all.map((ability) => [ability.action, ability]))
  }

  test('is said for every action, with where and when', async () => {
    const found = await abilities(
      document(
        { Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' },
        { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::*/*' },
        {
          Effect: 'Allow',
          Action: 's3:Get*',
          Resource: ['arn:aws:s3:::team/*', 'arn:aws:s3:::secret/*'],
        },
        { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::secret/*' },
        {
          Effect: 'Allow',
          Action: 's3:DeleteObject',
          Resource: '*',
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        }
      )
    )
    expect(found.get('s3:ListAllMyBuckets')?.extent).toBe('everywhere')
    expect(found.get('s3:PutObject')).toMatchObject({
      extent: 'somewhere',
      where: ['arn:aws:s3:::*/*'],
      level: 'Write',
    })
    expect(found.get('s3:GetObject')).toMatchObject({
      extent: 'somewhere',
      where: ['arn:aws:s3:::team/*'],
    })
    expect(found.get('s3:DeleteObject')).toMatchObject({
      extent: 'conditionally',
      conditional: [{ index: 4 }],
    })
    expect(found.get('s3:CreateBucket')?.extent).toBe('nowhere')
    expect(found.size).toBeGreaterThan(150)
  })

  test('is not known of a service that is not loaded', async () => {
    const { cloud } = await household(rootArn())
    expect(whatCan(cloud.world, userArn('V'), 'no-such', DEFAULT_TIME)).toEqual([])
  })
})

describe('statements that can never matter', () => {
  const parse = (text: string): PolicyDocument => JSON.parse(text)
  const idle = (...texts: string[]) =>
    idleStatements(texts.map(parse)).map(({ statement, why, by }) => [
      statement.policy.index,
      statement.index,
      why,
      by ? [by.policy.index, by.index] : undefined,
    ])

  test.each<[string, string[], unknown[]]>([
    ['a wider allow', [allow('s3:GetObject'), allow('s3:*')], [[0, 0, 'covered', [1, 0]]]],
    ['the same twice', [allow('s3:*'), allow('s3:*')], [[1, 0, 'covered', [0, 0]]]],
    [
      'a wider resource',
      [allow('s3:*', ['arn:aws:s3:::a/b', 'arn:aws:s3:::a/*']), allow('s3:*')],
      [[0, 0, 'covered', [1, 0]]],
    ],
    [
      'a deny that takes it back',
      [allow('s3:Get*'), deny('s3:*')],
      [[0, 0, 'denied', [1, 0]]],
    ],
    ['a narrower deny', [allow('s3:*'), deny('s3:Get*')], []],
    ['a deny elsewhere', [allow('s3:*'), deny('s3:*', 'arn:aws:s3:::a/*')], []],
    [
      'one character against any',
      [allow('s3:Get*'), allow('s3:Get?')],
      [[1, 0, 'covered', [0, 0]]],
    ],
    ['any against one character', [allow('s3:Ge?Object'), allow('s3:Get*')], []],
    [
      'a colon that a star does not cross',
      [allow('s3:*', 'arn:aws:s3:::a'), allow('s3:*', 'arn:aws:*:a')],
      [],
    ],
  ])('%s', (_, texts, expected) => {
    expect(idle(...texts)).toEqual(expected)
  })

  test('conditions keep a statement from covering another', () => {
    const conditional = document({
      Effect: 'Allow',
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    })
    expect(idle(allow('s3:GetObject'), conditional)).toEqual([])
    expect(idle(conditional, allow('*'))).toEqual([[0, 0, 'covered', [1, 0]]])
  })

  test('what grants nothing is said so', () => {
    const both = document({
      Effect: 'Allow',
      Action: 'a:B',
      NotAction: 'a:C',
      Resource: '*',
    })
    expect(idle(both)).toEqual([[0, 0, 'malformed', undefined]])
  })
})

describe('what would change', () => {
  const differences = async (policy: Parameters<typeof whatWouldChange>[2]) => {
    const { cloud } = await household(rootArn())
    const found = await whatWouldChange(cloud.world, userArn('V'), policy, DEFAULT_TIME)
    return found.map(({ action, resource, before, after }) =>
      [action, resource, before.verdict, after.verdict].join(' ')
    )
  }

  test('is what the policy adds', async () => {
    expect(
      await differences({ document: allow('s3:PutObj*', 'arn:aws:s3:::team/*') })
    ).toContain('s3:PutObject arn:aws:s3:::team/understudy-probe ImplicitDeny Allow')
  })

  test('is what a deny takes', async () => {
    const { cloud } = await household(rootArn())
    const found = await whatWouldChange(
      cloud.world,
      userArn('U'),
      { document: deny('sts:AssumeRole', roleArn('R')) },
      DEFAULT_TIME
    )
    expect(found).toMatchObject([
      {
        action: 'sts:AssumeRole',
        before: { verdict: 'Allow' },
        after: { verdict: 'ExplicitDeny' },
      },
    ])
  })

  test('of AWS’s own policies too', async () => {
    expect(await differences({ arn: MANAGED })).toContain(
      's3:ListAllMyBuckets * ImplicitDeny Allow'
    )
  })

  test('leaves the world as it is', async () => {
    const { cloud } = await household(rootArn())
    const before = JSON.stringify(cloud.world)
    withAttached(cloud.world, roleArn('R'), { arn: policyArn('P', HOME) })
    expect(JSON.stringify(cloud.world)).toBe(before)
  })

  test('is refused for nobody', async () => {
    const { cloud } = await household(rootArn())
    const nobody = userArn('Nobody')
    expect(() => withAttached(cloud.world, nobody, { arn: MANAGED })).toThrow(nobody)
  })
})
