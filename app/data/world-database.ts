/**
 * The world on disk: a snapshot, and the changes made since, in IndexedDB.
 */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import { apply } from 'mutative'
import type { Change, World } from '~/engine'
import { worldProblem } from '~/engine/world-schema'

export type Meta = { scenario: string }

type Snapshot = { world: World; upTo: number; meta: Meta }

type Schema = DBSchema & {
  snapshot: { key: 'world'; value: Snapshot }
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

export type Stored = Snapshot

/** Changes after `upTo`, oldest first, with the key of the last one. */
export async function readChanges(db: WorldDatabase, upTo: number) {
  const range = IDBKeyRange.lowerBound(upTo, true)
  const transaction = db.transaction('journal')
  const [keys, changes] = await Promise.all([
    transaction.store.getAllKeys(range),
    transaction.store.getAll(range),
  ])
  return { changes, upTo: keys.at(-1) ?? upTo }
}

export class DamagedWorldError extends Error {}

/** The newest world. Throws `DamagedWorldError` when what is stored is no world. */
export async function readWorld(db: WorldDatabase): Promise<Stored | undefined> {
  const snapshot = await db.get('snapshot', 'world')
  if (!snapshot) return undefined
  const { changes, upTo } = await readChanges(db, snapshot.upTo)
  try {
    const world = changes.reduce((before, change) => apply(before, change), snapshot.world)
    const problem = worldProblem(world)
    if (problem) throw new Error(`the stored world is damaged at ${problem}`)
    return { world, upTo, meta: snapshot.meta }
  } catch (error) {
    throw new DamagedWorldError(String(error), { cause: error })
  }
}

/** Replaces what is stored; the journal starts anew behind it. */
export async function writeSnapshot(
  db: WorldDatabase,
  world: World,
  meta: Meta,
  upTo: number
) {
  const transaction = db.transaction(['snapshot', 'journal'], 'readwrite')
  await Promise.all([
    transaction.objectStore('journal').delete(IDBKeyRange.upperBound(upTo)),
    transaction.objectStore('snapshot').put({ world, upTo, meta }, 'world'),
    transaction.done,
  ])
}

/** Keeps what could not be read where it can be downloaded, out of the way of a fresh start. */
export async function setAside(db: WorldDatabase) {
  const transaction = db.transaction(['snapshot', 'journal', 'damaged'], 'readwrite')
  const snapshot = await transaction.objectStore('snapshot').get('world')
  const journal = await transaction.objectStore('journal').getAll()
  const found = { snapshot, journal }
  await transaction.objectStore('damaged').add(found)
  await transaction.objectStore('snapshot').clear()
  await transaction.objectStore('journal').clear()
  await transaction.done
  return found
}
