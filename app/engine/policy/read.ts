/** Reading a document nobody has checked: whatever is not as it should be is left out. */

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const listOf = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

export const textsOf = (value: unknown): string[] =>
  listOf(value).filter((each) => typeof each === 'string')
