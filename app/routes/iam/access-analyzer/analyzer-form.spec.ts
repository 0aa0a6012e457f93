import { expect, test } from 'vitest'
import { blankAnalyzer, problemsOf, requestOf, withAnalysis } from './analyzer-form'

test('a link says what is to be looked for', () => {
  expect(blankAnalyzer(null)).toMatchObject({ analysis: 'external', zone: 'account' })
  expect(blankAnalyzer('ORGANIZATION_UNUSED_ACCESS')).toMatchObject({
    analysis: 'unused',
    zone: 'organization',
  })
})

test('a name goes with the analysis until somebody types one', () => {
  const blank = blankAnalyzer(null)
  expect(withAnalysis(blank, 'unused').name).toBe('UnusedAccess-ConsoleAnalyzer')
  expect(withAnalysis({ ...blank, name: 'Mine' }, 'unused').name).toBe('Mine')
})

test('what the API would refuse is a problem', () => {
  const blank = blankAnalyzer('ACCOUNT_UNUSED_ACCESS')
  expect(problemsOf(blank)).toEqual({})
  expect(problemsOf({ ...blank, name: '', days: '400' })).toEqual({
    name: 'Name is required.',
    days: 'Enter a whole number of days from 1 to 365.',
  })
  expect(problemsOf({ ...blank, name: '1st', days: '30' }).name).toContain('begin with')
  expect(problemsOf({ ...blank, analysis: 'external', days: '' })).toEqual({})
})

test('the request is what the form says', () => {
  const form = { ...blankAnalyzer('ACCOUNT_UNUSED_ACCESS'), days: '30' }
  expect(requestOf(form, [{ key: 'team', value: 'games' }])).toEqual({
    analyzerName: 'UnusedAccess-ConsoleAnalyzer',
    type: 'ACCOUNT_UNUSED_ACCESS',
    configuration: { unusedAccess: { unusedAccessAge: 30 } },
    tags: { team: 'games' },
  })
})
