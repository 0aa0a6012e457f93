/**
 * Who makes a call: found from credentials, never from a name.
 */
import { assumedRoleArn, federatedUserArn, rootArn, roleArn, userArn } from './arn'
import { serviceError } from './errors'
import type { AuthorizationRequest } from './evaluate/decision'
import type {
  AccessKey,
  Account,
  Credentials,
  Role,
  Session,
  Tag,
  User,
  World,
} from './model'
import { entryOf } from './records'
import { allOf, onShelf } from './shelf'
import { findById } from './world'

type CallerBase = { arn: string; account: string; userId: string; session?: Session }

/** What an identity provider says of somebody, once its signature has been checked. */
export type Proof = {
  /** Condition keys for the role's trust policy. */
  context: Record<string, string | string[]>
  /** Those of them that stay with the session. */
  kept: Record<string, string | string[]>
  subject: string
  sessionName?: string
  sourceIdentity?: string
  tags: Tag[]
  transitiveTagKeys: string[]
  /** When the provider wants the session to end at the latest. */
  ends?: string
  /** What the answer repeats, by the names of its fields. */
  answer: Record<string, string>
}

/** Somebody without credentials for whom an identity provider vouches. */
export type ProvenCaller = CallerBase & {
  kind: 'saml' | 'oidc'
  /** As the provider is named in a trust policy, and in the record of the call. */
  provider: string
  proof: Proof
}

export type Caller =
  | (CallerBase & { kind: 'root' })
  | (CallerBase & { kind: 'user'; user: User; name: string })
  | (CallerBase & { kind: 'role'; role: Role; roleArn: string; sessionName: string })
  /** `user` is whose permissions it shares; without one they are the root user's. */
  | (CallerBase & { kind: 'federated-user'; user?: User; name: string })
  | ProvenCaller
  /** Of these two only questions speak: a service, and somebody who does not sign. */
  | (CallerBase & { kind: 'service'; service: string })
  | (CallerBase & { kind: 'anonymous' })

export const invalidToken = () =>
  serviceError(
    'InvalidClientTokenId',
    'The security token included in the request is invalid.'
  )

/** https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
const noCredentials = () =>
  serviceError('MissingAuthenticationToken', 'Request is missing Authentication Token')

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

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html */
export const isAssumedRoot = ({ session }: Pick<Caller, 'session'>) =>
  session?.identity.type === 'root' && 'assumed' in session.identity

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

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_FederatedUser.html */
export const federatedUserCaller = (
  account: Account,
  name: string,
  user: User | undefined,
  session?: Session
): Caller => ({
  kind: 'federated-user',
  arn: federatedUserArn(account.id, name),
  account: account.id,
  userId: `${account.id}:${name}`,
  name,
  ...(user ? { user } : {}),
  session,
})

/** Somebody who does not sign. */
export const anonymousCaller: Caller = {
  kind: 'anonymous',
  arn: '',
  account: '',
  userId: '',
}

/** The caller behind a session, as long as the user or role still lives. */
export function callerOfSession(world: World, session: Session): Caller {
  const account = entryOf(world.accounts, session.account)
  if (!account) throw invalidToken()
  const { identity } = session
  if (identity.type === 'root') return rootCaller(account, session)
  const id = identity.type === 'role' ? identity.roleId : identity.userId
  if (id === undefined) return federatedCaller(account, session, undefined)
  const found = findById(world, id)
  if (found?.kind === 'user' && identity.type === 'federated-user') {
    return federatedCaller(account, session, found.user)
  }
  if (found?.kind === 'user') {
    return userCaller(account, found.user, onShelf(world.principals, id) ?? '', session)
  }
  if (found?.kind === 'role' && identity.type === 'role') {
    return roleCaller(account, found.role, identity.sessionName, session)
  }
  throw invalidToken()
}

function federatedCaller(account: Account, session: Session, user: User | undefined) {
  const { identity } = session
  if (identity.type !== 'federated-user') throw invalidToken()
  return federatedUserCaller(account, identity.name, user, session)
}

/** A long-term key and whose it is: the root user's where there is no `user`. */
export function findAccessKey(world: World, id: string) {
  const isIt = (key: AccessKey) => key.id === id
  for (const account of Object.values(world.accounts)) {
    const rootKey = account.rootAccessKeys?.find(isIt)
    if (rootKey) return { key: rootKey, account }
    for (const user of allOf(account.users)) {
      const key = user.accessKeys.find(isIt)
      if (key) return { key, account, user }
    }
  }
  return undefined
}

function callerOfAccessKey(world: World, credentials: Credentials): Caller {
  const found = findAccessKey(world, credentials.accessKeyId)
  if (!found) throw invalidToken()
  const { key, account, user } = found
  checkKey(key, credentials)
  return user
    ? userCaller(account, user, onShelf(world.principals, user.id) ?? '')
    : rootCaller(account)
}

function checkKey({ status, secret }: AccessKey, { secretAccessKey }: Credentials) {
  if (status !== 'Active') throw invalidToken()
  if (secret !== secretAccessKey) throw wrongSignature()
}

/** Finds the caller, or refuses as AWS refuses bad credentials. `now` is an ISO time. */
export function authenticate(
  world: World,
  credentials: Credentials | undefined,
  now: string
): Caller {
  if (!credentials) throw noCredentials()
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
  switch (caller.kind) {
    case 'role':
      return { type: 'role-session', arn, account, role: caller.roleArn }
    case 'service':
      return { type: 'service', service: caller.service }
    case 'anonymous':
      return { type: 'anonymous' }
    case 'federated-user': {
      const { user } = caller
      const own = user ? { user: userArn(account, user.path, user.name) } : {}
      return { type: caller.kind, arn, account, ...own }
    }
    case 'saml':
    case 'oidc':
      return { type: caller.kind, arn: caller.provider, account }
    default:
      return { type: caller.kind, arn, account }
  }
}

/** What a role session is named after when this caller takes it up in the console. */
export function sessionNameFor(caller: Caller) {
  switch (caller.kind) {
    case 'user':
    case 'federated-user':
      return caller.name
    case 'role':
      return caller.sessionName
    default:
      return caller.kind
  }
}
