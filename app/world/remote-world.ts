/** The page's end of a world that a host keeps. */
import type { Disk } from './disk'
import { type HostMethods, type Note, type Topic, untilTurn } from './host'
import { createTurns } from './turns'
import type { Tabs } from './world-store'

/** Sends a method's name and its arguments, and gives the answer; see `answerHost`. */
export type Ask = (name: string, given: unknown[]) => Promise<unknown>

export type RemoteWorld = {
  disk: Disk
  tabs: Tabs
  methods: HostMethods
  /** This page, as others know it. */
  name: string
  /** Hears what others have told, from now on. */
  hear(topic: Topic, listener: () => void): void
}

/** The methods of a host, behind any way to reach it. */
export function methodsOver(ask: Ask): HostMethods {
  const method =
    (name: string) =>
    (...given: unknown[]) =>
      ask(name, given)
  const names: (keyof HostMethods)[] = [
    'head',
    'read',
    'readNewer',
    'append',
    'writeSnapshot',
    'setAside',
    'takeTurn',
    'giveBack',
    'leave',
    'tell',
    'listen',
    'lastNote',
    'readClock',
    'setClock',
    'readKept',
    'keep',
  ]
  // the host answers in the shapes of the methods that are asked for
  return Object.fromEntries(
    names.map((name) => [name, method(name)])
  ) as unknown as HostMethods
}

/**
 * What pages of one browser do together, which has few connections to one host: one of them listens,
 * and one of them asks for a turn.
 */
export type Together = {
  /** Resolves when no other page of the browser has the turn or asks for it. */
  queue(): Promise<() => void>
  /** Lets this page listen for the others, as soon as it is its turn to. */
  lead(listen: () => Promise<void>): void
  /** What the page heard that listens. */
  pass(notes: Note[]): void
  onPassed(listener: (notes: Note[]) => void): void
}

const alone: Together = {
  queue: async () => () => {},
  lead: (listen) => void listen(),
  pass: () => {},
  onPassed: () => {},
}

/** After a host has closed: there may be another one some day. */
const PAUSES_AFTER_CLOSING = 10

/** `name` tells this page from others; `pause` waits for about a second. */
export function createRemoteWorld(
  ask: Ask,
  name: string,
  pause: () => Promise<void>,
  together = alone
): RemoteWorld {
  const methods = methodsOver(ask)
  const listeners = new Map<Topic, Set<() => void>>()
  const turns = createTurns()
  let lease = 0
  let isListening = false
  /** The last note that was heard. */
  let after: number | undefined

  async function pauses(count: number) {
    for (let done = 0; done < count; done++) await pause()
  }

  function take(notes: Note[]) {
    for (const { number, topic, from } of notes) {
      after = number
      if (from === name) continue
      for (const listener of listeners.get(topic) ?? []) listener()
    }
  }

  async function listen() {
    for (;;) {
      const notes = await methods.listen(after ?? 0).catch(() => undefined)
      if (!notes) await pauses(notes === null ? PAUSES_AFTER_CLOSING : 1)
      else {
        together.pass(notes)
        take(notes)
      }
    }
  }

  async function follow() {
    together.onPassed(take)
    const last = await methods.lastNote()
    after ??= last
    together.lead(listen)
  }

  function hear(topic: Topic, listener: () => void) {
    listeners.set(topic, (listeners.get(topic) ?? new Set()).add(listener))
    if (isListening) return
    isListening = true
    void follow()
  }

  /** Nothing of this page's own comes in between; the host reads all at once. */
  async function acquireToRead() {
    const own = await turns.take()
    return () => turns.giveBack(own)
  }

  /** The page's own turn, then the browser's, then the host's: none is held without the others. */
  async function acquire() {
    const releases: (() => void)[] = []
    const release = () => {
      for (const each of releases.splice(0).reverse()) each()
    }
    try {
      releases.push(await acquireToRead())
      releases.push(await together.queue())
      const mine = await untilTurn(() => methods.takeTurn(name))
      lease = mine
      releases.push(() => {
        lease = 0
        void methods.giveBack(mine)
      })
      return release
    } catch (error) {
      release()
      throw error
    }
  }

  return {
    name,
    methods,
    hear,
    disk: {
      head: methods.head,
      read: async () => (await methods.read()) ?? undefined,
      readNewer: async (place) => (await methods.readNewer(place, lease)) ?? undefined,
      append: (change) => methods.append(change, lease),
      async writeSnapshot(stored) {
        await methods.writeSnapshot(stored, lease)
      },
      setAside: methods.setAside,
    },
    tabs: {
      acquire,
      acquireToRead,
      // a host that has taken a change tells of it by itself
      tell: (message) => {
        if (message !== 'changed') void methods.tell(message, name)
      },
      listen(listener) {
        hear('changed', () => listener('changed'))
        hear('replaced', () => listener('replaced'))
      },
    },
  }
}
