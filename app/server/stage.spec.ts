import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { IAMClient, ListUsersCommand } from '@aws-sdk/client-iam'
import { describe, expect, test } from 'vitest'

import { createCloud } from '~/engine'
import { allOf } from '~/engine/shelf'
import { listen } from '~/endpoint/node-server'
import { answerHost } from '~/world/host'
import { type Ask, createRemoteWorld } from '~/world/remote-world'
import { createWorldStore } from '~/world/world-store'
import { specFolder } from './spec-console'
import { createStage, type Stage, type StageOptions } from './stage'

const { folder, dist } = specFolder()

const specStage = (options: Omit<StageOptions, 'dist'> = {}) =>
  createStage({ dist, ...options })

/** A page of the stage's, as far as it has no browser. */
async function openPage({ host }: Stage) {
  const ask: Ask = async (name, given) => {
    const { status, body } = await answerHost(host, name, JSON.stringify(given))
    if (status !== 200) throw new Error(body)
    return JSON.parse(body)
  }
  const remote = createRemoteWorld(ask, 'page', () => new Promise(setImmediate))
  const store = createWorldStore(remote.disk, remote.tabs)
  const world = await store.open(
    async (stored) => {
      if (!stored) throw new Error('the stage has no world')
      return stored
    },
    () => {}
  )
  const cloud = createCloud({ world, journal: store.journal })
  store.attach(cloud)
  const arn = 'arn:aws:iam::111122223333:root'
  const as = await cloud.exclusively(() => cloud.credentialsFor(arn))
  return { remote, cloud, iam: cloud.client(as).iam }
}

const usersOf = async (stage: Stage) => {
  const { accounts } = await stage.world()
  return allOf(accounts['111122223333']?.users ?? []).map(({ name }) => name)
}

describe('a stage', () => {
  test('plays the scenario that is asked for, and begins when it does', async () => {
    const stage = await specStage({ scenario: 'stuart' })
    expect(await usersOf(stage)).toEqual(['Stuart', 'Alex', 'Admin'])
    expect(stage.clock.now()).toBe('2026-01-15T09:00:00.000Z')
  })

  test('takes the path of a file of the console', async () => {
    const scenario = 'url:/scenarios/two-accounts.json'
    const stage = await specStage({ scenario })
    expect(stage.scenario().id).toBe('two-accounts')
    await stage.reset('url:/scenarios/stuart.json')
    expect(await usersOf(stage)).toEqual(['Stuart', 'Alex', 'Admin'])
  })

  test.each([
    'url:/scenarios/nothing.json',
    'url:/../secret.txt',
    'url:/index.html',
    'url:https://elsewhere.test/scenarios/stuart.json',
  ])('finds no scenario at %s', async (scenario) => {
    await expect(specStage({ scenario })).rejects.toThrow('there is no scenario')
  })

  test('takes a patch in place of a name', async () => {
    const accounts = [{ id: '111122223333', users: [{ name: 'Rosa' }] }]
    const stage = await specStage({ scenario: { extends: 'stuart', accounts } })
    expect(await usersOf(stage)).toContain('Rosa')
  })

  test('refuses a scenario that there is not', async () => {
    const stage = specStage({ scenario: '../secret' })
    await expect(stage).rejects.toThrow('there is no scenario named ../secret')
  })

  test('sees at once what a page has done, and shows what it did itself', async () => {
    const stage = await specStage()
    const page = await openPage(stage)
    await page.iam.createUser({ UserName: 'Rosa' })
    expect(await usersOf(stage)).toContain('Rosa')
    await stage.call('iam:CreateUser', { UserName: 'Omar' })
    const { Users = [] } = await page.iam
      .createUser({ UserName: 'Eva' })
      .then(() => page.iam.listUsers())
    expect(Users.map(({ UserName }) => UserName)).toEqual(
      expect.arrayContaining(['Rosa', 'Omar', 'Eva'])
    )
  })

  test('has one clock with its pages', async () => {
    const stage = await specStage()
    const page = await openPage(stage)
    await page.remote.methods.setClock({ standing: '2026-02-01T00:00:00.000Z' }, 'page')
    expect(stage.clock.now()).toBe('2026-02-01T00:00:00.000Z')
    await stage.clock.advance(60_000)
    expect(await page.remote.methods.readClock()).toEqual({
      standing: '2026-02-01T00:01:00.000Z',
    })
  })

  test('gives keys for an SDK, which they work with', async () => {
    const stage = await specStage()
    const { url, close } = await listen(stage.endpoint)
    const credentials = await stage.credentialsFor('user/Stuart')
    const iam = new IAMClient({ endpoint: url, region: 'us-east-1', credentials })
    expect((await iam.send(new ListUsersCommand())).Users).toHaveLength(3)
    iam.destroy()
    await close()
  })

  test('gives keys of a role that somebody has taken up', async () => {
    const stage = await specStage({ scenario: 'stuart-with-role' })
    const keys = await stage.credentialsFor('user/Stuart', 'role/RoleS3FullAccess')
    const world = await stage.world()
    expect(JSON.stringify(world.sessions)).toContain(keys.accessKeyId)
    await expect(stage.credentialsFor('user/Nobody')).rejects.toThrow(
      'nothing in the world is called user/Nobody'
    )
  })

  test('lives with the faults that it is given', async () => {
    const faults = [{ op: 'iam:ListUsers', nth: 1, error: 'ServiceFailure' }]
    const stage = await specStage({ faults })
    const { url, close } = await listen(stage.endpoint)
    const credentials = await stage.credentialsFor('root')
    const iam = new IAMClient({
      endpoint: url,
      region: 'us-east-1',
      credentials,
      maxAttempts: 1,
    })
    await expect(iam.send(new ListUsersCommand())).rejects.toThrow(/unknown error/)
    expect((await iam.send(new ListUsersCommand())).Users).toHaveLength(3)
    iam.destroy()
    await close()
  })

  test('says who is signed in, and that nobody is', async () => {
    const stage = await specStage({ as: 'user/Admin' })
    const kept = async () => (await stage.host.methods.readKept())['understudy.identity/v1']
    expect(await kept()).toContain('arn:aws:iam::111122223333:user/Admin')
    await stage.reset('empty')
    expect(await kept()).toBeUndefined()
    expect(stage.scenario().id).toBe('empty')
  })
})

describe('a stage with a file', () => {
  const made = async (name: string) => {
    const store = join(folder, name)
    const stage = await specStage({ store })
    await stage.call('iam:CreateUser', { UserName: 'Rosa' })
    await stage.close()
    return store
  }

  test('goes on where the last one ended', async () => {
    const store = await made('kept.json')
    expect(await usersOf(await specStage({ store }))).toContain('Rosa')
  })

  test('loses nothing but the line that was being written when it was killed', async () => {
    const store = await made('killed.json')
    appendFileSync(store, '[{"op":"repl')
    const stage = await specStage({ store })
    expect(await usersOf(stage)).toContain('Rosa')
    await stage.call('iam:CreateUser', { UserName: 'Omar' })
    const names = await usersOf(await specStage({ store }))
    expect(names).toEqual(expect.arrayContaining(['Rosa', 'Omar']))
  })

  test('keeps some hundred changes, and folds them now and then', async () => {
    const store = join(folder, 'many.json')
    const stage = await specStage({ store })
    for (let each = 0; each < 130; each++) {
      await stage.call('iam:CreateUser', { UserName: `U${each}` })
    }
    await stage.close()
    expect(readFileSync(store, 'utf8').split('\n').length).toBeLessThan(250)
    expect(await usersOf(await specStage({ store }))).toHaveLength(133)
  })

  test('sets a file aside that holds no world, and says where', async () => {
    const store = join(folder, 'damaged.json')
    writeFileSync(store, '{"schema":"understudy.world-file/v1","stored":{}}\n')
    const stage = await specStage({ store })
    expect(stage.damaged()).toBe(`${store}.damaged-1`)
    expect(readdirSync(folder)).toContain('damaged.json.damaged-1')
    expect(await usersOf(stage)).toContain('Stuart')
  })

  test.each(['{"name":"mine"}\n', 'a,b\n', '\n'])(
    'leaves a file alone that begins with %j',
    async (text) => {
      const store = join(folder, 'foreign.json')
      writeFileSync(store, text)
      await expect(specStage({ store })).rejects.toThrow('another kind of file')
      expect(readFileSync(store, 'utf8')).toBe(text)
      rmSync(store)
    }
  )

  test('begins in a file that is empty', async () => {
    const store = join(folder, 'empty.json')
    writeFileSync(store, '')
    expect(await usersOf(await specStage({ store }))).toContain('Stuart')
  })

  test('does not write over a world that began otherwise', async () => {
    const store = await made('other.json')
    const other = specStage({ store, scenario: 'empty' })
    await expect(other).rejects.toThrow('began as stuart, not as empty')
  })
})
