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
    place: Parameters<Disk['readNewer']>[0]
  ) => Promise<Awaited<ReturnType<Disk['readNewer']>> | null>
  append: (change: Parameters<Disk['append']>[0], lease: number) => Promise<number>
  writeSnapshot: (
    stored: Parameters<Disk['writeSnapshot']>[0],
    lease: number
  ) => Promise<null>
  setAside: Disk['setAside']
  takeTurn: (from: string) => Promise<number>
  /** Takes the turn from whoever has had it for too long. */
  wake: () => Promise<null>
  giveBack: (lease: number) => Promise<null>
  tell: (topic: Topic, from: string) => Promise<null>
  /** Waits until there is a note behind `after`. Nothing when the host closes. */
  listen: (after: number, from: string) => Promise<Note[] | null>
  /** Ends the waiting of a page that nobody looks at: browsers keep few connections open. */
  hush: (from: string) => Promise<null>
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
  /** A page has gone away; what it had for itself is there for others. */
  leave(name: string): void
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

/** Waits for a turn, and looks now and then whether its holder is gone. */
export async function patiently(
  turn: Promise<number>,
  pause: () => Promise<void>,
  wake: () => Promise<unknown>
): Promise<number> {
  for (;;) {
    const lease = await Promise.race([turn, pause().then(() => undefined)])
    if (lease !== undefined) return lease
    await wake()
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
  let waiting: { from: string; wake: () => void }[] = []
  let begun = 0
  let turnOf = ''
  let isClosed = false

  function wakeWhere(isMeant: (from: string) => boolean) {
    const woken = waiting.filter(({ from }) => isMeant(from))
    waiting = waiting.filter(({ from }) => !isMeant(from))
    for (const each of woken) each.wake()
  }

  function tell(topic: Topic, from: string) {
    const note = { number: ++number, topic, from }
    notes = [...notes, note].slice(-KEPT_NOTES)
    wakeWhere(() => true)
    for (const listener of inProgram) listener(note)
  }

  /** Whoever has had the turn for too long has gone away. */
  async function wake() {
    const holder = turns.holder()
    if (holder !== undefined && now() - begun > LONGEST_TURN) turns.giveBack(holder)
    return null
  }

  async function takeTurn(from: string) {
    const lease = await turns.take()
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
    wake,
    async giveBack(lease) {
      turns.giveBack(lease)
      return null
    },
    async tell(topic, from) {
      tell(topic, from)
      return null
    },
    async listen(after, from) {
      if (isClosed) return null
      // whoever has heard more than was told heard it from a host before this one
      if (after > number) return everythingIsNew()
      // a page that comes back after a long sleep has its world read anew
      if (after === number) {
        await new Promise<void>((wake) => waiting.push({ from, wake }))
      }
      return isClosed ? null : notes.filter((note) => note.number > after)
    },
    async hush(from) {
      wakeWhere((each) => each === from)
      return null
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
        const lease = await patiently(takeTurn(name), pause, wake)
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
    leave(name) {
      wakeWhere((from) => from === name)
      const holder = turns.holder()
      if (holder !== undefined && turnOf === name) turns.giveBack(holder)
    },
    close() {
      isClosed = true
      wakeWhere(() => true)
    },
  }
}

const isMethod = (host: Host, name: string): name is keyof HostMethods =>
  Object.hasOwn(host.methods, name)

/** What a page has asked for, and has gone away from before there was an answer. */
function abandon(host: Host, name: string, given: unknown[], answer: Promise<unknown>) {
  if (name === 'takeTurn') {
    void answer.then((lease) => host.methods.giveBack(Number(lease)))
  }
  // a page listens for as long as it is there
  if (name === 'listen') host.leave(String(given[1]))
}

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
