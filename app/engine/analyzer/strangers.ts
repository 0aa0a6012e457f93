/**
 * Somebody who stands for a principal that a policy names, with every permission that an own
 * account could give. What such a one may not do, nobody of that name may.
 */
import { accountOf, assumedRoleArn, parseArn, userArn } from '../arn'
import type { Context } from '../context'
import type { AuthorizationRequest } from '../evaluate/decision'
import type { World } from '../model'

/** Nobody's account, in an organization that nobody has. */
const NO_ACCOUNT = '000000000000'
const NO_ORGANIZATION = 'o-understudyprobe'

export type Stranger = {
  principal: AuthorizationRequest['principal']
  account: string | undefined
  context: Context
}

const organizationOf = (world: World, account: string) =>
  world.organization && Object.hasOwn(world.organization.accounts, account)
    ? world.organization.id
    : NO_ORGANIZATION

const contextOf = (world: World, account: string, arn: string): Context => {
  const organization = organizationOf(world, account)
  return {
    'aws:PrincipalAccount': account,
    'aws:PrincipalArn': arn,
    'aws:PrincipalOrgID': organization,
    'aws:PrincipalOrgPaths': [`${organization}/r-root/`],
    'aws:PrincipalIsAWSService': 'false',
  }
}

function userOf(world: World, account: string, arn: string): Stranger {
  const context = { ...contextOf(world, account, arn), 'aws:PrincipalType': 'User' }
  return { principal: { type: 'user', arn, account }, account, context }
}

function roleOf(world: World, role: string, arn: string): Stranger {
  const account = accountOf(role) ?? NO_ACCOUNT
  const context = {
    ...contextOf(world, account, role),
    'aws:PrincipalType': 'AssumedRole',
  }
  return { principal: { type: 'role-session', arn, account, role }, account, context }
}

/** `understudy-probe` of an account; anybody's where the account is left out. */
export const anyoneOf = (world: World, account = NO_ACCOUNT) =>
  userOf(world, account, userArn(account, '/', 'understudy-probe'))

/** A user, a role or a session, by ARN. */
export function strangerByArn(world: World, arn: string): Stranger | undefined {
  const { account, resource = '' } = parseArn(arn) ?? {}
  if (!account || !/^\d{12}$/.test(account)) return undefined
  const [kind, name = '', session = ''] = resource.split('/')
  switch (kind) {
    case 'root':
      return anyoneOf(world, account)
    case 'role': {
      const last = resource.slice(resource.lastIndexOf('/') + 1)
      return roleOf(world, arn, assumedRoleArn(account, last, 'understudy-probe'))
    }
    case 'assumed-role':
      return session
        ? roleOf(world, `arn:aws:iam::${account}:role/${name}`, arn)
        : undefined
    case 'user':
    case 'federated-user':
      return userOf(world, account, arn)
    default:
      return undefined
  }
}

/**
 * The one that an entry of a `Principal` element is about. Services are trusted by design and
 * reported nowhere; an ID is what is left of a user or role that is gone.
 */
export function strangerNamed(
  world: World,
  kind: string,
  text: string
): Stranger | undefined {
  if (kind === 'Federated') {
    const type = text.includes(':saml-provider/') ? 'saml' : 'oidc'
    return { principal: { type, arn: text }, account: undefined, context: {} }
  }
  if (kind !== 'AWS') return undefined
  if (text === '*') return anyoneOf(world)
  return /^\d{12}$/.test(text) ? anyoneOf(world, text) : strangerByArn(world, text)
}

/** The same, as somebody whose key has the value that a condition asks for. */
export function strangerWith(
  world: World,
  stranger: Stranger,
  wanted: Context
): Stranger | undefined {
  const arn = textOf(wanted, 'aws:principalarn')
  if (arn) return strangerByArn(world, arn)
  const account = textOf(wanted, 'aws:principalaccount')
  return account ? anyoneOf(world, account) : stranger
}

export function textOf(context: Context, key: string): string | undefined {
  const found = Object.entries(context).find(([name]) => name.toLowerCase() === key)?.[1]
  return Array.isArray(found) ? found[0] : found
}
