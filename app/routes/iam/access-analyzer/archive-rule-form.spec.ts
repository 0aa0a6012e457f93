import { expect, test } from 'vitest'
import {
  blankCriterion,
  filterOf,
  filterText,
  isGood,
  nameProblem,
} from './archive-rule-form'

test('rows on one property are one criterion', () => {
  const filter = filterOf([
    { property: 'principal.AWS', operator: 'eq', value: '444455556666, 777788889999' },
    { property: 'principal.AWS', operator: 'neq', value: '*' },
    { property: 'isPublic', operator: 'eq', value: 'false' },
  ])
  expect(filter).toEqual({
    'principal.AWS': { eq: ['444455556666', '777788889999'], neq: ['*'] },
    isPublic: { eq: ['false'] },
  })
  expect(filterText(filter)).toBe(
    'AWS Account equals 444455556666 or 777788889999; AWS Account not equals *; Public access equals false'
  )
})

test('a rule needs a name and a value for each of its criteria', () => {
  const criterion = blankCriterion('external')
  expect(nameProblem('')).toBe('Rule name is required.')
  expect(nameProblem('1st')).toContain('begin with a letter')
  expect(isGood({ name: 'Known', criteria: [] })).toBe(false)
  expect(isGood({ name: 'Known', criteria: [criterion] })).toBe(false)
  expect(isGood({ name: 'Known', criteria: [{ ...criterion, value: '*' }] })).toBe(true)
})
