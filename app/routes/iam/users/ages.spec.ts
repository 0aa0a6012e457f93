import { expect, test } from 'vitest'
import { ageText, isOld, keyStory, latest } from './ages'

const now = '2026-05-28T12:00:00Z'
const ago = (days: number) => new Date(Date.parse(now) - days * 24 * 60 * 60 * 1000)

test.each([
  [0.5, 'Created today'],
  [1, '1 day'],
  [12.9, '12 days'],
])('what is %d days old is worded %j', (days, text) => {
  expect(ageText(ago(days), now)).toBe(text)
})

test.each([
  [90, false],
  [91, true],
])('%d days are too old: %j', (days, answer) => {
  expect(isOld(ago(days), now)).toBe(answer)
})

test('a key says when it was used and how old it is', () => {
  expect(keyStory(ago(0), undefined, now)).toBe('Never used. Created today.')
  expect(keyStory(ago(5), ago(0.2), now)).toBe('Used today. 5 days old.')
  expect(keyStory(ago(5), ago(1), now)).toBe('Used 1 day ago. 5 days old.')
})

test('the latest of several dates leaves out what never was', () => {
  expect(latest(ago(3), undefined, ago(1))).toEqual(ago(1))
  expect(latest(undefined)).toBeUndefined()
})
