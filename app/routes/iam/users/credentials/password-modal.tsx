import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { useApiMutation } from '~/data/client'
import { clock } from '~/lib/clock'
import { flash } from '~/stores/flash'
import { allowChange, generatePassword, newPasswordForm, passwordProblem } from './password'
import { PasswordFields } from './password-fields'
import { SignInDetails } from './sign-in-details'

type Props = { name: string; mode: 'enable' | 'reset'; onDone: () => void }

const words = {
  enable: {
    header: (name: string) => `Enable console access for ${name}`,
    place: 'iam.enableConsoleAccess',
    failed: 'Failed to enable console access.',
    flash: 'Console access enabled.',
    done: 'You have successfully enabled console access for the user.',
  },
  reset: {
    header: (name: string) => `Reset password for ${name}`,
    place: 'iam.resetPassword',
    failed: 'Failed to reset the password.',
    flash: 'Console password reset.',
    done: "You have successfully set the user's new password.",
  },
} as const

/** Sets a password, then shows it this once. */
export function PasswordModal({ name, mode, onDone }: Props) {
  const [form, setForm] = useState(newPasswordForm)
  const [tried, setTried] = useState(false)
  const word = words[mode]
  const set = useApiMutation<string, string>(
    async (client, Password) => {
      const input = { UserName: name, Password, PasswordResetRequired: form.reset }
      if (mode === 'enable') await client.iam.createLoginProfile(input)
      else await client.iam.updateLoginProfile(input)
      if (form.reset) await allowChange(client, name)
      return Password
    },
    { onSuccess: () => flash({ type: 'success', header: word.flash }) }
  )
  if (set.data !== undefined)
    return (
      <Modal
        visible
        header="Console password"
        closeAriaLabel="Close"
        onDismiss={onDone}
        footer={
          <Box float="right">
            <Button variant="primary" onClick={onDone}>
              Close
            </Button>
          </Box>
        }
      >
        <SpaceBetween size="m">
          <Box>{word.done} This is the only time that the password can be viewed.</Box>
          <SignInDetails userName={name} password={set.data} />
        </SpaceBetween>
      </Modal>
    )
  const submit = () => {
    setTried(true)
    if (passwordProblem(form)) return
    const auto = form.kind === 'auto'
    set.mutate(auto ? generatePassword(`${clock.now()} ${name}`) : form.password)
  }
  return (
    <FormModal
      header={word.header(name)}
      place={word.place}
      onDismiss={onDone}
      onSubmit={submit}
      busy={set.isPending}
      error={set.error}
      errorHeader={word.failed}
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
