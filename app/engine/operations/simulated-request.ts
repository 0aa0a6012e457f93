/** What the simulator is asked, as the evaluator takes it. */
import { accountOf, rootArn } from '../arn'
import { serviceError } from '../errors'
import { authorize } from '../evaluate/authorize'
import type { AuthorizationRequest, Decision, PolicySet } from '../evaluate/decision'
import type { PolicyDocument } from '../policy/document'
import { documentOf } from '../policy/kept'

/** A policy of the simulation, by the name that the answer gives it. */
export type Source = { id: string; text: string }

export type Simulation = {
  identity: Source[]
  /** Absent where there is no boundary. */
  boundary?: Source[]
  /** One list for each level, absent outside of organizations. */
  scps?: Source[][]
  resource?: Source
  caller: AuthorizationRequest['principal']
  account: string
  owner: string
  context: Record<string, string | string[]>
}

/** A role or key lets its own account decide when the simulation does not say what it trusts. */
const delegating = (account: string, action: string): PolicyDocument => ({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: rootArn(account) },
      Action: action,
      Resource: '*',
    },
  ],
})

const assuming =
  /^sts:(?:assumerole(?:withsaml|withwebidentity)?|tagsession|setsourceidentity|setcontext)$/i

function resourceSide(simulation: Simulation, action: string): Partial<PolicySet> {
  const { resource, account } = simulation
  const given = resource && documentOf(resource.text)
  if (assuming.test(action)) return { trust: given ?? delegating(account, action) }
  if (given) return { resource: given }
  return /^kms:/i.test(action) ? { resource: delegating(account, action) } : {}
}

const documents = (sources: Source[]) => sources.map(({ text }) => documentOf(text))

export function decide(simulation: Simulation, action: string, arn: string): Decision {
  const { identity, boundary, scps, caller, owner, context } = simulation
  return authorize(
    { principal: caller, action, resource: { arn, account: owner }, context },
    {
      identity: documents(identity),
      ...(boundary ? { boundary: documents(boundary) } : {}),
      ...(scps ? { scps: scps.map(documents) } : {}),
      ...resourceSide(simulation, action),
    }
  )
}

const callerKinds = /^arn:aws:(?:iam::\d{12}:(user)\/.+|iam::\d{12}:(role)\/.+)$/

/** Who is taken to call: users only, since roles and groups make no calls. */
export function callerOf(arn: string): AuthorizationRequest['principal'] {
  const [, user, role] = callerKinds.exec(arn) ?? []
  const account = accountOf(arn)
  if (user) return { type: 'user', arn, account }
  if (role) return { type: 'role-session', arn, account, role: arn }
  throw serviceError('InvalidInput', `Invalid caller ARN: ${arn}`)
}

export type ContextEntry = { ContextKeyName?: string; ContextKeyValues?: string[] }

export function contextOf(entries: ContextEntry[] = []) {
  const context: Record<string, string | string[]> = {}
  for (const { ContextKeyName: key, ContextKeyValues: values = [] } of entries) {
    const [only] = values
    if (key) context[key] = values.length === 1 && only !== undefined ? only : values
  }
  return context
}
