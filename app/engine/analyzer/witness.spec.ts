import { describe, expect, test } from 'vitest'
import { principalsOf, shownConditions, witnesses } from './witness'

const ARN = 'arn:aws:iam::*:role/R?'

describe('a context that meets a condition', () => {
  test.each<[string, string, unknown, object[]]>([
    [
      'StringEquals',
      'sts:ExternalId',
      ['a', 'b'],
      [{ 'sts:ExternalId': 'a' }, { 'sts:ExternalId': 'b' }],
    ],
    ['StringEqualsIgnoreCase', 'k', 'a', [{ k: 'a' }]],
    ['Bool', 'aws:SecureTransport', 'true', [{ 'aws:SecureTransport': 'true' }]],
    ['BinaryEquals', 'k', 'QQ==', [{ k: 'QQ==' }]],
    ['StringLike', 'k', 'a*b?', [{ k: 'aunderstudy-probebx' }]],
    [
      'StringLike',
      'aws:PrincipalArn',
      ARN,
      [{ 'aws:PrincipalArn': 'arn:aws:iam::000000000000:role/Rx' }],
    ],
    [
      'ArnEquals',
      'aws:SourceArn',
      ARN,
      [{ 'aws:SourceArn': 'arn:aws:iam::000000000000:role/Rx' }],
    ],
    ['ForAnyValue:ArnLikeIfExists', 'k', 'arn:aws:s3:::b', [{ k: 'arn:aws:s3:::b' }]],
    ['IpAddress', 'aws:SourceIp', '10.0.0.0/8', [{ 'aws:SourceIp': '10.0.0.0' }]],
    ['NumericEquals', 'k', 5, [{ k: '5' }]],
    ['NumericLessThanEquals', 'k', 5, [{ k: '5' }]],
    ['NumericGreaterThanEquals', 'k', 5, [{ k: '5' }]],
    ['NumericLessThan', 'k', 5, [{ k: '4' }]],
    ['NumericGreaterThan', 'k', 5, [{ k: '6' }]],
    ['NumericNotEquals', 'k', 5, [{ k: '6' }]],
    ['StringNotEquals', 'k', 'a', [{ k: 'understudy-probe' }]],
    [
      'ArnNotLike',
      's3:DataAccessPointArn',
      'a',
      [{ 's3:DataAccessPointArn': 'understudy-probe' }],
    ],
    ['StringNotLike', 'aws:PrincipalOrgID', 'o-1', [{}]],
    ['Null', 'sts:ExternalId', 'false', [{ 'sts:ExternalId': 'understudy-probe' }]],
    ['Null', 'sts:ExternalId', 'true', [{}]],
    ['Null', 'aws:PrincipalTag/team', 'false', [{}]],
    // the time is not for a caller to choose, and what nobody knows is left as it is
    ['DateGreaterThan', 'aws:CurrentTime', '2026-01-01T00:00:00Z', [{}]],
    ['StringEquals', 'aws:CurrentTime', 'x', [{}]],
    ['NobodyKnows', 'k', 'a', [{}]],
  ])('%s of %s', (operator, key, value, expected) => {
    expect(witnesses({ [operator]: { [key]: value } })).toEqual(expected)
  })

  test('several keys are met together, in every way that there is', () => {
    const block = { StringEquals: { a: ['1', '2'], b: ['3', '4'] } }
    expect(witnesses(block)).toEqual([
      { a: '1', b: '3' },
      { a: '1', b: '4' },
      { a: '2', b: '3' },
      { a: '2', b: '4' },
    ])
    const many = Array.from({ length: 30 }, (_, index) => String(index))
    expect(witnesses({ StringEquals: { a: many } })).toHaveLength(24)
  })

  test('there is nothing to meet without conditions, or in what is none', () => {
    expect(witnesses(undefined)).toEqual([{}])
    expect(witnesses({ StringEquals: 'text' })).toEqual([{}])
  })
})

test('conditions are shown key by key', () => {
  expect(shownConditions({ Bool: { a: true }, StringLike: { b: ['x', 'y'] } })).toEqual({
    a: 'true',
    b: 'x, y',
  })
  expect(shownConditions({ Bool: 'text' })).toEqual({})
  expect(shownConditions(undefined)).toEqual({})
})

test.each([
  [{ Principal: '*' }, [['AWS', '*']]],
  [{ NotPrincipal: { AWS: '1' } }, [['AWS', '*']]],
  [
    { Principal: { AWS: ['1', '2'], Service: 's' } },
    [
      ['AWS', '1'],
      ['AWS', '2'],
      ['Service', 's'],
    ],
  ],
  [{ Principal: 'text' }, []],
])('%j is about %j', (statement, expected) => {
  expect(principalsOf(statement)).toEqual(expected)
})
