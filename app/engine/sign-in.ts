/**
 * The console's sign-in page: password, MFA code, and a new password where one is due.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/console.html
 */
import { openConsoleSession } from './console-session'
import { isServiceError, serviceError } from './errors'
import type { Credentials } from './model'
import { credentialsOf } from './sessions'
import { decideChange, renewPassword } from './sign-in-password'
import { recordChange, recordFailure } from './sign-in-record'
import { failed, find, type Known } from './sign-in-who'
import type { Store } from './store'
import { stepOfCode } from './totp'

export type SignInForm = {
  /** ID or alias; the root user signs in by e-mail address and may leave it empty. */
  account: string
  userName?: string
  email?: string
  password: string
  /** Where an MFA device is enabled: `MultiFactorAuthenticationRequired` asks for it. */
  mfaCode?: string
  /** Where a new password is due: `PasswordChangeRequired` asks for it. */
  newPassword?: string
}

/**
 * Uses up the code where a device is enabled; any of the devices will do.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/console_sign-in-mfa.html
 */
function checkCode({ devices }: Known, form: SignInForm, now: string): string | undefined {
  const enabled = devices.filter((device) => device.enabled !== undefined)
  if (enabled.length === 0) return undefined
  const code = form.mfaCode?.trim()
  if (!code) {
    throw serviceError(
      'MultiFactorAuthenticationRequired',
      'Enter the code from your MFA device.'
    )
  }
  for (const device of enabled) {
    const step = stepOfCode(device.seed, code, now, device.lastStep)
    if (step === undefined) continue
    device.lastStep = step
    return device.serial
  }
  throw failed()
}

const asksForMore = new Set(['MultiFactorAuthenticationRequired', 'PasswordChangeRequired'])

/** Nothing has failed yet where the page has only to ask for more. */
function recordRefusal(store: Store, form: SignInForm, error: unknown, now: string) {
  if (!isServiceError(error) || asksForMore.has(error.code)) return
  store.change((world) => {
    if (error.code !== 'PasswordChangeFailed') return recordFailure(world, form, now)
    // the page has one sentence for both, and the history says which it was
    const cause = error.decision ? 'AccessDenied' : 'PasswordPolicyViolation'
    const { account, user } = find(world, form)
    if (user) recordChange(world, account, user, now, serviceError(cause, error.message))
  })
}

export function signIn(store: Store, form: SignInForm, now: string): Credentials {
  try {
    const decision = form.newPassword
      ? decideChange(store.world, find(store.world, form), now)
      : undefined
    return store.change((world) => {
      const found = find(world, form)
      const mfaSerial = checkCode(found, form, now)
      const { account, user } = found
      if (user && renewPassword(account, user, form, decision, now)) {
        recordChange(world, account, user, now)
      }
      if (!user) account.rootPasswordLastUsed = now
      const session = openConsoleSession(
        world,
        { ...found, ...(mfaSerial === undefined ? {} : { mfaSerial }) },
        now
      )
      return credentialsOf(session)
    })
  } catch (error) {
    recordRefusal(store, form, error, now)
    throw error
  }
}
