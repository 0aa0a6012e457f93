/**
 * The event history, in CloudTrail's words.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
import { rootArn, userArn } from './arn'
import { type Caller, isAssumedRoot } from './caller'
import type { ServiceError } from './errors'
import { newUuid } from './ids'
import type { ApiEvent, World } from './model'
import { entryOf, keyOf, untouched } from './records'
import { onShelf } from './shelf'
import { findByArn } from './world'

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

const identityTypes = {
  root: 'Root',
  user: 'IAMUser',
  role: 'AssumedRole',
  'federated-user': 'FederatedUser',
  saml: 'SAMLUser',
  oidc: 'WebIdentityUser',
  service: 'AWSService',
  anonymous: 'AWSAccount',
} as const

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
export function identityOf(caller: Caller): ApiEvent['userIdentity'] {
  const type = identityTypes[caller.kind]
  if (caller.kind === 'saml' || caller.kind === 'oidc') {
    return {
      type,
      principalId: caller.userId,
      userName: caller.proof.subject,
      identityProvider: caller.provider,
    }
  }
  const issuer = issuerOf(caller)
  return {
    type,
    principalId: caller.userId,
    arn: caller.arn,
    accountId: caller.account,
    ...(caller.kind === 'user' ? { userName: caller.name } : {}),
    ...(issuer ? { sessionIssuer: issuer } : {}),
    ...(isAssumedRoot(caller) ? { assumedRoot: 'true' as const } : {}),
  }
}

function issuerOf(caller: Caller) {
  if (caller.kind === 'role') return caller.roleArn
  if (caller.kind !== 'federated-user') return undefined
  const { user } = caller
  return user ? userArn(caller.account, user.path, user.name) : rootArn(caller.account)
}

const secretAnswers = new Set([
  'SecretAccessKey',
  'SessionToken',
  'Password',
  'ServicePassword',
  'ServiceCredentialSecret',
  'Base32StringSeed',
  'QRCodePNG',
  'WebIdentityToken',
])

/** CloudTrail begins every field with a small letter: `roleName`, `sAMLMetadataDocument`. */
const toField = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

/** A plain copy of what a call was given or gave, without what nobody may read again. */
export function plain(value: unknown, without: readonly string[] = []): unknown {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'function' || value instanceof Uint8Array) return undefined
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
  noteAccess(world, identity, now, outcome)
}

const HOUR = 3_600_000

const isOlder = (date: string | undefined, now: string) =>
  date === undefined || Date.parse(now) - Date.parse(date) >= HOUR

const SOURCE_END = '.amazonaws.com'

/** Where an operation of S3 is not named as the action that a policy allows. */
export const s3ActionNames: Record<string, string> = {
  HeadBucket: 'ListBucket',
  ListBuckets: 'ListAllMyBuckets',
  ListObjectsV2: 'ListBucket',
}

/** Tries to use a service count whether they are allowed or not; signing in is none. */
function accessOf({ eventSource, eventName }: Outcome) {
  const service = eventSource.slice(0, -SOURCE_END.length)
  const action = (service === 's3' ? s3ActionNames[eventName] : undefined) ?? eventName
  return service === 'signin' ? undefined : { service, action }
}

/**
 * What users and roles have tried to use, kept to the hour.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html
 */
function noteAccess(
  world: World,
  identity: ApiEvent['userIdentity'],
  now: string,
  outcome: Outcome
) {
  const arn = identity.type === 'IAMUser' ? identity.arn : identity.sessionIssuer
  const access = accessOf(outcome)
  const before = arn === undefined ? undefined : holderAt(untouched(world), arn)
  if (!access || !before || arn === undefined) return
  const { service, action } = access
  const known = before.accessed?.[service]
  if (
    !isOlder(known?.date, now) &&
    !isOlder(entryOf(known?.actions ?? {}, action)?.date, now)
  )
    return
  // it may have deleted itself with this call, and even made another of its name
  const holder = holderAt(world, arn)
  if (holder?.id !== before.id) return
  const all = (holder.accessed ??= {})
  const of = (all[service] ??= { date: now, region: 'us-east-1', actions: {} })
  of.date = now
  of.actions[keyOf(action)] = { date: now, region: 'us-east-1' }
}

function holderAt(world: World, arn: string) {
  const found = findByArn(world, arn)
  return found?.kind === 'user' ? found.user : found?.role
}

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
