import { describe, expect, test } from 'vitest'
import { today } from '../features'
import { labels } from '../labels'
import { isPlaceId, type PlaceId, places } from '../places'
import { type Edition, feature, roleOf, showEdition, word } from '../words'
import { current } from '../words'
import { console2021 } from './console-2021'
import { console2022 } from './console-2022'

const consoles: [string, Edition][] = [
  ['2021', console2021],
  ['2022', console2022],
]

const wordToday = (id: string) =>
  isPlaceId(id) ? places[id].name : new Map(Object.entries(labels)).get(id)

describe.each(consoles)('the table of %s', (_, edition) => {
  test('has words for what there is, and each of them differs from today’s', () => {
    const same = Object.entries(edition.words).filter(
      ([id, text]) => wordToday(id) === undefined || wordToday(id) === text
    )
    expect(same).toEqual([])
  })

  test('has only features that differ from today’s', () => {
    const same = Object.entries(edition.features ?? {}).filter(
      ([id, value]) =>
        JSON.stringify(value) === JSON.stringify(new Map(Object.entries(today)).get(id))
    )
    expect(same).toEqual([])
  })

  test('fills in what today’s words fill in', () => {
    const gaps = (text = '') => (text.match(/\{\w+\}/g) ?? []).length > 0
    const different = Object.entries(edition.words).filter(
      ([id, text]) => gaps(text) !== gaps(wordToday(id))
    )
    expect(different).toEqual([])
  })

  test('gives no two places of a page and role the same name, unless they had it', () => {
    const without = new Set<string>(edition.without)
    const ids = Object.keys(places).filter((id) => isPlaceId(id) && !without.has(id))
    const there = ids as PlaceId[]
    const nameOf = (id: PlaceId) => edition.words[id] ?? places[id].name
    const kindOf = (id: PlaceId) => edition.roles?.[id] ?? places[id].role
    const clashes = there.flatMap((id) =>
      there
        .filter(
          (each) =>
            each > id &&
            places[each].page === places[id].page &&
            kindOf(each) === kindOf(id) &&
            nameOf(each) === nameOf(id) &&
            places[each].name !== places[id].name
        )
        .map((each) => `${id} and ${each}`)
    )
    expect(clashes).toEqual([])
  })
})

/**
 * What differs most visibly from one console to the next: words and structure in 2021, in 2022 and
 * today. AWS's documentation and public recordings of those years show them.
 */
const differences: [what: string, ask: () => unknown, ...told: unknown[]][] = [
  [
    'who acts, at the top right',
    () => feature('topBar.person'),
    'name @ account',
    'name @ account',
    'account, name',
  ],
  ['leaving a role', () => word('account.menu.switchBack'), ...same('Switch back')],
  [
    'the entry to switch role',
    () => word('account.menu.switchRole'),
    'Switch Roles',
    'Switch role',
    'Switch role',
  ],
  [
    'an explanation before it',
    () => feature('switchRole.explanationFirst'),
    true,
    false,
    false,
  ],
  [
    'its fields: account',
    () => word('switchRole.account'),
    ...old('Account*', 'Account ID'),
  ],
  ['role', () => word('switchRole.roleName'), ...old('Role*', 'IAM role name')],
  [
    'display name',
    () => word('switchRole.displayName'),
    ...old('Display Name', 'Display name - optional'),
  ],
  ['color', () => word('switchRole.color'), ...old('Color', 'Display color - optional')],
  ['the navigation: users', () => word('iam.nav.users'), ...old('Users', 'IAM users')],
  ['groups', () => word('iam.nav.groups'), ...old('User groups', 'IAM user groups')],
  [
    'its first entries',
    () => feature('iam.navigation').flatMap((item) => firstOf(item)),
    ['iam.nav.groups', 'iam.nav.archiveRules'],
    ['iam.nav.groups', 'iam.nav.resourceAnalysis', 'iam.nav.identityCenter'],
    ['iam.nav.roles', 'iam.nav.resourceAnalysis', 'iam.nav.identityCenter'],
  ],
  ['the steps to a role', () => feature('createRole.steps').length, 4, 3, 3],
  [
    'the buttons from one to the next',
    () => feature('createRole.next'),
    ['Next: Permissions', 'Next: Tags', 'Next: Review'],
    [],
    [],
  ],
  ['adding permissions', () => feature('permissions.add'), 'buttons', 'menu', 'menu'],
  [
    'the way to an inline policy',
    () => `${roleOf('iam.user.permissions.addInline')} ${addInline()}`,
    'link Add inline policy',
    'menuitem Create inline policy',
    'menuitem Create inline policy',
  ],
  [
    'its button to the review',
    () => word('iam.inlinePolicy.next'),
    'Review policy',
    'Next',
    'Next',
  ],
  [
    'the last tab of a user',
    () => word('iam.user.tab.lastAccessed'),
    ...old('Access Advisor', 'Last Accessed'),
  ],
  [
    'and of a role',
    () => word('iam.role.tab.lastAccessed'),
    ...old('Access Advisor', 'Last Accessed'),
  ],
]

function old(then: string, now: string) {
  return [then, then, now]
}

function same(text: string) {
  return [text, text, text]
}

const addInline = () => word('iam.user.permissions.addInline')

function firstOf(item: (typeof today)['iam.navigation'][number]): string[] {
  if (typeof item === 'string') return []
  const [first] = item.items
  const rest = item.items.flatMap((each) => firstOf(each))
  return typeof first === 'string' ? [first, ...rest] : rest
}

test.each(differences)('%s', (_, ask, ...told) => {
  const found = [console2021, console2022, current].map((edition) => {
    showEdition(edition)
    return ask()
  })
  showEdition(current)
  expect(found).toEqual(told)
})
