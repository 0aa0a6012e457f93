import { describe, expect, test } from 'vitest'

import { parseDate } from './date'
import { parseAddress, parseRange } from './ip'
import { readOperator } from './operators'

describe('dates', () => {
  test.each([
    ['2024', '2024-01-01T00:00:00.000Z'],
    ['2024-02', '2024-02-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2024-02-29T10:30Z', '2024-02-29T10:30:00.000Z'],
    ['2024-02-29T10:30:15+01:00', '2024-02-29T09:30:15.000Z'],
    ['2024-02-29T10:30:15-0530', '2024-02-29T16:00:15.000Z'],
    ['2024-02-29T10:30:15.5Z', '2024-02-29T10:30:15.500Z'],
    ['2024-02-29T10:30:15', '2024-02-29T10:30:15.000Z'],
    ['1714564800', '2024-05-01T12:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(parseDate(text)).toBe(Date.parse(expected))
  })

  test.each(['', 'today', '2023-02-29', '2024-13-01', '2024-01-01T25:00Z', '01/02/2024'])(
    '%j is none',
    (text) => expect(parseDate(text)).toBeUndefined()
  )
})

describe('addresses', () => {
  test.each([
    ['10.0.0.1', [2560, 1]],
    ['::1', [0, 0, 0, 0, 0, 0, 0, 1]],
    ['2001:DB8::', [0x2001, 0xdb8, 0, 0, 0, 0, 0, 0]],
    ['::ffff:10.0.0.1', [0, 0, 0, 0, 0, 0xffff, 2560, 1]],
  ])('%s', (text, expected) => expect(parseAddress(text)).toEqual(expected))

  test.each(['', '10.0.0', '10.0.0.256', '1::2::3', '1:2:3', '10.0.0.0x1', ':::', 'g::'])(
    '%j is none',
    (text) => expect(parseAddress(text)).toBeUndefined()
  )

  test.each(['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::/129', '10.0.0.0/-1'])(
    '%j is no range',
    (text) => expect(parseRange(text)).toBeUndefined()
  )
})

describe('operators', () => {
  test.each(['constructor', 'toString', '', 'IfExists', 'Stringequals', 'ForAllValues:'])(
    '%j is unknown',
    (name) => expect(readOperator(name)).toEqual({ kind: 'unknown' })
  )

  test('prefix and suffix go together', () => {
    expect(readOperator('ForAnyValue:StringLikeIfExists')).toMatchObject({
      kind: 'compare',
      quantifier: 'ForAnyValue',
      ifExists: true,
    })
  })
})
