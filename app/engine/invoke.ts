/**
 * The one path of every call: authenticate, check, authorise, operate, record.
 */
import type { Service, Shape } from './api'
import { parseArn } from './arn'
import { refuseBarred } from './bars'
import { anonymousCaller, authenticate, type Caller } from './caller'
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
  type Also,
  type Call,
  eventSource,
  type Needs,
  type Operation,
  type Target,
} from './kernel'
import type { Credentials, World } from './model'
import { asKept } from './operations/spelling'
import { managedPoliciesOf } from './policies-of'
import { identityOf, noteUse, type Outcome, plainOrNull, record } from './record'
import { callerAsEnforced } from './propagation'
import type { Store } from './store'
import { newAccount } from './world'

export type Invocation = {
  service: Service
  name: string
  operation: Operation
  /** Absent for somebody who does not sign. */
  credentials: Credentials | undefined
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

/**
 * Anybody may ask S3 for what is in a bucket, and the bucket's policy says whether everybody may
 * have it; all else wants to know who calls.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-s3-evaluates-access-control.html
 */
function callerOf({ service, credentials, input }: Invocation, world: World, now: string) {
  const isAnonymous = service === 's3' && !credentials && 'Bucket' in input
  return isAnonymous ? anonymousCaller : authenticate(world, credentials, now)
}

/** AWS managed policies are loaded when somebody who has them makes a call. */
function missingDocuments({ world, enforced }: Store, call: Invocation, now: string) {
  const caller = call.operation.identify ? undefined : callerOf(call, world, now)
  const { documents = [], index = false } = needsOf(call)
  const own = caller ? policiesOf(caller, world, enforced) : []
  const arns = [...own, ...documents]
  return { arns: isLoaded(arns) ? [] : arns, index: index && !isIndexLoaded() }
}

/** What the caller holds now, and what it held when that was enforced. */
const policiesOf = (caller: Caller, world: World, enforced: World) => [
  ...managedPoliciesOf(world, caller),
  ...(enforced === world
    ? []
    : managedPoliciesOf(enforced, callerAsEnforced(enforced, caller))),
]

/** Waits only when something is missing: a call that has all it needs is not put off. */
function loadMissing(store: Store, call: Invocation, now: string) {
  const { arns, index } = missingDocuments(store, call, now)
  if (arns.length === 0 && !index) return undefined
  return Promise.all([loadManagedPolicies(arns), index && loadManagedPolicyIndex()])
}

/**
 * A role's existence is nobody's to learn, so a refusal to assume one says why only where the
 * caller's own policies forbid it, whatever the role's would say.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function reasonShown(action: string, decision: Decision) {
  const { reason, decidedBy, request } = decision
  if (action === 'sts:AssumeRoot') return ''
  let shown = reason
  if (assuming.has(action)) {
    const own = decidedBy.find(
      ({ effect, policy }) => effect === 'Deny' && ofCaller.has(policy.type)
    )
    if (reason.kind !== 'explicit-deny' || !own) return ''
    const { type, arn } = own.policy
    shown = { kind: 'explicit-deny', policyType: type, ...(arn ? { arn } : {}) }
  }
  const clause = accessDeniedReason({ ...decision, request, reason: shown })
  return clause && ` ${clause}`
}

const ofCaller = new Set(['identity', 'boundary', 'session', 'scp'])

const assuming = new Set([
  'sts:AssumeRole',
  'sts:TagSession',
  'sts:SetSourceIdentity',
  'sts:SetContext',
])

/** The sentence of a refusal. */
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
  if (caller.kind === 'anonymous') {
    return serviceError('AccessDenied', 'Access Denied', decision)
  }
  // nobody has been authenticated whom the sentence could name
  if (caller.kind === 'saml' || caller.kind === 'oidc') {
    return serviceError('AccessDenied', `Not authorized to perform ${action}`, decision)
  }
  const shown = target.shown === undefined ? target.arn : target.shown
  const on = shown === null ? '' : ` on resource: ${shown}`
  return serviceError(
    'AccessDenied',
    `User: ${caller.arn} is not authorized to perform: ${action}${on}${reasonShown(action, decision)}`,
    decision
  )
}

/** `enforced` is the world whose policies count, see `propagation.ts`. */
function authorizeCall(call: Call<object>, invocation: Invocation, enforced: World) {
  const { operation } = invocation
  const questions: Also[] = [
    { action: actionOf(invocation), target: operation.on(call) },
    ...(operation.also?.(call) ?? []),
  ]
  for (const question of questions) {
    const { action, target } = question
    const decision = decide(enforced, call, question)
    if (decision.verdict !== 'Allow')
      throw deniedError(call.caller, action, target, decision)
  }
}

function decide(enforced: World, { caller, now }: Call<object>, question: Also) {
  const { action, target, both } = question
  const decision = consider(enforced, caller, action, target, now)
  if (!both || decision.reason.kind !== 'allowed-by-trust') return decision
  const reason = { kind: 'no-allow', policyType: 'identity' } as const
  return {
    ...decision,
    trace: decision.trace,
    verdict: 'ImplicitDeny' as const,
    reason,
    decidedBy: [],
  }
}

/** The account on the other side of a call, for its own record. */
function otherAccount(input: object) {
  if ('RoleArn' in input) return parseArn(String(input.RoleArn))?.account
  if (!('TargetPrincipal' in input)) return undefined
  const target = String(input.TargetPrincipal)
  return parseArn(target)?.account ?? target
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

/** Of a caller who has none: it owns nothing, and what happens is in no history of its. */
const noAccount = newAccount({ id: '' })

type Attempt = {
  output?: unknown
  error?: ServiceError
  later?: (draft: World) => void
}

/**
 * Who calls, where the call itself has to prove it. What proves nothing is nobody's call, and
 * leaves no record. https://repost.aws/knowledge-center/iam-sts-invalididentitytoken
 */
function identify({ operation, input }: Invocation, world: World, now: string) {
  if (!operation.identify) return undefined
  operation.check?.(input)
  return operation.identify(input, world, now)
}

/** Runs a call against the world as it is now. A refusal is recorded as well. */
function attempt(
  store: Store,
  invocation: Invocation,
  proven: Caller | undefined,
  now: string
): Attempt {
  const { operation, credentials, service, name } = invocation
  const { world } = store
  const caller = proven ?? callerOf(invocation, world, now)
  const account = caller.kind === 'anonymous' ? noAccount : world.accounts[caller.account]
  if (!account)
    throw new Error(`the caller's account ${caller.account} is not in the world`)
  const input =
    service === 'iam' ? asKept(name, invocation.input, account) : invocation.input
  const call: Call<object> = { input, caller, world, account, now }

  const note = (draft: World, output: unknown, error?: ServiceError) => {
    const outcome = outcomeOf(invocation, output, error)
    record(draft, identityOf(caller), caller.account, now, outcome)
    if (error || !credentials) return
    noteUse(draft, caller, actionPrefix[service], now, credentials.accessKeyId)
  }

  refuseBarred(caller, service, name)
  try {
    operation.check?.(invocation.input)
    authorizeCall(call, invocation, store.enforced)
    if (isRead(invocation)) {
      const output = operation.run(call)
      const later = (draft: World) => {
        const own = draft.accounts[caller.account] ?? account
        operation.note?.({ ...call, world: draft, account: own })
        note(draft, output)
      }
      return { output, later }
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
  await loadMissing(store, invocation, clock())
  const opening = isRead(invocation) ? undefined : store.begin()
  const release = opening && (await opening)
  try {
    // another tab may have attached a policy while this one waited for its turn
    if (release) await loadMissing(store, invocation, clock())
    const now = clock()
    const proving = identify(invocation, store.world, now)
    // a call with credentials is not put off
    const proven = proving && (await proving)
    const { output, error, later } = attempt(store, invocation, proven, now)
    if (later && release) store.change(later)
    else if (later) recording.track(recordLater(store, later))
    if (release) await store.saved()
    if (error) throw error
    const { finish } = invocation.operation
    return finish ? await finish(output) : output
  } finally {
    release?.()
  }
}
