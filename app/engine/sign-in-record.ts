/** What the event history says of sign-ins that fail, and of passwords that are changed. */
import { rootArn, userArn } from './arn'
import { userCaller } from './caller'
import { SIGN_IN } from './console-session'
import { serviceError, type ServiceError } from './errors'
import type { Account, User, World } from './model'
import { identityOf, record } from './record'
import { onShelf } from './shelf'
import type { SignInForm } from './sign-in'
import { accountOfRoot } from './sign-in-who'
import { findAccount } from './world'

/** A password is changed by its user, though it is the sign-in page that asks for it. */
export function recordChange(
  world: World,
  account: Account,
  user: User,
  now: string,
  error?: ServiceError
) {
  const caller = userCaller(account, user, userArn(account.id, user.path, user.name))
  record(world, identityOf(caller), account.id, now, {
    eventSource: 'iam.amazonaws.com',
    eventName: 'ChangePassword',
    readOnly: false,
    ...(error ? { error } : {}),
  })
}

/** Whom a failed sign-in was about, as far as the record may say. */
function attemptedBy(world: World, form: SignInForm) {
  if (form.email !== undefined) {
    const account = accountOfRoot(world, form.email)
    return (
      account && {
        known: true,
        identity: { type: 'Root', accountId: account.id, arn: rootArn(account.id) },
      }
    )
  }
  const account = findAccount(world, form.account)
  const user = account && onShelf(account.users, form.userName?.trim())
  return (
    account && {
      known: user !== undefined,
      identity: {
        type: 'IAMUser',
        accountId: account.id,
        // a name that is not there may be a password typed in the wrong field
        userName: user ? user.name : 'HIDDEN_DUE_TO_SECURITY_REASONS',
      },
    }
  )
}

export function recordFailure(world: World, form: SignInForm, now: string) {
  const attempted = attemptedBy(world, form)
  if (!attempted) return
  const { known, identity } = attempted
  record(world, identity, identity.accountId, now, {
    eventSource: SIGN_IN,
    eventName: 'ConsoleLogin',
    readOnly: false,
    responseElements: { ConsoleLogin: 'Failure' },
    additionalEventData: { MobileVersion: 'No', MFAUsed: form.mfaCode ? 'Yes' : 'No' },
    error: serviceError(
      'AuthenticationFailed',
      known ? 'Failed authentication' : 'No username found in supplied account'
    ),
  })
}
