import { expect, test } from 'vitest'

import { matchArn, parseArnPattern } from './arn-pattern'
import { prepare, splitFields } from './request'

const request = prepare(
  {
    principal: { type: 'user', arn: 'arn:aws:iam::123456789012:user/Stuart' },
    action: 's3:GetObject',
    resource: { arn: 'arn:aws:s3:::b/k' },
  },
  's3:getobject',
  false
)

const match = (pattern: string, arn: string, complete = true) =>
  matchArn(
    parseArnPattern(pattern, { complete, variables: 'everywhere' }),
    arn,
    splitFields,
    request
  )

test.each([
  ['*', '*', 'match'],
  ['arn:aws:s3:::*', 'arn:aws:s3:::b/k', 'match'],
  ['arn:aws:s3:::b', 'arn:aws:s3:::b/k', 'no-match'],
  ['arn:aws:s*:::b/k', 'arn:aws:s3:::b/k', 'match'],
  ['arn:*', 'arn:aws:s3:::b/k', 'match'],
  ['arn:aws:*:b/k', 'arn:aws:s3:::b/k', 'no-match'],
  ['arn:a?s:s3:::b/?', 'arn:aws:s3:::b/k', 'match'],
  ['arn:aws:s3:::b/${aws:username}', 'arn:aws:s3:::b/Stuart', 'match'],
  [
    'arn:aws:iam::${aws:PrincipalAccount}:user/*',
    'arn:aws:iam::123456789012:user/A',
    'match',
  ],
  ['arn:aws:s3:::b/${aws:nobody}', 'arn:aws:s3:::b/k', 'unresolved'],
  ['arn:aws:s3:::b/${open', 'arn:aws:s3:::b/${open', 'match'],
  ['b/k', 'b/k', 'no-match'],
  ['arn:*:s3:::*', 'not an arn', 'no-match'],
])('%s against %s: %s', (pattern, arn, expected) => {
  expect(match(pattern, arn)).toBe(expected)
})

test('a short pattern is completed only where IAM completes it', () => {
  expect(match('arn:aws:s3', 'arn:aws:s3:::b')).toBe('match')
  expect(match('arn:aws:s3', 'arn:aws:s3:::b', false)).toBe('no-match')
})
