import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

import { signIn } from '~/data/identity'
import { useOutlived } from '~/data/outlived'
import type { ScenarioPerson } from '~/scenarios/people'
import { isServiceError } from '~/engine/errors'
import { ownPath } from '~/lib/own-path'
import { pb } from '~/lib/path-builder'

import { toInput } from './form'
import type { SignInFields } from './form'

/** What the page asks for; the engine says when a code or a new password is wanted as well. */
export type Step = 'user' | 'root' | 'mfa' | 'newPassword'

const blank: SignInFields = {
  account: '',
  userName: '',
  email: '',
  password: '',
  mfaCode: '',
  newPassword: '',
  again: '',
}

const fieldsOf = ({ kind, name, account, accountAlias, password }: ScenarioPerson) =>
  kind === 'root'
    ? { ...blank, email: name, password }
    : { ...blank, account: accountAlias ?? account, userName: name, password }

const wants: Record<string, Step> = {
  MultiFactorAuthenticationRequired: 'mfa',
  PasswordChangeRequired: 'newPassword',
}

const wantedBy = (error: Error) => (isServiceError(error) ? wants[error.code] : undefined)

/** A code that ran out while a new password was typed has to be given again. */
const isCodeRefused = (error: Error, step: Step, fields: SignInFields) =>
  step === 'newPassword' &&
  fields.mfaCode !== '' &&
  isServiceError(error) &&
  error.code === 'AuthenticationFailed'

type Attempt = { fields: SignInFields; asRoot: boolean; step: Step; fromCard: boolean }

export function useSignIn() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [fields, setFields] = useState({ ...blank, account: search.get('account') ?? '' })
  const [asRoot, setAsRoot] = useState(false)
  const [step, setStep] = useState<Step>('user')
  const once = useOutlived()
  const attempt = useMutation({
    mutationFn: ({ fields: given, asRoot: root }: Attempt) =>
      once.follow(() => signIn(toInput(given, root))),
    onSuccess: () =>
      navigate(ownPath(search.get('next')) ?? pb.consoleHome(), { replace: true }),
    onError: (error, { fields: given, step: from }) => {
      const next = wantedBy(error)
      if (next) setStep(next)
      if (!isCodeRefused(error, from, given)) return
      setFields({ ...given, mfaCode: '' })
      setStep('mfa')
    },
  })

  const send = once.guard(attempt.mutate)

  const begin = (root: boolean) => {
    setAsRoot(root)
    setStep(root ? 'root' : 'user')
    attempt.reset()
  }
  const { error, variables } = attempt
  return {
    step,
    fields,
    busy: attempt.isPending,
    /** A step that is wanted is no error. */
    error: error && !wantedBy(error) ? error : undefined,
    fromCard: variables?.fromCard ?? false,
    change: (part: Partial<SignInFields>) => setFields((old) => ({ ...old, ...part })),
    submit: () => send({ fields, asRoot, step, fromCard: false }),
    begin,
    /** Back to the first form, with what is no secret. */
    cancel: () => {
      setFields(({ account, userName, email }) => ({ ...blank, account, userName, email }))
      begin(asRoot)
    },
    signInAs: (person: ScenarioPerson) => {
      const chosen = fieldsOf(person)
      const root = person.kind === 'root'
      setFields(chosen)
      begin(root)
      send({ fields: chosen, asRoot: root, step: 'user', fromCard: true })
    },
  }
}
