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
  /** Milliseconds by which a running clock is ahead of the machine's. */
  ahead(): number
  /** Goes as another clock does: still at an ISO time, or so many milliseconds ahead. */
  follow(state: string | number): void
  /** Called whenever somebody has set, moved or started this clock; `follow` is no such thing. */
  onMoved(listener: () => void): void
  /** A text that no other page has: this is what the machine's clock is good for. */
  unique(): string
  /** Milliseconds of the machine, which a standing clock does not hold up. */
  machine(): number
  /** Milliseconds in which short timers run, and by which the clock was moved on. */
  steady(): number
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
  let movedOn = 0
  let sequence = 0
  let alarm: ReturnType<typeof setTimeout> | undefined
  const short = new Map<number, ReturnType<typeof setTimeout>>()
  const long = new Map<number, Waiting>()

  let moved = () => {}

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

  function stand(at: number) {
    standing = at
    fire(at)
    arm()
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
      stand(Date.parse(time))
      moved()
    },
    async advance(ms) {
      const until = millis() + ms
      movedOn += ms
      fire(until)
      if (standing === undefined) shift += ms
      else standing = until
      arm()
      moved()
      await Promise.resolve()
    },
    run() {
      shift = millis() - Date.now()
      standing = undefined
      arm()
      moved()
    },
    ahead: () => shift,
    follow(state) {
      if (typeof state === 'string') return stand(Date.parse(state))
      standing = undefined
      shift = state
      fire(millis())
      arm()
    },
    onMoved(listener) {
      moved = listener
    },
    unique: () => `${Date.now()}-${Math.round(performance.now() * 1e6)}`,
    isStanding: () => standing !== undefined,
    machine: () => Date.now(),
    steady: () => Date.now() + movedOn,
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
