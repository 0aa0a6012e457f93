import { expect, test } from 'vitest'
import { lineChanges } from './line-changes'

const policy = (action: string) => `{"Version":"2012-10-17","Action":"${action}"}`

test('what is another line is taken out and put in', () => {
  expect(lineChanges(policy('s3:*'), policy('sqs:*'))).toEqual([
    { kind: 'same', text: '{' },
    { kind: 'same', text: '  "Version": "2012-10-17",' },
    { kind: 'removed', text: '  "Action": "s3:*"' },
    { kind: 'added', text: '  "Action": "sqs:*"' },
    { kind: 'same', text: '}' },
  ])
})

test('spacing alone is no difference', () => {
  const spaced = '{ "Version" : "2012-10-17",\n\n "Action":"s3:*" }'
  expect(lineChanges(policy('s3:*'), spaced).every(({ kind }) => kind === 'same')).toBe(
    true
  )
})

test('what is no JSON is compared as it stands', () => {
  expect(lineChanges('a', 'b')).toEqual([
    { kind: 'removed', text: 'a' },
    { kind: 'added', text: 'b' },
  ])
})
