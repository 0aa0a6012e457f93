/**
 * What the console's sign-in service does: it signs people in, and lets them switch role.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
 */
import { rootArn, userArn } from './arn'
import { identityOf, record } from './record'
import { authenticate, rootCaller, userCaller } from './caller'
import { serviceError } from './errors'
import type { Account, Credentials, Session, World } from './model'
import { credentialsOf, openSession } from './sessions'
import type { Store } from './store'
import { entryOf } from './records'
import { onShelf } from './shelf'
import { findAccount, findByArn } from './world'

export type SignInForm = {
  /** ID or alias; the root user signs in by e-mail address and may leave it empty. */
  account: string
  userName?: string
  email?: string
  password: string
  mfaCode?: string
}

/** Fixed: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_sign-in.html */
export const CONSOLE_SESSION_SECONDS = 12 * 3600

const SIGN_IN = 'signin.amazonaws.com'

/** One sentence for every cause, so that nothing is revealed. */
const failed = () =>
  serviceError(
    'AuthenticationFailed',
    'Your authentication information is incorrect. Please try again.'
  )

type Found = { account: Account; identity: Session['identity']; userName?: string }

function findRoot(world: World, form: SignInForm): Found {
  const email = form.email?.trim().toLowerCase()
  const account = Object.values(world.accounts).find((a) => a.email.toLowerCase() === email)
  if (!account) {
    throw serviceError(
      'AuthenticationFailed',
      'An AWS account with that sign-in information does not exist. Try again or create a new account.'
    )
  }
  if (account.rootPassword === undefined || account.rootPassword !== form.password) {
    throw failed()
  }
  return { account, identity: { type: 'root' } }
}

function findUser(world: World, form: SignInForm): Found {
  const account = findAccount(world, form.account)
  const user = account && onShelf(account.users, form.userName?.trim())
  if (!account) throw failed()
  if (user?.loginProfile === undefined || user.loginProfile.password !== form.password) {
    throw failed()
  }
  return { account, identity: { type: 'user', userId: user.id }, userName: user.name }
}

/** A console sign-in of a user that is known to be who it says. */
export function openConsoleSession(world: World, found: Found, now: string) {
  const { account, identity, userName } = found
  const session = openSession(world, {
    account: account.id,
    identity,
    now,
    seconds: CONSOLE_SESSION_SECONDS,
    mfa: false,
    console: true,
  })
  const user = onShelf(account.users, userName)
  // tests and labs sign in people who have no password
  if (user?.loginProfile) user.passwordLastUsed = now
  const caller = user
    ? userCaller(account, user, userArn(account.id, user.path, user.name), session)
    : rootCaller(account, session)
  record(world, identityOf(caller), account.id, now, {
    eventSource: SIGN_IN,
    eventName: 'ConsoleLogin',
    readOnly: false,
    responseElements: { ConsoleLogin: 'Success' },
    additionalEventData: { MobileVersion: 'No', MFAUsed: 'No' },
  })
  return session
}

function recordFailure(world: World, form: SignInForm, now: string) {
  const account = findAccount(world, form.account)
  if (!account) return
  const known = onShelf(account.users, form.userName?.trim())
  const identity = {
    type: 'IAMUser',
    accountId: account.id,
    // a name that is not there may be a password typed in the wrong field
    userName: known ? known.name : 'HIDDEN_DUE_TO_SECURITY_REASONS',
  }
  record(world, identity, account.id, now, {
    eventSource: SIGN_IN,
    eventName: 'ConsoleLogin',
    readOnly: false,
    responseElements: { ConsoleLogin: 'Failure' },
    additionalEventData: { MobileVersion: 'No', MFAUsed: 'No' },
    error: known
      ? serviceError('AuthenticationFailed', 'Failed authentication')
      : serviceError('AuthenticationFailed', 'No username found in supplied account'),
  })
}

export function signIn(store: Store, form: SignInForm, now: string): Credentials {
  try {
    return store.change((world) => {
      const found = form.email === undefined ? findUser(world, form) : findRoot(world, form)
      return credentialsOf(openConsoleSession(world, found, now))
    })
  } catch (error) {
    store.change((world) => recordFailure(world, form, now))
    throw error
  }
}

/** How long a switched session may last: the role's maximum, or what is left of the sign-in. */
export function switchSeconds(
  world: World,
  credentials: Credentials,
  roleArn: string,
  now: string
) {
  const session = entryOf(world.sessions, credentials.accessKeyId)
  const found = findByArn(world, roleArn)
  const longest = found?.kind === 'role' ? found.role.maxSessionDuration : 3600
  if (!session) return longest
  // a session that is itself a role's is chained, and ends after an hour at most
  const most = session.identity.type === 'role' ? 3600 : longest
  const left = Math.floor((Date.parse(session.expires) - Date.parse(now)) / 1000)
  // STS gives no session shorter than this
  return Math.max(900, Math.min(most, left))
}

function isAlive(world: World, credentials: Credentials, now: string) {
  try {
    return Boolean(authenticate(world, credentials, now))
  } catch {
    return false
  }
}

/** `SwitchRole` and `ExitRole`: both are the role's events, in the role's account. */
export function recordSwitch(
  store: Store,
  role: Credentials,
  eventName: 'SwitchRole' | 'ExitRole',
  from: string,
  now: string
) {
  // a session that has ended by itself leaves nothing to record
  if (eventName === 'ExitRole' && !isAlive(store.world, role, now)) return
  store.change((world) => {
    const caller = authenticate(world, role, now)
    record(world, identityOf(caller), caller.account, now, {
      eventSource: SIGN_IN,
      eventName,
      readOnly: false,
      responseElements: { [eventName]: 'Success' },
      additionalEventData: { SwitchFrom: from },
    })
  })
}

/** The session of a principal by ARN, without a password: for tests, labs and scenarios. */
export function sessionFor(store: Store, principal: string, now: string): Credentials {
  return store.change((world) => credentialsOf(openFor(world, principal, now)))
}

function openFor(world: World, principal: string, now: string): Session {
  const account = Object.values(world.accounts).find((a) => rootArn(a.id) === principal)
  if (account)
    return openConsoleSession(world, { account, identity: { type: 'root' } }, now)
  const assumed = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/.exec(principal)
  const owner = assumed && world.accounts[assumed[1] ?? '']
  const role = owner && onShelf(owner.roles, assumed[2])
  const found = findByArn(world, principal)
  if (found?.kind === 'user' && found.account) {
    const { account: owner, user } = found
    const identity = { type: 'user' as const, userId: user.id }
    return openConsoleSession(world, { account: owner, identity, userName: user.name }, now)
  }
  const target = found?.kind === 'role' ? found.role : role
  if (!target)
    throw serviceError('NoSuchEntity', `no user, role or account has the ARN ${principal}`)
  return openSession(world, {
    account: found?.account?.id ?? assumed?.[1] ?? '',
    now,
    seconds: 3600,
    mfa: false,
    console: true,
    identity: {
      type: 'role',
      roleId: target.id,
      roleName: target.name,
      sessionName: assumed?.[3] ?? 'understudy',
      chained: false,
      tags: [],
      transitiveTagKeys: [],
      policies: [],
    },
  })
}
