import fc from 'fast-check'
import { expect, it } from 'vitest'

import { matchesGlob, parseGlob } from '../../match/wildcard'
import { overlaps } from './overlap'

it.each([
  ['function:f', 'function:?*', true],
  ['func*', 'function:?*', true],
  ['functions:f', 'function:?*', false],
  ['*x', 'a*', true],
  ['a?c', '?b?', true],
  ['a', 'a?', false],
  ['', '*', true],
  ['', '?*', false],
])('%s and %s: %s', (one, other, expected) => {
  expect(overlaps(one, other)).toBe(expected)
  expect(overlaps(other, one)).toBe(expected)
})

it('is true whenever some text fits both', () => {
  const unit = fc.constantFrom('a', 'b', '*', '?')
  const pattern = fc.string({ unit, maxLength: 6 })
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 })
  fc.assert(
    fc.property(pattern, pattern, text, (one, other, sample) => {
      const fits = (glob: string) => matchesGlob(parseGlob(glob), sample)
      fc.pre(fits(one) && fits(other))
      expect(overlaps(one, other)).toBe(true)
    })
  )
})

it('is whether a plain text fits a pattern', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 })
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 })
  fc.assert(
    fc.property(pattern, text, (glob, sample) => {
      expect(overlaps(glob, sample)).toBe(matchesGlob(parseGlob(glob), sample))
    }),
    { numRuns: 1000 }
  )
})
