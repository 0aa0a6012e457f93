import { expect, test } from 'vitest'
import type { Assumption } from '~/data/assumptions'
import { arrange, NODE, pathThrough } from './layout'

const arn = (resource: string) => `arn:aws:iam::111122223333:${resource}`
const edge = (from: string, to: string): Assumption => ({
  from: arn(from),
  to: arn(to),
  action: 'sts:AssumeRole',
  named: true,
  allowed: true,
  decision: undefined,
})

test('who assumes stands to the left of what is assumed, along a whole chain', () => {
  const { entities: placed } = arrange([edge('user/a', 'role/b'), edge('role/b', 'role/c')])
  const x = (name: string) => placed.find((each) => each.name === name)?.x ?? NaN
  expect(placed).toHaveLength(3)
  expect(x('a') + NODE.width).toBeLessThan(x('b'))
  expect(x('b') + NODE.width).toBeLessThan(x('c'))
})

test('roles that trust each other have a place each', () => {
  const { entities: placed } = arrange([edge('role/b', 'role/c'), edge('role/c', 'role/b')])
  expect(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size).toBe(2)
})

test('an arrow starts and ends where it should, whatever it goes round', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 10, y: 10 },
    { x: 20, y: 0 },
  ]
  expect(pathThrough(points)).toBe('M 0 0 Q 10 10 15 5 L 20 0')
  expect(pathThrough([])).toBe('')
})
