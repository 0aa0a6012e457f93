import { describe, expect, test } from 'vitest'
import { isOnItsOwn, readStartParameters } from './start-parameters'

describe('start parameters', () => {
  test.each([
    ['', {}],
    ['?scenario=stuart', { scenario: 'stuart' }],
    ['?as=user/Stuart&via=role/R', { as: 'user/Stuart', via: 'role/R' }],
    ['?time=2026-01-15T09:00:00Z', { time: '2026-01-15T09:00:00Z' }],
    ['?time=real', { time: 'real' }],
    ['?rng=42', { rng: 42 }],
    ['?motion=off&store=local', { motion: 'off', store: 'local' }],
  ])('%s is read', (search, parameters) => {
    expect(readStartParameters(search)).toEqual(parameters)
  })

  test.each([
    ['?scenario=', 'scenario', 'The parameter scenario has no value.'],
    ['?scenaro=stuart', 'scenaro', 'Is it meant to be scenario?'],
    ['?Scenario=stuart', 'Scenario', 'Is it meant to be scenario?'],
    ['?tim=real', 'tim', 'Is it meant to be time?'],
    ['?time=yesterday', 'time', 'has to be an ISO time in UTC'],
    ['?time=2026-01-15', 'time', 'has to be an ISO time in UTC'],
    ['?time=2026-13-45T00:00:00Z', 'time', 'has to be an ISO time in UTC'],
    ['?rng=1.5', 'rng', 'has to be a whole number'],
    ['?motion=slow', 'motion', 'can only be on or off'],
    ['?store=disk', 'store', 'can only be none or local'],
    ['?via=role/R', 'via', 'needs the parameter as beside it'],
  ])('%s is an error that names it', (search, parameter, message) => {
    expect(() => readStartParameters(search)).toThrow(
      expect.objectContaining({
        name: 'StartParameterError',
        parameter,
        message: expect.stringContaining(message),
      })
    )
  })

  test.each(['?step=review', '?tab=trust', '?region=us-east-1', '?account=1&roleName=R'])(
    '%s belongs to a page',
    (search) => {
      expect(readStartParameters(search)).toEqual({})
    }
  )

  test.each([
    ['', false],
    ['?motion=off', false],
    ['?scenario=busy', true],
    ['?time=real', true],
    ['?scenario=busy&store=local', false],
    ['?store=none', true],
  ])('a start with %j has a world of its own: %s', (search, alone) => {
    expect(isOnItsOwn(readStartParameters(search))).toBe(alone)
  })
})
