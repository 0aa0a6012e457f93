import { describe, expect, test } from 'vitest'
import { refusal, specCloud, userArn } from '~/engine/spec-cloud'
import { arrangeFaults } from './arrange'
import { withFaults } from './faulty-client'
import { createInjector } from './injector'
import { personaNames, personas } from './personas'
import { type FaultRule, parseFaultRules } from './rule'

/** An injector on a clock of its own; waiting moves the clock. */
function specInjector(rules: FaultRule[], seed?: number) {
  const time = { now: 0, waits: [] as number[] }
  const injector = createInjector(
    {
      now: () => time.now,
      wait: async (ms) => {
        time.now += ms
        time.waits.push(Math.round(ms))
      },
    },
    seed
  )
  injector.set(rules)
  /** What comes of a call: its error's code, or `ok`. */
  const call = async (operation: string, by?: string) => {
    try {
      const passed = await injector.pass({ operation, ...(by ? { by } : {}) })
      passed()
      return 'ok'
    } catch (error) {
      return (error as Error).name
    }
  }
  const calls = async (operation: string, count: number) => {
    const outcomes: string[] = []
    for (let i = 0; i < count; i++) outcomes.push(await call(operation))
    return outcomes
  }
  return { injector, time, call, calls }
}

describe('a rule', () => {
  test('is about the operations it names, wildcards and all', async () => {
    const { call } = specInjector([{ op: 'iam:Create*', error: 'ServiceFailure' }])
    expect(await call('iam:CreateRole')).toBe('ServiceFailure')
    expect(await call('iam:GetRole')).toBe('ok')
    expect(await call('s3:CreateBucket')).toBe('ok')
  })

  test('is about the callers it names', async () => {
    const { call } = specInjector([
      { op: 'iam:*', by: 'user/Stuart', error: 'ServiceFailure' },
      { op: 'iam:*', by: 'role/R', error: 'Throttling' },
    ])
    expect(await call('iam:GetRole', userArn('Stuart'))).toBe('ServiceFailure')
    expect(await call('iam:GetRole', userArn('Stuart2'))).toBe('ok')
    const session = 'arn:aws:sts::111122223333:assumed-role/R/Stuart'
    expect(await call('iam:GetRole', session)).toBe('Throttling')
  })

  test.each([
    ['nth: 2', { nth: 2 }, ['ok', 'ServiceFailure', 'ok', 'ok']],
    ['nth: [1, 3]', { nth: [1, 3] }, ['ServiceFailure', 'ok', 'ServiceFailure', 'ok']],
    ['times: 2', { times: 2 }, ['ServiceFailure', 'ServiceFailure', 'ok', 'ok']],
    ['chance: 0', { chance: 0 }, ['ok', 'ok', 'ok', 'ok']],
  ])('%s strikes those calls', async (_, limits, outcomes) => {
    const { calls } = specInjector([{ op: 'iam:*', error: 'ServiceFailure', ...limits }])
    expect(await calls('iam:GetRole', 4)).toEqual(outcomes)
  })

  test('with a rate lets so many calls of a second pass', async () => {
    const { calls, time } = specInjector([
      { op: 'iam:*', rate: '2/s', error: 'Throttling' },
    ])
    expect(await calls('iam:GetRole', 3)).toEqual(['ok', 'ok', 'Throttling'])
    time.now += 999
    expect(await calls('iam:GetRole', 1)).toEqual(['Throttling'])
    time.now += 1
    expect(await calls('iam:GetRole', 3)).toEqual(['ok', 'ok', 'Throttling'])
  })

  test('with a delay keeps the call waiting as long', async () => {
    const { calls, time } = specInjector([
      { op: '*:*', delay: 800 },
      { op: 'iam:*', delay: [100, 200] },
    ])
    await calls('s3:ListBuckets', 1)
    await calls('iam:GetRole', 1)
    expect(time.waits[0]).toBe(800)
    expect(time.waits[1]).toBeGreaterThanOrEqual(900)
    expect(time.waits[1]).toBeLessThanOrEqual(1000)
  })

  test('with chance strikes the same calls again after the same seed', async () => {
    const outcomes = async (seed: number) =>
      specInjector([{ op: 'iam:*', chance: 0.5, error: 'ServiceFailure' }], seed).calls(
        'iam:GetRole',
        40
      )
    const first = await outcomes(1)
    expect(await outcomes(1)).toEqual(first)
    expect(await outcomes(2)).not.toEqual(first)
    expect(new Set(first)).toEqual(new Set(['ok', 'ServiceFailure']))
  })

  test('afterwards, takes the answer and not the effect', async () => {
    const spec = specCloud()
    const { injector } = specInjector([
      { op: 'iam:CreateUser', error: 'ServiceFailure', afterwards: true },
    ])
    const { iam } = withFaults(spec.root(), injector)
    expect(await refusal(iam.createUser({ UserName: 'U' }))).toMatchObject({ status: 500 })
    expect((await iam.getUser({ UserName: 'U' })).User?.UserName).toBe('U')
  })

  test('is counted anew when the rules are set', async () => {
    const rules = [{ op: 'iam:*', nth: 1, error: 'ServiceFailure' }]
    const { injector, calls } = specInjector(rules)
    expect(await calls('iam:GetRole', 2)).toEqual(['ServiceFailure', 'ok'])
    injector.set(rules)
    expect(await calls('iam:GetRole', 2)).toEqual(['ServiceFailure', 'ok'])
  })
})

describe('a pause', () => {
  test('holds one call until it is let go', async () => {
    const { injector, call } = specInjector([])
    const pause = injector.pause('iam:CreateRole')
    const order: string[] = []
    const held = call('iam:CreateRole').then((outcome) => order.push(outcome))
    await pause.hit
    expect(await call('iam:CreateRole')).toBe('ok')
    order.push('second')
    pause.resume()
    await held
    expect(order).toEqual(['second', 'ok'])
  })

  test('may end in an error', async () => {
    const { injector, call } = specInjector([])
    const pause = injector.pause('iam:*')
    const held = call('iam:CreateRole')
    await pause.hit
    pause.fail('Throttling')
    expect(await held).toBe('Throttling')
  })

  test('that was let go before a call came holds none', async () => {
    const { injector, call } = specInjector([])
    injector.pause('iam:*').resume()
    expect(await call('iam:CreateRole')).toBe('ok')
  })
})

describe('rules of the world', () => {
  test('cut the sessions short that are open', async () => {
    const spec = specCloud()
    const credentials = spec.cloud.credentialsFor('arn:aws:iam::111122223333:root')
    await spec.cloud.amend((world) =>
      arrangeFaults(world, [{ session: { expiresIn: 60_000 } }], Date.parse(spec.now()))
    )
    const { iam } = spec.cloud.client(credentials)
    await iam.listUsers()
    spec.later(60)
    expect(await refusal(iam.listUsers())).toMatchObject({ code: 'ExpiredToken' })
    const { sts } = spec.root()
    spec.later(59)
    await sts.getCallerIdentity()
    spec.later(1)
    expect(await refusal(sts.getCallerIdentity())).toMatchObject({ code: 'ExpiredToken' })
  })

  test('deny by evaluation, under the names that policies know', async () => {
    const spec = specCloud()
    await spec.cloud.amend((world) =>
      arrangeFaults(world, [{ op: 's3:ListBuckets', error: 'AccessDenied' }], 0)
    )
    const question = {
      principal: 'arn:aws:iam::111122223333:root',
      action: 's3:ListAllMyBuckets',
    }
    expect(spec.cloud.decide(question).verdict).toBe('ExplicitDeny')
    await spec.cloud.amend((world) => arrangeFaults(world, [], 0))
    expect(spec.cloud.decide(question).verdict).toBe('Allow')
  })
})

describe('rules from outside', () => {
  test.each(personaNames)('of the persona %s are well formed', (name) => {
    expect(parseFaultRules(personas[name])).toEqual(personas[name])
  })

  test.each([
    ['iam:*', 'faults: faults are a list of rules'],
    [[{ opp: 'iam:*' }], 'faults[0]: a rule has one of op, session, consistency and ui'],
    [
      [{ op: 'CreateRole', delay: 1 }],
      'faults[0].op: an operation is written as iam:CreateRole',
    ],
    [
      [{ op: ['iam:CreateRole', 'iam:CreateRoll'], delay: 1 }],
      'there is no operation iam:CreateRoll. Is it meant to be iam:CreateRole?',
    ],
    [[{ op: 'iam:Made*', delay: 1 }], 'faults[0].op: there is no operation iam:Made*.'],
    [[{ op: 'iam:*' }], 'faults[0]: a rule says what happens: a delay, an error or both'],
    [
      [{ op: 'iam:*', error: 'ServiceFailur' }],
      'faults[0]: error: there is no error ServiceFailur. Is it meant to be ServiceFailure?',
    ],
    [
      [{ op: 'iam:*', error: { code: 'Mine' } }],
      'faults[0]: error: there is no error Mine.',
    ],
    [[{ op: 'iam:*', delay: -1 }], 'faults[0].delay: a time is in milliseconds'],
    [
      [
        { op: 'iam:*', delay: 1 },
        { op: 'iam:*', rate: '5', error: 'X' },
      ],
      'faults[1].rate',
    ],
    [[{ op: 'iam:*', rate: '5/s', delay: 1 }], 'faults[0]: a rate needs the error'],
    [[{ op: 'iam:*', error: 'AccessDenied', nth: 1 }], 'AccessDenied holds for every call'],
    [[{ op: 'iam:*', eror: 'X', delay: 1 }], 'faults[0].eror'],
    [[{ consistency: { enforce: 1 } }], 'faults[0].consistency.principals'],
    [[{ ui: 'drift-9' }], 'faults[0].ui'],
  ])('%j are refused with the place: %s', (rules, message) => {
    expect(() => parseFaultRules(rules)).toThrow(message)
  })
})
