import fc from 'fast-check'
import { expect, test } from 'vitest'

import { matchesGlob, parseGlob } from './wildcard'

/** Slow and plainly right: try every way a star can go. */
function slowly(pattern: string, text: string): boolean {
  if (pattern === '') return text === ''
  if (pattern.startsWith('*'))
    return slowly(pattern.slice(1), text) || (text !== '' && slowly(pattern, text.slice(1)))
  if (text === '') return false
  return (
    (pattern.startsWith('?') || pattern[0] === text[0]) &&
    slowly(pattern.slice(1), text.slice(1))
  )
}

test.each([
  ['*', '', true],
  ['?', 'a', true],
  ['?', '', false],
  ['?', 'ab', false],
  ['a*', 'a', true],
  ['a*c', 'abbc', true],
  ['a*c', 'abcb', false],
  ['a.c', 'abc', false],
  ['**', 'anything', true],
  ['a**', 'ab', true],
  ['*a', 'banana', true],
  ['', '', true],
])('%j against %j: %j', (pattern, text, expected) => {
  expect(matchesGlob(parseGlob(pattern), text)).toBe(expected)
})

const letters = (alphabet: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), maxLength })

test('agrees with the slow reference on any pattern', () => {
  fc.assert(
    fc.property(letters('ab*?', 8), letters('ab', 10), (pattern, text) => {
      expect(matchesGlob(parseGlob(pattern), text)).toBe(slowly(pattern, text))
    }),
    { numRuns: 2_000 }
  )
})

test('text without wildcards matches itself alone', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      fc.pre(!/[*?]/.test(one))
      expect(matchesGlob(parseGlob(one), other)).toBe(one === other)
    })
  )
})

test('many stars on a long text that fails at its end stay quick', () => {
  const glob = parseGlob(`${'*a'.repeat(200)}b`)
  expect(matchesGlob(glob, 'a'.repeat(5_000))).toBe(false)
})
