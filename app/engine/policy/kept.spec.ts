import { expect, it } from 'vitest'

import { toList } from './document'
import { documentOf } from './kept'
import { Memo } from './memo'
import { isServicePrincipal } from './service-principals'

it('the same text is the same document', () => {
  const text = '{"Statement":[]}'
  expect(documentOf(text)).toEqual({ Statement: [] })
  expect(documentOf(text)).toBe(documentOf(text))
})

it.each([undefined, '{', '7', 'null'])('%j grants nothing', (text) => {
  expect(documentOf(text)).toEqual({ Statement: [] })
})

it('one, many or none make a list', () => {
  expect([toList(undefined), toList('a'), toList(['a', 'b'])]).toEqual([
    [],
    ['a'],
    ['a', 'b'],
  ])
})

it('answers are made once, until there are too many', () => {
  let made = 0
  const memo = new Memo((key) => `${key} ${made++}`, 2)
  expect([memo.get('a'), memo.get('a'), memo.get('b')]).toEqual(['a 0', 'a 0', 'b 1'])
  expect([memo.get('c'), memo.get('a')]).toEqual(['c 2', 'a 3'])
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services */
it.each([
  ['ec2.amazonaws.com', true],
  ['ec2.amazonaws.com.cn', true],
  ['logs.eu-west-1.amazonaws.com', true],
  ['delivery.logs.amazonaws.com', true],
  ['ecs-tasks.amazonaws.com', true],
  ['nosuch.amazonaws.com', false],
  ['ec2.example.com', false],
  ['.amazonaws.com', false],
])('%s is a service: %s', (text, expected) => {
  expect(isServicePrincipal(text)).toBe(expected)
})
