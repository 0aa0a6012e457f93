/** What the simulator is asked, as the evaluator takes it. */
import { accountOf, rootArn } from '../arn'
import { serviceError } from '../errors'
import { parseDate } from '../conditions/date'
import { parseAddress } from '../conditions/ip'
import { parseNumber } from '../conditions/numeric'
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
    {
      principal: caller,
      action,
      resource: { arn, account: owner },
      context,
      simulated: true,
    },
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

export type ContextEntry = {
  ContextKeyName?: string
  ContextKeyType?: string
  ContextKeyValues?: string[]
}

/** Padded, and without bits to spare in the last character. */
function isBase64(text: string) {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text))
    return false
  return btoa(atob(text)) === text
}

/** What values of a type have to be, in the service's words; text and truth may be any. */
const formats: Partial<Record<string, [(text: string) => boolean, string]>> = {
  numeric: [(text) => parseNumber(text) !== undefined, 'numeric format'],
  date: [(text) => parseDate(text) !== undefined, 'DateTime format'],
  ip: [(text) => parseAddress(text) !== undefined, 'IP address'],
  binary: [isBase64, 'base-64 encoded binary format'],
}

const invalid = (message: string) => serviceError('InvalidInput', message)

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html */
function checkEntry(key: string, type: string | undefined, values: string[]) {
  if (type === undefined) throw invalid(`Context key ${key} has invalid type null.`)
  if (values.length === 0) {
    throw invalid(`Context values for context key ${key} cannot be null or empty.`)
  }
  if (!type.endsWith('List') && values.length > 1) {
    throw invalid(
      `Context key ${type} expected a single value, but received ${values.length}.`
    )
  }
  const [isValid, wanted] = formats[type.replace(/List$/, '')] ?? []
  if (isValid && !values.every(isValid)) {
    throw invalid(`Invalid context value for key ${key}: expected ${wanted}.`)
  }
}

export function contextOf(entries: ContextEntry[] = []) {
  const context: Record<string, string | string[]> = {}
  const seen = new Set<string>()
  for (const entry of entries) {
    const {
      ContextKeyName: key,
      ContextKeyType: type,
      ContextKeyValues: values = [],
    } = entry
    // an entry of nothing is no entry
    if (Object.keys(entry).length === 0) continue
    if (!key) throw invalid('ContextKeyName cannot be null or empty.')
    checkEntry(key, type, values)
    if (seen.has(key.toLowerCase())) throw invalid(`Duplicate context key: ${key}.`)
    seen.add(key.toLowerCase())
    const [only] = values
    context[key] = values.length === 1 && only !== undefined ? only : values
  }
  return context
}
