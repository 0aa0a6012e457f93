import { describe, expect, test } from 'vitest'
import { servicePrefixes } from '~/engine/catalog/generated/service-prefixes'
import { summarizePolicy } from './summarize-policy'

const summarize = (...statements: object[]) =>
  summarizePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }))

const allow = (Action: unknown, Resource: unknown = '*', more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})

const firstAllowed = (...statements: object[]) => summarize(...statements)?.allow[0]

const roleArn = 'arn:aws:iam::111122223333:role/RoleS3FullAccess'

describe('the access level of a service', () => {
  test.each([
    ['s3:*', 'Full access'],
    ['s3:PutObject', 'Limited: Write'],
    ['S3:putobject', 'Limited: Write'],
    ['s3:List*', 'Full: List'],
    [['s3:List*', 's3:GetObject'], 'Full: List Limited: Read'],
    [['iam:Get*', 'iam:List*'], 'Full: List Limited: Read'],
    ['s3:NoSuchThing', 'None'],
    ['ec2:*', 'Full access'],
    ['ec2:RunInstances', 'Limited'],
  ])('of %j is %s', (actions, access) => {
    expect(firstAllowed(allow(actions))?.access).toBe(access)
  })

  test('adds up over statements', () => {
    expect(firstAllowed(allow('sts:AssumeRole'), allow('sts:Get*'))?.access).toBe(
      'Full: Read Limited: Write'
    )
  })

  test('is not known for a service nobody knows', () => {
    const summary = summarize(allow(['nonsense:Do', 's3:*']))
    expect(summary?.uncategorized).toMatchObject([{ service: 'nonsense', access: '' }])
    expect(summary?.allow).toHaveLength(1)
  })
})

describe('the services of a policy', () => {
  test('are all of them for a star', () => {
    const summary = summarize(allow('*'))
    expect(summary?.allow).toHaveLength(servicePrefixes.size)
    expect(summary?.remaining).toEqual([])
  })

  test('are all but the excluded ones for NotAction', () => {
    const summary = summarize({
      Effect: 'Allow',
      NotAction: ['iam:*', 's3:Get*', 'ec2:RunInstances'],
      Resource: '*',
    })
    const row = (name: string) => summary?.allow.find(({ service }) => service === name)
    expect(row('iam')).toBeUndefined()
    expect(row('s3')?.access).toMatch(/^Full: List, Tagging, .* Limited: Read$/)
    expect(row('ec2')?.access).toBe('Limited')
    expect(row('sqs')?.access).toBe('Full access')
  })

  test('stand in two tables, by effect, and the rest is what is implicitly denied', () => {
    const summary = summarize(allow('sts:AssumeRole', roleArn), {
      Effect: 'Deny',
      Action: 's3:*',
      Resource: '*',
    })
    expect(summary?.deny).toMatchObject([{ name: 'S3', access: 'Full access' }])
    expect(summary?.allow).toMatchObject([{ name: 'STS', access: 'Limited: Write' }])
    expect(summary?.remaining).toHaveLength(servicePrefixes.size - 1)
  })
})

describe('the resource', () => {
  test.each([
    ['sts:AssumeRole', roleArn, 'RoleName | string like | RoleS3FullAccess'],
    ['s3:ListBucket', 'arn:aws:s3:::b', 'BucketName | string like | b'],
    [
      's3:GetObject',
      'arn:aws:s3:::b/*',
      'BucketName | string like | b, ObjectPath | string like | All',
    ],
    ['s3:*', ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'], 'Multiple'],
    ['s3:*', ['arn:aws:s3:::b', '*'], 'All resources'],
    [
      'sqs:*',
      'arn:aws:sqs:us-east-1:111122223333:q',
      'arn:aws:sqs:us-east-1:111122223333:q',
    ],
  ])('of %j on %j is a phrase', (action, resource, phrase) => {
    expect(firstAllowed(allow(action, resource))?.resource).toBe(phrase)
  })
})

describe('the request condition', () => {
  const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
  const from = { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '203.0.113.0/24'] } }

  test.each([
    [{}, 'None'],
    [{ Condition: mfa }, 'aws:MultiFactorAuthPresent = true'],
    [{ Condition: from }, 'aws:SourceIp | ip address | 192.0.2.0/24, 203.0.113.0/24'],
    [{ Condition: { ...mfa, ...from } }, 'Multiple'],
  ])('of %j is %s', (more, condition) => {
    expect(firstAllowed(allow('s3:*', '*', more))?.condition).toBe(condition)
  })

  test('of statements that differ is Multiple', () => {
    const row = firstAllowed(
      allow('s3:GetObject'),
      allow('s3:PutObject', '*', { Condition: mfa })
    )
    expect(row?.condition).toBe('Multiple')
  })
})

describe('what has no effect', () => {
  test('is marked on both the action and the resource that do not fit', () => {
    const summary = summarize(allow('iam:GetRole', 'arn:aws:s3:::b'))
    expect(summary?.allow).toMatchObject([
      {
        name: 'IAM',
        access: 'None',
        warning: 'One or more actions do not have an applicable resource.',
      },
      {
        name: 'S3',
        access: 'None',
        warning: 'One or more resources do not have an applicable action.',
      },
    ])
    expect(summary?.banner).toMatch(/^This policy does not grant any permissions\./)
  })

  test('does not hide what has one', () => {
    const summary = summarize(
      allow(['s3:ListBucket', 'iam:GetRole'], 'arn:aws:s3:::b'),
      allow('iam:ListRoles')
    )
    expect(summary?.allow).toMatchObject([
      { name: 'IAM', access: 'Limited: List', resource: 'All resources' },
      { name: 'S3', access: 'Limited: List' },
    ])
    expect(summary?.banner).toMatch(/^This policy defines some actions/)
  })

  test('may be a statement without resources', () => {
    expect(firstAllowed(allow('s3:*', []))?.warning).toBe('No resources are defined.')
  })
})

describe('no summary can be made', () => {
  test.each([
    ['of a trust policy', { ...allow('sts:AssumeRole'), Principal: '*' }],
    ['of NotPrincipal', { ...allow('s3:*'), NotPrincipal: { AWS: 'x' } }],
    ['of NotResource', { Effect: 'Allow', Action: 's3:*', NotResource: 'x' }],
    ['where nothing is said', allow([])],
    ['without an effect', { Action: 's3:*', Resource: '*' }],
  ])('%s', (_, statement) => {
    expect(summarize(statement)).toBeUndefined()
  })

  test.each(['', '[]', '{', '{"Statement": 3}', 'null', '{"Statement": [null]}'])(
    'of the text %j',
    (text) => {
      expect(summarizePolicy(text)).toBeUndefined()
    }
  )
})
