/**
 * Trust policies on their way in and out. A user or role named as principal is kept by its
 * unique ID, so that a new one of the same name is not trusted; the ARN is shown for as long
 * as the entity lives, and the bare ID afterwards.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
import { parseArn, rootArn } from '../arn'
import { serviceError } from '../errors'
import type { Account, World } from '../model'
import { entryOf } from '../records'
import { onShelf } from '../shelf'
import { rejectTrustPolicy } from '../policy/accept'
import { type PolicyDocument, type PrincipalElement, toList } from '../policy/document'
import { isServicePrincipal } from '../policy/service-principals'
import { isUnknownYet } from '../propagation'
import { findByArn } from '../world'

const malformed = (message: string) => serviceError('MalformedPolicyDocument', message)

const invalidPrincipal = (key: string, value: string) =>
  malformed(`Invalid principal in policy: "${key.toUpperCase()}":"${value}"`)

const webIdentityHosts = new Set([
  'cognito-identity.amazonaws.com',
  'www.amazon.com',
  'graph.facebook.com',
  'accounts.google.com',
])

/** Checks that a principal exists, and gives the form in which it is kept. */
function keepAwsPrincipal(world: World, value: string, now?: string): string {
  if (value === '*') return value
  if (/^\d{12}$/.test(value)) return rootArn(value)
  const arn = parseArn(value)
  if (arn?.service === 'iam' && arn.resource === 'root' && /^\d{12}$/.test(arn.account)) {
    // accounts outside of this world cannot be looked up; any ID may be somebody's
    return value
  }
  const found = findByArn(world, value)
  const entity = found?.kind === 'user' ? found.user : found?.role
  if (entity && !(now && isUnknownYet(world, entity, now))) return entity.id
  if (arn?.service === 'sts' && isSessionOfKnownRole(world, arn.account, arn.resource)) {
    return value
  }
  throw invalidPrincipal('AWS', value)
}

function isSessionOfKnownRole(world: World, account: string, resource: string) {
  const [kind, name, session] = resource.split('/')
  if (kind === 'federated-user') return Boolean(name)
  const owner = entryOf(world.accounts, account)
  const role = owner && onShelf(owner.roles, name)
  return kind === 'assumed-role' && Boolean(role) && Boolean(session)
}

function checkFederated(account: Account, value: string) {
  if (webIdentityHosts.has(value)) return
  const known =
    entryOf(account.samlProviders, value) ?? entryOf(account.oidcProviders, value)
  if (!known) throw invalidPrincipal('Federated', value)
}

function keepPrincipal(
  world: World,
  account: Account,
  principal: PrincipalElement | undefined,
  now?: string
): PrincipalElement | undefined {
  if (principal === undefined || typeof principal === 'string') return principal
  const kept: PrincipalElement = {}
  for (const [key, values] of Object.entries(principal)) {
    if (key === 'Service') {
      const unknown = toList(values).find((value) => !isServicePrincipal(value))
      if (unknown !== undefined) throw invalidPrincipal(key, unknown)
    }
    if (key === 'Federated')
      toList(values).forEach((value) => checkFederated(account, value))
    kept[key] =
      key !== 'AWS' ? values : mapOneOrMany(values, (v) => keepAwsPrincipal(world, v, now))
  }
  return kept
}

const mapOneOrMany = <T, U>(values: T | T[], to: (value: T) => U): U | U[] =>
  Array.isArray(values) ? values.map(to) : to(values)

/**
 * The text to keep for a trust policy, or the API's refusal of it. With the ISO time `now`, users
 * and roles count only once they are known everywhere.
 */
export function keepTrustPolicy(
  world: World,
  account: Account,
  text: string,
  now?: string
): string {
  const message = rejectTrustPolicy(text)
  if (message) throw malformed(message)
  // accepted a line above, so it has the grammar's shape
  const document = JSON.parse(text) as PolicyDocument
  const Statement = mapOneOrMany(document.Statement, (statement) => {
    const Principal = keepPrincipal(world, account, statement.Principal, now)
    return Principal === undefined ? statement : { ...statement, Principal }
  })
  const kept = JSON.stringify({ ...document, Statement })
  const quota = account.quotas?.ACLSizePerRole ?? TRUST_POLICY_QUOTA
  if (kept.length > quota) {
    throw serviceError('LimitExceeded', `Cannot exceed quota for ACLSizePerRole: ${quota}`)
  }
  return kept
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const TRUST_POLICY_QUOTA = 2048

const uniqueIds = /"((?:AIDA|AROA)[A-Z2-7]{17})"/g

/** The text as it is shown: with ARNs for the principals that are still there. */
export const showTrustPolicy = (world: World, kept: string) =>
  kept.includes('"AIDA') || kept.includes('"AROA')
    ? kept.replace(uniqueIds, (quoted, id: string) => {
        const arn = onShelf(world.principals, id)
        return arn === undefined ? quoted : JSON.stringify(arn)
      })
    : kept
