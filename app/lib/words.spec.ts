import { afterEach, describe, expect, test } from 'vitest'
import { drift1Words } from './editions/drift-1-words'
import { isPlaceId, type PlaceId, places } from './places'
import { arranged, current, type Edition, showEdition, word } from './words'

afterEach(() => showEdition(current))

const other: Edition = {
  words: { 'iam.roles.create': 'New role' },
  arrange: { buttons: (items) => items.toReversed() },
}

describe('a word', () => {
  test('is that of the place or the label', () => {
    expect(word('iam.roles.create')).toBe('Create role')
    expect(word('iam.roles.title')).toBe('Roles')
  })

  test('is the edition’s where that has another', () => {
    showEdition(other)
    expect(word('iam.roles.create')).toBe('New role')
    expect(word('iam.users.create')).toBe('Create user')
  })
})

test('an edition arranges what it has an order for', () => {
  showEdition(other)
  expect(arranged('buttons', [1, 2, 3])).toEqual([3, 2, 1])
  expect(arranged('columns', [1, 2, 3])).toEqual([1, 2, 3])
})

describe('drift', () => {
  const ids = Object.keys(drift1Words)

  test('calls everything that it names by another name', () => {
    const same = Object.entries(drift1Words).filter(
      ([id, name]) => isPlaceId(id) && places[id].name === name
    )
    expect(same).toEqual([])
  })

  test('gives no two places of a page and role the same name, unless they had it', () => {
    const nameOf = (id: PlaceId) => drift1Words[id] ?? places[id].name
    const clashes = ids.filter(isPlaceId).flatMap((id) =>
      Object.keys(places)
        .filter(isPlaceId)
        .filter(
          (each) =>
            each !== id &&
            places[each].page === places[id].page &&
            places[each].role === places[id].role &&
            nameOf(each) === nameOf(id) &&
            places[each].name !== places[id].name
        )
        .map((each) => `${id} and ${each}`)
    )
    expect(clashes).toEqual([])
  })
})
