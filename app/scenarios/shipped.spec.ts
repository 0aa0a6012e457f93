import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { onShelf } from '~/engine/shelf'
import { buildWorld } from './build'
import { loadScenario } from './load'
import { ScenarioError } from './schema'

const folder = 'public/scenarios'
const ids = fs.readdirSync(folder).map((file) => file.replace('.json', ''))

const read = async (id: string): Promise<unknown> =>
  fs.existsSync(`${folder}/${id}.json`)
    ? JSON.parse(fs.readFileSync(`${folder}/${id}.json`, 'utf8'))
    : undefined

describe('every shipped scenario', () => {
  it.each(ids)('%s has its file name as id, loads and builds', async (id) => {
    const scenario = await loadScenario(id, read)
    const world = buildWorld(scenario)
    expect(scenario.id).toBe(id)
    for (const { principal, account } of scenario.people ?? []) {
      const home = world.accounts[account ?? scenario.accounts?.[0]?.id ?? '']
      const password =
        principal === 'root'
          ? home?.rootPassword
          : home &&
            onShelf(home.users, principal.slice('user/'.length))?.loginProfile?.password
      expect(password, `${principal} can sign in`).toBeTypeOf('string')
    }
  })

  it('builds the same world from the same seed', async () => {
    const scenario = await loadScenario('busy', read)
    expect(buildWorld(scenario, 7)).toEqual(buildWorld(scenario, 7))
  })
})

describe('a bad scenario', () => {
  const base = { schema: 'understudy.scenario/v1', id: 'x', name: 'X', story: 'X' }
  const load = (value: object) =>
    loadScenario('x', async (id) => (id === 'x' ? { ...base, ...value } : read(id)))

  it.each([
    ['an unknown field', { acounts: [] }, 'acounts'],
    ['a wrong account ID', { accounts: [{ id: '12' }] }, 'accounts[0].id'],
    [
      'a user without a name',
      { accounts: [{ id: '111122223333', users: [{ password: 'x' }] }] },
      'accounts[0].users[0].name',
    ],
  ])('is refused with the path: %s', async (_, value, path) => {
    await expect(load(value)).rejects.toMatchObject({ name: 'ScenarioError', path })
  })

  it('is refused with the path of a policy that IAM would not take', async () => {
    const users = [{ name: 'U', inline: { P: { Version: '2012-10-17', Statement: [] } } }]
    const scenario = await load({ accounts: [{ id: '111122223333', users }] })
    expect(() => buildWorld(scenario)).toThrow(
      new ScenarioError('accounts[0].users[0].inline.P', 'Syntax errors in policy.')
    )
  })

  const account = (rest: object) => ({ accounts: [{ id: '111122223333', ...rest }] })

  it.each([
    [
      'a name that is taken',
      account({ users: [{ name: 'U' }, { name: 'u' }] }),
      'accounts[0].users[1].name',
    ],
    [
      'a bucket that S3 would not take',
      account({ buckets: [{ name: 'Not A Bucket' }] }),
      'accounts[0].buckets[0].name',
    ],
    [
      'a person who is nobody',
      { ...account({}), people: [{ principal: 'user/Ghost', story: 'Not here.' }] },
      'people[0].principal',
    ],
    [
      'a person of no account',
      {
        ...account({}),
        people: [{ principal: 'root', account: '444455556666', story: 'Not here.' }],
      },
      'people[0].account',
    ],
  ])('is refused with the path of %s', async (_, value, path) => {
    const scenario = await load(value)
    expect(() => buildWorld(scenario)).toThrow(expect.objectContaining({ path }))
  })

  it('is refused when there is none of that name', async () => {
    await expect(loadScenario('nope', read)).rejects.toThrow(
      'there is no scenario named nope'
    )
  })

  it('is refused when scenarios extend each other in a circle', async () => {
    await expect(load({ extends: 'x' })).rejects.toThrow('in a circle')
  })
})
