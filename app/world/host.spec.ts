import { describe, expect, test } from 'vitest'
import { createCloud, newWorld } from '~/engine'
import { allOf } from '~/engine/shelf'
import { answerHost, createHost, type Host } from './host'
import { type Ask, createRemoteWorld } from './remote-world'
import { createWorldStore } from './world-store'

const ROOT = 'arn:aws:iam::111122223333:root'

/** A host, and pages that reach it by text alone, as over HTTP. */
function specHost() {
  const time = { now: 0 }
  const host = createHost({
    now: () => time.now,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  })
  const ask: Ask = async (name, given) => {
    const { status, body } = await answerHost(host, name, JSON.stringify(given))
    if (status !== 200) throw new Error(body)
    return JSON.parse(body)
  }
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve))
  let pages = 0
  async function open() {
    const remote = createRemoteWorld(ask, `page ${++pages}`, pause)
    return { remote, ...(await openOn(remote.disk, remote.tabs)) }
  }
  return { host, time, ask, open, inside: (h: Host) => openOn(h.disk, h.tabs('inside')) }
}

async function openOn(...[disk, tabs]: Parameters<typeof createWorldStore>) {
  const store = createWorldStore(disk, tabs)
  const world = await store.open(
    async (stored) => stored ?? { world: newWorld(), meta: { scenario: 'stuart' } },
    () => {}
  )
  const cloud = createCloud({ world, journal: store.journal })
  store.attach(cloud)
  const client = cloud.client(await cloud.exclusively(() => cloud.credentialsFor(ROOT)))
  const names = () =>
    allOf(cloud.world.accounts['111122223333']?.users ?? [])
      .map(({ name }) => name)
      .sort()
  return { store, cloud, iam: client.iam, names }
}

/** Until what was told has been heard. */
async function eventually(look: () => void) {
  for (let tries = 0; ; tries++) {
    try {
      return look()
    } catch (error) {
      if (tries > 200) throw error
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

describe('a world that a host keeps', () => {
  test('is the same for two pages and for the program that keeps it', async () => {
    const { host, open, inside } = specHost()
    const [one, two, own] = [await open(), await open(), await inside(host)]
    await one.iam.createUser({ UserName: 'A' })
    await two.iam.createUser({ UserName: 'B' })
    await own.iam.createUser({ UserName: 'C' })
    await eventually(() => {
      for (const each of [one, two, own]) expect(each.names()).toEqual(['A', 'B', 'C'])
    })
  })

  test('is there for a page that comes later', async () => {
    const { open } = specHost()
    const first = await open()
    await first.iam.createUser({ UserName: 'A' })
    expect((await open()).names()).toEqual(['A'])
  })

  test('is written by many at once without a loss', async () => {
    const { open } = specHost()
    const pages = [await open(), await open(), await open()]
    await Promise.all(
      pages.flatMap(({ iam }, page) =>
        [1, 2, 3, 4, 5].map((each) => iam.createUser({ UserName: `U${page}${each}` }))
      )
    )
    expect((await open()).names()).toHaveLength(15)
  })

  test('is started over for everybody', async () => {
    const { open } = specHost()
    const [one, two] = [await open(), await open()]
    await one.iam.createUser({ UserName: 'A' })
    await one.store.replace(newWorld(), { scenario: 'empty' })
    await eventually(() => expect(two.names()).toEqual([]))
  })

  test('goes on when a page dies in its turn', async () => {
    const { open, ask, time } = specHost()
    const page = await open()
    await page.cloud.settled()
    const dead = await ask('takeTurn', ['dead'])
    const creating = page.iam.createUser({ UserName: 'A' })
    time.now = 10_001
    await creating
    await expect(ask('append', [[], dead])).rejects.toThrow('no longer your turn')
  })

  test('goes on at once when a page goes away in its turn', async () => {
    const { host, open } = specHost()
    const page = await open()
    await page.cloud.settled()
    const lease = await host.methods.takeTurn('dead')
    const change = JSON.stringify([[], lease])
    await answerHost(host, 'append', change, AbortSignal.abort())
    await page.iam.createUser({ UserName: 'A' })
    expect(page.names()).toEqual(['A'])
  })

  test('goes on at once when a page says that it goes away', async () => {
    const { host, open } = specHost()
    const page = await open()
    await page.cloud.settled()
    await host.methods.takeTurn('dead')
    await host.methods.leave('another')
    const creating = page.iam.createUser({ UserName: 'A' })
    await host.methods.leave('dead')
    await creating
    expect(page.names()).toEqual(['A'])
  })

  test('takes back a turn that nobody was there to hear of', async () => {
    const { host, open } = specHost()
    const page = await open()
    await page.cloud.settled()
    const first = await host.methods.takeTurn('first')
    const gone = new AbortController()
    const waiting = answerHost(host, 'takeTurn', '["dead"]', gone.signal)
    gone.abort()
    await host.methods.giveBack(Number(first))
    await waiting
    await page.iam.createUser({ UserName: 'A' })
    expect(page.names()).toEqual(['A'])
  })

  test('tells a page that has heard another host that all is new', async () => {
    const { host } = specHost()
    const notes = await host.methods.listen(57)
    expect(notes?.map(({ topic }) => topic)).toEqual([
      'changed',
      'replaced',
      'clock',
      'kept',
    ])
    expect(notes?.at(-1)?.number).toBe(await host.methods.lastNote())
  })

  test('tells whoever waits that it closes', async () => {
    const { host } = specHost()
    const waiting = host.methods.listen(0)
    host.close()
    expect(await waiting).toBeNull()
    expect(await host.methods.listen(0)).toBeNull()
  })

  test('has a clock that others hear of', async () => {
    const { host, open } = specHost()
    const [one, two] = [await open(), await open()]
    const heard: unknown[] = []
    two.remote.hear(
      'clock',
      () => void two.remote.methods.readClock().then((c) => heard.push(c))
    )
    const standing = { standing: '2026-01-15T09:00:00.000Z' }
    await one.remote.methods.setClock(standing, one.remote.name)
    await eventually(() => expect(heard).toEqual([standing]))
    expect(host.clock()).toEqual(standing)
  })

  test('keeps who is signed in, for pages of every origin', async () => {
    const { open } = specHost()
    const [one, two] = [await open(), await open()]
    await one.remote.methods.keep('identity', '{"a":1}', one.remote.name)
    expect(await two.remote.methods.readKept()).toEqual({ identity: '{"a":1}' })
    await one.remote.methods.keep('identity', null, one.remote.name)
    expect(await two.remote.methods.readKept()).toEqual({})
  })
})

describe('a request to a host', () => {
  test.each([
    ['nonsense', '[]', 404],
    ['constructor', '[]', 404],
    ['head', '{', 400],
    ['head', '{}', 400],
    ['append', '[[],7]', 400],
    ['head', '', 200],
  ])('%s with %j is answered %i', async (name, body, status) => {
    expect((await answerHost(specHost().host, name, body)).status).toBe(status)
  })
})
