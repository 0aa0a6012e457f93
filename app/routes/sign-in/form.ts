import type { ReactNode } from 'react'

import type { SignInInput } from '~/data/identity'

export type SignInFields = {
  account: string
  userName: string
  email: string
  password: string
}

export type FormProps = {
  fields: SignInFields
  change: (part: Partial<SignInFields>) => void
  submit: () => void
  busy: boolean
  error: ReactNode
}

export const toInput = (
  { account, userName, email, password }: SignInFields,
  asRoot: boolean
): SignInInput =>
  asRoot
    ? { email: email.trim(), password }
    : { account: account.trim(), userName, password }
