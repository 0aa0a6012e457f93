import { expect, it } from 'vitest'
import { principalTemplates } from '../principal-types'
import {
  arnProblem,
  keyProblem,
  operatorName,
  principalProblem,
  usualOperator,
  valueProblem,
} from './problems'

it.each([
  ['', 'Resource ARN is required.'],
  ['bucket', 'Resource ARN must be * or begin with arn:.'],
  ['arn:aws:s3:::{BucketName}', 'Replace {BucketName} with a value.'],
  ['arn:aws:s3:::${aws:username}', undefined],
  ['*', undefined],
])('of the ARN %j says %s', (text, problem) => {
  expect(arnProblem(text)).toBe(problem)
})

it('wants a principal, a key and a value', () => {
  const [service] = principalTemplates
  expect(principalProblem(undefined, '')).toBe('Choose a principal type.')
  expect(principalProblem(service, ' ')).toBe('ARN is required.')
  expect(principalProblem(service, 'ec2.amazonaws.com')).toBeUndefined()
  expect(keyProblem('')).toBe('Condition key is required.')
  expect(keyProblem('aws:PrincipalTag/{TagKey}')).toBe('Replace {TagKey} with a value.')
  expect(valueProblem('')).toBe('Value is required.')
})

it.each([
  ['aws:SourceIp', 'IpAddress'],
  ['aws:principalarn', 'ArnLike'],
  ['aws:SecureTransport', 'Bool'],
  ['s3:prefix', 'StringEquals'],
  ['nothing', 'StringEquals'],
])('compares %s by %s', (key, operator) => {
  expect(usualOperator(key)).toBe(operator)
})

it('names an operator', () => {
  expect(operatorName('', 'Bool', false)).toBe('Bool')
  expect(operatorName('ForAnyValue:', 'StringLike', true)).toBe(
    'ForAnyValue:StringLikeIfExists'
  )
  expect(operatorName('', 'Null', true)).toBe('Null')
})
