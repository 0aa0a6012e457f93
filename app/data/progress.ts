/**
 * Writes of several calls. The console has no transactions: what was done before a call failed
 * stays done. So each call is a step with a name, the failure tells which were done and which were
 * not, and the next try goes on from there.
 */
import { RepeatedError } from './retries'

export type Step = {
  /** As somebody reads it: `Attach AmazonS3FullAccess`. */
  what: string
  call: () => Promise<unknown>
  /** What makes it another step than the one that was done under this name before. */
  of?: unknown
}

export class HalfDoneError extends Error {
  readonly done: string[]
  readonly left: string[]
  constructor(cause: Error, done: string[], left: string[]) {
    super(cause.message, { cause })
    this.name = 'HalfDoneError'
    this.done = done
    this.left = left
  }
}

const keyOf = ({ what, of }: Omit<Step, 'call'>) => JSON.stringify([what, of])

export type Progress = {
  run(steps: readonly Step[]): Promise<void>
  /** Whether a step of this name was done, by this try or one before it. */
  has(what: string): boolean
}

/** Remembers between tries what was done; one for each form. */
export function createProgress(): Progress {
  const made = new Map<string, string>()
  const note = (step: Step) => made.set(keyOf(step), step.what)
  const isLeft = (step: Step) => !made.has(keyOf(step))

  function stopped(error: unknown, step: Step, steps: readonly Step[]) {
    // done by a try whose answer was lost, most likely: the next time goes on behind it
    if (error instanceof RepeatedError) note(step)
    if (made.size === 0 || !(error instanceof Error)) return error
    const left = steps.filter(isLeft).map(({ what }) => what)
    return new HalfDoneError(error, [...made.values()], left)
  }

  return {
    has: (what) => made.has(keyOf({ what })),
    async run(steps) {
      for (const step of steps.filter(isLeft)) {
        try {
          await step.call()
          note(step)
        } catch (error) {
          throw stopped(error, step, steps)
        }
      }
    },
  }
}
