/** A new password at sign-in: when it is due, and whether it can be set. */
import { userArn } from './arn'
import { userCaller } from './caller'
import { consider } from './consider'
import { isServiceError, serviceError } from './errors'
import type { Decision } from './evaluate/decision'
import type { Account, LoginProfile, User, World } from './model'
import {
  checkPassword,
  checkReuse,
  passwordChanged,
  setPassword,
} from './operations/passwords'
import type { SignInForm } from './sign-in'
import type { Known } from './sign-in-who'

const DAY = 86_400_000

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html */
function hasExpired({ passwordPolicy }: Account, profile: LoginProfile, now: string) {
  const days = passwordPolicy?.maxAge
  if (!days) return false
  return Date.parse(now) - Date.parse(passwordChanged(profile)) >= days * DAY
}

function isChangeDue(account: Account, profile: LoginProfile, now: string) {
  const isOld = hasExpired(account, profile, now)
  if (isOld && account.passwordPolicy?.hardExpiry) {
    throw serviceError(
      'PasswordExpired',
      'Your password has expired. Contact your administrator to have it reset.'
    )
  }
  return isOld || profile.resetRequired
}

/** AWS's one sentence for whatever keeps a new password from being set. */
const notChanged = (decision?: Decision) =>
  serviceError(
    'PasswordChangeFailed',
    'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator',
    decision
  )

/**
 * A new password asks for `iam:ChangePassword`, even where AWS itself demands the change.
 * https://repost.aws/knowledge-center/iam-user-password-error
 */
export function decideChange(
  world: World,
  { account, identity, devices, user }: Known,
  now: string
) {
  if (!user) return undefined
  const arn = userArn(account.id, user.path, user.name)
  const session = {
    accessKeyId: '',
    secretAccessKey: '',
    sessionToken: '',
    account: account.id,
    issued: now,
    expires: now,
    mfa: devices.some(({ enabled }) => enabled !== undefined),
    console: true,
    identity,
  }
  const caller = userCaller(account, user, arn, session)
  return consider(world, caller, 'iam:ChangePassword', { arn }, now)
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_ChangePassword.html */
const possible = /^[\t\n\r -ÿ]{1,128}$/

/** A password that comes back at once is no change. */
function conforms(account: Account, profile: LoginProfile, password: string) {
  if (profile.password === password || !possible.test(password)) return false
  try {
    checkPassword(account, password)
    checkReuse(account, profile, password)
    return true
  } catch (error) {
    if (isServiceError(error)) return false
    throw error
  }
}

/** Sets the new password where one is due, or says that it has to be asked for. */
export function renewPassword(
  account: Account,
  user: User,
  form: SignInForm,
  decision: Decision | undefined,
  now: string
) {
  const profile = user.loginProfile
  if (!profile || !isChangeDue(account, profile, now)) return false
  const { newPassword } = form
  if (!newPassword) {
    throw serviceError(
      'PasswordChangeRequired',
      'You must change your password to continue'
    )
  }
  if (decision?.verdict !== 'Allow') throw notChanged(decision)
  if (!conforms(account, profile, newPassword)) throw notChanged()
  setPassword(profile, newPassword, now)
  profile.resetRequired = false
  return true
}
