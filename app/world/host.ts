/**
 * A world that is kept outside of the page, for pages of several origins and for programs that are
 * no page at all: this end answers, `remote-world.ts` asks.
 */
import type { Disk } from './disk'
import { createMemoryDisk } from './memory-disk'
import { createTurns } from './turns'
import type { Tabs } from './world-store'

/** What is new, by topic: a page looks at what it cares for. */
const topics = ['changed', 'replaced', 'clock', 'kept'] as const

export type Topic = (typeof topics)[number]

export type Note = { number: number; topic: Topic; from: string }

/** How the clock stands: still at an ISO time, or so many milliseconds ahead of the machine's. */
export type ClockState = { standing: string } | { ahead: number }

/** What a page may ask for, by name; arguments and answers are plain JSON. */
export type HostMethods = {
  head: Disk['head']
  read: () => Promise<Awaited<ReturnType<Disk['read']>> | null>
  readNewer: (
    place: Parameters<Disk['readNewer']>[0],
    lease: number
  ) => Promise<Awaited<ReturnType<Disk['readNewer']>> | null>
  append: (change: Parameters<Disk['append']>[0], lease: number) => Promise<number>
  writeSnapshot: (
    stored: Parameters<Disk['writeSnapshot']>[0],
    lease: number
  ) => Promise<null>
  setAside: Disk['setAside']
  /** Nothing after about a second: a browser has few connections for everybody who waits. */
  takeTurn: (from: string) => Promise<number | null>
  giveBack: (lease: number) => Promise<null>
  /** A page goes away; if it is its turn, it is so no longer. */
  leave: (name: string) => Promise<null>
  tell: (topic: Topic, from: string) => Promise<null>
  /** Waits until there is a note behind `after`. Nothing when the host closes. */
  listen: (after: number) => Promise<Note[] | null>
  /** The number of the last note. */
  lastNote: () => Promise<number>
  readClock: () => Promise<ClockState>
  setClock: (state: ClockState, from: string) => Promise<null>
  readKept: () => Promise<Record<string, string>>
  keep: (name: string, value: string | null, from: string) => Promise<null>
}

export type Host = {
  disk: Disk
  /** For those in the same program. */
  tabs(name: string): Tabs
  methods: HostMethods
  clock(): ClockState
  onClock(listener: (state: ClockState) => void): void
  /** Whoever waits is told that nothing more comes. */
  close(): void
}

/** A page that went away in its turn must not stop the others for ever. */
const LONGEST_TURN = 10_000
/** Notes that somebody may still be behind. */
const KEPT_NOTES = 1000

export class HostError extends Error {}

export type HostOptions = {
  disk?: Disk
  /** Milliseconds that run, whatever the app's clock does. */
  now: () => number
  /** Waits for about a second. */
  pause: () => Promise<void>
  clock?: ClockState
}

/** Asks until it is one's turn. */
export async function untilTurn(ask: () => Promise<number | null>): Promise<number> {
  for (;;) {
    const lease = await ask()
    if (lease !== null) return lease
  }
}

export function createHost(options: HostOptions): Host {
  const { disk = createMemoryDisk(), now, pause } = options
  const turns = createTurns()
  const kept = new Map<string, string>()
  const clockListeners = new Set<(state: ClockState) => void>()
  const inProgram = new Set<(note: Note) => void>()
  let clock = options.clock ?? { ahead: 0 }
  let notes: Note[] = []
  let number = 0
  let waiting: (() => void)[] = []
  let begun = 0
  let turnOf = ''
  let isClosed = false

  function wakeAll() {
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
  }

  function tell(topic: Topic, from: string) {
    const note = { number: ++number, topic, from }
    notes = [...notes, note].slice(-KEPT_NOTES)
    wakeAll()
    for (const listener of inProgram) listener(note)
  }

  /** Whoever has had the turn for too long has gone away. */
  function endLongTurn() {
    const holder = turns.holder()
    if (holder !== undefined && now() - begun > LONGEST_TURN) turns.giveBack(holder)
  }

  async function takeTurn(from: string) {
    const turn = turns.take()
    const lease = await Promise.race([turn, pause().then(() => undefined)])
    if (lease === undefined) {
      void turn.then(turns.giveBack)
      endLongTurn()
      return null
    }
    begun = now()
    turnOf = from
    return lease
  }

  function checkTurn(lease: number) {
    if (turns.holder() !== lease) throw new HostError('it is no longer your turn to write')
  }

  const everythingIsNew = (): Note[] =>
    topics.map((topic) => ({ number, topic, from: 'the host' }))

  const methods: HostMethods = {
    head: disk.head,
    read: async () => (await disk.read()) ?? null,
    readNewer: async (place) => (await disk.readNewer(place)) ?? null,
    async append(change, lease) {
      checkTurn(lease)
      const from = turnOf
      const key = await disk.append(change)
      tell('changed', from)
      return key
    },
    async writeSnapshot(stored, lease) {
      checkTurn(lease)
      await disk.writeSnapshot(stored)
      return null
    },
    setAside: disk.setAside,
    takeTurn,
    async giveBack(lease) {
      turns.giveBack(lease)
      return null
    },
    async leave(name) {
      const holder = turns.holder()
      if (holder !== undefined && turnOf === name) turns.giveBack(holder)
      return null
    },
    async tell(topic, from) {
      tell(topic, from)
      return null
    },
    async listen(after) {
      if (isClosed) return null
      // whoever has heard more than was told heard it from a host before this one
      if (after > number) return everythingIsNew()
      // a page that comes back after a long sleep has its world read anew
      if (after === number) await new Promise<void>((wake) => waiting.push(wake))
      return isClosed ? null : notes.filter((note) => note.number > after)
    },
    lastNote: async () => number,
    readClock: async () => clock,
    async setClock(state, from) {
      clock = state
      for (const listener of clockListeners) listener(state)
      tell('clock', from)
      return null
    },
    readKept: async () => Object.fromEntries(kept),
    async keep(name, value, from) {
      if (value === null) kept.delete(name)
      else kept.set(name, value)
      tell('kept', from)
      return null
    },
  }

  return {
    disk,
    tabs: (name) => ({
      async acquire() {
        const lease = await untilTurn(() => takeTurn(name))
        return () => turns.giveBack(lease)
      },
      tell: (message) => tell(message, name),
      listen(listener) {
        inProgram.add(({ topic, from }) => {
          if (from !== name && (topic === 'changed' || topic === 'replaced'))
            listener(topic)
        })
      },
    }),
    methods,
    clock: () => clock,
    onClock(listener) {
      clockListeners.add(listener)
    },
    close() {
      isClosed = true
      wakeAll()
    },
  }
}

const isMethod = (host: Host, name: string): name is keyof HostMethods =>
  Object.hasOwn(host.methods, name)

/** A page has gone away before it had its answer, and gives back nothing by itself. */
function abandon(host: Host, name: string, given: unknown[], answer: Promise<unknown>) {
  const giveBack = (lease: unknown) => void host.methods.giveBack(Number(lease))
  if (name === 'takeTurn') void answer.then(giveBack, () => {})
  if (inTurn.has(name)) {
    const done = () => giveBack(given[1])
    void answer.then(done, done)
  }
}

/** These name the lease that they are made with. */
const inTurn = new Set(['readNewer', 'append', 'writeSnapshot'])

/**
 * The answer to one request of a page: a method's name, and its arguments as a JSON list. `gone`
 * is aborted when nobody is there any more to hear it.
 */
export async function answerHost(
  host: Host,
  name: string,
  body: string,
  gone?: AbortSignal
): Promise<{ status: number; body: string }> {
  if (!isMethod(host, name)) return { status: 404, body: `there is no method ${name}` }
  try {
    const given: unknown = body === '' ? [] : JSON.parse(body)
    if (!Array.isArray(given)) return { status: 400, body: 'arguments come as a list' }
    // every method checks or copies what it is given; a page of ours wrote it
    const method = host.methods[name] as (...given: unknown[]) => Promise<unknown>
    const answer = method(...given)
    const leave = () => abandon(host, name, given, answer)
    if (gone?.aborted) leave()
    else gone?.addEventListener('abort', leave)
    return { status: 200, body: JSON.stringify((await answer) ?? null) }
  } catch (error) {
    const isBad = error instanceof SyntaxError || error instanceof HostError
    return { status: isBad ? 400 : 500, body: String(error) }
  }
}
