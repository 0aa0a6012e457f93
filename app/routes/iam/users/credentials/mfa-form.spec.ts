import { expect, test } from 'vitest'
import { areCodes, codeProblem, deviceNameProblem, kindProblem } from './mfa-form'

test('a device has a name of the characters that IAM takes', () => {
  expect(deviceNameProblem('')).toBe('Enter a device name.')
  expect(deviceNameProblem('my phone')).toMatch(/alphanumeric/)
  expect(deviceNameProblem('x'.repeat(129))).toMatch(/128/)
  expect(deviceNameProblem('Ann+phone_1=a,b.c@d-e')).toBeUndefined()
})

test('an authenticator app is the one device there is', () => {
  expect(kindProblem('app')).toBeUndefined()
  expect(kindProblem('passkey')).toMatch(/simulation/)
  expect(kindProblem('hardware')).toMatch(/simulation/)
})

test('a code has six digits', () => {
  expect(codeProblem('')).toMatch(/^Enter/)
  expect(codeProblem('12345')).toBe('A code has 6 digits.')
  expect(areCodes({ code1: '123456', code2: '12345x' })).toBe(false)
  expect(areCodes({ code1: '123456', code2: '000000' })).toBe(true)
})
