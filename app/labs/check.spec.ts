import fs from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Cloud, createCloud, DEFAULT_TIME } from '~/engine'
import { buildWorld } from '~/scenarios/build'
import { loadScenario } from '~/scenarios/load'
import { type Assert, parseAssertion } from './assertion'
import { check, type Situation } from './check'

const ACCOUNT = '111122223333'
const stuart = `arn:aws:iam::${ACCOUNT}:user/Stuart`
const role = `arn:aws:iam::${ACCOUNT}:role/R`

const read = async (id: string): Promise<unknown> =>
  JSON.parse(fs.readFileSync(`public/scenarios/${id}.json`, 'utf8'))

let cloud: Cloud
let more: Partial<Situation>

beforeEach(async () => {
  cloud = createCloud({ world: buildWorld(await loadScenario('stuart', read)) })
  await cloud.ready
  more = {}
})

const as = (name: string) =>
  cloud.client(cloud.credentialsFor(`arn:aws:iam::${ACCOUNT}:user/${name}`))

const ask = (assert: unknown) =>
  check(parseAssertion(assert), {
    world: cloud.world,
    now: DEFAULT_TIME,
    decide: cloud.decide,
    ...more,
  })

const policy = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })

const createRole = async (principal: string) => {
  const { iam } = as('Admin')
  await iam.createRole({
    RoleName: 'R',
    AssumeRolePolicyDocument: policy({
      Principal: { AWS: principal },
      Action: 'sts:AssumeRole',
    }),
    Tags: [{ Key: 'team', Value: 'games' }],
  })
  await iam.attachRolePolicy({
    RoleName: 'R',
    PolicyArn: 'arn:aws:iam::aws:policy/AmazonS3FullAccess',
  })
  await cloud.ready
}

const permitStuart = () =>
  as('Admin').iam.putUserPolicy({
    UserName: 'Stuart',
    PolicyName: 'P',
    PolicyDocument: policy({ Action: 'sts:AssumeRole', Resource: role }),
  })

describe('what is there', () => {
  test.each([
    ['user/Stuart', true],
    [stuart, true],
    ['role/BreakGlass', true],
    ['bucket/finance-reports', true],
    ['root', true],
    ['user/Nobody', false],
    ['group/Stuart', false],
    ['policy/AdministratorAccess', false],
    ['bucket/nothing', false],
    [`arn:aws:iam::${ACCOUNT}:user/Nobody`, false],
  ])('%s exists: %s', (ref, ok) => {
    expect(ask({ exists: ref })).toEqual({
      ok,
      reason: ok ? `${ref} is there.` : `There is no ${ref}.`,
    })
    expect(ask({ absent: ref }).ok).toBe(!ok)
  })

  test('is compared by what is asked for, in the shapes of the API', async () => {
    await createRole(stuart)
    const match = {
      RoleName: 'R',
      AttachedManagedPolicies: [{ PolicyName: 'AmazonS3FullAccess' }],
      AssumeRolePolicyDocument: { Statement: [{ Principal: { AWS: stuart } }] },
      Tags: [{ Key: 'team' }],
    }
    expect(ask({ resource: 'role/R', match })).toEqual({
      ok: true,
      reason: 'role/R is as asked.',
    })
    expect(ask({ resource: 'role/R', match: { MaxSessionDuration: 7200 } }).reason).toBe(
      'role/R: MaxSessionDuration is 3600, not 7200.'
    )
    expect(ask({ resource: 'role/R', match: { Tags: [{ Key: 'x' }] } }).reason).toBe(
      'role/R: Tags lacks {"Key":"x"}.'
    )
    expect(ask({ resource: 'role/X', match: {} }).reason).toBe('There is no role/X.')
  })

  test.each([
    ['user/Stuart', { UserName: 'Stuart', LoginProfile: { PasswordResetRequired: false } }],
    ['bucket/finance-reports', { Objects: [{ Key: 'readme.txt' }] }],
  ])('%s is shown with what its owner sees', (resource, match) => {
    expect(ask({ resource, match })).toMatchObject({ ok: true })
  })

  test('of groups and policies names members and versions', async () => {
    const { iam } = as('Admin')
    await iam.createGroup({ GroupName: 'G' })
    await iam.addUserToGroup({ GroupName: 'G', UserName: 'Stuart' })
    const document = policy({ Action: 's3:*', Resource: '*' })
    await iam.createPolicy({ PolicyName: 'P', PolicyDocument: document })
    expect(ask({ resource: 'group/G', match: { Users: ['Stuart'] } }).ok).toBe(true)
    const match = {
      PolicyVersionList: [
        { VersionId: 'v1', Document: { Statement: [{ Action: 's3:*' }] } },
      ],
    }
    expect(ask({ resource: 'policy/P', match }).ok).toBe(true)
  })
})

describe('what somebody can do', () => {
  const list = { do: 's3:ListAllMyBuckets' }

  test('is decided by every policy, with the reason', () => {
    expect(ask({ can: 'user/Stuart', do: 'iam:ListRoles' }).ok).toBe(true)
    expect(ask({ can: 'user/Stuart', ...list })).toEqual({
      ok: false,
      reason: 'No identity-based policy of user Stuart allows s3:ListAllMyBuckets.',
    })
    expect(ask({ cannot: 'user/Stuart', ...list }).ok).toBe(true)
    expect(ask({ cannot: 'user/Stuart', ...list, because: 'explicit' }).ok).toBe(false)
    expect(ask({ cannot: 'user/Stuart', ...list, because: 'implicit' }).ok).toBe(true)
  })

  test('has to hold for every action and every resource', () => {
    const several = ['iam:ListRoles', 's3:ListAllMyBuckets']
    expect(ask({ can: 'user/Stuart', do: several }).ok).toBe(false)
    expect(ask({ cannot: 'user/Stuart', do: several }).ok).toBe(false)
    expect(ask({ can: 'user/Admin', do: several, on: ['*', 'role/BreakGlass'] }).ok).toBe(
      true
    )
  })

  test('in a role counts once the role can be assumed', async () => {
    const via = { user: 'user/Stuart', via: 'role/R' }
    expect(ask({ can: via, ...list })).toEqual({ ok: false, reason: 'There is no role/R.' })
    await createRole(stuart)
    expect(ask({ can: via, ...list }).ok).toBe(false)
    expect(ask({ cannot: via, ...list }).ok).toBe(true)
    await permitStuart()
    expect(ask({ can: via, ...list }).ok).toBe(true)
    expect(ask({ cannot: via, do: 'iam:ListRoles' }).ok).toBe(true)
  })

  test('is no for somebody who is not there', () => {
    expect(ask({ can: 'user/Nobody', ...list }).reason).toBe('There is no user/Nobody.')
    expect(ask({ cannot: 'user/Nobody', ...list })).toEqual({
      ok: false,
      reason: 'There is no user/Nobody.',
    })
    expect(ask({ cannotAssume: 'user/Nobody', role: 'role/BreakGlass' }).ok).toBe(false)
    expect(ask({ notGranted: 'user/Nobody', ...list }).ok).toBe(false)
    expect(ask({ granted: 'user/Nobody', ...list }).ok).toBe(false)
  })

  test('of a role that is not there is to assume it not yet', () => {
    expect(ask({ cannotAssume: 'user/Stuart', role: 'role/R' })).toEqual({
      ok: true,
      reason: 'There is no role/R.',
    })
    const { ok } = ask({ cannot: { user: 'user/Stuart', via: 'role/R' }, ...list })
    expect(ok).toBe(true)
  })

  test('of assuming a role needs both halves in this scenario', async () => {
    await createRole(stuart)
    const stuarts = { canAssume: 'user/Stuart', role: 'role/R' }
    expect(ask(stuarts)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('no policy on user Stuart allows sts:AssumeRole'),
    })
    await permitStuart()
    expect(ask(stuarts).ok).toBe(true)
    expect(ask({ cannotAssume: 'user/Alex', role: 'role/R' }).ok).toBe(true)
    expect(ask({ cannotAssume: 'user/Alex', role: 'role/None' }).ok).toBe(true)
  })

  test('by own policies alone asks no trust policy', async () => {
    const grant = { do: 'sts:AssumeRole', on: 'role/BreakGlass' }
    expect(ask({ granted: 'user/Alex', ...grant }).ok).toBe(true)
    expect(ask({ notGranted: 'user/Stuart', ...grant }).ok).toBe(true)
    expect(ask({ notGranted: 'user/Alex', ...grant }).ok).toBe(false)
    await createRole(`arn:aws:iam::${ACCOUNT}:root`)
    const put = { do: 's3:PutObject', on: 'arn:aws:s3:::finance-reports/q1.csv' }
    expect(ask({ granted: 'role/R', ...put }).ok).toBe(true)
    expect(ask({ notGranted: 'role/R', do: 'iam:ListRoles' }).ok).toBe(true)
    expect(ask({ granted: 'role/None', ...put }).ok).toBe(false)
  })
})

describe('who is signed in', () => {
  test.each([
    [{ user: stuart }, { user: 'user/Stuart' }, true],
    [{ user: stuart, via: role }, { user: 'user/Stuart' }, false],
    [{ user: stuart, via: role }, { user: 'user/Stuart', via: 'role/R' }, true],
    [{ user: stuart }, { user: 'user/Alex' }, false],
    [undefined, { user: 'user/Stuart' }, false],
  ])('%j is %j: %s', (session, wanted, ok) => {
    more = session ? { session } : {}
    expect(ask({ session: wanted }).ok).toBe(ok)
  })

  test('is told by name', () => {
    more = { session: { user: stuart, via: role } }
    expect(ask({ session: { user: 'user/Alex' } }).reason).toBe(
      'Signed in now: user/Stuart, acting as role/R.'
    )
  })
})

describe('what has happened', () => {
  test('is found by call, caller, thing and outcome', async () => {
    await createRole(stuart)
    await as('Stuart')
      .s3.listBuckets()
      .catch(() => undefined)
    await cloud.settled()
    const created = { call: 'iam:CreateRole', by: 'user/Admin', on: 'role/R' }
    expect(ask({ happened: created }).ok).toBe(true)
    expect(ask({ happened: { ...created, by: 'user/Stuart' } }).ok).toBe(false)
    expect(ask({ happened: { ...created, by: 'user/Nobody' } }).ok).toBe(false)
    expect(ask({ happened: { ...created, on: 'role/S' } }).ok).toBe(false)
    expect(ask({ happened: { call: 's3:ListBuckets' } }).ok).toBe(false)
    expect(ask({ happened: { call: 's3:ListBuckets', outcome: 'denied' } }).ok).toBe(true)
  })

  test('counts from the beginning of the task where that is asked', async () => {
    await createRole(stuart)
    const happened = { call: 'iam:CreateRole' }
    more = { since: { task: cloud.world.events.at(-1)?.eventID ?? '' } }
    expect(ask({ happened, since: 'task' }).ok).toBe(false)
    expect(ask({ happened, since: 'lab' }).ok).toBe(true)
  })

  test('in the console is a switch and its end, laid to who switched', async () => {
    await createRole(stuart)
    await permitStuart()
    const own = cloud.credentialsFor(stuart)
    const { credentials } = await cloud.switchRole(own, { account: ACCOUNT, roleName: 'R' })
    const happened = { call: 'console:SwitchRole', by: 'user/Stuart' }
    expect(ask({ happened }).ok).toBe(true)
    expect(ask({ happened: { ...happened, call: 'console:SwitchBack' } }).ok).toBe(false)
    cloud.switchBack(credentials, stuart)
    expect(ask({ happened: { ...happened, call: 'console:SwitchBack' } }).ok).toBe(true)
  })
})

describe('where one is', () => {
  test.each([
    [{ route: '/iam/roles/R' }, true],
    [{ route: '/iam/roles/:name' }, true],
    [{ route: '/iam/roles' }, false],
    [{ hotspot: 'iam.role.delete' }, true],
    [{ route: '/iam/roles/R', hotspot: 'iam.roles.create' }, false],
  ])('%j: %s', (at, ok) => {
    more = { at: { route: '/iam/roles/R?section=tags', places: ['iam.role.delete'] } }
    expect(ask({ at }).ok).toBe(ok)
  })

  test('is nowhere without a page', () => {
    expect(ask({ at: { route: '/' } })).toEqual({
      ok: false,
      reason: 'Nobody is at any page.',
    })
  })
})

describe('joined', () => {
  const yes: Assert = { exists: 'user/Stuart' }
  const no: Assert = { exists: 'user/Nobody' }

  test.each([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
    [{ not: no }, true],
    [{ not: { all: [yes, { not: no }] } }, false],
  ])('%j: %s', (assert, ok) => {
    expect(ask(assert).ok).toBe(ok)
  })

  test('the first that fails tells why', () => {
    expect(ask({ all: [yes, no] }).reason).toBe('There is no user/Nobody.')
  })
})

describe('an assertion from outside', () => {
  test.each([
    [null, 'assert: an assertion is an object'],
    [{ exist: 'user/X' }, 'assert: an assertion has one of all'],
    [{ exists: 'Stuart' }, 'assert.exists: a thing is named as user/X'],
    [{ all: [] }, 'assert.all: this is no list of assertions'],
    [{ all: [{ not: { exists: 1 } }] }, 'assert.all[0].not.exists'],
    [{ all: [{ exists: 'root' }], not: 1 }, 'assert: all stands alone'],
    [{ can: 'user/X', do: 's3:*' }, 'assert.do: an action is written out'],
    [
      { cannot: 'user/X', do: 's3:PutObjct' },
      'assert.do: there is no action s3:PutObjct. Is it meant to be s3:PutObject?',
    ],
    [{ can: 'user/X', do: ['s3:GetObject', 'sss:X'] }, 'there is no service sss'],
    [
      { not: { happened: { call: 'iam:Creatrole' } } },
      'there is no operation iam:Creatrole. Is it meant to be iam:CreateRole?',
    ],
    [{ happened: { call: 'console:SwitchRoles' } }, 'there is no operation console:'],
    [{ can: 'user/X' }, 'assert.do'],
    [{ cannot: 'user/X', do: 's3:GetObject', because: 'maybe' }, 'assert.because'],
    [{ happened: { call: 'CreateRole' } }, 'assert.happened.call: a call is written as'],
    [{ at: {} }, 'assert.at: a place is a route, a hotspot or both'],
    [{ exists: 'user/X', extra: 1 }, 'assert.extra'],
  ])('%j is refused: %s', (value, message) => {
    expect(() => parseAssertion(value)).toThrow(message)
  })
})
