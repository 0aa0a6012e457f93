import { expect, test } from 'vitest'
import { csvText } from './csv'

test('fields with commas and quotes are quoted', () => {
  expect(
    csvText([
      ['User name', 'Password'],
      ['a,b', 'x"y'],
    ])
  ).toBe('User name,Password\n"a,b","x""y"\n')
})
