import { expect, test } from 'vitest'
import { keyProblems, newKeyForm } from './use-cases'

test('a use case is asked for', () => {
  expect(keyProblems(newKeyForm).useCase).toBe('Select a use case.')
})

test('where there is something better than a key, that has to be read', () => {
  const form = { ...newKeyForm, useCase: 'cli' }
  const none = { useCase: undefined, agreed: undefined }
  expect(keyProblems(form).agreed).toMatch(/recommendation/)
  expect(keyProblems({ ...form, agreed: true })).toEqual(none)
  expect(keyProblems({ ...form, useCase: 'other' })).toEqual(none)
})
