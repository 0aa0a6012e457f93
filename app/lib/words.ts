/**
 * What the console calls things. The words are those of `places` and of the labels below, unless
 * the edition of the console that is shown has others.
 */
import { type PlaceId, places } from './places'

/** Words that name no control: headings, columns, fields. */
const labels = {
  'iam.roles.title': 'Roles',
  'iam.users.title': 'IAM users',
  'iam.groups.title': 'IAM user groups',
  'iam.policies.title': 'Policies',
  's3.buckets.title': 'Buckets',
  'cloudtrail.events.title': 'Event history',
  'switchRole.title': 'Switch Role',
  'signIn.title': 'IAM user sign in',
  'iam.column.roleName': 'Role name',
  'iam.column.userName': 'User name',
  'iam.column.groupName': 'Group name',
  'iam.column.policyName': 'Policy name',
  'iam.column.trustedEntities': 'Trusted entities',
  'iam.column.lastActivity': 'Last activity',
}

export type WordId = PlaceId | keyof typeof labels

/** What an edition may put in another order. */
export type Part = 'navigation' | 'columns' | 'buttons'

export type Words = Partial<Record<WordId, string>>

export type Edition = {
  words: Words
  arrange: Partial<Record<Part, <T>(items: readonly T[]) => T[]>>
}

export type EditionName = 'current' | 'drift-1'

export const current: Edition = { words: {}, arrange: {} }

/** The others come when somebody asks for them. */
export const editions: Record<EditionName, () => Promise<Edition>> = {
  current: () => Promise.resolve(current),
  'drift-1': async () => (await import('./editions/drift-1')).drift1,
}

let shown = current

/** What is drawn from now on has this edition's words. */
export const showEdition = (edition: Edition) => {
  shown = edition
}

const isPlace = (id: WordId): id is PlaceId => id in places

/** To be asked while drawing, since the edition is not known before the start. */
export const word = (id: WordId): string =>
  shown.words[id] ?? (isPlace(id) ? places[id].name : labels[id])

export const arranged = <T>(part: Part, items: readonly T[]): readonly T[] =>
  shown.arrange[part]?.(items) ?? items
