/**
 * Users, roles and unique IDs come by the thousand, and a change of the world copies every
 * record that it touches. So they lie on shelves: a fixed number of boards, found by a sum over
 * the name, each a small record. A change copies one of these and the list of boards, however
 * many entries there are. The list is an array, since copying one costs next to nothing, while a
 * record costs by its keys.
 */
import { keyOf, keysOf, nameOfKey, untouched } from './records'

export type Shelf<T> = Record<string, T>[]

/** A power of two: the sum below is cut with a mask. */
const BOARDS = 256

export const newShelf = <T>(): Shelf<T> => Array.from({ length: BOARDS }, () => ({}))

/** Whether it has all its boards; what lies on them is not looked at. */
export const isShelf = (value: unknown) =>
  Array.isArray(value) &&
  value.length === BOARDS &&
  value.every((board) => typeof board === 'object' && board !== null)

/** Names that differ in case alone lie together, so that one look finds both. */
function boardOf(name: string) {
  let sum = 7
  for (const letter of name.toLowerCase()) sum = (sum * 31 + letter.charCodeAt(0)) | 0
  // names often differ in few places only, which has to reach the bits that are looked at
  return (Math.imul(sum, 0x9e3779b1) >>> 24) & (BOARDS - 1)
}

export const onShelf = <T>(shelf: Shelf<T>, name: string | undefined): T | undefined =>
  name === undefined ? undefined : shelf[boardOf(name)]?.[keyOf(name)]

export function putOnShelf<T>(shelf: Shelf<T>, name: string, value: T) {
  const board = shelf[boardOf(name)]
  if (!board) throw new Error('a shelf has lost one of its boards')
  board[keyOf(name)] = value
}

export function takeOffShelf(shelf: Shelf<unknown>, name: string) {
  const board = shelf[boardOf(name)]
  if (board) delete board[keyOf(name)]
}

const lists = new WeakMap<object, unknown[]>()

/** Everything on a shelf, in no order that means anything. A draft's entries are drafts. */
export function allOf<T>(shelf: Shelf<T>): T[] {
  if (untouched(shelf) !== shelf) return list(shelf)
  // kept under the shelf itself, so these are its entries
  const before = lists.get(shelf) as T[] | undefined
  if (before) return before
  const found = list(shelf)
  lists.set(shelf, found)
  return found
}

const list = <T>(shelf: Shelf<T>) => shelf.flatMap((board) => Object.values(board))

/** What was counted last: the next shelf is mostly a later state of it, and few boards differ. */
let counted: { shelf: Shelf<unknown>; count: number } = { shelf: [], count: 0 }

const lengthOf = (board: object | undefined) => (board ? keysOf(board).length : 0)

/** As many as there were before the call in hand. */
export function countOf(shelf: Shelf<unknown>) {
  const now = untouched(shelf)
  const { shelf: before, count } = counted
  const difference = now.reduce((sum, board, index) => {
    const other = before[index]
    return board === other ? sum : sum + lengthOf(board) - lengthOf(other)
  }, 0)
  counted = { shelf: now, count: count + difference }
  return counted.count
}

/** A name as it is kept, whatever the case it is asked for in; as of before the call in hand. */
export function nameOnShelf(shelf: Shelf<unknown>, name: string) {
  const board = untouched(shelf)[boardOf(name)]
  if (!board) return undefined
  const wanted = keyOf(name).toLowerCase()
  const key = keysOf(board).find((each) => each.toLowerCase() === wanted)
  return key === undefined ? undefined : nameOfKey(key)
}

/** Whether a name is taken, whatever its case; as of before the call in hand. */
export const isOnShelf = (shelf: Shelf<unknown>, name: string) =>
  nameOnShelf(shelf, name) !== undefined
