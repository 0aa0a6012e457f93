import { expect, test } from 'vitest'
import { generatePassword, passwordProblem } from './password'

test('a generated password has all four kinds of characters and twelve in all', () => {
  for (let seed = 0; seed < 200; seed++) {
    const password = generatePassword(`2026-05-28T16:05:${seed} Stuart`)
    expect(password).toMatch(/^[A-Z][a-z][2-9][^A-Za-z0-9].{8}$/)
  }
})

test('the same seed makes the same password, another one another', () => {
  expect(generatePassword('a')).toBe(generatePassword('a'))
  expect(generatePassword('a')).not.toBe(generatePassword('b'))
})

test('a custom password must be there', () => {
  const form = { kind: 'custom', password: '', reset: true } as const
  expect(passwordProblem(form)).toBe('Enter a password.')
  expect(passwordProblem({ ...form, password: 'x' })).toBeUndefined()
  expect(passwordProblem({ ...form, kind: 'auto' })).toBeUndefined()
})
