/** What would change if this policy were attached? */
import { create } from 'mutative'
import { parseArn } from '../arn'
import { actionsMatching, loadedServices } from '../catalog/service-authorization'
import { isAwsManaged, loadManagedPolicies } from '../catalog/managed-policies'
import { serviceError } from '../errors'
import type { Decision } from '../evaluate/decision'
import type { PolicyHolder, World } from '../model'
import { managedDocument } from '../policies-of'
import { compilePolicy, type CompiledStatement } from '../policy/compile'
import { documentOf } from '../policy/kept'
import { answer } from '../question'
import { findByArn } from '../world'
import { probeOfPattern } from './probe'

export type Difference = {
  action: string
  resource: string
  before: Decision
  after: Decision
}

/** A managed policy's ARN, or the text of an inline policy. */
export type Attached = { arn: string } | { document: string }

const INLINE = 'understudy-proposal'

/** The world as it would be; the given one stays as it is. */
export function withAttached(world: World, principal: string, policy: Attached): World {
  return create(world, (draft) => {
    const found = findByArn(draft, principal)
    if (!found) throw serviceError('NoSuchEntity', `nobody has the ARN ${principal}`)
    const holder: PolicyHolder = found.kind === 'user' ? found.user : found.role
    if ('arn' in policy) holder.attached.push(policy.arn)
    else holder.inline[INLINE] = policy.document
  })
}

/**
 * Every action and resource that the policy speaks of and of which the answer would be another.
 * `principal` is the ARN of a user or role, `now` an ISO time. Actions are those of services
 * whose data is loaded (`loadServiceAuthorization`); resources are the policy's own patterns,
 * with a name that nobody gives in place of each wildcard.
 */
export async function whatWouldChange(
  world: World,
  principal: string,
  policy: Attached,
  now: string
): Promise<Difference[]> {
  if ('arn' in policy && isAwsManaged(policy.arn)) await loadManagedPolicies([policy.arn])
  const after = withAttached(world, principal, policy)
  const requests = requestsIn(textOf(world, principal, policy))
  return requests.flatMap(({ action, resource }) => {
    const ask = (each: World) => answer(each, { principal, action, resource }, now)
    const difference = { action, resource, before: ask(world), after: ask(after) }
    return difference.before.verdict === difference.after.verdict ? [] : [difference]
  })
}

function textOf(world: World, principal: string, policy: Attached) {
  if ('document' in policy) return policy.document
  const account = world.accounts[parseArn(principal)?.account ?? '']
  return account && managedDocument(account, policy.arn)
}

/** Each pair of an action and a resource once. */
function requestsIn(text: string | undefined) {
  const asked = new Map<string, { action: string; resource: string }>()
  for (const statement of compilePolicy(documentOf(text)).statements)
    for (const action of actionsOf(statement))
      for (const resource of resourcesOf(statement))
        asked.set(`${action} ${resource}`, { action, resource })
  return [...asked.values()]
}

function actionsOf({ action }: CompiledStatement): string[] {
  const patterns = action.matcher.wanted.map((text) => text.toLowerCase())
  const isEvery = action.not || patterns.includes('*')
  const found = isEvery
    ? loadedServices().flatMap(({ actions }) => [...actions.values()])
    : patterns.flatMap(actionsMatching)
  return found.map(({ service, name }) => `${service}:${name}`)
}

/** `NotResource` speaks of all that it does not name. */
const resourcesOf = ({ resource }: CompiledStatement): string[] =>
  !resource || resource.not
    ? ['*']
    : resource.matcher.map(({ text }) => probeOfPattern(text))
