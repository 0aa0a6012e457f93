import { expect, test } from 'vitest'
import { codeAt, stepAt, stepOfCode } from './totp'

/** The secret and codes of appendix B of RFC 6238, cut to six digits. */
const SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  ['1970-01-01T00:00:59Z', '287082'],
  ['2005-03-18T01:58:29Z', '081804'],
  ['2005-03-18T01:58:31Z', '050471'],
  ['2009-02-13T23:31:30Z', '005924'],
  ['2033-05-18T03:33:20Z', '279037'],
  ['2603-10-11T11:33:20Z', '353130'],
])('at %s the code is %s', (now, code) => {
  expect(codeAt(SEED, now)).toBe(code)
})

test('a code is taken a step early or late, and once', () => {
  const now = '2026-01-15T09:00:10.000Z'
  const step = stepAt(now)
  const codeAfter = (seconds: number) =>
    codeAt(SEED, new Date(Date.parse(now) + seconds * 1000).toISOString())
  expect(stepOfCode(SEED, codeAfter(0), now)).toBe(step)
  expect(stepOfCode(SEED, codeAfter(-30), now)).toBe(step - 1)
  expect(stepOfCode(SEED, codeAfter(30), now)).toBe(step + 1)
  expect(stepOfCode(SEED, codeAfter(60), now)).toBeUndefined()
  expect(stepOfCode(SEED, codeAfter(0), now, step)).toBeUndefined()
  expect(stepOfCode(SEED, 'abcdef', now)).toBeUndefined()
})
