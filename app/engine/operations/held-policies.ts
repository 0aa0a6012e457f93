/** Every policy that a user, group or role has, with where it comes from. */
import { groupArn, nameOf, roleArn, userArn } from '../arn'
import { serviceError } from '../errors'
import type { Account, Group, PolicyHolder, Role, User } from '../model'
import { managedDocument } from '../policies-of'
import { entryOf, nameOfKey } from '../records'
import { theCustomerPolicy, theGroup, theRole, theUser } from './find'

export type EntityKind = 'user' | 'group' | 'role'

export type HeldPolicy = {
  name: string
  /** Of managed policies. */
  arn?: string
  /** Whose it is; of a user's policies some are its groups'. */
  kind: EntityKind
  entity: string
  text: string
}

/** A document that is not at hand could hold a Deny that nobody would see. */
export function textOf(account: Account, arn: string): string {
  const text = managedDocument(account, arn)
  if (text !== undefined) return text
  throw serviceError('PolicyEvaluation', `The policy ${arn} could not be read.`)
}

function ownOf(account: Account, kind: EntityKind, holder: PolicyHolder): HeldPolicy[] {
  const of = { kind, entity: holder.name }
  return [
    ...Object.entries(holder.inline).map(([key, text]) => ({
      ...of,
      name: nameOfKey(key),
      text,
    })),
    ...holder.attached.map((arn) => ({
      ...of,
      name: nameOf(arn),
      arn,
      text: textOf(account, arn),
    })),
  ]
}

export type Entity =
  | { kind: 'user'; arn: string; holder: User }
  | { kind: 'group'; arn: string; holder: Group }
  | { kind: 'role'; arn: string; holder: Role }

export const userEntity = (account: Account, user: User): Entity => ({
  kind: 'user',
  arn: userArn(account.id, user.path, user.name),
  holder: user,
})

export const roleEntity = (account: Account, role: Role): Entity => ({
  kind: 'role',
  arn: roleArn(account.id, role.path, role.name),
  holder: role,
})

const groupEntity = (account: Account, group: Group): Entity => ({
  kind: 'group',
  arn: groupArn(account.id, group.path, group.name),
  holder: group,
})

const invalid = (arn: string) => serviceError('InvalidInput', `ARN ${arn} is not valid.`)

/** A user, group or role of the account by ARN; other accounts' are none of its business. */
export function theEntity(account: Account, arn = ''): Entity {
  const entity = entityNamedIn(account, arn)
  if (entity.arn !== arn) throw invalid(arn)
  return entity
}

/** Whatever path the ARN has: a recorded answer of AWS to simulations. */
export function entityNamedIn(account: Account, arn = ''): Entity {
  const [, owner, kind, path] =
    /^arn:aws:iam::(\d{12}):(user|group|role)\/(.+)$/.exec(arn) ?? []
  if (owner !== account.id || path === undefined) throw invalid(arn)
  const name = nameOf(`/${path}`)
  return kind === 'user'
    ? userEntity(account, theUser(account, name))
    : kind === 'role'
      ? roleEntity(account, theRole(account, name))
      : groupEntity(account, theGroup(account, name))
}

export function policiesHeld(account: Account, { kind, holder }: Entity): HeldPolicy[] {
  const groups =
    kind === 'user'
      ? holder.groups.flatMap((name) => entryOf(account.groups, name) ?? [])
      : []
  return [
    ...ownOf(account, kind, holder),
    ...groups.flatMap((group) => ownOf(account, 'group', group)),
  ]
}

/** What a report can be about: an entity, or a managed policy. */
export function subjectOf(account: Account, arn = '') {
  if (!/^arn:aws:iam::(?:\d{12}|aws):policy\//.test(arn)) {
    return { entity: theEntity(account, arn) }
  }
  if (!arn.startsWith('arn:aws:iam::aws:')) theCustomerPolicy(account, arn)
  return { policy: arn }
}
