/**
 * The event history, in CloudTrail's words.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
import type { Caller } from './caller'
import type { ServiceError } from './errors'
import { newUuid } from './ids'
import type { ApiEvent, World } from './model'
import { entryOf, untouched } from './records'
import { onShelf } from './shelf'

export type Outcome = {
  eventSource: string
  eventName: string
  readOnly: boolean
  requestParameters?: unknown
  responseElements?: unknown
  additionalEventData?: unknown
  error?: ServiceError
  /** Another account that the call reached into: it gets a record of its own. */
  otherAccount?: string
}

/** The history is cut back now and then, not at every call. */
const LONGEST = 2000
const KEPT = 1500

const identityTypes = { root: 'Root', user: 'IAMUser', role: 'AssumedRole' } as const

export const identityOf = (caller: Caller): ApiEvent['userIdentity'] => ({
  type: identityTypes[caller.kind],
  principalId: caller.userId,
  arn: caller.arn,
  accountId: caller.account,
  ...(caller.kind === 'user' ? { userName: caller.name } : {}),
  ...(caller.kind === 'role' ? { sessionIssuer: caller.roleArn } : {}),
})

const secretAnswers = new Set(['SecretAccessKey', 'SessionToken', 'Password'])

/** CloudTrail begins every field with a small letter: `roleName`, `sAMLMetadataDocument`. */
const toField = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

/** A plain copy of what a call was given or gave, without what nobody may read again. */
export function plain(value: unknown, without: readonly string[] = []): unknown {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'function') return undefined
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => plain(item, without))
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    if (secretAnswers.has(name) || without.includes(name)) return []
    const copy = plain(inner, without)
    return copy === undefined ? [] : [[toField(name), copy] as const]
  })
  return Object.fromEntries(entries)
}

/** Nothing given is `null`, and so is nothing answered. */
export function plainOrNull(value: unknown, without: readonly string[] = []) {
  const copy = plain(value, without)
  return typeof copy === 'object' && copy && Object.keys(copy).length > 0 ? copy : null
}

export function record(
  world: World,
  identity: ApiEvent['userIdentity'],
  account: string,
  now: string,
  outcome: Outcome
) {
  const { error, otherAccount, ...rest } = outcome
  const accounts =
    otherAccount && otherAccount !== account ? [account, otherAccount] : [account]
  const shared = accounts.length > 1 ? newUuid(world) : undefined
  for (const recipientAccountId of accounts) {
    if (!entryOf(untouched(world.accounts), recipientAccountId)) continue
    world.events.push({
      eventID: newUuid(world),
      eventTime: now,
      awsRegion: 'us-east-1',
      recipientAccountId,
      userIdentity: { ...identity },
      requestParameters: null,
      ...rest,
      ...(error ? { errorCode: error.code, errorMessage: error.message } : {}),
      ...(shared ? { sharedEventID: shared } : {}),
    })
  }
  if (world.events.length > LONGEST) world.events = world.events.slice(-KEPT)
}

const HOUR = 3_600_000

const isOlder = (date: string | undefined, now: string) =>
  date === undefined || Date.parse(now) - Date.parse(date) >= HOUR

/**
 * Last use, kept to the hour: AWS reports it with some delay as well.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html
 */
export function noteUse(
  world: World,
  caller: Caller,
  service: string,
  now: string,
  key: string
) {
  if (caller.kind === 'role' && isOlder(caller.role.lastUsed?.date, now)) {
    const account = world.accounts[caller.account]
    const role = account && onShelf(account.roles, caller.role.name)
    // it may have deleted itself with this call, and even made another of its name
    if (role?.id === caller.role.id) role.lastUsed = { date: now, region: 'us-east-1' }
  }
  if (caller.kind === 'user' && !caller.session) {
    const before = caller.user.accessKeys.find(({ id }) => id === key)
    if (!before || !isOlder(before.lastUsed?.date, now)) return
    const account = world.accounts[caller.account]
    const user = account && onShelf(account.users, caller.name)
    const used = user?.accessKeys.find(({ id }) => id === key)
    if (used) used.lastUsed = { date: now, region: 'us-east-1', service }
  }
}
