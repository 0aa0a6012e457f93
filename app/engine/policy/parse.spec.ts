import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseJson, positionAt, toValue } from './parse'
import { printJson } from './print'

const valueOf = (text: string) => {
  const parsed = parseJson(text)
  return parsed.ok ? toValue(parsed.root) : parsed
}

describe('reading', () => {
  it('agrees with JSON.parse on any JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(valueOf(text)).toEqual(JSON.parse(text))
      })
    )
  })

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseJson(text).ok).toBe(isJson(text))
      })
    )
  })

  it.each(['01', '1.', '.5', '+1', "'a'", '[1,]', '{"a":1,}', '"\t"', '"\\x"', 'nul', ''])(
    'refuses %j',
    (text) => {
      expect(parseJson(text).ok).toBe(false)
    }
  )

  it('refuses nesting that no policy has, instead of running out of stack', () => {
    expect(parseJson('['.repeat(100_000)).ok).toBe(false)
    expect(parseJson('{"a":'.repeat(100_000)).ok).toBe(false)
  })

  it('keeps keys that are written twice', () => {
    const parsed = parseJson('{"a":1,"a":2}')
    expect(parsed.ok && parsed.root.type === 'object' && parsed.root.members).toHaveLength(
      2
    )
    expect(valueOf('{"a":1,"a":2}')).toEqual({ a: 2 })
  })

  it('takes __proto__ for a key like any other', () => {
    expect(Object.keys(valueOf('{"__proto__":1}') ?? {})).toEqual(['__proto__'])
  })
})

describe('places', () => {
  it('a syntax error is given by index, line and column', () => {
    expect(parseJson('{ "Version": "2012-10-17", }')).toEqual({
      ok: false,
      index: 27,
      line: 1,
      column: 28,
    })
    expect(parseJson('{\n  "a": 1\n  "b": 2\n}')).toMatchObject({ line: 3, column: 3 })
  })

  it('a string’s place includes its quotation marks, and the path leads to it', () => {
    const parsed = parseJson('{"a": ["x", "yz"]}')
    const list = parsed.ok && parsed.root.type === 'object' && parsed.root.members[0]?.value
    expect(list && list.type === 'array' && list.items[1]).toMatchObject({
      start: 12,
      end: 16,
      path: ['a', 1],
    })
  })

  it('lines and columns count from one', () => {
    expect(positionAt('ab\ncd', 0)).toEqual({ line: 1, column: 1 })
    expect(positionAt('ab\ncd', 4)).toEqual({ line: 2, column: 2 })
  })
})

it('what is printed reads as the same value', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      const parsed = parseJson(text)
      if (!parsed.ok) throw new Error('any JSON is read')
      expect(JSON.parse(printJson(parsed.root))).toEqual(JSON.parse(text))
    })
  )
})

function isJson(text: string) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
