import { useState } from 'react'
import { useApiMutation } from '~/data/client'
import { createProgress } from '~/data/progress'
import type { AwsClient } from '~/engine'
import { clock } from '~/lib/clock'
import { flash } from '~/stores/flash'
import { allowChange, generatePassword, type PasswordForm } from './password'
import type { PasswordMode } from './password-shown'
import { revokeSessions } from './revoke-sessions'

type Asked = { form: PasswordForm; revoke: boolean }

const said = { enable: 'Console access enabled.', reset: 'Console password reset.' }

const stepsOf = (
  client: AwsClient,
  UserName: string,
  mode: PasswordMode,
  Password: string,
  { form, revoke }: Asked
) => {
  const input = { UserName, Password, PasswordResetRequired: form.reset }
  const { iam } = client
  return [
    {
      what: `Set the password of ${UserName}`,
      of: input,
      call: (): Promise<unknown> =>
        mode === 'enable' ? iam.createLoginProfile(input) : iam.updateLoginProfile(input),
    },
    ...(form.reset
      ? [
          {
            what: 'Attach IAMUserChangePassword',
            call: () => allowChange(client, UserName),
          },
        ]
      : []),
    ...(revoke ? [revokeSessions(client, UserName)] : []),
  ]
}

/** Resolves with the password, which nobody is told again. */
export function useSetPassword(name: string, mode: PasswordMode) {
  const [progress] = useState(createProgress)
  // the same password for every try: the user may have it already
  const [opened] = useState(clock.now)
  return useApiMutation<Asked, string>(
    async (client, asked) => {
      const { kind, password: own } = asked.form
      const password = kind === 'auto' ? generatePassword(`${opened} ${name}`) : own
      await progress.run(stepsOf(client, name, mode, password, asked))
      return password
    },
    { onSuccess: () => flash({ type: 'success', header: said[mode] }) }
  )
}
