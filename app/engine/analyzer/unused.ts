/**
 * Access that nobody has used for a while, by what IAM keeps of last use.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html
 */
import { loadedServices } from '../catalog/service-authorization'
import { roleArn, userArn } from '../arn'
import type { Accessed, Account, Role, User } from '../model'
import { grantsService, patternsIn } from '../operations/action-patterns'
import {
  type Entity,
  policiesHeld,
  roleEntity,
  userEntity,
} from '../operations/held-policies'
import { shelfByName } from '../operations/paging'
import type { Found } from './found'

const DAY = 86_400_000

export const DEFAULT_AGE = 90

type Since = { now: string; age: number }

const isOld = ({ now, age }: Since, last: string) =>
  Date.parse(now) - Date.parse(last) >= age * DAY

const becameOld = ({ age }: Since, last: string) =>
  new Date(Date.parse(last) + age * DAY).toISOString()

type Of = Pick<Found, 'resource' | 'resourceType' | 'owner'>

/** `last` is the last use, or the beginning where there was none. */
function unused(
  since: Since,
  of: Of,
  found: Pick<Found, 'type' | 'accessKeyId'>,
  { used, begun }: { used: string | undefined; begun: string }
): Found[] {
  const last = used ?? begun
  if (!isOld(since, last)) return []
  const about = JSON.stringify([of.resource, found.type, found.accessKeyId ?? ''])
  return [
    {
      ...of,
      ...found,
      about,
      since: becameOld(since, last),
      ...(used ? { lastAccessed: used } : {}),
    },
  ]
}

const latest = (accessed: Accessed | undefined) =>
  Object.values(accessed ?? {})
    .map(({ date }) => date)
    .sort()
    .at(-1)

/** Services that texts of policies grant, in their order. */
const granted = new Map<string, string[]>()
const LIMIT = 2000

function servicesGranted(text: string): string[] {
  const before = granted.get(text)
  if (before) return before
  if (granted.size >= LIMIT) granted.clear()
  const patterns = patternsIn([text])
  const found = loadedServices()
    .map(({ prefix }) => prefix)
    .filter((prefix) => grantsService(patterns, prefix))
  granted.set(text, found)
  return found
}

export type UnusedService = { service: string; lastAccessed?: string }

/** Services that an entity may call and has not called since; none for a new entity. */
export function unusedServices(
  account: Account,
  entity: Entity,
  since: Since
): UnusedService[] {
  if (entity.kind === 'group' || !isOld(since, entity.holder.created)) return []
  const { accessed } = entity.holder
  const services = new Set(
    policiesHeld(account, entity).flatMap(({ text }) => servicesGranted(text))
  )
  return [...services].sort().flatMap((service) => {
    const last = accessed?.[service]?.date
    if (last !== undefined && !isOld(since, last)) return []
    return [{ service, ...(last ? { lastAccessed: last } : {}) }]
  })
}

function permissionFound(account: Account, entity: Entity, of: Of, since: Since): Found[] {
  if (unusedServices(account, entity, since).length === 0) return []
  const begun = entity.holder.created
  return unused(since, of, { type: 'UnusedPermission' }, { used: undefined, begun }).map(
    (found) => {
      const last = entity.kind === 'group' ? undefined : latest(entity.holder.accessed)
      return { ...found, ...(last ? { lastAccessed: last } : {}) }
    }
  )
}

/** A role that is not used at all has no permissions to be looked at one by one. */
function ofRole(account: Account, role: Role, since: Since): Found[] {
  const of = {
    resource: roleArn(account.id, role.path, role.name),
    resourceType: 'AWS::IAM::Role' as const,
    owner: account.id,
  }
  const whole = unused(
    since,
    of,
    { type: 'UnusedIAMRole' },
    { used: role.lastUsed?.date, begun: role.created }
  )
  return whole.length > 0
    ? whole
    : permissionFound(account, roleEntity(account, role), of, since)
}

function ofUser(account: Account, user: User, since: Since): Found[] {
  const of = {
    resource: userArn(account.id, user.path, user.name),
    resourceType: 'AWS::IAM::User' as const,
    owner: account.id,
  }
  const keys = user.accessKeys
    .filter(({ status }) => status === 'Active')
    .flatMap(({ id, lastUsed, created }) =>
      unused(
        since,
        of,
        { type: 'UnusedIAMUserAccessKey', accessKeyId: id },
        { used: lastUsed?.date, begun: created }
      )
    )
  const password = user.loginProfile
    ? unused(
        since,
        of,
        { type: 'UnusedIAMUserPassword' },
        { used: user.passwordLastUsed, begun: user.loginProfile.created }
      )
    : []
  const permissions = permissionFound(account, userEntity(account, user), of, since)
  return [...password, ...keys, ...permissions]
}

export const unusedAccess = (account: Account, since: Since): Found[] => [
  ...shelfByName(account.roles)
    .filter(({ path }) => !path.startsWith('/aws-service-role/'))
    .flatMap((role) => ofRole(account, role, since)),
  ...shelfByName(account.users).flatMap((user) => ofUser(account, user, since)),
]
