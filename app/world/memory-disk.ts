/** A disk that is none: the world lives as long as the program does. */
import type { Change } from '~/engine'
import { type Disk, NOWHERE, restore, type Stored } from './disk'

export type MemoryDisk = Disk & {
  /** Called with the snapshot and the changes behind it, whenever either is new. */
  onChange(listener: (stored: Stored | undefined, changes: Change[]) => void): void
}

/** `first` is what was kept before. Values are copied in and out, as through a real disk. */
export function createMemoryDisk(first?: Stored): MemoryDisk {
  const journal = new Map<number, Change>()
  let snapshot = first && structuredClone(first)
  let last = snapshot?.upTo ?? 0
  let listener: Parameters<MemoryDisk['onChange']>[0] = () => {}

  const newerThan = (upTo: number) =>
    [...journal].filter(([key]) => key > upTo).map(([, change]) => change)
  const head = () => ({
    edition: snapshot?.edition ?? NOWHERE.edition,
    upTo: snapshot?.upTo ?? NOWHERE.upTo,
  })
  const tell = () => listener(snapshot, [...journal.values()])

  return {
    head: async () => head(),
    async read() {
      if (!snapshot) return undefined
      const changes = structuredClone(newerThan(snapshot.upTo))
      return restore(structuredClone(snapshot), changes, last)
    },
    async readNewer({ edition, upTo }) {
      const now = head()
      if (now.edition !== edition || now.upTo > upTo) return undefined
      return { changes: structuredClone(newerThan(upTo)), upTo: Math.max(last, upTo) }
    },
    async append(change) {
      last += 1
      journal.set(last, structuredClone(change))
      tell()
      return last
    },
    async writeSnapshot(stored) {
      snapshot = structuredClone(stored)
      last = Math.max(last, stored.upTo)
      for (const key of journal.keys()) if (key <= stored.upTo) journal.delete(key)
      tell()
    },
    async setAside() {
      const found = { snapshot, journal: [...journal.values()] }
      snapshot = undefined
      journal.clear()
      tell()
      return found
    },
    onChange(next) {
      listener = next
    },
  }
}
