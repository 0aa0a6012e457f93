import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'

import { Field, SignInForm } from './form'
import type { FormProps } from './form'

type Props = FormProps & { onCancel: () => void }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html */
export function NewPasswordForm({ fields, change, onCancel, ...form }: Props) {
  // the old password is asked for again: whoever is at the screen may be somebody else by now
  const [old, setOld] = useState('')
  const { userName, account, password, newPassword, again } = fields
  const isSame = newPassword === again
  return (
    <SignInForm
      {...form}
      title="You must change your password to continue"
      action="Confirm password change"
      isComplete={old === password && newPassword !== '' && isSame}
      more={
        <Button fullWidth formAction="none" onClick={onCancel}>
          Cancel
        </Button>
      }
    >
      <Box>
        AWS account {account}, IAM user name {userName}
      </Box>
      <Field
        label="Old password"
        what="old password"
        type="password"
        value={old}
        autoComplete="current-password"
        takesFocus
        problem={old === password ? '' : 'The old password is not right.'}
        onChange={setOld}
      />
      <Field
        label="New password"
        what="new password"
        type="password"
        value={newPassword}
        autoComplete="new-password"
        onChange={(value) => change({ newPassword: value })}
      />
      <Field
        label="Retype new password"
        what="new password again"
        type="password"
        value={again}
        autoComplete="new-password"
        problem={isSame ? '' : 'The new passwords do not match.'}
        onChange={(value) => change({ again: value })}
      />
    </SignInForm>
  )
}
