/**
 * The world on disk: a snapshot, and the changes made since, in IndexedDB.
 */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { Change } from '~/engine'
import { type Disk, type Place, restore, type Stored, toPlace } from './disk'

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

const behind = (upTo: number) => IDBKeyRange.lowerBound(upTo, true)

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
