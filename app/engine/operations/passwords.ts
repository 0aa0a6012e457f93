/**
 * Login profiles and the password policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
 */
import type { IamOperations } from '../api'
import { userArn } from '../arn'
import { noSuchEntity, serviceError } from '../errors'
import type { OperationTable } from '../kernel'
import type { Account, LoginProfile, User } from '../model'
import { theUser } from './find'
import * as p from './params'
import { constrainIam, optional, given } from './params'
import {
  createRootProfile,
  deleteRootProfile,
  meansRoot,
  onUserOrAssumedRoot,
  rootProfile,
} from './root-password'
import { onUser } from './targets'
import { userOrSelf } from './users'

const violation = (message: string) => serviceError('PasswordPolicyViolation', message)

const SYMBOLS = /[!@#$%^&*()_+\-=[\]{}|']/

/** Which of the four kinds of characters a password has. */
const kindsOf = (password: string) => ({
  uppercase: /[A-Z]/.test(password),
  lowercase: /[a-z]/.test(password),
  number: /\d/.test(password),
  symbol: SYMBOLS.test(password),
})

/** When a password was set last. */
export const passwordChanged = ({ changed, created }: LoginProfile) => changed ?? created

/** As many as a policy can forbid to be used again. */
const PREVIOUS_KEPT = 24

/** The password is the user's from now on; those before it are remembered. */
export function setPassword(profile: LoginProfile, password: string, now: string) {
  profile.previous = [profile.password, ...(profile.previous ?? [])].slice(0, PREVIOUS_KEPT)
  profile.password = password
  profile.changed = now
}

export function checkReuse(
  { passwordPolicy }: Account,
  profile: LoginProfile,
  password: string
) {
  const count = passwordPolicy?.reusePrevention ?? 0
  const last = [profile.password, ...(profile.previous ?? [])].slice(0, count)
  if (last.includes(password)) {
    throw violation(
      'Policy constraint violation with password reuse prevention during password change.'
    )
  }
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** Without a policy of its own an account asks for eight characters of three kinds. */
export function checkPassword(account: Account, password: string) {
  const policy = account.passwordPolicy
  const minimum = policy?.minimumLength ?? 8
  if (password.length < minimum) {
    throw violation(`Password should have a minimum length of ${minimum}`)
  }
  const has = kindsOf(password)
  if (!policy) {
    const isKnown = same(password, account.name) || same(password, account.email)
    if (isKnown || Object.values(has).filter(Boolean).length < 3) {
      throw violation('Password does not conform to the account password policy.')
    }
    return
  }
  const asked = {
    uppercase: policy.requireUppercase && 'uppercase letter',
    lowercase: policy.requireLowercase && 'lowercase letter',
    number: policy.requireNumbers && 'number',
    symbol: policy.requireSymbols && 'symbol',
  }
  for (const kind of ['uppercase', 'lowercase', 'number', 'symbol'] as const) {
    if (asked[kind] && !has[kind]) {
      throw violation(`Password should have at least one ${asked[kind]}`)
    }
  }
}

const password = {
  min: 1,
  max: 128,
  pattern: /^[\t\n\r -ÿ]+$/,
  shown: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
}

const profileShape = (user: User, profile: NonNullable<User['loginProfile']>) => ({
  UserName: user.name,
  CreateDate: new Date(profile.created),
  PasswordResetRequired: profile.resetRequired,
})

/** Left out in sessions of root alone. */
const noPassword = () =>
  serviceError(
    'ValidationError',
    "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null"
  )

function theProfile(user: User) {
  if (!user.loginProfile) {
    throw noSuchEntity(`Login Profile for User ${user.name} cannot be found.`)
  }
  return user.loginProfile
}

export const passwordOperations = {
  CreateLoginProfile: {
    check: constrainIam({ UserName: optional(p.userName), Password: password }),
    secret: ['Password'],
    on: onUserOrAssumedRoot,
    run: (call) => {
      const { account, input, now } = call
      if (meansRoot(call)) return createRootProfile(call, input.Password)
      const user = userOrSelf(call)
      if (user.loginProfile) {
        throw serviceError(
          'EntityAlreadyExists',
          `Login Profile for user ${user.name} already exists.`
        )
      }
      if (input.Password === undefined) throw noPassword()
      checkPassword(account, input.Password)
      user.loginProfile = {
        password: input.Password,
        created: now,
        resetRequired: input.PasswordResetRequired ?? false,
      }
      return { LoginProfile: profileShape(user, user.loginProfile) }
    },
  },

  GetLoginProfile: {
    check: constrainIam({ UserName: optional(p.userName) }),
    on: onUserOrAssumedRoot,
    run: (call) => {
      if (meansRoot(call)) return rootProfile(call.account)
      const user = userOrSelf(call)
      return { LoginProfile: profileShape(user, theProfile(user)) }
    },
  },

  UpdateLoginProfile: {
    check: constrainIam({ UserName: p.userName, Password: password }),
    secret: ['Password'],
    on: onUser,
    run: ({ account, input, now }) => {
      const profile = theProfile(theUser(account, input.UserName))
      if (input.Password !== undefined) {
        checkPassword(account, input.Password)
        checkReuse(account, profile, input.Password)
        setPassword(profile, input.Password, now)
      }
      profile.resetRequired = input.PasswordResetRequired ?? profile.resetRequired
      return {}
    },
  },

  DeleteLoginProfile: {
    check: constrainIam({ UserName: optional(p.userName) }),
    on: onUserOrAssumedRoot,
    run: (call) => {
      if (meansRoot(call)) return deleteRootProfile(call.account)
      const user = userOrSelf(call)
      theProfile(user)
      delete user.loginProfile
      return {}
    },
  },

  ChangePassword: {
    check: constrainIam({
      OldPassword: { ...password, required: true },
      NewPassword: { ...password, required: true },
    }),
    secret: ['OldPassword', 'NewPassword'],
    on: ({ caller, account }) => ({
      arn:
        caller.kind === 'user'
          ? userArn(account.id, caller.user.path, caller.name)
          : caller.arn,
      shown: caller.kind === 'user' ? `user ${caller.name}` : undefined,
    }),
    run: ({ account, caller, input, now }) => {
      if (caller.kind !== 'user') {
        throw serviceError(
          'InvalidUserType',
          'Only IAM Users can change their own password'
        )
      }
      const profile = theProfile(theUser(account, caller.name))
      if (profile.password !== input.OldPassword) {
        throw serviceError('AccessDenied', 'The old password was incorrect.')
      }
      const wanted = given(input.NewPassword)
      checkPassword(account, wanted)
      checkReuse(account, profile, wanted)
      setPassword(profile, wanted, now)
      profile.resetRequired = false
      return {}
    },
  },

  GetAccountPasswordPolicy: {
    on: () => ({ arn: '*' }),
    run: ({ account }) => {
      const policy = account.passwordPolicy
      if (!policy) {
        throw noSuchEntity(
          `The Password Policy with domain name ${account.id} cannot be found.`
        )
      }
      return {
        PasswordPolicy: {
          MinimumPasswordLength: policy.minimumLength,
          RequireSymbols: policy.requireSymbols,
          RequireNumbers: policy.requireNumbers,
          RequireUppercaseCharacters: policy.requireUppercase,
          RequireLowercaseCharacters: policy.requireLowercase,
          AllowUsersToChangePassword: policy.allowChange,
          ExpirePasswords: policy.maxAge !== undefined,
          ...(policy.maxAge !== undefined ? { MaxPasswordAge: policy.maxAge } : {}),
          ...(policy.reusePrevention !== undefined
            ? { PasswordReusePrevention: policy.reusePrevention }
            : {}),
          ...(policy.hardExpiry !== undefined ? { HardExpiry: policy.hardExpiry } : {}),
        },
      }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
