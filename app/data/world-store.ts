/**
 * Keeps the world between visits and between tabs. Every change is a line in the journal; a
 * call is answered when its line is on disk. One tab writes at a time, under a Web Lock, and
 * catches up with the others before it does.
 */
import type { Change, Cloud, Journal, World } from '~/engine'
import {
  type Meta,
  readChanges,
  readWorld,
  type WorldDatabase,
  writeSnapshot,
} from './world-database'

const LOCK = 'understudy.world'
const CHANNEL = 'understudy.world'
/** Changes between two snapshots: enough to make them rare, few enough to start quickly. */
const SNAPSHOT_EVERY = 200

type Message = 'changed' | 'replaced'

export function createWorldStore(db: WorldDatabase, start: { upTo: number; meta: Meta }) {
  let { upTo, meta } = start
  let sinceSnapshot = 0
  let cloud: Cloud | undefined
  const channel = new BroadcastChannel(CHANNEL)
  const tell = (message: Message) => channel.postMessage(message)

  async function catchUp() {
    const newer = await readChanges(db, upTo)
    upTo = newer.upTo
    for (const change of newer.changes) cloud?.apply(change)
  }

  async function snapshotIfDue() {
    if (!cloud || sinceSnapshot < SNAPSHOT_EVERY) return
    sinceSnapshot = 0
    await writeSnapshot(db, cloud.world, meta, upTo)
  }

  /** Holds the lock until the returned function is called. */
  const acquire = () =>
    new Promise<() => void>((resolve, reject) => {
      navigator.locks
        .request(LOCK, () => new Promise<void>((release) => resolve(release)))
        .catch(reject)
    })

  const journal: Journal = {
    async begin() {
      const release = await acquire()
      try {
        await catchUp()
      } catch (error) {
        release()
        throw error
      }
      return release
    },
    async append(change: Change) {
      upTo = await db.add('journal', change)
      sinceSnapshot += 1
      await snapshotIfDue()
      tell('changed')
    },
  }

  /** Another tab has started over: take its world as it is. */
  async function takeOver() {
    const stored = await readWorld(db)
    if (!stored) return
    ;({ upTo, meta } = stored)
    cloud?.replace(stored.world)
  }

  channel.addEventListener('message', (event: MessageEvent<Message>) => {
    const follow = event.data === 'replaced' ? takeOver : catchUp
    void acquire().then((release) => follow().finally(release))
  })

  return {
    journal,
    /** Follows the other tabs from now on. */
    attach(to: Cloud) {
      cloud = to
    },
    /** Starts over with another world, in this tab and in the others. */
    async replace(world: World, next: Meta) {
      const release = await acquire()
      try {
        await catchUp()
        meta = next
        sinceSnapshot = 0
        await writeSnapshot(db, world, meta, upTo)
        cloud?.replace(world)
        tell('replaced')
      } finally {
        release()
      }
    },
  }
}

export type WorldStore = ReturnType<typeof createWorldStore>
