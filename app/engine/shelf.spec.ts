import fc from 'fast-check'
import { create } from 'mutative'
import { describe, expect, test } from 'vitest'
import {
  allOf,
  countOf,
  isOnShelf,
  newShelf,
  onShelf,
  putOnShelf,
  type Shelf,
  takeOffShelf,
} from './shelf'

const names = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', '~x', 'Stuart', 'stuart'),
  fc.string({ minLength: 1, maxLength: 8 })
)

describe('a shelf', () => {
  test('holds what a map holds, through any changes', () => {
    const step = fc.record({ name: names, put: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let shelf: Shelf<string> = newShelf()
        const model = new Map<string, string>()
        for (const [turn, { name, put }] of steps.entries()) {
          shelf = create(shelf, (draft) => {
            if (put) putOnShelf(draft, name, `${name}${turn}`)
            else takeOffShelf(draft, name)
          })
          if (put) model.set(name, `${name}${turn}`)
          else model.delete(name)
          expect(onShelf(shelf, name)).toBe(model.get(name))
        }
        expect(allOf(shelf).toSorted()).toEqual([...model.values()].toSorted())
        expect(countOf(shelf)).toBe(model.size)
      })
    )
  })

  test('knows a name in any case', () => {
    const shelf: Shelf<number> = newShelf()
    putOnShelf(shelf, 'RoleS3FullAccess', 1)
    expect(isOnShelf(shelf, 'roles3fullaccess')).toBe(true)
    expect(onShelf(shelf, 'roles3fullaccess')).toBeUndefined()
    expect(isOnShelf(shelf, 'RoleS3')).toBe(false)
  })
})
