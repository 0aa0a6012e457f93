/** The page's end of a world that a host keeps. */
import type { Disk } from './disk'
import { type HostMethods, patiently, type Topic } from './host'
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
    'wake',
    'giveBack',
    'tell',
    'listen',
    'hush',
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

/** Whether somebody looks at a page. */
export type Eyes = {
  /** Resolves as soon as somebody does. */
  open(): Promise<void>
  onShut(listener: () => void): void
}

const always: Eyes = { open: async () => {}, onShut: () => {} }

/** After a host has closed: there may be another one some day. */
const PAUSES_AFTER_CLOSING = 10

/** `name` tells this page from others; `pause` waits for about a second. */
export function createRemoteWorld(
  ask: Ask,
  name: string,
  pause: () => Promise<void>,
  eyes = always
): RemoteWorld {
  const methods = methodsOver(ask)
  const listeners = new Map<Topic, Set<() => void>>()
  let lease = 0
  let listening = false

  async function pauses(count: number) {
    for (let done = 0; done < count; done++) await pause()
  }

  async function follow() {
    let after = await methods.lastNote()
    eyes.onShut(() => void methods.hush(name))
    for (;;) {
      await eyes.open()
      const notes = await methods.listen(after, name).catch(() => undefined)
      if (!notes) await pauses(notes === null ? PAUSES_AFTER_CLOSING : 1)
      for (const note of notes ?? []) {
        after = note.number
        if (note.from === name) continue
        for (const listener of listeners.get(note.topic) ?? []) listener()
      }
    }
  }

  function hear(topic: Topic, listener: () => void) {
    listeners.set(topic, (listeners.get(topic) ?? new Set()).add(listener))
    if (listening) return
    listening = true
    void follow()
  }

  return {
    name,
    methods,
    hear,
    disk: {
      head: methods.head,
      read: async () => (await methods.read()) ?? undefined,
      readNewer: async (place) => (await methods.readNewer(place)) ?? undefined,
      append: (change) => methods.append(change, lease),
      async writeSnapshot(stored) {
        await methods.writeSnapshot(stored, lease)
      },
      setAside: methods.setAside,
    },
    tabs: {
      async acquire() {
        const mine = await patiently(methods.takeTurn(name), pause, methods.wake)
        lease = mine
        return () => void methods.giveBack(mine)
      },
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
