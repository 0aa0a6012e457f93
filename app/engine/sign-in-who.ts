/** Whom a sign-in form speaks of, once the password is right. */
import { type Found } from './console-session'
import { serviceError } from './errors'
import type { MfaDevice, User, World } from './model'
import { onShelf } from './shelf'
import type { SignInForm } from './sign-in'
import { findAccount } from './world'

/** One sentence for every cause, so that nothing is revealed. */
export const failed = () =>
  serviceError(
    'AuthenticationFailed',
    'Your authentication information is incorrect. Please try again.'
  )

export type Known = Found & { devices: MfaDevice[]; user?: User }

export const accountOfRoot = (world: World, email: string) =>
  Object.values(world.accounts).find(
    (account) => account.email.toLowerCase() === email.trim().toLowerCase()
  )

function findRoot(world: World, form: SignInForm): Known {
  const account = accountOfRoot(world, form.email ?? '')
  if (!account) {
    throw serviceError(
      'AuthenticationFailed',
      'An AWS account with that sign-in information does not exist. Try again or create a new account.'
    )
  }
  if (account.rootPassword === undefined || account.rootPassword !== form.password) {
    throw failed()
  }
  return { account, identity: { type: 'root' }, devices: account.rootMfaDevices ?? [] }
}

function findUser(world: World, form: SignInForm): Known {
  const account = findAccount(world, form.account)
  const user = account && onShelf(account.users, form.userName?.trim())
  if (!account) throw failed()
  if (user?.loginProfile === undefined || user.loginProfile.password !== form.password) {
    throw failed()
  }
  return {
    account,
    identity: { type: 'user', userId: user.id },
    userName: user.name,
    devices: user.mfaDevices,
    user,
  }
}

export const find = (world: World, form: SignInForm): Known =>
  form.email === undefined ? findUser(world, form) : findRoot(world, form)
