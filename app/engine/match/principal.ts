/**
 * Who a statement is about. How a caller is named matters as much as whether: an account
 * delegates, a role is limited by its boundary, a session is not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
import { contextKey, contextValue } from '../conditions/context'
import type { PrincipalElement } from '../policy/document'
import { isObject, textsOf } from '../policy/read'
import type { Caller, PreparedRequest } from './request'

export type Naming =
  | 'session'
  | 'federated-user'
  | 'user'
  | 'everyone'
  | 'role'
  | 'account'
  | 'service'
  | 'provider'

/** One entry of the element; made when compiled, so that a match costs no allocation. */
export type Named = { how: Naming; text: string }

export type PrincipalMatcher = {
  wanted: string[]
  everyone: Named | undefined
  /** By ARN, account ID or, for a principal that was stored by it, unique ID. */
  aws: Map<string, Named>
  /**
   * Users by ARN, for the federated users behind whom they stand: what names the user is limited
   * by the session, as what names a role is.
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
   */
  behind: Map<string, Named>
  services: Map<string, Named>
  providers: Map<string, Named>
  hasIds: boolean
}

export function compilePrincipal(element: PrincipalElement | unknown): PrincipalMatcher {
  const entries = principalEntries(element)
  const matcher: PrincipalMatcher = {
    wanted: entries.map(([, text]) => text),
    everyone: undefined,
    aws: new Map(),
    behind: new Map(),
    services: new Map(),
    providers: new Map(),
    hasIds: false,
  }
  for (const [kind, text] of entries) addPrincipal(matcher, kind, text)
  return matcher
}

function principalEntries(element: unknown): [kind: string, text: string][] {
  if (element === '*') return [['AWS', '*']]
  if (!isObject(element)) return []
  return Object.entries(element).flatMap(([kind, value]) =>
    textsOf(value).map((text): [string, string] => [kind, text])
  )
}

/** A kind we do not know, `CanonicalUser` among them, names nobody; nor does empty text. */
function addPrincipal(matcher: PrincipalMatcher, kind: string, text: string) {
  if (text === '') return
  if (kind === 'Service') matcher.services.set(text, { how: 'service', text })
  if (kind === 'Federated') matcher.providers.set(text, { how: 'provider', text })
  if (kind !== 'AWS') return
  if (text === '*') {
    matcher.everyone = { how: 'everyone', text }
    return
  }
  const [key, how] = readAwsPrincipal(text)
  matcher.hasIds ||= key.startsWith('A')
  matcher.aws.set(key, { how, text })
  if (how === 'user') matcher.behind.set(key, { how: 'role', text })
}

/** `arn:aws:iam::111122223333:root` and the bare account ID are the same principal. */
function readAwsPrincipal(text: string): [key: string, how: Naming] {
  if (/^\d{12}$/.test(text)) return [text, 'account']
  const account = /^arn:[^:]*:iam::(\d{12}):root$/.exec(text)?.[1]
  if (account !== undefined) return [account, 'account']
  if (text.startsWith('AROA') || /^arn:[^:]*:iam::\d*:role\//.test(text))
    return [text, 'role']
  if (text.includes(':assumed-role/')) return [text, 'session']
  if (text.includes(':federated-user/')) return [text, 'federated-user']
  return [text, 'user']
}

/** The entry that names the caller; of several, the one that grants with the fewest limits. */
export function findPrincipal(
  matcher: PrincipalMatcher,
  request: PreparedRequest
): Named | undefined {
  const { caller } = request
  switch (caller.type) {
    case 'service':
      return matcher.services.get(caller.service) ?? matcher.everyone
    case 'saml':
    case 'oidc':
      return (
        matcher.providers.get(caller.arn) ??
        matcher.providers.get(caller.service) ??
        matcher.everyone
      )
    case 'anonymous':
      return matcher.everyone
    case 'root':
      return matcher.aws.get(caller.account) ?? matcher.everyone
    default:
      return findIamPrincipal(matcher, request, caller)
  }
}

const findIamPrincipal = (
  matcher: PrincipalMatcher,
  request: PreparedRequest,
  caller: Caller
) =>
  matcher.aws.get(caller.arn) ??
  matcher.everyone ??
  (caller.role ? matcher.aws.get(caller.role) : undefined) ??
  (caller.user ? matcher.behind.get(caller.user) : undefined) ??
  (matcher.hasIds ? matcher.aws.get(uniqueId(request)) : undefined) ??
  matcher.aws.get(caller.account)

const userIdKey = contextKey('aws:userid')

/** A session's user ID is the role's unique ID, a colon, and the session's name. */
function uniqueId(request: PreparedRequest): string {
  const userId = contextValue(request, userIdKey)
  return typeof userId === 'string' ? (userId.split(':')[0] ?? '') : ''
}

/**
 * For `NotPrincipal`: is the caller left out of those it spares? To be spared every name of
 * the caller must be listed, its account and a session's role too. A caller with a
 * permissions boundary never is.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function leavesOutPrincipal(
  matcher: PrincipalMatcher,
  request: PreparedRequest
): boolean {
  const { caller } = request
  if (request.bounded) return true
  if (matcher.everyone) return false
  if (findPrincipal(matcher, request) === undefined) return true
  switch (caller.type) {
    case 'user':
    case 'role-session':
    case 'federated-user':
      return !(
        matcher.aws.has(caller.arn) &&
        matcher.aws.has(caller.account) &&
        (caller.role === '' || matcher.aws.has(caller.role))
      )
    default:
      return false
  }
}
