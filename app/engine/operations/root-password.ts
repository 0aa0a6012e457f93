/**
 * The root user's password, for the sessions that an organization opens to look after it.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html
 */
import type { LoginProfile } from '@aws-sdk/client-iam'
import { rootArn } from '../arn'
import { isAssumedRoot } from '../caller'
import { noSuchEntity, serviceError } from '../errors'
import { newPassword } from '../ids'
import type { Call } from '../kernel'
import type { Account } from '../model'
import { rootBegan } from './shapes'
import { onUser } from './targets'

type Named = Call<{ UserName?: string }>

/** Elsewhere a root user has to say whom it means. */
export const meansRoot = ({ caller, input }: Pick<Named, 'caller' | 'input'>) =>
  input.UserName === undefined && isAssumedRoot(caller)

export const onUserOrAssumedRoot = (call: Named) =>
  meansRoot(call) ? { arn: rootArn(call.account.id) } : onUser(call)

function shape(account: Account) {
  const profile: Omit<LoginProfile, 'UserName'> = {
    CreateDate: new Date(account.rootPasswordSet ?? rootBegan(account)),
    PasswordResetRequired: false,
  }
  // the SDK's type asks for a user name, which the root user does not have
  return profile as LoginProfile
}

const none = () => noSuchEntity('Login Profile for User root cannot be found.')

export function rootProfile(account: Account) {
  if (account.rootPassword === undefined) throw none()
  return { LoginProfile: shape(account) }
}

/** Nobody is told the password: it is there so that root can ask for another by mail. */
export function createRootProfile({ world, account, now }: Named, password?: string) {
  if (password !== undefined) {
    throw serviceError('ValidationError', 'Password must not be specified for root.')
  }
  if (account.rootPassword !== undefined) {
    throw serviceError('EntityAlreadyExists', 'Login Profile for user root already exists.')
  }
  account.rootPassword = newPassword(world)
  account.rootPasswordSet = now
  return { LoginProfile: shape(account) }
}

export function deleteRootProfile(account: Account) {
  if (account.rootPassword === undefined) throw none()
  delete account.rootPassword
  delete account.rootPasswordSet
  return {}
}
