/**
 * The world on disk: a snapshot, and the changes made since, in IndexedDB.
 */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import { apply } from 'mutative'
import type { Change, World } from '~/engine'
import { worldProblem } from '~/engine/world-schema'

export type Meta = { scenario: string }

/**
 * How far a tab has read: the journal's last key, of which edition of the world. Starting over
 * makes a new edition, to which no change of an older one may be added.
 */
export type Place = { edition: number; upTo: number }

export type Stored = Place & { world: World; meta: Meta }

/** What the store of worlds needs of a disk. */
export type Disk = {
  /** Where the snapshot stands, whether or not it can be read. */
  head(): Promise<Place>
  /** Throws `DamagedWorldError` when what is stored is no world. */
  read(): Promise<Stored | undefined>
  /** Nothing when the changes behind `place` are no longer there one by one. */
  readNewer(place: Place): Promise<{ changes: Change[]; upTo: number } | undefined>
  /** Resolves with the change's key when it is durable. */
  append(change: Change): Promise<number>
  /** Takes the place of what is stored, up to and with `upTo`. */
  writeSnapshot(stored: Stored): Promise<void>
  /** Keeps what could not be read where it can be downloaded, out of a fresh start's way. */
  setAside(): Promise<unknown>
}

type Schema = DBSchema & {
  /** The snapshot, and beside it its place alone: a look at that costs little. */
  snapshot: { key: 'world' | 'head'; value: Stored | Place }
  journal: { key: number; value: Change }
  /** Worlds that could not be read, until somebody has taken them away. */
  damaged: { key: number; value: unknown }
}

export type WorldDatabase = IDBPDatabase<Schema>

export const openDatabase = (name = 'understudy'): Promise<WorldDatabase> =>
  openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('snapshot')
      db.createObjectStore('journal', { autoIncrement: true })
      db.createObjectStore('damaged', { autoIncrement: true })
    },
  })

export const deleteDatabase = (name = 'understudy') => deleteDB(name)

export class DamagedWorldError extends Error {}

const behind = (upTo: number) => IDBKeyRange.lowerBound(upTo, true)

/** A snapshot with the changes behind it. */
export function restore(snapshot: Stored, changes: Change[], upTo: number): Stored {
  try {
    const world = changes.reduce((before, change) => apply(before, change), snapshot.world)
    const problem = worldProblem(world)
    if (problem) throw new Error(`the stored world is damaged at ${problem}`)
    if (!snapshot.meta.scenario) throw new Error('the stored world has no scenario')
    return { world, upTo, meta: snapshot.meta, edition: snapshot.edition ?? 0 }
  } catch (error) {
    throw new DamagedWorldError(String(error), { cause: error })
  }
}

/** Before the first snapshot. */
const NOWHERE: Place = { edition: 0, upTo: 0 }

/** A place that is no place is none: the snapshot itself then says whether it can be read. */
const toPlace = (value: Partial<Place> | undefined): Place =>
  typeof value?.edition === 'number' && typeof value.upTo === 'number'
    ? { edition: value.edition, upTo: value.upTo }
    : NOWHERE

export const createDisk = (db: WorldDatabase): Disk => ({
  head: async () => toPlace(await db.get('snapshot', 'head')),

  async read() {
    const transaction = db.transaction(['snapshot', 'journal'])
    // kept under this key only by `writeSnapshot`; what else may be there, `restore` refuses
    const snapshot = (await transaction.objectStore('snapshot').get('world')) as
      Stored | undefined
    if (snapshot === undefined) return undefined
    const upTo = Number(snapshot?.upTo) || 0
    const journal = transaction.objectStore('journal')
    const [keys, changes] = await Promise.all([
      journal.getAllKeys(behind(upTo)),
      journal.getAll(behind(upTo)),
    ])
    return restore(snapshot, changes, keys.at(-1) ?? upTo)
  },

  async readNewer({ edition, upTo }) {
    const transaction = db.transaction(['snapshot', 'journal'])
    const head = toPlace(await transaction.objectStore('snapshot').get('head'))
    if (head.edition !== edition || head.upTo > upTo) return undefined
    const journal = transaction.objectStore('journal')
    const [keys, changes] = await Promise.all([
      journal.getAllKeys(behind(upTo)),
      journal.getAll(behind(upTo)),
    ])
    return { changes, upTo: keys.at(-1) ?? upTo }
  },

  append: (change) => db.add('journal', change),

  async writeSnapshot(stored) {
    const { edition, upTo } = stored
    const transaction = db.transaction(['snapshot', 'journal'], 'readwrite')
    const snapshots = transaction.objectStore('snapshot')
    await Promise.all([
      transaction.objectStore('journal').delete(IDBKeyRange.upperBound(upTo)),
      snapshots.put(stored, 'world'),
      snapshots.put({ edition, upTo }, 'head'),
      transaction.done,
    ])
  },

  async setAside() {
    const transaction = db.transaction(['snapshot', 'journal', 'damaged'], 'readwrite')
    const snapshot = await transaction.objectStore('snapshot').get('world')
    const journal = await transaction.objectStore('journal').getAll()
    const found = { snapshot, journal }
    await transaction.objectStore('damaged').add(found)
    await transaction.objectStore('snapshot').clear()
    await transaction.objectStore('journal').clear()
    await transaction.done
    return found
  },
})
