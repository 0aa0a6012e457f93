/**
 * The one path of every call: authenticate, check, authorise, operate, record.
 */
import type { Service, Shape } from './api'
import { parseArn } from './arn'
import { authenticate, type Caller, invalidToken } from './caller'
import {
  isIndexLoaded,
  isLoaded,
  loadManagedPolicies,
  loadManagedPolicyIndex,
} from './catalog/managed-policies'
import { consider } from './consider'
import { isServiceError, serviceError, type ServiceError } from './errors'
import type { Decision } from './evaluate/decision'
import { accessDeniedReason } from './evaluate/explain'
import {
  actionPrefix,
  type Call,
  eventSource,
  type Needs,
  type Operation,
  type Target,
} from './kernel'
import type { Credentials, World } from './model'
import { managedPoliciesOf } from './policies-of'
import { identityOf, noteUse, type Outcome, plainOrNull, record } from './record'
import type { Store } from './store'

export type Invocation = {
  service: Service
  name: string
  operation: Operation
  credentials: Credentials
  input: object
}

const reads = /^(?:Get|List|Head|Lookup|Describe|Simulate)/

const isRead = ({ operation, name }: Invocation) => operation.readOnly ?? reads.test(name)

const actionOf = ({ service, name, operation }: Invocation) =>
  operation.action ?? `${actionPrefix[service]}:${name}`

/** A bad parameter needs nothing: the call will be refused for it. */
function needsOf({ operation, input }: Invocation): Needs {
  if (!operation.needs) return {}
  try {
    operation.check?.(input)
  } catch {
    return {}
  }
  return operation.needs(input)
}

/** AWS managed policies are loaded when somebody who has them makes a call. */
function missingDocuments(world: World, call: Invocation, now: string) {
  const caller = authenticate(world, call.credentials, now)
  const { documents = [], index = false } = needsOf(call)
  const arns = [...managedPoliciesOf(world, caller), ...documents]
  return { arns: isLoaded(arns) ? [] : arns, index: index && !isIndexLoaded() }
}

/** Waits only when something is missing: a call that has all it needs is not put off. */
function loadMissing(world: World, call: Invocation, now: string) {
  const { arns, index } = missingDocuments(world, call, now)
  if (arns.length === 0 && !index) return undefined
  return Promise.all([loadManagedPolicies(arns), index && loadManagedPolicyIndex()])
}

/**
 * The sentence of a refusal. STS says no more than that it refuses.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function deniedError(
  caller: Caller,
  action: string,
  target: Target,
  decision: Decision
) {
  if (decision.reason.kind === 'root-cannot-assume') {
    return serviceError(
      'AccessDenied',
      'Roles may not be assumed by root accounts.',
      decision
    )
  }
  const shown = target.shown === undefined ? target.arn : target.shown
  const on = shown === null ? '' : ` on resource: ${shown}`
  const isSts = action.startsWith('sts:')
  const reason = isSts ? '' : ` ${accessDeniedReason(decision)}`
  return serviceError(
    'AccessDenied',
    `User: ${caller.arn} is not authorized to perform: ${action}${on}${reason}`,
    decision
  )
}

/**
 * A session from GetSessionToken reaches IAM only when it was opened with MFA.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
const isBarredFromIam = ({ kind, session }: Caller) =>
  kind !== 'role' && session !== undefined && !session.console && !session.mfa

function authorizeCall(call: Call<object>, invocation: Invocation) {
  const { operation } = invocation
  const questions = [
    { action: actionOf(invocation), target: operation.on(call) },
    ...(operation.also?.(call) ?? []),
  ]
  for (const { action, target } of questions) {
    const decision = consider(call.world, call.caller, action, target, call.now)
    if (decision.verdict !== 'Allow')
      throw deniedError(call.caller, action, target, decision)
  }
}

/** The account on the other side of a call by ARN, for its own record. */
function otherAccount(input: object) {
  const arn = 'RoleArn' in input && typeof input.RoleArn === 'string' ? input.RoleArn : ''
  return parseArn(arn)?.account
}

function outcomeOf(invocation: Invocation, output: unknown, error?: ServiceError): Outcome {
  const { service, name, operation, input } = invocation
  const readOnly = isRead(invocation)
  const other = service === 'sts' ? otherAccount(input) : undefined
  return {
    eventSource: eventSource[service],
    eventName: name,
    // STS changes nothing that an administrator would call a change
    readOnly: readOnly || service === 'sts',
    requestParameters: plainOrNull(input, operation.secret),
    ...(readOnly || error ? {} : { responseElements: plainOrNull(output) }),
    ...(error ? { error } : {}),
    ...(other ? { otherAccount: other } : {}),
  }
}

/** Runs a call against the world as it is now. A refusal is recorded as well. */
function attempt(store: Store, invocation: Invocation, now: string) {
  const { operation, credentials, input, service } = invocation
  const { world } = store
  const caller = authenticate(world, credentials, now)
  const account = world.accounts[caller.account]
  if (!account)
    throw new Error(`the caller's account ${caller.account} is not in the world`)
  if (service === 'iam' && isBarredFromIam(caller)) throw invalidToken()
  const call: Call<object> = { input, caller, world, account, now }

  const note = (draft: World, output: unknown, error?: ServiceError) => {
    const outcome = outcomeOf(invocation, output, error)
    record(draft, identityOf(caller), caller.account, now, outcome)
    if (!error) noteUse(draft, caller, actionPrefix[service], now, credentials.accessKeyId)
  }

  try {
    operation.check?.(input)
    authorizeCall(call, invocation)
    if (isRead(invocation)) {
      const output = operation.run(call)
      return { output, later: (draft: World) => note(draft, output) }
    }
    const output = store.change((draft) => {
      const own = draft.accounts[caller.account] ?? account
      const result = operation.run({ ...call, world: draft, account: own })
      note(draft, result)
      return result
    })
    return { output }
  } catch (error) {
    if (!isServiceError(error)) throw error
    return { error, later: (draft: World) => note(draft, undefined, error) }
  }
}

/** Records a read or a refusal, in turn with other writers, without keeping the caller waiting. */
async function recordLater(store: Store, later: (draft: World) => void) {
  const opening = store.begin()
  if (!opening) return store.change(later)
  const release = await opening
  try {
    store.change(later)
    await store.saved()
  } finally {
    release()
  }
}

export type Recording = { track(work: Promise<unknown>): void }

export async function invoke<S extends Shape<unknown, unknown>>(
  store: Store,
  invocation: Invocation,
  clock: () => string,
  recording: Recording
): Promise<S['output']> {
  await loadMissing(store.world, invocation, clock())
  const opening = isRead(invocation) ? undefined : store.begin()
  const release = opening && (await opening)
  try {
    // another tab may have attached a policy while this one waited for its turn
    if (release) await loadMissing(store.world, invocation, clock())
    const { output, error, later } = attempt(store, invocation, clock())
    if (later && release) store.change(later)
    else if (later) recording.track(recordLater(store, later))
    if (release) await store.saved()
    if (error) throw error
    return output
  } finally {
    release?.()
  }
}
