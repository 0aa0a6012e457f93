import { expect, test } from 'vitest'
import type { PolicyDocument } from '~/engine/policy/document'
import { conditionsInWords, entitiesInWords } from './entities-in-words'

const trusting = (part: object): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', ...part }],
})

test.each([
  [{ AWS: '111122223333' }, ['The account 111122223333']],
  [{ AWS: 'arn:aws:iam::111122223333:root' }, ['The account 111122223333']],
  [
    { AWS: 'arn:aws:iam::111122223333:user/Stuart' },
    ['arn:aws:iam::111122223333:user/Stuart'],
  ],
  [{ AWS: '*' }, ['Everyone']],
  ['*', ['Everyone']],
  [{ Service: ['ec2.amazonaws.com'] }, ['AWS service: ec2.amazonaws.com']],
])('%j is trusted as %j', (Principal, words) => {
  expect(entitiesInWords(trusting({ Principal }))).toEqual(words)
})

test('who is denied is not trusted', () => {
  const document = trusting({ Effect: 'Deny', Principal: { AWS: '111122223333' } })
  expect(entitiesInWords(document)).toEqual([])
})

test('each key of a condition is told with its operator', () => {
  const Condition = {
    Bool: { 'aws:MultiFactorAuthPresent': 'true' },
    StringEquals: { 'sts:ExternalId': ['a', 'b'] },
  }
  expect(conditionsInWords(trusting({ Principal: '*', Condition }))).toEqual([
    { operator: 'Bool', key: 'aws:MultiFactorAuthPresent', value: 'true' },
    { operator: 'StringEquals', key: 'sts:ExternalId', value: 'a, b' },
  ])
  expect(conditionsInWords(undefined)).toEqual([])
})
