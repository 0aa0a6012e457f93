/**
 * Users, roles and unique IDs come by the thousand, and a change of the world copies every
 * record that it touches. So they lie on shelves: records of records, found by name. A change
 * copies one small record and the list of shelves, however many entries there are.
 */
import { keyOf, keysOf, untouched } from './records'

export type Shelf<T> = Record<string, Record<string, T>>

/** A power of two: the sum below is cut with a mask. */
const BOARDS = 64

/** Names that differ in case alone lie together, so that one look finds both. */
function boardOf(name: string) {
  let sum = 7
  for (const letter of name.toLowerCase()) sum = (sum * 31 + letter.charCodeAt(0)) | 0
  return String((sum ^ (sum >>> 16)) & (BOARDS - 1))
}

export const onShelf = <T>(shelf: Shelf<T>, name: string | undefined): T | undefined =>
  name === undefined ? undefined : shelf[boardOf(name)]?.[keyOf(name)]

export function putOnShelf<T>(shelf: Shelf<T>, name: string, value: T) {
  const board = (shelf[boardOf(name)] ??= {})
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

const list = <T>(shelf: Shelf<T>) =>
  Object.values(shelf).flatMap((board) => Object.values(board))

/** As many as there were before the call in hand. */
export function countOf(shelf: Shelf<unknown>) {
  let count = 0
  for (const board of Object.values(untouched(shelf))) count += keysOf(board).length
  return count
}

/** Whether a name is taken, whatever its case; as of before the call in hand. */
export function isOnShelf(shelf: Shelf<unknown>, name: string) {
  const board = untouched(shelf)[boardOf(name)]
  if (!board) return false
  const wanted = keyOf(name).toLowerCase()
  return keysOf(board).some((key) => key.toLowerCase() === wanted)
}
