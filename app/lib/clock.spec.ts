import { expect, test } from 'vitest'

import { createClock } from './clock'

const noon = '2026-05-28T12:00:00.000Z'

test('a clock that was set stands still', () => {
  const clock = createClock()
  clock.set(noon)
  expect(clock.now()).toBe(noon)
  expect(clock.isStanding()).toBe(true)
})

test('advancing a standing clock runs what falls due, in order and at its own time', async () => {
  const clock = createClock()
  const seen: string[] = []
  clock.set(noon)
  clock.setTimeout(() => seen.push(`second ${clock.now()}`), 9000)
  clock.setTimeout(() => seen.push(`first ${clock.now()}`), 4000)
  clock.setTimeout(() => seen.push('too late'), 60_000)
  await clock.advance(10_000)
  expect(seen).toEqual([
    'first 2026-05-28T12:00:04.000Z',
    'second 2026-05-28T12:00:09.000Z',
  ])
  expect(clock.now()).toBe('2026-05-28T12:00:10.000Z')
})

test('a cancelled timer does not run', async () => {
  const clock = createClock()
  clock.set(noon)
  const timer = clock.setTimeout(() => expect.unreachable(), 5000)
  clock.clearTimeout(timer)
  await clock.advance(10_000)
})

test('short timers run by the machine while the clock stands, and are counted until then', async () => {
  const clock = createClock()
  clock.set(noon)
  await new Promise<void>((resolve) => {
    clock.setTimeout(resolve, 5)
    expect(clock.pending()).toBe(1)
  })
  expect(clock.pending()).toBe(0)
  expect(clock.now()).toBe(noon)
})

test('a clock that runs again goes on from the instant it stood at', () => {
  const clock = createClock()
  clock.set(noon)
  clock.run()
  expect(clock.millis() - Date.parse(noon)).toBeLessThan(1000)
})
