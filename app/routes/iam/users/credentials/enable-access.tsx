import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { newPasswordForm, passwordProblem } from './password'
import { PasswordFields } from './password-fields'
import { PasswordShown } from './password-shown'
import { useSetPassword } from './use-set-password'

type Props = { name: string; onDone: () => void }

/** Sets a password, then shows it this once. */
export function EnableAccess({ name, onDone }: Props) {
  const [form, setForm] = useState(newPasswordForm)
  const [tried, setTried] = useState(false)
  const set = useSetPassword(name, 'enable')
  if (set.data !== undefined)
    return <PasswordShown name={name} mode="enable" password={set.data} onDone={onDone} />
  return (
    <FormModal
      header={`Enable console access for ${name}`}
      place="iam.enableConsoleAccess"
      onDismiss={onDone}
      onSubmit={() => {
        setTried(true)
        if (!passwordProblem(form)) set.mutate({ form, revoke: false })
      }}
      busy={set.isPending}
      error={set.error}
      errorHeader="Failed to enable console access."
    >
      <PasswordFields
        value={form}
        onChange={setForm}
        errorText={tried ? passwordProblem(form) : undefined}
        resetLabel="User must create new password at next sign-in"
      />
    </FormModal>
  )
}
