import { apply } from 'mutative'
import { describe, expect, test, vi } from 'vitest'
import { createCloud } from './cloud'
import { allOf } from './shelf'
import type { Change, Journal } from './store'
import { createStore } from './store'
import { allow, HOME, refusal, rootArn, specCloud, trusting, userArn } from './spec-cloud'
import { newWorld } from './world'

/** A journal in memory that can be made to fail. */
function memoryJournal() {
  const changes: Change[] = []
  const log: string[] = []
  let turn = Promise.resolve()
  const journal = {
    fails: false,
    log,
    changes,
    async begin() {
      const before = turn
      let giveWay = () => {}
      turn = new Promise((resolve) => (giveWay = resolve))
      await before
      log.push('begin')
      return () => {
        log.push('release')
        giveWay()
      }
    },
    async append(change: Change) {
      await Promise.resolve()
      if (journal.fails) throw new Error('the disk is full')
      // what a disk gives back is a copy
      changes.push(JSON.parse(JSON.stringify(change)))
      log.push('append')
    },
  }
  return journal satisfies Journal
}

async function journaled() {
  const journal = memoryJournal()
  const { cloud } = specCloud({ journal })
  const first = cloud.world
  const credentials = await cloud.exclusively(() => cloud.credentialsFor(rootArn()))
  return { journal, cloud, first, client: cloud.client(credentials) }
}

describe('a journal', () => {
  test('has the changes that make the world', async () => {
    const { journal, cloud, first, client } = await journaled()
    const { iam, s3 } = client
    for (const UserName of ['U', 'constructor', '__proto__', 'a/b'.replace('/', '~')]) {
      await iam.createUser({ UserName }).catch(() => undefined)
    }
    await iam.updateUser({ UserName: 'U', NewUserName: 'V', NewPath: '/x/' })
    await iam.createGroup({ GroupName: 'G' })
    await iam.addUserToGroup({ GroupName: 'G', UserName: 'V' })
    await iam.updateGroup({ GroupName: 'G', NewGroupName: 'H' })
    await iam.removeUserFromGroup({ GroupName: 'H', UserName: 'V' })
    await iam.createRole({ RoleName: 'R', AssumeRolePolicyDocument: trusting(rootArn()) })
    await iam.putRolePolicy({
      RoleName: 'R',
      PolicyName: 'constructor',
      PolicyDocument: allow('*'),
    })
    await iam.putRolePolicy({
      RoleName: 'R',
      PolicyName: 'constructor',
      PolicyDocument: allow('s3:*'),
    })
    await s3.createBucket({ Bucket: 'constructor' })
    await s3.putObject({ Bucket: 'constructor', Key: '~/__proto__', Body: 'x' })
    await iam.deleteGroup({ GroupName: 'H' })
    await Promise.all([
      iam.listUsers(),
      iam.getRole({ RoleName: 'R' }),
      refusal(iam.deleteRole({ RoleName: 'R' })),
    ])
    await cloud.settled()
    const replayed = journal.changes.reduce((world, change) => apply(world, change), first)
    expect(JSON.stringify(replayed)).toBe(JSON.stringify(cloud.world))
    expect(allOf(replayed.accounts[HOME]?.users ?? []).map(({ name }) => name)).toContain(
      'constructor'
    )
  })

  test('is written by one call at a time, and every turn ends', async () => {
    const { journal, cloud, client } = await journaled()
    journal.log.length = 0
    const { iam } = client
    await Promise.allSettled([
      iam.createUser({ UserName: 'U' }),
      iam.createUser({ UserName: 'U' }),
      iam.listUsers(),
      iam.createUser({ UserName: 'V' }),
    ])
    await cloud.settled()
    expect(journal.log.join(' ')).toBe(
      Array.from({ length: 4 }, () => 'begin append release').join(' ')
    )
    expect(
      cloud.world.events
        .slice(-4)
        .map(({ eventName }) => eventName)
        .toSorted()
    ).toEqual(['CreateUser', 'CreateUser', 'CreateUser', 'ListUsers'])
  })

  test('that cannot be written fails the call and leaves the world as it was', async () => {
    const { journal, cloud, client } = await journaled()
    const { iam } = client
    const before = cloud.world
    journal.fails = true
    await expect(iam.createUser({ UserName: 'U' })).rejects.toThrow('the disk is full')
    expect(cloud.world).toBe(before)
    // a read is answered all the same
    expect((await iam.listUsers()).Users).toEqual([])
    await cloud.settled()
    expect(cloud.world).toBe(before)
    journal.fails = false
    await iam.createUser({ UserName: 'U' })
    expect((await iam.listUsers()).Users).toHaveLength(1)
    await cloud.settled()
    expect(journal.log.at(-1)).toBe('release')
  })

  test('that gives no turn fails the call', async () => {
    const { journal, cloud, client } = await journaled()
    const before = cloud.world
    journal.begin = () => Promise.reject(new Error('no lock'))
    await expect(client.iam.createUser({ UserName: 'U' })).rejects.toThrow('no lock')
    expect(cloud.world).toBe(before)
  })

  test('lets nothing change the world out of turn', async () => {
    const { cloud } = specCloud({ journal: memoryJournal() })
    expect(() => cloud.credentialsFor(rootArn())).toThrow('exclusively')
  })
})

describe('a store', () => {
  test('leaves the world as it was when a change throws', () => {
    const world = newWorld()
    const store = createStore(world)
    expect(() =>
      store.change((draft) => {
        draft.sequence = 99
        throw new Error('no')
      })
    ).toThrow('no')
    expect(store.world).toBe(world)
  })

  test('publishes nothing when nothing changed', () => {
    const store = createStore(newWorld())
    const listener = vi.fn()
    store.subscribe(listener)
    expect(store.change(() => 5)).toBe(5)
    expect(listener).not.toHaveBeenCalled()
  })
})

describe('another tab', () => {
  test('that applies the changes has the same world, and its sessions', async () => {
    const { journal, cloud, first, client } = await journaled()
    const other = createCloud({ world: first })
    await client.iam.createUser({ UserName: 'U' })
    for (const change of journal.changes) other.apply(change)
    expect(JSON.stringify(other.world)).toBe(JSON.stringify(cloud.world))
    const session = await cloud.exclusively(() => cloud.credentialsFor(userArn('U')))
    for (const change of journal.changes.slice(-1)) other.apply(change)
    const { Arn } = await other.client(session).sts.getCallerIdentity()
    expect(Arn).toBe(userArn('U'))
  })

  test('that has started over knows none of the sessions', async () => {
    const { cloud, client } = await journaled()
    cloud.replace(newWorld())
    expect((await refusal(client.iam.listUsers())).code).toBe('InvalidClientTokenId')
  })
})
