import { expect, it } from 'vitest'
import { differenceOf } from './edit-json'
import { readStatements, statementAt } from './read-statements'
import { addStatement, formatPolicy, removeStatement, sameSpot } from './whole-statements'

const one = `{
  "Statement": {
    "Sid": "Mine",
    "Effect": "Deny"
  }
}`

it('adds a statement to a list, to a single one, and to nothing', () => {
  expect(addStatement('{"Statement":[{"Sid":"Statement2"}]}', 'trust')).toBe(
    '{"Statement":[{"Sid":"Statement2"},{"Sid":"Statement3","Effect":"Allow","Principal":{},"Action":[]}]}'
  )
  expect(addStatement(one, 'identity')).toBe(`{
  "Statement": [
    {
      "Sid": "Mine",
      "Effect": "Deny"
    },
    {
      "Sid": "Statement2",
      "Effect": "Allow",
      "Action": [],
      "Resource": []
    }
  ]
}`)
  expect(addStatement('{}', 'identity')).toBe(
    '{"Statement":[{"Sid":"Statement1","Effect":"Allow","Action":[],"Resource":[]}]}'
  )
  expect(addStatement('{', 'identity')).toBeUndefined()
})

it('takes a statement out', () => {
  expect(removeStatement('{"Statement":[{"Sid":"A"},{"Sid":"B"}]}', 0)).toBe(
    '{"Statement":[{"Sid":"B"}]}'
  )
  expect(removeStatement(one, 0)).toBe('{\n  "Statement": []\n}')
})

it('lays a text out in its own step of depth', () => {
  expect(formatPolicy('{\n "a": [1.0]}')).toBe('{\n "a": [\n  1.0\n ]\n}')
  expect(formatPolicy('{')).toBeUndefined()
})

it('keeps the caret where it was among what is written', () => {
  expect(sameSpot('{"a":1}', 5, '{\n  "a": 1\n}')).toBe('{\n  "a":'.length)
  expect(sameSpot('{}', 2, '{ }')).toBe(3)
})

it('finds the statement a caret is in', () => {
  const statements = readStatements(one) ?? []
  expect(statementAt(statements, one.indexOf('Deny'))?.name).toBe('Mine')
  expect(statementAt(statements, 0)).toBeUndefined()
})

it('says in one change what differs between two texts', () => {
  for (const [from, to] of [
    ['abc', 'abxc'],
    ['aaa', 'aa'],
    ['', 'x'],
    ['same', 'same'],
  ] as const) {
    const { start, end, put } = differenceOf(from, to)
    expect(from.slice(0, start) + put + from.slice(end)).toBe(to)
  }
})
