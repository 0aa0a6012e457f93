/**
 * The event history, in CloudTrail's words.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
import type { Caller } from './caller'
import type { ServiceError } from './errors'
import { newUuid } from './ids'
import type { ApiEvent, World } from './model'

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

/** A plain copy of what a call was given or gave, without what nobody may read again. */
export function plain(value: unknown, without: readonly string[] = []): unknown {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    secretAnswers.has(key) || without.includes(key) ? undefined : inner
  )
  return text === undefined || text === '{}' ? null : JSON.parse(text)
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
    if (!world.accounts[recipientAccountId]) continue
    world.events.push({
      eventID: newUuid(world),
      eventTime: now,
      awsRegion: 'us-east-1',
      recipientAccountId,
      userIdentity: identity,
      requestParameters: null,
      ...rest,
      ...(error ? { errorCode: error.code, errorMessage: error.message } : {}),
      ...(shared ? { sharedEventID: shared } : {}),
    })
  }
  if (world.events.length > LONGEST) world.events.splice(0, world.events.length - KEPT)
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
  const account = world.accounts[caller.account]
  if (caller.kind === 'role' && isOlder(caller.role.lastUsed?.date, now)) {
    const role = account?.roles[caller.role.name]
    if (role) role.lastUsed = { date: now, region: 'us-east-1' }
  }
  if (caller.kind === 'user' && !caller.session) {
    const used = account?.users[caller.name]?.accessKeys.find(({ id }) => id === key)
    if (used && isOlder(used.lastUsed?.date, now)) {
      used.lastUsed = { date: now, region: 'us-east-1', service }
    }
  }
}
