import { expect, test } from 'vitest'
import { aliasProblem } from './alias-problem'

test.each(['abc', 'a-b', '123', 'my-company-2', 'x'.repeat(63)])('%j is fine', (alias) => {
  expect(aliasProblem(alias)).toBeUndefined()
})

test.each(['', 'ab', 'x'.repeat(64), 'Abc', '-abc', 'abc-', 'a--b', 'a b', '111122223333'])(
  '%j is refused',
  (alias) => {
    expect(aliasProblem(alias)).toBeTypeOf('string')
  }
)
