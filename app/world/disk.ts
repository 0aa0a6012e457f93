/** What keeps a world, wherever it is: a snapshot, and the changes made since. */
import { apply } from 'mutative'
import type { Change, World } from '~/engine'
import { worldProblem } from '~/engine/world-schema'

/**
 * Which scenario the world began with. One that is in no file is here as a whole, under
 * `definition`.
 */
export type Meta = { scenario: string; definition?: unknown }

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

export class DamagedWorldError extends Error {}

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
export const NOWHERE: Place = { edition: 0, upTo: 0 }

/** A place that is no place is none: the snapshot itself then says whether it can be read. */
export const toPlace = (value: Partial<Place> | undefined): Place =>
  typeof value?.edition === 'number' && typeof value.upTo === 'number'
    ? { edition: value.edition, upTo: value.upTo }
    : NOWHERE
