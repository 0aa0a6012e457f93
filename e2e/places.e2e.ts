import type { Page } from '@playwright/test'
import {
  expect,
  pb,
  places,
  placeName,
  test,
  type Place,
  type PlaceId,
  Understudy,
} from './kit'
import { giveDevice } from './mfa'
import { ACCOUNT, passwords, ROLE, statement, writePolicy } from './utils'

type Ui = 'current' | 'drift-1'

const sample: Record<string, string> = {
  '*': '/console/home',
  ':roleName': ROLE,
  ':userName': 'Robot',
  ':groupName': 'Players',
  ':policyArn': encodeURIComponent('arn:aws:iam::111122223333:policy/Play'),
  ':bucket': 'team-photos',
}

const addressOf = ({ page }: Place) =>
  page.replace(/:\w+|\*/g, (part) => sample[part] ?? part)

/** By place, so that it is the same way in every edition. */
const press = (page: Page, id: PlaceId) => spot(page, id).click()

const spot = (page: Page, id: PlaceId) => page.locator(`[data-u-place="${id}"]`)

const pressed =
  (...ids: PlaceId[]) =>
  async (page: Page) => {
    for (const id of ids) await press(page, id)
  }

const selectFirst = async (page: Page) => {
  await page.getByRole('row').nth(1).getByRole('checkbox').check()
}

const after =
  (...ways: ((page: Page) => Promise<void>)[]) =>
  async (page: Page) => {
    for (const way of ways) await way(page)
  }

const asAccount = pressed('iam.createRole.trustedEntity.awsAccount')
const next = pressed('iam.createRole.next')
const toReview = after(asAccount, next, next)
const nameUser = async (page: Page) => {
  await spot(page, 'iam.createUser.name').fill('Ann')
  await press(page, 'iam.createUser.next')
}
const chooseGroup = async (page: Page) => {
  await page.getByRole('checkbox', { name: 'Select group Spectators' }).check()
  await press(page, 'iam.addPermissions.next')
}
const writeInline = async (page: Page) => {
  await writePolicy(page, 'Policy', statement({ Action: 's3:*', Resource: '*' }))
  await press(page, 'iam.inlinePolicy.next')
}
const writeManaged = async (page: Page) => {
  await writePolicy(page, 'Policy', statement({ Action: 's3:*', Resource: '*' }))
  await press(page, 'iam.createPolicy.next')
}
const selectPolicy = async (page: Page) => {
  await spot(page, 'iam.policies.search').getByRole('searchbox').fill('Play')
  await page.getByRole('radio', { name: 'Select policy Play', exact: true }).check()
}
const selectBucket = async (page: Page) => {
  await page.getByRole('radio', { name: 'Select bucket team-photos' }).check()
}
const selectObject = async (page: Page) => {
  await page.getByRole('checkbox', { name: 'Select object cat.txt' }).check()
}
const asRole = (page: Page) => new Understudy(page).as('user/Stuart', `role/${ROLE}`)

const onEach = (ids: PlaceId[], way: (page: Page) => Promise<void>) =>
  Object.fromEntries(ids.map((id) => [id, way]))

/** What a person does to get to a place that does not show at once. */
const ways: Partial<Record<PlaceId, (page: Page) => Promise<void>>> = {
  ...onEach(
    ['nav.services.iam', 'nav.services.s3', 'nav.services.cloudtrail'],
    pressed('nav.services')
  ),
  ...onEach(
    ['nav.settings.mode', 'nav.settings.density', 'nav.settings.reset'],
    pressed('nav.settings')
  ),
  ...onEach(
    ['account.menu.switchRole', 'account.menu.signOut', 'account.menu.securityCredentials'],
    pressed('account.menu')
  ),
  'account.menu.switchBack': after(asRole, pressed('account.menu')),
  'signIn.mfaCode': async (page) => {
    await giveDevice(page, 'Stuart')
    await spot(page, 'signIn.account').fill(ACCOUNT)
    await spot(page, 'signIn.userName').fill('Stuart')
    await spot(page, 'signIn.password').fill(passwords.Stuart)
    await press(page, 'signIn.submit')
  },
  ...onEach(['signIn.email', 'signIn.user'], pressed('signIn.root')),
  'iam.roles.delete': selectFirst,
  'iam.users.delete': selectFirst,
  'iam.groups.delete': selectFirst,
  ...onEach(
    ['iam.deleteRole.confirm', 'iam.deleteRole.cancel'],
    pressed('iam.role.delete')
  ),
  'iam.deleteRole.submit': async (page) => {
    await press(page, 'iam.role.delete')
    await spot(page, 'iam.deleteRole.confirm').fill(ROLE)
  },
  ...onEach(['iam.createRole.thisAccount', 'iam.createRole.anotherAccount'], asAccount),
  ...onEach(['iam.createRole.requireExternalId', 'iam.createRole.requireMfa'], asAccount),
  'iam.createRole.accountId': after(asAccount, pressed('iam.createRole.anotherAccount')),
  'iam.createRole.externalId': async (page) => {
    await asAccount(page)
    await spot(page, 'iam.createRole.requireExternalId').check()
  },
  ...onEach(
    [
      'iam.createRole.policies.search',
      'iam.createRole.policies.filter',
      'iam.createRole.previous',
    ],
    after(asAccount, next)
  ),
  ...onEach(
    ['iam.createRole.name', 'iam.createRole.description', 'iam.createRole.submit'],
    toReview
  ),
  'iam.role.editTrust': pressed('iam.role.tab.trust'),
  'iam.role.manageTags': pressed('iam.role.tab.tags'),
  'iam.role.revokeSessions': pressed('iam.role.tab.revoke'),
  'iam.role.removePolicies': selectFirst,
  ...onEach(
    ['iam.role.permissions.attach', 'iam.role.permissions.addInline'],
    openMenu('iam.role.addPermissions')
  ),
  ...onEach(
    ['iam.createPolicy.name', 'iam.createPolicy.previous', 'iam.createPolicy.submit'],
    writeManaged
  ),
  ...onEach(
    ['iam.editPolicy.previous', 'iam.editPolicy.submit'],
    pressed('iam.editPolicy.next')
  ),
  ...onEach(
    ['iam.inlinePolicy.name', 'iam.inlinePolicy.previous', 'iam.inlinePolicy.submit'],
    writeInline
  ),
  'iam.createUser.previous': nameUser,
  'iam.createUser.submit': after(nameUser, pressed('iam.createUser.next')),
  ...onEach(
    ['iam.deleteUser.confirm', 'iam.deleteUser.cancel'],
    pressed('iam.user.delete')
  ),
  'iam.deleteUser.submit': async (page) => {
    await press(page, 'iam.user.delete')
    await spot(page, 'iam.deleteUser.confirm').fill('Robot')
  },
  ...onEach(
    ['iam.user.permissions.add', 'iam.user.permissions.addInline'],
    openMenu('iam.user.addPermissions')
  ),
  'iam.user.removePolicies': selectFirst,
  'iam.user.addToGroups': pressed('iam.user.tab.groups'),
  'iam.user.leaveGroups': after(pressed('iam.user.tab.groups'), selectFirst),
  'iam.user.manageTags': pressed('iam.user.tab.tags'),
  'iam.user.createAccessKey': pressed('iam.user.tab.security'),
  'iam.user.consoleAccess': pressed('iam.user.tab.security'),
  ...onEach(['iam.addPermissions.previous', 'iam.addPermissions.submit'], chooseGroup),
  ...onEach(
    ['iam.deleteGroup.confirm', 'iam.deleteGroup.cancel'],
    pressed('iam.group.delete')
  ),
  'iam.deleteGroup.submit': async (page) => {
    await press(page, 'iam.group.delete')
    await spot(page, 'iam.deleteGroup.confirm').fill('Players')
  },
  'iam.group.removeUsers': selectFirst,
  ...onEach(
    ['iam.group.policies.search', 'iam.group.policies.filter', 'iam.group.addPermissions'],
    pressed('iam.group.tab.permissions')
  ),
  'iam.group.removePolicies': after(pressed('iam.group.tab.permissions'), selectFirst),
  'iam.policies.delete': selectPolicy,
  'iam.policy.manageTags': pressed('iam.policy.tab.tags'),
  ...onEach(
    ['iam.deletePolicy.confirm', 'iam.deletePolicy.cancel'],
    pressed('iam.policy.delete')
  ),
  'iam.deletePolicy.submit': async (page) => {
    await press(page, 'iam.policy.delete')
    await spot(page, 'iam.deletePolicy.confirm').fill('Play')
  },
  ...onEach(['s3.buckets.copyArn', 's3.buckets.delete'], selectBucket),
  ...onEach(['s3.objects.download', 's3.objects.delete'], selectObject),
  ...onEach(
    ['s3.bucket.editPolicy', 's3.bucket.deletePolicy'],
    pressed('s3.bucket.tab.permissions')
  ),
}

function openMenu(id: PlaceId) {
  return (page: Page) => spot(page, id).getByRole('button').click()
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const isRenamed = (id: PlaceId) => placeName(id, 'drift-1') !== placeName(id)

/** The radio button that a marked label belongs to. */
async function radioOf(page: Page, id: PlaceId) {
  const label = await spot(page, id).locator('xpath=..').getAttribute('id')
  return page.locator(`input[aria-labelledby="${label}"]`)
}

/**
 * Components that take no attributes stand inside a marked element, or hold one: a tab's or a
 * radio button's label. A menu is drawn from texts alone.
 */
async function controlOf(page: Page, id: PlaceId, name: string) {
  const { role } = places[id]
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
  const bucketPolicy = JSON.stringify(
    statement({
      Principal: { AWS: ACCOUNT },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::team-photos/*',
    })
  )
  const calls: [string, object][] = [
    ['iam:CreateUser', { UserName: 'Robot' }],
    ['iam:CreateGroup', { GroupName: 'Players' }],
    ['iam:CreatePolicy', { PolicyName: 'Play', PolicyDocument }],
    ['iam:DeleteAccountAlias', { AccountAlias: 'northwind-games' }],
    ['iam:AddUserToGroup', { GroupName: 'Players', UserName: 'Robot' }],
    ['iam:AttachUserPolicy', { UserName: 'Robot', PolicyArn }],
    ['iam:AttachGroupPolicy', { GroupName: 'Players', PolicyArn }],
    ['iam:CreateGroup', { GroupName: 'Spectators' }],
    ['s3:PutObject', { Bucket: 'team-photos', Key: 'cat.txt', Body: 'cat' }],
    ['s3:PutBucketPolicy', { Bucket: 'team-photos', Policy: bucketPolicy }],
  ]
  for (const [operation, input] of calls) await u.call(operation, input, 'user/Admin')
}

// the registry's keys are its ids
const all = Object.entries(places) as [PlaceId, Place][]
const addresses = new Set(all.map(([, place]) => addressOf(place)))

async function expectPlace(page: Page, id: PlaceId, ui: Ui) {
  const control = await controlOf(page, id, placeName(id, ui))
  await expect(control).toHaveCount(1)
  const isGroup = places[id].role === 'radiogroup'
  const stop = isGroup ? control.getByRole('radio').first() : control
  await stop.focus()
  await expect(stop).toBeFocused()
}

const whoSees: Record<string, string | undefined> = {
  '/sign-in': undefined,
  '/switch-role': 'user/Stuart',
}

async function open(u: Understudy, address: string, ui: Ui) {
  const as = address in whoSees ? whoSees[address] : 'user/Admin'
  await u.start({ scenario: 'stuart-with-role', ...(as ? { as } : {}), ui })
  await furnish(u)
  await u.goTo(address)
}

/** Places that one gets to by the same steps are looked at together. */
function byWay(ids: PlaceId[]) {
  const groups = new Map<unknown, PlaceId[]>()
  for (const id of ids) groups.set(ways[id], [...(groups.get(ways[id]) ?? []), id])
  return [...groups.values()]
}

const named = (ids: PlaceId[]) => (ids.length > 1 ? `${ids[0]} and beside it` : ids[0])

function expectPlaces(address: string, ids: PlaceId[], ui: Ui) {
  const behind = ids.some((id) => ways[id]) ? ` behind ${named(ids)}` : ''
  test(`the places on ${address}${behind} are there once, named as they should be in ${ui}, and take the focus`, async ({
    page,
    u,
  }) => {
    await open(u, address, ui)
    for (const id of ids.slice(0, 1)) await ways[id]?.(page)
    for (const id of ids) await test.step(id, () => expectPlace(page, id, ui))
    // the hook tells the names that are on the screen
    const told = await u.places()
    for (const { id, name } of told.filter((each) =>
      ids.some((known) => known === each.id)
    ))
      expect(name).toBe(placeName(ids.find((known) => known === id) ?? 'nav.home', ui))
  })
}

for (const address of addresses) {
  const there = all.filter(([, place]) => addressOf(place) === address).map(([id]) => id)
  for (const ids of byWay(there)) {
    expectPlaces(address, ids, 'current')
    // in drift, what shows at once and what is called otherwise
    const isDrifted = ids.some(isRenamed)
    if (isDrifted || ids.every((id) => !ways[id])) expectPlaces(address, ids, 'drift-1')
  }
}

const TABS = 120

/** By Tab, and by arrow keys within the group that holds it. */
async function expectByKeyboard(page: Page, id: PlaceId) {
  const control = await controlOf(page, id, places[id].name)
  const isFocused = () => control.evaluate((each) => each === document.activeElement)
  const group = () =>
    control.evaluate((each) => {
      const around = each.closest('[role=tablist], [role=radiogroup]')
      return around?.contains(document.activeElement) ?? false
    })
  for (let i = 0; i < TABS && !(await isFocused()); i++) {
    await page.keyboard.press((await group()) ? 'ArrowRight' : 'Tab')
  }
  await expect(control).toBeFocused()
}

const sampled: PlaceId[] = [
  'signIn.userName',
  'signIn.submit',
  'switchRole.roleName',
  'switchRole.submit',
  'nav.services',
  'account.menu',
  'iam.nav.roles',
  'iam.roles.search',
  'iam.roles.create',
  'iam.createRole.trustedEntity.awsAccount',
  'iam.createRole.next',
  'iam.role.tab.trust',
  'iam.role.addPermissions',
  'iam.user.tab.security',
  'iam.group.addUsers',
  'iam.policies.filter',
  's3.buckets.create',
  's3.bucket.tab.permissions',
  'cloudtrail.events.search',
]

for (const id of sampled) {
  test(`${id} is reached by the keyboard alone`, async ({ page, u }) => {
    await open(u, addressOf(places[id]), 'current')
    await expectByKeyboard(page, id)
  })
}

test('there are places on every page that has something to do', () => {
  expect(all.length).toBeGreaterThanOrEqual(120)
  expect(all.filter(([id]) => isRenamed(id)).length).toBeGreaterThan(15)
})

test.describe('a console that was redesigned over night', () => {
  test.use({ persona: 'drifted', as: 'user/Admin', scenario: 'stuart-with-role' })

  test('has other words, another order and another density', async ({ page, u }) => {
    await u.start({ path: pb.roles() })
    await expect(page.getByRole('heading', { level: 1, name: /^IAM roles/ })).toBeVisible()
    await expect(page.getByRole('columnheader').nth(1)).toHaveText(/^Can be assumed by/)
    const links = page
      .getByRole('navigation', { name: 'Side navigation' })
      .getByRole('link')
    await expect(links.first()).not.toHaveText('Dashboard')
    const buttons = page.getByRole('main').locator('[data-u-place^="iam.roles."]')
    await expect(buttons.first()).toHaveText('New role')
    await expect(page.locator('body')).toHaveClass(/compact/)
  })

  test('is gone through by place as before', async ({ page, u }) => {
    await u.start({ path: pb.roles() })
    await press(page, 'iam.roles.create')
    await after(asAccount, next, next)(page)
    await spot(page, 'iam.createRole.name').fill('Reader')
    await press(page, 'iam.createRole.submit')
    await expect(page).toHaveFlash('Role Reader created.')
  })

  for (const scheme of ['light', 'dark'] as const) {
    test(`breaks no rule of accessibility, ${scheme}`, async ({ page, u }) => {
      await page.emulateMedia({ colorScheme: scheme })
      await u.start({ path: pb.roles() })
      const more = [pb.role(ROLE), pb.roleCreate(), pb.users(), pb.buckets()]
      for (const address of [pb.roles(), ...more, pb.switchRole(), pb.signIn()]) {
        await u.goTo(address)
        await expect(page).toHaveNoA11yViolations()
      }
    })
  }

  test('can be asked for by the hook, and be left again', async ({ page, u }) => {
    await u.start({ path: pb.roles(), persona: 'standard' })
    await u.faults.set([{ ui: 'drift-1' }])
    await expect(page.getByRole('link', { name: 'New role' })).toBeVisible()
    await u.faults.set([{ ui: 'current' }])
    await expect(page.getByRole('link', { name: 'Create role' })).toBeVisible()
  })
})
