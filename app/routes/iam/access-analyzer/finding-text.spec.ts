import { expect, test } from 'vitest'
import {
  conditionText,
  levelsOf,
  principalOf,
  resourceHref,
  resourceText,
  sourceText,
} from './finding-text'

test('a resource goes by its kind and name, and has its page', () => {
  const role = 'arn:aws:iam::111122223333:role/team/Deploy'
  expect(resourceText(role)).toBe('role/Deploy')
  expect(resourceHref(role)).toBe('/iam/roles/Deploy?section=trust_relationships')
  expect(resourceText('arn:aws:s3:::reports')).toBe('reports')
  expect(resourceHref('arn:aws:s3:::reports')).toBe('/s3/buckets/reports?tab=permissions')
  expect(resourceHref('arn:aws:iam::111122223333:user/Ann')).toBe('/iam/users/Ann')
})

test('a principal is somebody of a kind', () => {
  expect(principalOf({ AWS: '444455556666' })).toEqual({
    kind: 'AWS Account',
    text: '444455556666',
  })
  expect(principalOf({ AWS: '*' }).kind).toBe('All Principals')
  expect(principalOf({ Federated: 'id.example.com' }).kind).toBe('Federated Principal')
  expect(principalOf()).toEqual({ kind: 'IAM Principal', text: '-' })
})

test('actions are sorted into access levels', () => {
  expect(levelsOf(['s3:PutObject', 's3:GetObject', 'sts:AssumeRole'])).toEqual([
    { level: 'Read', actions: ['s3:GetObject'] },
    { level: 'Write', actions: ['s3:PutObject', 'sts:AssumeRole'] },
  ])
})

test('conditions and ways of sharing are said in a line', () => {
  expect(conditionText({ 'sts:ExternalId': 'games' })).toBe('sts:ExternalId: games')
  expect(conditionText({})).toBe('-')
  expect(sourceText([{ type: 'POLICY' }])).toBe('Bucket policy')
  expect(sourceText([])).toBe('-')
})
