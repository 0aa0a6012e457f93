import type { Page } from '@playwright/test'
import { expect, places, test, type Place, type PlaceId, Understudy } from './kit'
import { giveDevice } from './mfa'
import { accountMenu, passwords, ROLE, sendPassword, statement, writePolicy } from './utils'

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

const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click()

const openAccountMenu = (page: Page) => accountMenu(page).click()

const openTab = (name: string) => (page: Page) => page.getByRole('tab', { name }).click()

const openAddPermissions = (page: Page) =>
  page.getByRole('button', { name: 'Add permissions' }).first().click()

const selectFirst = async (page: Page) => {
  await page.getByRole('row').nth(1).getByRole('checkbox').check()
}

const asAccount = (page: Page) => page.getByRole('radio', { name: 'AWS account' }).check()

/** What a person does to get to a place that does not show at once. */
const ways: Partial<Record<PlaceId, (page: Page) => Promise<void>>> = {
  'account.menu.switchRole': openAccountMenu,
  'account.menu.signOut': openAccountMenu,
  'account.menu.switchBack': async (page) => {
    await new Understudy(page).as('user/Stuart', `role/${ROLE}`)
    await openAccountMenu(page)
  },
  'signIn.mfaCode': async (page) => {
    await giveDevice(page, 'Stuart')
    await sendPassword(page, 'Stuart', passwords.Stuart)
  },
  'iam.roles.delete': selectFirst,
  'iam.users.delete': selectFirst,
  'iam.groups.delete': selectFirst,
  'iam.createRole.accountId': async (page) => {
    await asAccount(page)
    await page.getByRole('radio', { name: 'Another AWS account' }).check()
  },
  'iam.createRole.name': async (page) => {
    await asAccount(page)
    await next(page)
    await next(page)
  },
  'iam.role.editTrust': openTab('Trust relationships'),
  'iam.user.permissions.add': openAddPermissions,
  'iam.user.permissions.addInline': openAddPermissions,
  'iam.user.addToGroups': openTab('Groups'),
  'iam.user.createAccessKey': openTab('Security credentials'),
  'iam.user.consoleAccess': openTab('Security credentials'),
  'iam.group.addPermissions': openTab('Permissions'),
  'iam.inlinePolicy.name': async (page) => {
    await writePolicy(page, 'Policy', statement({ Action: 's3:*', Resource: '*' }))
    await next(page)
  },
  'iam.policies.delete': async (page) => {
    await page.getByRole('searchbox').fill('Play')
    await page.getByRole('radio', { name: 'Select policy Play', exact: true }).check()
  },
}

/** A control that takes no attributes stands inside a marked element, or is in a menu. */
function controlOf(page: Page, id: PlaceId, { role, name }: Place) {
  const marked = page.locator(`[data-place="${id}"]`)
  // what the account menu is called goes on with who is signed in
  const named = { name: new RegExp(`^${name.replace(/[()]/g, '.')}`) }
  if (role === 'menuitem') return page.getByRole(role, named)
  return page.getByRole(role, named).and(marked).or(marked.getByRole(role, named))
}

/** Somebody to add things to, and something to delete; nothing that would be in the way. */
async function furnish(u: Understudy) {
  const PolicyDocument = JSON.stringify(statement({ Action: 's3:*', Resource: '*' }))
  const calls: [string, object][] = [
    ['iam:CreateUser', { UserName: 'Robot' }],
    ['iam:CreateGroup', { GroupName: 'Players' }],
    ['iam:CreatePolicy', { PolicyName: 'Play', PolicyDocument }],
    ['iam:DeleteAccountAlias', { AccountAlias: 'northwind-games' }],
  ]
  for (const [operation, input] of calls) await u.call(operation, input, 'user/Admin')
}

// the registry's keys are its ids
const all = Object.entries(places) as [PlaceId, Place][]
const addresses = new Set(all.map(([, place]) => addressOf(place)))

async function expectPlace(page: Page, id: PlaceId, place: Place) {
  const control = controlOf(page, id, place)
  await expect(control).toHaveCount(1)
  const isGroup = place.role === 'radiogroup'
  const stop = isGroup ? control.getByRole('radio').first() : control
  await stop.focus()
  await expect(stop).toBeFocused()
}

for (const address of addresses) {
  const there = all.filter(([, place]) => addressOf(place) === address)

  test(`the places on ${address} are there once, named as registered, and take the focus`, async ({
    page,
    u,
  }) => {
    const open = async () => {
      const scenario = 'stuart-with-role'
      if (address === '/sign-in') await u.start({ scenario })
      else
        await u.start({
          as: address === '/switch-role' ? 'user/Stuart' : 'user/Admin',
          scenario,
        })
      await furnish(u)
      await u.goTo(address)
    }
    await open()
    for (const [id, place] of there.filter(([each]) => !ways[each])) {
      await test.step(id, () => expectPlace(page, id, place))
    }
    // each from a fresh page: the way to one can hide another
    for (const [id, place] of there.filter(([each]) => ways[each])) {
      await test.step(id, async () => {
        await open()
        await ways[id]?.(page)
        await expectPlace(page, id, place)
      })
    }
  })
}
