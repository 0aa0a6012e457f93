import type { AwsClient } from '~/engine'

export type PasswordForm = { kind: 'auto' | 'custom'; password: string; reset: boolean }

export const newPasswordForm: PasswordForm = { kind: 'auto', password: '', reset: true }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_create.html */
const CHANGE_PASSWORD = 'arn:aws:iam::aws:policy/IAMUserChangePassword'

const lower = 'abcdefghijkmnopqrstuvwxyz'
const alphabets = [
  lower.toUpperCase(),
  lower,
  '23456789',
  "!@#$%^&*()_+-=[]{}|'",
  ...Array.from({ length: 8 }, () => lower + lower.toUpperCase() + '23456789'),
]

/**
 * A password that meets any password policy of up to twelve characters. IAM never tells the
 * passwords it holds, so the console makes them; from a seed, because here a session can be
 * played again.
 */
export function generatePassword(seed: string) {
  let state = 0x811c9dc5
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 0x01000193)
  return alphabets.map((alphabet) => alphabet[next() % alphabet.length]).join('')
}

/** Who has to change the password needs the right to do so. */
export const allowChange = ({ iam }: AwsClient, UserName: string) =>
  iam.attachUserPolicy({ UserName, PolicyArn: CHANGE_PASSWORD })

export const passwordProblem = ({ kind, password }: PasswordForm) =>
  kind === 'custom' && !password ? 'Enter a password.' : undefined
