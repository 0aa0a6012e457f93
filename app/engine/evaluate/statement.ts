/** Does a statement apply? The four facts stay apart, so that a trace can tell them apart. */
import { holds } from '../conditions/condition'
import { findPrincipal, leavesOutPrincipal, type Named } from '../match/principal'
import type { PreparedRequest } from '../match/request'
import { findResource, leavesOutResource } from '../match/resource'
import type { CompiledStatement } from '../policy/compile'
import type { PolicyType } from './decision'

/** Stands for "everyone" where no entry says who: the policy is attached to the caller. */
export const anyone: Named = { how: 'everyone', text: '' }

/** Policies that sit on a resource and so say whom they speak of. */
const namesPrincipals = (type: PolicyType) =>
  type === 'resource' || type === 'trust' || type === 'rcp'

/** How the caller is named, if it is. The action is taken to match already. */
export function applies(
  statement: CompiledStatement,
  type: PolicyType,
  request: PreparedRequest
): Named | undefined {
  if (statement.malformed && statement.effect === 'Allow') return undefined
  const named = namesCaller(statement, type, request)
  if (!named) return undefined
  if (!statement.everywhere && !coversResource(statement, type, request)) return undefined
  for (const condition of statement.conditions)
    if (!holds(condition, request)) return undefined
  return named
}

/**
 * An element that is missing, or stands where it is forbidden, makes an Allow grant nothing
 * and leaves a Deny as wide as the rest of it. An RCP may only say `*`, so there it may lack.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function namesCaller(
  statement: CompiledStatement,
  type: PolicyType,
  request: PreparedRequest
): Named | undefined {
  const { principal, effect } = statement
  const stands = effect === 'Deny' ? anyone : undefined
  if (!namesPrincipals(type)) return principal ? stands : anyone
  if (!principal) return type === 'rcp' ? anyone : stands
  if (principal.not) return namesByLeavingOut(statement, type, request)
  const named = findPrincipal(principal.matcher, request)
  if (named?.how !== 'everyone' || effect === 'Deny') return named
  return everyoneIncludes(type, request) ? named : undefined
}

/** `NotPrincipal` is made for Deny; with Allow it is forbidden in trust policies. */
function namesByLeavingOut(
  { principal, effect }: CompiledStatement,
  type: PolicyType,
  request: PreparedRequest
): Named | undefined {
  if (!principal) return undefined
  if (effect === 'Deny')
    return leavesOutPrincipal(principal.matcher, request) ? anyone : undefined
  if (type === 'trust' || findPrincipal(principal.matcher, request)) return undefined
  return principal.matcher.wanted.length > 0 ? anyone : undefined
}

/**
 * In a trust policy `*` grants to AWS principals only: nobody assumes a role unsigned, and
 * identity providers and services are trusted by name.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous
 */
function everyoneIncludes(type: PolicyType, { caller }: PreparedRequest): boolean {
  if (caller.type === 'saml' || caller.type === 'oidc') return false
  return type !== 'trust' || (caller.type !== 'anonymous' && caller.type !== 'service')
}

/**
 * A trust policy has no `Resource`, and some services' resource policies need none: it is
 * what the policy sits on.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function coversResource(
  { resource, effect }: CompiledStatement,
  type: PolicyType,
  request: PreparedRequest
): boolean {
  if (!resource) return namesPrincipals(type) || effect === 'Deny'
  return resource.not
    ? leavesOutResource(resource.matcher, request)
    : findResource(resource.matcher, request) !== undefined
}
