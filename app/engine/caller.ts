/**
 * Who makes a call: found from credentials, never from a name.
 */
import { assumedRoleArn, rootArn, roleArn } from './arn'
import { serviceError } from './errors'
import type { AuthorizationRequest } from './evaluate/decision'
import type { Account, Credentials, Role, Session, User, World } from './model'
import { entryOf } from './records'
import { allOf, onShelf } from './shelf'
import { findById } from './world'

type CallerBase = { arn: string; account: string; userId: string; session?: Session }

export type Caller =
  | (CallerBase & { kind: 'root' })
  | (CallerBase & { kind: 'user'; user: User; name: string })
  | (CallerBase & { kind: 'role'; role: Role; roleArn: string; sessionName: string })

export const invalidToken = () =>
  serviceError(
    'InvalidClientTokenId',
    'The security token included in the request is invalid.'
  )

const wrongSignature = () =>
  serviceError(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'
  )

export const rootCaller = (account: Account, session?: Session): Caller => ({
  kind: 'root',
  arn: rootArn(account.id),
  account: account.id,
  userId: account.id,
  session,
})

export const userCaller = (
  account: Account,
  user: User,
  arn: string,
  session?: Session
): Caller => ({
  kind: 'user',
  arn,
  account: account.id,
  userId: user.id,
  user,
  name: user.name,
  session,
})

export const roleCaller = (
  account: Account,
  role: Role,
  sessionName: string,
  session?: Session
): Caller => ({
  kind: 'role',
  arn: assumedRoleArn(account.id, role.name, sessionName),
  account: account.id,
  userId: `${role.id}:${sessionName}`,
  role,
  roleArn: roleArn(account.id, role.path, role.name),
  sessionName,
  session,
})

/** The caller behind a session, as long as the user or role still lives. */
function callerOfSession(world: World, session: Session): Caller {
  const account = entryOf(world.accounts, session.account)
  if (!account) throw invalidToken()
  const { identity } = session
  if (identity.type === 'root') return rootCaller(account, session)
  const id = identity.type === 'user' ? identity.userId : identity.roleId
  const found = findById(world, id)
  if (found?.kind === 'user') {
    return userCaller(account, found.user, onShelf(world.principals, id) ?? '', session)
  }
  if (found?.kind === 'role' && identity.type === 'role') {
    return roleCaller(account, found.role, identity.sessionName, session)
  }
  throw invalidToken()
}

function callerOfAccessKey(world: World, credentials: Credentials): Caller {
  for (const account of Object.values(world.accounts)) {
    for (const user of allOf(account.users)) {
      const key = user.accessKeys.find((k) => k.id === credentials.accessKeyId)
      if (!key) continue
      if (key.status !== 'Active') throw invalidToken()
      if (key.secret !== credentials.secretAccessKey) throw wrongSignature()
      return userCaller(account, user, onShelf(world.principals, user.id) ?? '')
    }
  }
  throw invalidToken()
}

/** Finds the caller, or refuses as AWS refuses bad credentials. `now` is an ISO time. */
export function authenticate(world: World, credentials: Credentials, now: string): Caller {
  const session = entryOf(world.sessions, credentials.accessKeyId)
  if (!session) return callerOfAccessKey(world, credentials)
  if (session.sessionToken !== credentials.sessionToken) throw invalidToken()
  if (session.secretAccessKey !== credentials.secretAccessKey) throw wrongSignature()
  if (session.expires <= now) {
    throw serviceError(
      'ExpiredToken',
      'The security token included in the request is expired'
    )
  }
  return callerOfSession(world, session)
}

/** The caller as the evaluator sees it. */
export function principalOf(caller: Caller): AuthorizationRequest['principal'] {
  const { arn, account } = caller
  if (caller.kind === 'root') return { type: 'root', arn, account }
  if (caller.kind === 'user') return { type: 'user', arn, account }
  return { type: 'role-session', arn, account, role: caller.roleArn }
}

/** What a role session is named after when this caller takes it up in the console. */
export function sessionNameFor(caller: Caller) {
  if (caller.kind === 'user') return caller.name
  return caller.kind === 'root' ? 'root' : caller.sessionName
}

/** What people call it: a user's name, `root`, or `Role/session`. */
export function displayNameOf(caller: Caller) {
  if (caller.kind === 'user') return caller.name
  return caller.kind === 'root' ? 'root' : `${caller.role.name}/${caller.sessionName}`
}
