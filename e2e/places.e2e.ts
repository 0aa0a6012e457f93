import type { Page } from '@playwright/test'
import {
  createTestIdentityProvider,
  expect,
  isPlaceId,
  pb,
  placeName,
  placeRole,
  places,
  test,
  type Place,
  type PlaceId,
  Understudy,
} from './kit'
import { createAnalyzers, FINDING, managing, REQUEST } from './analyzers'
import { walk } from './places-walk'
import { spot, ways } from './places-ways'
import { ACCOUNT, ROLE, statement } from './utils'

type Ui = 'current' | 'drift-1' | '2021'

const sample: Record<string, string> = {
  '*': '/console/home',
  ':roleName': ROLE,
  ':userName': 'Robot',
  ':groupName': 'Players',
  ':policyName': 'Inline',
  ':policyArn': encodeURIComponent('arn:aws:iam::111122223333:policy/Play'),
  ':providerArn': encodeURIComponent(
    'arn:aws:iam::111122223333:oidc-provider/id.example.com'
  ),
  ':bucket': 'team-photos',
  ':analyzerName': 'Outside',
  ':findingId': FINDING,
  ':requestId': REQUEST,
  ':policyId': 'p-guardrails',
  ':service': 's3',
  ':page': 'Batch',
}

const addressOf = (page: string) => page.replace(/:\w+|\*/g, (part) => sample[part] ?? part)

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const isOther = (id: PlaceId, ui: Ui) =>
  placeName(id, ui) !== placeName(id) || placeRole(id, ui) !== placeRole(id)

/** The radio button that a marked label belongs to. */
async function radioOf(page: Page, id: PlaceId) {
  const label = await spot(page, id).locator('xpath=..').getAttribute('id')
  return page.locator(`input[aria-labelledby="${label}"]`)
}

/**
 * Components that take no attributes stand inside a marked element, or hold one: a tab's or a
 * radio button's label. A menu is drawn from texts alone.
 */
async function controlOf(page: Page, id: PlaceId, ui: Ui) {
  const role = placeRole(id, ui) ?? places[id].role
  const name = placeName(id, ui)
  const marked = spot(page, id)
  // what the account menu is called goes on with who is signed in
  const all = page.getByRole(role, { name: new RegExp(`^${escaped(name)}`) })
  if (role === 'menuitem') return all
  await expect(marked).toHaveCount(1)
  if (role === 'radio') return all.and(await radioOf(page, id))
  return all
    .and(marked)
    .or(marked.getByRole(role, { name }))
    .or(all.filter({ has: marked }))
}

/** Somebody to add things to, and something to delete; nothing that would be in the way. */
async function furnish(u: Understudy) {
  const PolicyDocument = JSON.stringify(statement({ Action: 's3:*', Resource: '*' }))
  const PolicyArn = 'arn:aws:iam::111122223333:policy/Play'
  const SAMLMetadataDocument = createTestIdentityProvider().metadata(
    'https://idp.example.com'
  )
  const bucketPolicy = JSON.stringify(
    statement({
      Principal: { AWS: ACCOUNT },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::team-photos/*',
    })
  )
  const inline = { PolicyName: 'Inline', PolicyDocument }
  const calls: [string, object][] = [
    ['iam:CreateUser', { UserName: 'Robot' }],
    ['iam:CreateGroup', { GroupName: 'Players' }],
    ['iam:CreatePolicy', { PolicyName: 'Play', PolicyDocument }],
    ['iam:DeleteAccountAlias', { AccountAlias: 'northwind-games' }],
    ['iam:AddUserToGroup', { GroupName: 'Players', UserName: 'Robot' }],
    ['iam:AttachUserPolicy', { UserName: 'Robot', PolicyArn }],
    ['iam:PutUserPolicy', { UserName: 'Robot', ...inline }],
    ['iam:PutGroupPolicy', { GroupName: 'Players', ...inline }],
    ['iam:PutRolePolicy', { RoleName: ROLE, ...inline }],
    ['iam:AttachGroupPolicy', { GroupName: 'Players', PolicyArn }],
    ['iam:CreateGroup', { GroupName: 'Spectators' }],
    ['iam:CreatePolicyVersion', { PolicyArn, PolicyDocument }],
    [
      'iam:CreateOpenIDConnectProvider',
      { Url: 'https://id.example.com', ClientIDList: ['games'] },
    ],
    ['iam:CreateSAMLProvider', { Name: 'Corporate', SAMLMetadataDocument }],
    ['s3:PutObject', { Bucket: 'team-photos', Key: 'cat.txt', Body: 'cat' }],
    ['s3:PutBucketPolicy', { Bucket: 'team-photos', Policy: bucketPolicy }],
  ]
  for (const [operation, input] of calls) await u.call(operation, input, 'user/Admin')
}

// the registry's keys are its ids
const all = Object.entries(places) as [PlaceId, Place][]

const whoSees: Record<string, string | undefined> = {
  '/sign-in': undefined,
  '/switch-role': 'user/Stuart',
}

/** What needs a world or an identity of its own is opened by itself. */
const needsItsOwn = (address: string) =>
  reported.test(address) || isAnalyzed(address) || address in whoSees

const isAnalyzed = (address: string) => address.startsWith('/iam/access-analyzer')

async function open(u: Understudy, address: string, ui: Ui) {
  const as = address in whoSees ? whoSees[address] : 'user/Admin'
  const scenario = reported.test(address) ? managing : 'stuart-with-role'
  const edition = ui === '2021' ? { console: ui } : { ui }
  await u.start({ scenario, ...(as ? { as } : {}), ...edition })
  await furnish(u)
  if (isAnalyzed(address)) await createAnalyzers(u)
  await u.goTo(ui === '2021' ? (addresses2021[address] ?? address) : address)
}

/** Past the page that explains what it is. */
const addresses2021: Record<string, string> = {
  '/switch-role': pb.switchRole({ account: ACCOUNT, roleName: ROLE }),
}

/** Pages that are empty without an organization, or without somebody's request. */
const reported =
  /^\/iam\/(?:root-access|delegation|organization|service-control|resource-control)/

/** Places that one gets to by the same steps are looked at together. */
function byWay(ids: PlaceId[]) {
  const groups = new Map<unknown, PlaceId[]>()
  for (const id of ids) groups.set(ways[id], [...(groups.get(ways[id]) ?? []), id])
  return [...groups.values()]
}

const named = (ids: PlaceId[]) => (ids.length > 1 ? `${ids[0]} and beside it` : ids[0])

/** The hook tells the places that are on the screen, and their names. */
async function expectTold(u: Understudy, ids: PlaceId[], ui: Ui) {
  const told = (await u.places()).filter(({ id }) => isPlaceId(id) && ids.includes(id))
  for (const { id, name } of told) if (isPlaceId(id)) expect(name).toBe(placeName(id, ui))
  expect(told.map(({ id }) => id).sort()).toEqual(
    ids.filter((id) => placeRole(id, ui) !== 'menuitem').sort()
  )
}

const isEnabled = (page: Page, id: string) =>
  page
    .locator(`[data-u-place="${id}"]`)
    .first()
    .evaluate((marked) => {
      const control = marked.querySelector('button, input, a, textarea') ?? marked
      return !control.matches(':disabled, [aria-disabled=true]')
    })

async function enabledPlaces(page: Page, ids: string[]) {
  const enabled: string[] = []
  for (const id of ids) if (await isEnabled(page, id)) enabled.push(id)
  return enabled
}

/** Of these places none is for the mouse alone. */
async function expectByKeyboard(page: Page, ids: string[]) {
  const enabled = await enabledPlaces(page, ids)
  const { places: reached } = await walk(page, enabled)
  expect(enabled.filter((id) => !reached.has(id))).toEqual([])
}

const shownAtOnce = async (u: Understudy) => (await u.places()).map(({ id }) => id)

const menuItemsOn = (address: string) =>
  all
    .filter(([, place]) => place.role === 'menuitem' && addressOf(place.page) === address)
    .map(([, { name }]) => name)

/** Nothing that is on the screen, and nothing in a menu that Enter opens. */
async function expectAllByKeyboard(page: Page, u: Understudy, address: string) {
  const enabled = await enabledPlaces(page, await shownAtOnce(u))
  const { places: reached, menuItems } = await walk(page)
  expect(enabled.filter((id) => !reached.has(id))).toEqual([])
  for (const name of menuItemsOn(address)) expect(menuItems).toContain(name)
}

async function expectNames(page: Page, ids: PlaceId[], ui: Ui) {
  for (const id of ids) {
    const control = await controlOf(page, id, ui)
    await test.step(id, () => expect(control).toHaveCount(1))
  }
  await expectTold(new Understudy(page), ids, ui)
}

const promise = (ui: Ui) => `are there once, and named as they should be in ${ui}`

/** Those that one has to go some way to, each way from the page as it opens. */
async function expectBehind(page: Page, address: string, ids: PlaceId[], ui: Ui) {
  for (const group of byWay(ids)) {
    await test.step(`behind ${named(group)}`, async () => {
      await open(new Understudy(page), address, ui)
      for (const id of group.slice(0, 1)) await ways[id]?.(page)
      await expectNames(page, group, ui)
      const isMenu = group.every((id) => placeRole(id, ui) === 'menuitem')
      if (ui === 'current' && !isMenu) await expectByKeyboard(page, group)
    })
  }
}

/** What is in a menu today may have a button of its own in an older console. */
const isBehind = (id: PlaceId, ui: Ui) =>
  ways[id] !== undefined &&
  (places[id].role !== 'menuitem' || placeRole(id, ui) === 'menuitem')

/** Pages that say the same in another edition: one after the other, in one console. */
const unchanged: { address: string; ids: PlaceId[]; ui: Ui }[] = []

/** In the other editions; there the way is the same as today. */
function testEdition(address: string, all: PlaceId[], ui: Ui) {
  const ids = all.filter((id) => placeRole(id, ui))
  const atOnce = ids.filter((id) => !isBehind(id, ui))
  // what has the same name on the way to it is the same in both
  const others = byWay(ids.filter((id) => isBehind(id, ui))).filter((group) =>
    group.some((id) => isOther(id, ui))
  )
  if (atOnce.length === 0 && others.length === 0) return
  const isUnchanged = others.length === 0 && !atOnce.some((id) => isOther(id, ui))
  if (isUnchanged && !needsItsOwn(address)) {
    unchanged.push({ address, ids: atOnce, ui })
    return
  }
  test(`the places on ${address} ${promise(ui)}`, async ({ page, u }) => {
    test.setTimeout(120_000)
    await open(u, address, ui)
    await expectNames(page, atOnce, ui)
    await expectBehind(page, address, others.flat(), ui)
  })
}

/** Where the course goes. */
const pages2021 = new Set(
  [
    '*',
    '/sign-in',
    '/switch-role',
    '/iam/home',
    '/iam/roles',
    '/iam/roles/create',
    '/iam/roles/:roleName',
    '/iam/roles/:roleName/edit-trust-policy',
    '/iam/users',
    '/iam/users/:userName',
    '/iam/users/:userName/create-policy',
    '/s3/buckets',
  ].map(addressOf)
)

function testPlaces(address: string, ids: PlaceId[]) {
  const atOnce = ids.filter((id) => !isBehind(id, 'current'))
  const behind = ids.filter((id) => isBehind(id, 'current'))

  test(`the places on ${address} ${promise('current')}, and need no mouse`, async ({
    page,
    u,
  }) => {
    // every stop of a long page is looked at, key by key
    test.setTimeout(240_000)
    await open(u, address, 'current')
    await expectNames(page, atOnce, 'current')
    await expectAllByKeyboard(page, u, address)
    await expectBehind(page, address, behind, 'current')
  })

  testEdition(address, ids, 'drift-1')
  if (pages2021.has(address)) testEdition(address, ids, '2021')
}

const pages = new Set(
  all.flatMap(([, { page, alsoOn = [] }]) => [page, ...alsoOn]).map(addressOf)
)

for (const address of pages) {
  const there = all.filter(([, place]) => addressOf(place.page) === address)
  testPlaces(
    address,
    there.map(([id]) => id)
  )
}

for (const ui of new Set(unchanged.map((each) => each.ui))) {
  test(`the places of pages that ${ui} calls as today are there once`, async ({
    page,
    u,
  }) => {
    test.setTimeout(120_000)
    await open(u, '/iam/home', ui)
    for (const { address, ids } of unchanged.filter((each) => each.ui === ui)) {
      await test.step(address, async () => {
        await u.goTo(address)
        await expectNames(page, ids, ui)
      })
    }
  })
}
