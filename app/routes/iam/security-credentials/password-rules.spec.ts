import { expect, test } from 'vitest'
import { changeProblems, noChange, rulesOf } from './password-rules'

test('an account without a policy asks for three of four kinds', () => {
  expect(rulesOf(null)).toHaveLength(2)
})

test('a policy says what it asks for and nothing else', () => {
  expect(rulesOf({ MinimumPasswordLength: 14, RequireNumbers: true })).toEqual([
    'Must be at least 14 characters long',
    'Must include at least one number (0-9)',
  ])
  expect(rulesOf({ PasswordReusePrevention: 3 }).at(-1)).toMatch(/last 3 passwords/)
})

test('both passwords are asked for, and the new one twice', () => {
  expect(changeProblems(noChange)).toMatchObject({
    old: 'Enter your current password.',
    password: 'Enter a new password.',
  })
  const change = { old: 'a', password: 'b', again: 'c' }
  expect(changeProblems(change).again).toBe('The new passwords do not match.')
  expect(Object.values(changeProblems({ ...change, again: 'b' })).some(Boolean)).toBe(false)
})
