import { expect, test } from 'vitest'
import { ownAdvice, rootAdvice } from './advice'

const open = (advice: { text: string; isDone: boolean }[]) =>
  advice.filter(({ isDone }) => !isDone).map(({ text }) => text)

test('a root user without MFA and with keys is told about both', () => {
  expect(open(rootAdvice({ AccountMFAEnabled: 0, AccountAccessKeysPresent: 1 }))).toEqual([
    'Add MFA for root user',
    'Deactivate or delete access keys for root user',
  ])
  expect(open(rootAdvice({ AccountMFAEnabled: 1, AccountAccessKeysPresent: 0 }))).toEqual(
    []
  )
})

test('what was refused is left out of the advice to a user', () => {
  expect(ownAdvice(undefined, undefined)).toEqual([])
  expect(open(ownAdvice([], undefined))).toEqual(['Add MFA for yourself'])
})
