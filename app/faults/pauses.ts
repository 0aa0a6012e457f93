/** Calls that are held until somebody lets them go, so that a test can look at what lies between. */
import { ServiceError, statusOf } from '~/engine/errors'
import { matchesGlob, parseGlob } from '~/engine/match/wildcard'

export type Pause = {
  /** Resolves when a call has come and is held. */
  readonly hit: Promise<void>
  /** Lets the call go on, or the next one pass by. */
  resume(): void
  /** Lets the call fail with an error of this code. */
  fail(code: string, message?: string): void
}

type Held = { operation: string; arrive: () => void; released: Promise<void> }

/** A promise, and both ways to settle it. */
function createGate() {
  let open = () => {}
  let close: (error: Error) => void = () => {}
  const promise = new Promise<void>((resolve, reject) => {
    open = resolve
    close = reject
  })
  return { promise, open: () => open(), close: (error: Error) => close(error) }
}

export function createPauses() {
  const waiting = new Set<Held>()

  return {
    pause(operation: string): Pause {
      const hit = createGate()
      const release = createGate()
      const held = { operation, arrive: hit.open, released: release.promise }
      // whoever fails a call that never comes has nobody to tell
      release.promise.catch(() => undefined)
      waiting.add(held)
      const done = () => waiting.delete(held)
      return {
        hit: hit.promise,
        resume() {
          done()
          release.open()
        },
        fail(code, message = `${code} was injected into ${operation}.`) {
          done()
          release.close(new ServiceError(code, message, statusOf(code) ?? 500))
        },
      }
    },
    async pass(operation: string) {
      const held = [...waiting].find((each) =>
        matchesGlob(parseGlob(each.operation.toLowerCase()), operation.toLowerCase())
      )
      if (!held) return
      // one call is held by one pause
      waiting.delete(held)
      held.arrive()
      await held.released
    },
  }
}
