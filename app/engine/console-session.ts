/** Sessions of the console, once it is known whose they are. */
import { rootArn, userArn } from './arn'
import { rootCaller, userCaller } from './caller'
import { serviceError } from './errors'
import type { Account, Credentials, Session, World } from './model'
import { identityOf, record } from './record'
import { credentialsOf, openSession } from './sessions'
import { onShelf } from './shelf'
import type { Store } from './store'
import { findByArn } from './world'

/** Fixed: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_sign-in.html */
export const CONSOLE_SESSION_SECONDS = 12 * 3600

export const SIGN_IN = 'signin.amazonaws.com'

export type Found = { account: Account; identity: Session['identity']; userName?: string }

/** Who a sign-in is to be, and the serial number of the device that its code came from. */
export type SignedIn = Found & { mfaSerial?: string }

/** A console sign-in of a user that is known to be who it says. */
export function openConsoleSession(world: World, found: SignedIn, now: string) {
  const { account, identity, userName, mfaSerial } = found
  const session = openSession(world, {
    account: account.id,
    identity,
    now,
    seconds: CONSOLE_SESSION_SECONDS,
    mfa: mfaSerial !== undefined,
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
    additionalEventData: mfaData(mfaSerial),
  })
  return session
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html */
export const mfaData = (serial: string | undefined) => ({
  MobileVersion: 'No',
  ...(serial === undefined ? {} : { MFAIdentifier: serial }),
  MFAUsed: serial === undefined ? 'No' : 'Yes',
})

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
