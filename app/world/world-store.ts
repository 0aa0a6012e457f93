/**
 * Keeps the world between visits and between tabs. Every change is a line in the journal; a
 * call is answered when its line is on disk. One tab writes at a time, and catches up with the
 * others before it does.
 */
import type { Change, Cloud, Journal, World } from '~/engine'
import { DamagedWorldError, type Disk, type Meta, type Place, type Stored } from './disk'

/** Changes between two snapshots: enough to make them rare, few enough to start quickly. */
const SNAPSHOT_EVERY = 200

type Message = 'changed' | 'replaced'

/** What tabs have between them. */
export type Tabs = {
  /** Resolves when no other tab writes; the result gives way again. */
  acquire(): Promise<() => void>
  /**
   * Resolves when this tab does not write; where reading needs no more than that. As `acquire`
   * without it.
   */
  acquireToRead?(): Promise<() => void>
  tell(message: Message): void
  listen(listener: (message: Message) => void): void
}

const NAME = 'understudy.world'

export function browserTabs(name = NAME): Tabs {
  const channel = new BroadcastChannel(name)
  return {
    acquire: () =>
      new Promise((resolve, reject) => {
        navigator.locks
          .request(name, () => new Promise<void>((release) => resolve(release)))
          .catch(reject)
      }),
    tell: (message) => channel.postMessage(message),
    listen: (listener) =>
      channel.addEventListener('message', (event: MessageEvent<Message>) =>
        listener(event.data)
      ),
  }
}

/** `onReplaced` hears what the world began with that has taken the place of the one before. */
export function createWorldStore(
  disk: Disk,
  tabs: Tabs,
  onReplaced: (meta: Meta) => void = () => {}
) {
  let place: Place = { edition: 0, upTo: 0 }
  let meta: Meta = { scenario: '' }
  let sinceSnapshot = 0
  let cloud: Cloud | undefined

  async function inTurn<T>(work: () => Promise<T>, acquire = tabs.acquire): Promise<T> {
    const release = await acquire()
    try {
      return await work()
    } finally {
      release()
    }
  }

  function goTo({ edition, upTo, meta: next }: Omit<Stored, 'world'>) {
    place = { edition, upTo }
    meta = next
    sinceSnapshot = 0
  }

  /** Another tab has started over, or has folded away changes that were not yet seen here. */
  async function takeOver() {
    const stored = await disk.read()
    if (!stored) return
    const isAnother = stored.edition !== place.edition
    goTo(stored)
    cloud?.replace(stored.world)
    if (isAnother) onReplaced(stored.meta)
  }

  async function catchUp() {
    const newer = await disk.readNewer(place)
    if (!newer) return takeOver()
    try {
      for (const change of newer.changes) cloud?.apply(change)
      place = { ...place, upTo: newer.upTo }
    } catch {
      // this tab's world is not what it was thought to be; the disk knows better
      await takeOver()
    }
  }

  async function snapshotIfDue() {
    if (!cloud || sinceSnapshot < SNAPSHOT_EVERY) return
    try {
      await disk.writeSnapshot({ ...place, meta, world: cloud.world })
      sinceSnapshot = 0
    } catch {
      // the journal has everything; the next change tries again
    }
  }

  const journal: Journal = {
    async begin() {
      const release = await tabs.acquire()
      try {
        await catchUp()
        // only here is the world in memory exactly what is on disk
        await snapshotIfDue()
      } catch (error) {
        release()
        throw error
      }
      return release
    },
    async append(change: Change) {
      place = { ...place, upTo: await disk.append(change) }
      sinceSnapshot += 1
      tabs.tell('changed')
    },
  }

  /** Writes a world that has nothing to do with the one before. */
  async function startOver(
    world: World,
    next: Meta,
    from: { edition: number; upTo: number }
  ) {
    const stored = { edition: from.edition + 1, upTo: from.upTo, world, meta: next }
    await disk.writeSnapshot(stored)
    goTo(stored)
    tabs.tell('replaced')
  }

  let isWaiting = false

  /** What is new, as soon as it may be read; what comes while one waits for that is in it. */
  function follow() {
    if (isWaiting || !cloud) return
    isWaiting = true
    const read = () => {
      isWaiting = false
      return catchUp()
    }
    // what cannot be read now is read before the next write, which then says so
    inTurn(read, tabs.acquireToRead).catch(() => (isWaiting = false))
  }

  // of a world that has been replaced there are no changes, and it is taken over
  tabs.listen(follow)

  return {
    journal,
    /** Follows the other tabs from now on. */
    attach(to: Cloud) {
      cloud = to
      // something may have come between reading the world and making its cloud
      follow()
    },
    /**
     * Reads the stored world and lets `choose` go on with it or with another; no other tab
     * writes meanwhile. A world that cannot be read is set aside and handed over.
     */
    open: (
      choose: (stored: Stored | undefined) => Promise<{ world: World; meta: Meta }>,
      onDamaged: (found: unknown) => void
    ) =>
      inTurn(async () => {
        const stored = await disk.read().catch(async (error: unknown) => {
          if (!(error instanceof DamagedWorldError)) throw error
          onDamaged(await disk.setAside())
          return undefined
        })
        const chosen = await choose(stored)
        if (stored && chosen.world === stored.world) goTo(stored)
        else await startOver(chosen.world, chosen.meta, stored ?? (await disk.head()))
        return chosen.world
      }),
    /** Starts over with another world, in this tab and in the others. */
    replace: (world: World, next: Meta) =>
      inTurn(async () => {
        await catchUp()
        await startOver(world, next, place)
        cloud?.replace(world)
      }),
  }
}

export type WorldStore = ReturnType<typeof createWorldStore>
