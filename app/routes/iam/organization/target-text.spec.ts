import { expect, test } from 'vitest'
import { kindOfTarget, targetText } from './target-text'

test('a target goes by its name, and an account by its ID as well', () => {
  const account = { TargetId: '444455556666', Name: 'Production', Type: 'ACCOUNT' } as const
  expect(targetText(account)).toBe('Production (444455556666)')
  expect(targetText({ TargetId: 'r-root', Name: 'Root', Type: 'ROOT' })).toBe('Root')
  expect(kindOfTarget(account)).toBe('Account')
})
