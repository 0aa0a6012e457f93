/**
 * The one path of every call: authenticate, check, authorise, operate, record.
 */
import type { Service, Shape } from './api'
import { parseArn } from './arn'
import { authenticate, type Caller } from './caller'
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
import { actionPrefix, type Call, eventSource, type Operation, type Target } from './kernel'
import type { Credentials, World } from './model'
import { managedPoliciesOf } from './policies-of'
import { identityOf, noteUse, type Outcome, plain, record } from './record'
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

/** AWS managed policies are loaded when somebody who has them makes a call. */
function missingDocuments(world: World, call: Invocation, now: string) {
  const caller = authenticate(world, call.credentials, now)
  const { documents = [], index = false } = call.operation.needs?.(call.input) ?? {}
  const arns = [...managedPoliciesOf(world, caller), ...documents]
  return { arns: isLoaded(arns) ? [] : arns, index: index && !isIndexLoaded() }
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
    readOnly,
    requestParameters: plain(input, operation.secret),
    ...(readOnly || error ? {} : { responseElements: plain(output) }),
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
  const call: Call<object> = { input, caller, world, account, now }

  const note = (draft: World, output: unknown, error?: ServiceError) => {
    const outcome = outcomeOf(invocation, output, error)
    record(draft, identityOf(caller), caller.account, now, outcome)
    if (!error) noteUse(draft, caller, service, now, credentials.accessKeyId)
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
  const { arns, index } = missingDocuments(store.world, invocation, clock())
  if (arns.length > 0) await loadManagedPolicies(arns)
  if (index) await loadManagedPolicyIndex()

  const opening = isRead(invocation) ? undefined : store.begin()
  const release = opening && (await opening)
  try {
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
