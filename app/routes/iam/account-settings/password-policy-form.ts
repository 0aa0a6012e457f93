/** The form of a password policy: what its fields hold, what they may hold, what they mean. */
import type {
  PasswordPolicy,
  UpdateAccountPasswordPolicyCommandInput,
} from '@aws-sdk/client-iam'

export type PasswordPolicyForm = {
  kind: 'default' | 'custom'
  minimumLength: string
  uppercase: boolean
  lowercase: boolean
  numbers: boolean
  symbols: boolean
  expires: boolean
  maxAge: string
  hardExpiry: boolean
  allowChange: boolean
  preventsReuse: boolean
  remembered: string
}

/** What the form begins with. `null` is IAM's own policy. */
export const toForm = (policy: PasswordPolicy | null): PasswordPolicyForm => ({
  kind: policy ? 'custom' : 'default',
  minimumLength: String(policy?.MinimumPasswordLength ?? 8),
  uppercase: policy?.RequireUppercaseCharacters ?? false,
  lowercase: policy?.RequireLowercaseCharacters ?? false,
  numbers: policy?.RequireNumbers ?? false,
  symbols: policy?.RequireSymbols ?? false,
  expires: policy?.MaxPasswordAge !== undefined,
  maxAge: String(policy?.MaxPasswordAge ?? 90),
  hardExpiry: policy?.HardExpiry ?? false,
  allowChange: policy?.AllowUsersToChangePassword ?? true,
  preventsReuse: policy?.PasswordReusePrevention !== undefined,
  remembered: String(policy?.PasswordReusePrevention ?? 5),
})

const isWithin = (text: string, from: number, to: number) =>
  /^\d+$/.test(text.trim()) && Number(text) >= from && Number(text) <= to

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html */
export function problemsOf(form: PasswordPolicyForm) {
  const { kind, minimumLength, expires, maxAge, preventsReuse, remembered } = form
  if (kind === 'default') return {}
  return {
    ...(isWithin(minimumLength, 6, 128)
      ? {}
      : { minimumLength: 'Password length must be between 6 and 128 characters.' }),
    ...(!expires || isWithin(maxAge, 1, 1095)
      ? {}
      : { maxAge: 'Password expiration must be between 1 and 1095 days.' }),
    ...(!preventsReuse || isWithin(remembered, 1, 24)
      ? {}
      : { remembered: 'Enter a number from 1 to 24.' }),
  }
}

/** A form without problems, as the API takes it. */
export const toInput = (
  form: PasswordPolicyForm
): UpdateAccountPasswordPolicyCommandInput => ({
  MinimumPasswordLength: Number(form.minimumLength),
  RequireUppercaseCharacters: form.uppercase,
  RequireLowercaseCharacters: form.lowercase,
  RequireNumbers: form.numbers,
  RequireSymbols: form.symbols,
  AllowUsersToChangePassword: form.allowChange,
  ...(form.expires
    ? { MaxPasswordAge: Number(form.maxAge), HardExpiry: form.hardExpiry }
    : {}),
  ...(form.preventsReuse ? { PasswordReusePrevention: Number(form.remembered) } : {}),
})

const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`

/** A policy in sentences, as the settings page lists it. */
export function rulesOf(policy: PasswordPolicy | null): string[] {
  if (!policy) {
    return [
      'Minimum password length is 8 characters',
      'Include a minimum of three of the following mix of character types: uppercase, lowercase, numbers, and non-alphanumeric characters',
      'Must not be identical to your AWS account name or email address',
      'Never expire password',
    ]
  }
  const { MinimumPasswordLength: length = 8, MaxPasswordAge, HardExpiry } = policy
  const { PasswordReusePrevention: remembered, AllowUsersToChangePassword } = policy
  const strength = [
    policy.RequireUppercaseCharacters &&
      'Require at least one uppercase letter from the Latin alphabet (A-Z)',
    policy.RequireLowercaseCharacters &&
      'Require at least one lowercase letter from the Latin alphabet (a-z)',
    policy.RequireNumbers && 'Require at least one number',
    policy.RequireSymbols &&
      "Require at least one non-alphanumeric character (! @ # $ % ^ & * ( ) _ + - = [ ] { } | ')",
  ].filter((rule) => typeof rule === 'string')
  return [
    `Minimum password length is ${count(length, 'character')}`,
    ...strength,
    MaxPasswordAge
      ? `Passwords expire in ${count(MaxPasswordAge, 'day')}`
      : 'Never expire password',
    ...(HardExpiry ? ['Password expiration requires administrator reset'] : []),
    AllowUsersToChangePassword
      ? 'Allow users to change their own password'
      : 'Users may not change their own password',
    ...(remembered
      ? [`Prevent password reuse from the past ${count(remembered, 'password')}`]
      : []),
  ]
}
