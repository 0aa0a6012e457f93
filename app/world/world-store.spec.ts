import { describe, expect, test } from 'vitest'
import { type Change, type Cloud, createCloud, newWorld, type World } from '~/engine'
import { allOf } from '~/engine/shelf'
import { DamagedWorldError, type Disk, restore, type Stored } from './disk'
import { createWorldStore, type Tabs } from './world-store'

const ROOT = 'arn:aws:iam::111122223333:root'
const copy = <T>(value: T): T => structuredClone(value)

/** One disk and one lock for all tabs of a test. */
function browser() {
  const journal = new Map<number, Change>()
  let snapshot: Stored | undefined
  let key = 0
  let turn = Promise.resolve()
  const listeners: { tab: number; listener: (message: 'changed' | 'replaced') => void }[] =
    []
  const state = { failing: '', deaf: new Set<number>(), aside: [] as unknown[] }

  const newerThan = (upTo: number) =>
    [...journal].filter(([k]) => k > upTo).map(([, change]) => copy(change))

  const head = () => ({ edition: snapshot?.edition ?? 0, upTo: snapshot?.upTo ?? 0 })

  const disk: Disk = {
    head: async () => head(),
    async read() {
      if (!snapshot) return undefined
      return restore(copy(snapshot), newerThan(snapshot.upTo), Math.max(key, snapshot.upTo))
    },
    async readNewer(place) {
      const { edition, upTo } = head()
      if (edition !== place.edition || upTo > place.upTo) return undefined
      return { changes: newerThan(place.upTo), upTo: Math.max(key, place.upTo) }
    },
    async append(change) {
      if (state.failing === 'append') throw new Error('the disk is full')
      journal.set(++key, copy(change))
      return key
    },
    async writeSnapshot(stored) {
      if (state.failing === 'snapshot') throw new Error('the disk is full')
      snapshot = copy(stored)
      for (const k of journal.keys()) if (k <= stored.upTo) journal.delete(k)
    },
    async setAside() {
      const found = snapshot
      state.aside.push(found)
      journal.clear()
      if (snapshot) snapshot = { ...snapshot, world: newWorld() }
      return found
    },
  }

  const tabsOf = (tab: number): Tabs => ({
    async acquire() {
      const before = turn
      let giveWay = () => {}
      turn = new Promise((resolve) => (giveWay = resolve))
      await before
      return giveWay
    },
    tell(message) {
      for (const { tab: other, listener } of listeners) {
        if (other !== tab && !state.deaf.has(other)) listener(message)
      }
    },
    listen: (listener) => listeners.push({ tab, listener }),
  })

  let opened = 0
  async function open(scenario = 'stuart') {
    const tab = ++opened
    const store = createWorldStore(disk, tabsOf(tab))
    const world = await store.open(
      async (stored) =>
        stored?.meta.scenario === scenario
          ? stored
          : { world: newWorld(), meta: { scenario } },
      () => {}
    )
    const cloud = createCloud({ world, journal: store.journal })
    store.attach(cloud)
    return { tab, store, cloud }
  }

  return {
    open,
    state,
    /** Once nobody is waiting for a turn. */
    quiet: async () => {
      let last
      do {
        last = turn
        await last
        await Promise.resolve()
      } while (last !== turn)
    },
    damage: () => {
      if (snapshot) snapshot = { ...snapshot, world: { accounts: 7 } as unknown as World }
    },
    size: () => journal.size,
    stored: async () => (await disk.read())?.world,
  }
}

const clientOf = async (cloud: Cloud) =>
  cloud.client(await cloud.exclusively(() => cloud.credentialsFor(ROOT)))

const usersOf = (world: World | undefined) =>
  allOf(world?.accounts['111122223333']?.users ?? []).map(({ name }) => name)

describe('the stored world', () => {
  test('has every call that was answered', async () => {
    const { open, stored } = browser()
    const { cloud } = await open()
    const { iam } = await clientOf(cloud)
    await iam.createUser({ UserName: 'U' })
    expect(JSON.stringify(await stored())).toBe(JSON.stringify(cloud.world))
    const again = await open()
    expect(JSON.stringify(again.cloud.world)).toBe(JSON.stringify(cloud.world))
  })

  test('is folded into a snapshot now and then, and loses nothing', async () => {
    const { open, stored, size, quiet } = browser()
    const { cloud } = await open()
    const { sts, iam } = await clientOf(cloud)
    for (let i = 0; i < 250; i++) await sts.getCallerIdentity()
    await cloud.settled()
    await iam.createUser({ UserName: 'U' })
    await quiet()
    expect(size()).toBeLessThan(100)
    expect(JSON.stringify(await stored())).toBe(JSON.stringify(cloud.world))
  })

  test('keeps its journal when a snapshot cannot be written', async () => {
    const { open, stored, state } = browser()
    const { cloud } = await open()
    const { sts } = await clientOf(cloud)
    state.failing = 'snapshot'
    for (let i = 0; i < 250; i++) await sts.getCallerIdentity()
    await cloud.settled()
    expect(JSON.stringify(await stored())).toBe(JSON.stringify(cloud.world))
  })

  test('and the world of the tab are one when the disk is full', async () => {
    const { open, stored, state } = browser()
    const { cloud } = await open()
    const { iam } = await clientOf(cloud)
    state.failing = 'append'
    await expect(iam.createUser({ UserName: 'U' })).rejects.toThrow('the disk is full')
    state.failing = ''
    await iam.createUser({ UserName: 'V' })
    expect(usersOf(await stored())).toEqual(['V'])
    expect(JSON.stringify(await stored())).toBe(JSON.stringify(cloud.world))
  })

  test('is set aside when it is damaged', async () => {
    const { open, damage, state } = browser()
    await open()
    damage()
    const { cloud } = await open()
    expect(state.aside).toHaveLength(1)
    await (await clientOf(cloud)).iam.createUser({ UserName: 'U' })
  })

  test('is refused as damaged when it is no world at all', () => {
    // rubbish, as it may lie in a browser's storage
    const rubbish = 'rubbish' as unknown as Stored
    expect(() => restore(rubbish, [], 0)).toThrow(DamagedWorldError)
  })
})

describe('two tabs', () => {
  test('see what the other does', async () => {
    const { open, quiet } = browser()
    const [a, b] = [await open(), await open()]
    await (await clientOf(a.cloud)).iam.createUser({ UserName: 'U' })
    await quiet()
    expect(usersOf(b.cloud.world)).toEqual(['U'])
  })

  test('write in turn into one world', async () => {
    const { open, quiet, stored } = browser()
    const [a, b] = [await open(), await open()]
    const [first, second] = [await clientOf(a.cloud), await clientOf(b.cloud)]
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        (i % 2 ? first : second).iam.createUser({ UserName: `U${i}` })
      )
    )
    await quiet()
    expect(usersOf(await stored())).toHaveLength(20)
    for (const { cloud } of [a, b]) {
      expect(JSON.stringify(cloud.world)).toBe(JSON.stringify(await stored()))
    }
  })

  test('lose nothing when one slept through a snapshot of the other', async () => {
    const { open, quiet, stored, state } = browser()
    const [a, b] = [await open(), await open()]
    const [first, second] = [await clientOf(a.cloud), await clientOf(b.cloud)]
    await quiet()
    state.deaf.add(b.tab)
    await first.iam.createUser({ UserName: 'Early' })
    for (let i = 0; i < 250; i++) await first.sts.getCallerIdentity()
    await a.cloud.settled()
    await first.iam.createUser({ UserName: 'Late' })
    await second.iam.createUser({ UserName: 'Sleeper' })
    expect(usersOf(await stored()).toSorted()).toEqual(['Early', 'Late', 'Sleeper'])
    expect(JSON.stringify(b.cloud.world)).toBe(JSON.stringify(await stored()))
  })

  test('start over together, and no call of the old world reaches the new one', async () => {
    const { open, quiet, stored, state } = browser()
    const [a, b] = [await open(), await open()]
    const old = await clientOf(b.cloud)
    await quiet()
    state.deaf.add(b.tab)
    await a.store.replace(newWorld(), { scenario: 'other' })
    await expect(old.iam.createUser({ UserName: 'U' })).rejects.toThrow()
    await quiet()
    expect(usersOf(await stored())).toEqual([])
    expect(JSON.stringify(b.cloud.world)).toBe(JSON.stringify(await stored()))
  })

  test('start over together when one is opened with another scenario', async () => {
    const { open, quiet } = browser()
    const a = await open('stuart')
    await (await clientOf(a.cloud)).iam.createUser({ UserName: 'U' })
    const b = await open('busy')
    await quiet()
    expect(JSON.stringify(a.cloud.world)).toBe(JSON.stringify(b.cloud.world))
    expect(usersOf(a.cloud.world)).toEqual([])
  })
})
