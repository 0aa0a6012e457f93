import { expect, test } from 'vitest'

import {
  formatAccountId,
  formatAge,
  formatBytes,
  formatDateTime,
  formatDuration,
} from './text'

const now = '2026-05-28T16:05:09Z'

test('a date is written as the console writes it, with its offset', () => {
  expect(formatDateTime(now)).toMatch(/^May 2[89], 2026, \d\d:\d\d \(UTC[+-]\d\d:\d\d\)$/)
})

test('no date and a bad date are a dash', () => {
  expect(formatDateTime(undefined)).toBe('-')
  expect(formatDateTime('soon')).toBe('-')
})

test.each([
  ['2026-05-28T16:05:00Z', 'Less than a minute ago'],
  ['2026-05-28T16:04:00Z', '1 minute ago'],
  ['2026-05-28T11:00:00Z', '5 hours ago'],
  ['2026-05-27T11:00:00Z', '1 day ago'],
  ['2024-01-01T00:00:00Z', '2 years ago'],
])('the age of %s is %s', (instant, age) => {
  expect(formatAge(instant, now)).toBe(age)
})

test('an account ID is printed in groups of four, anything else is left alone', () => {
  expect(formatAccountId('111122223333')).toBe('1111-2222-3333')
  expect(formatAccountId('my-alias')).toBe('my-alias')
})

test.each([
  [0, '0.0 B'],
  [12, '12.0 B'],
  [1434, '1.4 KB'],
  [5 * 1024 ** 3, '5.0 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test('a duration is in the largest whole unit', () => {
  expect(formatDuration(3600)).toBe('1 hour')
  expect(formatDuration(5400)).toBe('90 minutes')
})
