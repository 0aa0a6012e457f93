import fs from 'node:fs'
import { beforeEach, describe as group, expect, test } from 'vitest'
import { createCloud, type World } from '~/engine'
import { describe } from '~/engine/questions/describe'
import { buildWorld } from './build'
import { loadScenario } from './load'
import { patchedScenario, patchWorld } from './patch'

const ACCOUNT = '111122223333'
const NOW = '2026-03-01T00:00:00.000Z'

const read = async (id: string): Promise<unknown> =>
  fs.existsSync(`public/scenarios/${id}.json`)
    ? JSON.parse(fs.readFileSync(`public/scenarios/${id}.json`, 'utf8'))
    : undefined

const document = (statement: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...statement }],
})

const trust = (AWS: string) => document({ Principal: { AWS }, Action: 'sts:AssumeRole' })
const arnOf = (resource: string) => `arn:aws:iam::${ACCOUNT}:${resource}`

let world: World
beforeEach(async () => {
  world = buildWorld(await loadScenario('stuart', read))
})

const patch = (account: object) =>
  patchWorld(world, { accounts: [{ id: ACCOUNT, ...account }] }, NOW)

group('a patch of a world', () => {
  test('leaves the world that it is made from as it is', () => {
    const before = JSON.stringify(world)
    patch({ users: [{ name: 'Rosa' }] })
    expect(JSON.stringify(world)).toBe(before)
  })

  test('adds who is new, with the time of the patch', () => {
    const next = patch({
      users: [{ name: 'Rosa', password: 'Rosa-2026-lab', attached: ['ReadOnlyAccess'] }],
      groups: [{ name: 'readers' }],
      roles: [{ name: 'R', trust: trust(arnOf('user/Rosa')) }],
      buckets: [{ name: 'new-bucket', objects: { 'a.txt': 'a' } }],
    })
    expect(describe(next, arnOf('user/Rosa'))).toMatchObject({
      CreateDate: NOW,
      AttachedManagedPolicies: [{ PolicyName: 'ReadOnlyAccess' }],
    })
    expect(describe(next, arnOf('role/R'))).toMatchObject({
      AssumeRolePolicyDocument: { Statement: [{ Principal: { AWS: arnOf('user/Rosa') } }] },
    })
    expect(describe(next, arnOf('group/readers'))).toMatchObject({ GroupName: 'readers' })
    expect(describe(next, 'arn:aws:s3:::new-bucket')).toMatchObject({
      Objects: [{ Key: 'a.txt' }],
    })
  })

  test('changes in somebody only what it says', () => {
    const before = describe(world, arnOf('user/Stuart'))
    const next = patch({
      users: [
        { name: 'Stuart', inline: { P: document({ Action: 's3:*', Resource: '*' }) } },
      ],
    })
    expect(describe(next, arnOf('user/Stuart'))).toMatchObject({
      UserId: before?.UserId,
      UserPolicyList: [{ PolicyName: 'P' }],
      AttachedManagedPolicies: [{ PolicyName: 'IAMReadOnlyAccess' }],
    })
  })

  test('keeps the trust of a role that is there, and asks for that of a new one', () => {
    const next = patch({ roles: [{ name: 'BreakGlass', tags: { a: 'b' } }] })
    expect(describe(next, arnOf('role/BreakGlass'))).toMatchObject({
      Tags: [{ Key: 'a', Value: 'b' }],
      AssumeRolePolicyDocument: {
        Statement: [{ Principal: { AWS: arnOf('user/Admin') } }],
      },
    })
    expect(() => patch({ roles: [{ name: 'New' }] })).toThrow(
      'the role New has no trust policy'
    )
  })

  test('adds objects to a bucket that is there', () => {
    const next = patch({ buckets: [{ name: 'finance-reports', objects: { x: 'y' } }] })
    const { Objects } = describe(next, 'arn:aws:s3:::finance-reports') ?? {}
    expect(Objects).toHaveLength(3)
  })

  test('sets rules', () => {
    const rules = { namedPrincipalSuffices: true }
    expect(patchWorld(world, { rules }, NOW).rules).toMatchObject(rules)
  })

  test('makes ids that nobody has', () => {
    const next = patch({ users: [{ name: 'Rosa' }, { name: 'Tom' }] })
    const ids = ['Admin', 'Stuart', 'Alex', 'Rosa', 'Tom'].map(
      (name) => describe(next, arnOf(`user/${name}`))?.UserId
    )
    expect(new Set(ids).size).toBe(5)
    expect(() => createCloud({ world: next })).not.toThrow()
  })

  test.each([
    [null, 'a patch is an object'],
    [{ acounts: [] }, 'acounts'],
    [{ accounts: [{ id: '1' }] }, 'accounts[0].id'],
    [
      { accounts: [{ id: ACCOUNT, users: [{ name: 'X', groups: ['none'] }] }] },
      'accounts[0].users[0].groups: no group is named none',
    ],
    [
      { accounts: [{ id: ACCOUNT, roles: [{ name: 'R', trust: trust('arn:x') }] }] },
      'accounts[0].roles[0].trust',
    ],
  ])('%j is refused with its place: %s', (value, message) => {
    expect(() => patchWorld(world, value, NOW)).toThrow(message)
  })
})

group('a scenario that is patched', () => {
  test('is the one it extends, with the changes', async () => {
    const users = [{ name: 'Rosa', password: 'Rosa-2026-lab' }]
    const scenario = await patchedScenario(
      { accounts: [{ id: ACCOUNT, users }] },
      'stuart',
      read
    )
    expect(scenario.accounts?.[0]?.users?.map(({ name }) => name)).toEqual([
      'Admin',
      'Stuart',
      'Alex',
      'Rosa',
    ])
    expect(scenario.people?.length).toBe(4)
  })

  test('may extend another one', async () => {
    const scenario = await patchedScenario({ extends: 'empty' }, 'stuart', read)
    expect(scenario.accounts?.[0]?.users ?? []).not.toContainEqual(
      expect.objectContaining({ name: 'Stuart' })
    )
  })
})
