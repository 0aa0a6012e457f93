import { expect, test } from 'vitest'
import { allKeys, toContext, toEntries } from './context-entries'

const keys = [
  { name: 'aws:MultiFactorAuthPresent', type: 'bool' as const, isMultiValued: false },
  { name: 'aws:TagKeys', type: 'string' as const, isMultiValued: true },
  { name: 'x:unknown' },
]

const values = { 'aws:MultiFactorAuthPresent': 'true', 'aws:TagKeys': 'a\n b \n' }

test('a value has the type of its key, and none is none', () => {
  expect(toEntries(keys, values)).toEqual([
    {
      ContextKeyName: 'aws:MultiFactorAuthPresent',
      ContextKeyType: 'boolean',
      ContextKeyValues: ['true'],
    },
    {
      ContextKeyName: 'aws:TagKeys',
      ContextKeyType: 'stringList',
      ContextKeyValues: ['a', 'b'],
    },
  ])
  expect(toContext(keys, values)).toEqual({
    'aws:MultiFactorAuthPresent': 'true',
    'aws:TagKeys': ['a', 'b'],
  })
})

test('what an answer has missed joins what policies use', () => {
  expect(allKeys(keys, ['AWS:tagkeys', 'aws:SourceIp'])).toEqual([
    ...keys,
    { name: 'aws:SourceIp', type: 'ip', isMultiValued: false },
  ])
})
