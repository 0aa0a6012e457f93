import { describe, expect, test } from 'vitest'
import { serviceError } from '~/engine/errors'
import { createProgress, type HalfDoneError, type Step } from './progress'
import { retried } from './retries'

/** Steps that write down that they were called, and fail as often as they are told to. */
function specSteps(failures: Partial<Record<string, Error[]>> = {}) {
  const calls: string[] = []
  const step = (what: string, of?: unknown): Step => ({
    what,
    of,
    call: async () => {
      calls.push(what)
      const error = failures[what]?.shift()
      if (error) throw error
    },
  })
  return { calls, step }
}

const caught = (act: Promise<unknown>) =>
  act.then(
    () => undefined,
    (error: unknown) => error
  )

const failure = () => serviceError('ServiceFailure', 'Unknown failure.')

describe('a write of several calls', () => {
  test('tells what was done and what was not, and goes on from there', async () => {
    const { calls, step } = specSteps({ B: [failure()] })
    const steps = ['A', 'B', 'C'].map((what) => step(what))
    const progress = createProgress()
    // thrown by `run`, which throws no other error after a step was done
    const error = (await caught(progress.run(steps))) as HalfDoneError
    expect(error).toMatchObject({
      message: 'Unknown failure.',
      done: ['A'],
      left: ['B', 'C'],
    })
    await progress.run(steps)
    expect(calls).toEqual(['A', 'B', 'B', 'C'])
  })

  test('fails like a single call while nothing was done', async () => {
    const { step } = specSteps({ A: [failure()] })
    const error = await caught(createProgress().run([step('A'), step('B')]))
    expect(error).toMatchObject({ code: 'ServiceFailure' })
  })

  test('does a step anew that has become another one', async () => {
    const { calls, step } = specSteps({ B: [failure()] })
    const progress = createProgress()
    await caught(progress.run([step('A', { path: '/' }), step('B')]))
    await progress.run([step('A', { path: '/x/' }), step('B')])
    expect(calls).toEqual(['A', 'B', 'A', 'B'])
  })

  test('goes on behind a step that a try without an answer has done', async () => {
    const errors = [failure(), serviceError('EntityAlreadyExists', 'R exists.')]
    const { calls, step } = specSteps({ A: errors })
    const { call } = step('A')
    const steps = [{ what: 'A', call: () => retried(call, 'createRole') }, step('B')]
    const progress = createProgress()
    expect(await caught(progress.run(steps))).toMatchObject({
      message:
        'R exists. An earlier try of this request got no answer, and has probably done it.',
      done: ['A'],
      left: ['B'],
    })
    await progress.run(steps)
    expect(calls).toEqual(['A', 'A', 'B'])
  })
})

describe('a try without an answer', () => {
  test('is no excuse for a read', async () => {
    const errors = [failure(), serviceError('NoSuchEntity', 'No R.')]
    const { step } = specSteps({ A: errors })
    const error = await caught(retried(step('A').call, 'getRole'))
    expect(error).toMatchObject({ message: 'No R.' })
  })
})
