/** Who a question is about: anything that a policy can name, found in the world or refused. */
import { rootArn } from './arn'
import {
  type Caller,
  callerOfSession,
  type Proof,
  roleCaller,
  rootCaller,
  userCaller,
} from './caller'
import { serviceError } from './errors'
import type { Account, Role, Session, World } from './model'
import { isServicePrincipal } from './policy/service-principals'
import { entryOf } from './records'
import { onShelf } from './shelf'
import { findByArn } from './world'

/** As a console session begun this moment, without MFA, would look. */
function sessionOf(account: string, now: string, identity: Session['identity']): Session {
  return {
    accessKeyId: '',
    secretAccessKey: '',
    sessionToken: '',
    account,
    issued: now,
    expires: now,
    mfa: false,
    console: true,
    identity,
  }
}

export const asRole = (account: Account, role: Role, name: string, now: string) =>
  roleCaller(
    account,
    role,
    name,
    sessionOf(account.id, now, {
      type: 'role',
      roleId: role.id,
      roleName: role.name,
      sessionName: name,
      chained: false,
      tags: [],
      transitiveTagKeys: [],
      policies: [],
    })
  )

/** The youngest living session that is like this: its tags and policies count. */
function liveSession(world: World, now: string, isIt: (session: Session) => boolean) {
  return Object.values(world.sessions)
    .filter((session) => session.expires > now && isIt(session))
    .sort((a, b) => (a.issued < b.issued ? 1 : -1))[0]
}

function assumedRole(world: World, account: Account, arn: string, now: string) {
  const [, roleName, name] = /:assumed-role\/([^/]+)\/([^/]+)$/.exec(arn) ?? []
  const role = onShelf(account.roles, roleName)
  if (!role || name === undefined) return undefined
  const live = liveSession(
    world,
    now,
    ({ identity }) =>
      identity.type === 'role' &&
      identity.roleId === role.id &&
      identity.sessionName === name
  )
  return live ? callerOfSession(world, live) : asRole(account, role, name, now)
}

/** Without its session nobody knows what a federated user may do, so there has to be one. */
function federatedUser(world: World, account: Account, arn: string, now: string) {
  const [, name] = /:federated-user\/([^/]+)$/.exec(arn) ?? []
  const live = liveSession(
    world,
    now,
    (session) =>
      session.account === account.id &&
      session.identity.type === 'federated-user' &&
      session.identity.name === name
  )
  return live && callerOfSession(world, live)
}

function ofSts(world: World, arn: string, now: string): Caller | undefined {
  const [, id] = /^arn:aws:sts::(\d{12}):/.exec(arn) ?? []
  const account = id === undefined ? undefined : entryOf(world.accounts, id)
  return (
    account &&
    (assumedRole(world, account, arn, now) ?? federatedUser(world, account, arn, now))
  )
}

function ofIam(world: World, arn: string, now: string): Caller | undefined {
  const root = Object.values(world.accounts).find(({ id }) => rootArn(id) === arn)
  if (root) return rootCaller(root, sessionOf(root.id, now, { type: 'root' }))
  const found = findByArn(world, arn)
  if (!found?.account) return undefined
  const { account } = found
  if (found.kind === 'role') return asRole(account, found.role, 'understudy', now)
  const identity = { type: 'user' as const, userId: found.user.id }
  return userCaller(account, found.user, arn, sessionOf(account.id, now, identity))
}

/** What its token or assertion would say is for the question's context to add. */
const nothingProven: Proof = {
  subject: '',
  context: {},
  kept: {},
  tags: [],
  transitiveTagKeys: [],
  answer: {},
}

/** Providers that are principals without being anybody's in particular. */
const webProviders = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
])

const vouched = (kind: 'saml' | 'oidc', provider: string, account: string): Caller => ({
  kind,
  arn: provider,
  account,
  userId: '',
  provider,
  proof: nothingProven,
})

function ofProvider(world: World, principal: string): Caller | undefined {
  if (webProviders.has(principal)) return vouched('oidc', principal, '')
  for (const { id, samlProviders, oidcProviders } of Object.values(world.accounts)) {
    if (entryOf(samlProviders, principal)) return vouched('saml', principal, id)
    if (entryOf(oidcProviders, principal)) return vouched('oidc', principal, id)
  }
  return undefined
}

function ofNoAccount(principal: string): Caller | undefined {
  const nobody = { arn: '', account: '', userId: '' }
  if (principal === '*') return { ...nobody, kind: 'anonymous' }
  return isServicePrincipal(principal)
    ? { ...nobody, kind: 'service', service: principal }
    : undefined
}

export function callerNamed(world: World, principal: string, now: string): Caller {
  const caller =
    ofIam(world, principal, now) ??
    ofSts(world, principal, now) ??
    ofProvider(world, principal) ??
    ofNoAccount(principal)
  if (caller) return caller
  throw serviceError(
    'NoSuchEntity',
    principal.startsWith('arn:')
      ? `no user, role or account has the ARN ${principal}`
      : `no principal is called ${principal}`
  )
}
