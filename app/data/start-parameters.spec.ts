import { describe, expect, test } from 'vitest'
import { checkEditions, isOnItsOwn, readStartParameters } from './start-parameters'

describe('start parameters', () => {
  test.each([
    ['', {}],
    ['?scenario=stuart', { scenario: 'stuart' }],
    ['?as=user/Stuart&via=role/R', { as: 'user/Stuart', via: 'role/R' }],
    ['?time=2026-01-15T09:00:00Z', { time: '2026-01-15T09:00:00Z' }],
    ['?time=real', { time: 'real' }],
    ['?rng=42', { rng: 42 }],
    ['?motion=off&store=local', { motion: 'off', store: 'local' }],
    ['?scenario=url:/my/world.json', { scenario: 'url:/my/world.json' }],
    ['?persona=slow&ui=drift-1', { persona: 'slow', ui: 'drift-1' }],
    ['?console=2021', { console: '2021' }],
    ['?console=2026&ui=drift-1', { console: '2026', ui: 'drift-1' }],
    ['?faults=[{"op":"iam:*","delay":5}]', { faults: '[{"op":"iam:*","delay":5}]' }],
    ['?latency=300', { latency: 300 }],
    ['?latency=200-400', { latency: [200, 400] }],
    ['?consistency=on', { consistency: 'on' }],
    ['?consistency=12000,8000', { consistency: { enforce: 12_000, principals: 8000 } }],
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
    ['?store=disk', 'store', 'can only be none, session, local or server'],
    ['?latency=fast', 'latency', 'has to be milliseconds such as 300'],
    ['?latency=400-200', 'latency', 'has to be milliseconds such as 300'],
    ['?consistency=12', 'consistency', 'two times in milliseconds'],
    ['?faults=slow', 'faults', 'has to be a list of rules as JSON'],
    ['?ui=new', 'ui', 'can only be current or drift-1'],
    ['?console=2020', 'console', 'can only be 2021, 2022 or 2026'],
    ['?consol=2021', 'consol', 'Is it meant to be console?'],
    ['?latencyy=3', 'latencyy', 'Is it meant to be latency?'],
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

  test.each([
    '?step=review',
    '?tab=trust',
    '?region=us-east-1',
    '?account=1&roleName=R',
    '?state=hashArgs',
  ])('%s belongs to a page', (search) => {
    expect(readStartParameters(search)).toEqual({})
  })

  test.each([
    ['', false],
    ['?motion=off', false],
    ['?ui=drift-1', false],
    ['?console=2021', false],
    ['?persona=slow', true],
    ['?scenario=busy', true],
    ['?time=real', true],
    ['?scenario=busy&store=local', false],
    ['?store=none', true],
  ])('a start with %j has a world of its own: %s', (search, alone) => {
    expect(isOnItsOwn(readStartParameters(search))).toBe(alone)
  })
})

describe('a redesign', () => {
  test('of an older console is refused, and both are named', () => {
    expect(() => checkEditions({ console: '2021' }, 'drift-1')).toThrow(
      'The console of 2021 has no drift-1: ask for console=2021 or for ui=drift-1, not for both.'
    )
  })

  test.each([
    [{ console: '2021' }, 'current'],
    [{ console: '2021' }, undefined],
    [{ console: '2026' }, 'drift-1'],
    [{}, 'drift-1'],
  ] as const)('%j goes with %s', (parameters, ui) => {
    expect(() => checkEditions(parameters, ui)).not.toThrow()
  })
})
