/**
 * The app's clock: the only place that touches time and timers. It either runs with the
 * machine or stands still at a set instant until it is moved.
 *
 * Timers of up to a second belong to the screen (a pause in typing, a transition) and always
 * run by the machine, else a page with a standing clock would seem dead. Longer ones (the end
 * of a session) follow the app's time.
 */
export type Timer = { readonly id: number }

export type Clock = {
  /** ISO time in UTC. */
  now(): string
  millis(): number
  setTimeout(run: () => void, delay: number): Timer
  clearTimeout(timer: Timer | undefined): void
}

export type AppClock = Clock & {
  /** Stand still at an instant. */
  set(time: string): void
  /** Move a standing clock, running what falls due, in order. */
  advance(ms: number): Promise<void>
  /** Run with the machine, from the instant shown now. */
  run(): void
  isStanding(): boolean
  /** Short timers that have not fired. */
  pending(): number
  /** Resolves after the browser has drawn. */
  painted(): Promise<void>
}

type Waiting = { due: number; run: () => void }

const SHORT = 1000
const LONGEST_TIMEOUT = 2 ** 31 - 1

export function createClock(): AppClock {
  let standing: number | undefined
  let shift = 0
  let sequence = 0
  let alarm: ReturnType<typeof setTimeout> | undefined
  const short = new Map<number, ReturnType<typeof setTimeout>>()
  const long = new Map<number, Waiting>()

  const millis = () => standing ?? Date.now() + shift

  const next = (until: number) =>
    [...long]
      .filter(([, waiting]) => waiting.due <= until)
      .sort(([, a], [, b]) => a.due - b.due)[0]

  function fire(until: number) {
    for (let due = next(until); due; due = next(until)) {
      const [id, waiting] = due
      long.delete(id)
      if (standing !== undefined) standing = Math.max(standing, waiting.due)
      waiting.run()
    }
  }

  function arm() {
    clearTimeout(alarm)
    const first = next(Infinity)
    if (!first || standing !== undefined) return
    const wait = Math.min(Math.max(first[1].due - millis(), 0), LONGEST_TIMEOUT)
    alarm = setTimeout(() => {
      fire(millis())
      arm()
    }, wait)
  }

  return {
    now: () => new Date(millis()).toISOString(),
    millis,
    setTimeout(run, delay) {
      const id = ++sequence
      if (delay > SHORT) {
        long.set(id, { due: millis() + delay, run })
        arm()
        return { id }
      }
      const fired = () => {
        short.delete(id)
        run()
      }
      short.set(id, setTimeout(fired, delay))
      return { id }
    },
    clearTimeout(timer) {
      if (!timer) return
      clearTimeout(short.get(timer.id))
      short.delete(timer.id)
      if (long.delete(timer.id)) arm()
    },
    set(time) {
      standing = Date.parse(time)
      fire(standing)
      arm()
    },
    async advance(ms) {
      const until = millis() + ms
      fire(until)
      if (standing === undefined) shift += ms
      else standing = until
      arm()
      await Promise.resolve()
    },
    run() {
      shift = millis() - Date.now()
      standing = undefined
      arm()
    },
    isStanding: () => standing !== undefined,
    pending: () => short.size,
    painted: () =>
      new Promise((resolve) => {
        // a hidden page draws no frames, and nobody is looking
        if (typeof document === 'undefined' || document.hidden) setTimeout(resolve, 0)
        else requestAnimationFrame(() => setTimeout(resolve, 0))
      }),
  }
}

export const clock = createClock()
