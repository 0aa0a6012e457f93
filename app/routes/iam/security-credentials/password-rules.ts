import type { PasswordPolicy } from '@aws-sdk/client-iam'

export type PasswordChange = { old: string; password: string; again: string }

export const noChange: PasswordChange = { old: '', password: '', again: '' }

/** What can be seen to be wrong before IAM is asked. */
export const changeProblems = ({ old, password, again }: PasswordChange) => ({
  old: old === '' ? 'Enter your current password.' : undefined,
  password: password === '' ? 'Enter a new password.' : undefined,
  again: again === password ? undefined : 'The new passwords do not match.',
})

const usual = [
  'Must be at least 8 characters long',
  'Must include three of: uppercase letters (A-Z), lowercase letters (a-z), numbers (0-9), symbols',
]

/** What an account asks of passwords; `null` where it has no policy of its own. */
export function rulesOf(policy: PasswordPolicy | null) {
  if (!policy) return usual
  const { MinimumPasswordLength = 8, PasswordReusePrevention: remembered } = policy
  return [
    `Must be at least ${MinimumPasswordLength} characters long`,
    ...(policy.RequireUppercaseCharacters
      ? ['Must include at least one uppercase letter (A-Z)']
      : []),
    ...(policy.RequireLowercaseCharacters
      ? ['Must include at least one lowercase letter (a-z)']
      : []),
    ...(policy.RequireNumbers ? ['Must include at least one number (0-9)'] : []),
    ...(policy.RequireSymbols
      ? ["Must include at least one symbol ! @ # $ % ^ & * ( ) _ + - = [ ] { } | '"]
      : []),
    ...(remembered ? [`Must not be one of the last ${remembered} passwords`] : []),
  ]
}
