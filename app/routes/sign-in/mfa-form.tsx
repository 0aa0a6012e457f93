import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'

import { placeInput } from '~/lib/places'

import { Field, SignInForm } from './form'
import type { FormProps } from './form'

type Props = FormProps & { onCancel: () => void }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/console_sign-in-mfa.html */
export const MfaForm = ({ fields, change, onCancel, ...form }: Props) => (
  <SignInForm
    {...form}
    title="Multi-factor authentication"
    action="Submit"
    isComplete={fields.mfaCode.trim() !== ''}
    more={
      <Button fullWidth formAction="none" onClick={onCancel}>
        Cancel
      </Button>
    }
  >
    <Box>This identity has an MFA device. Enter the code that it shows now.</Box>
    <Field
      label="MFA code"
      place={placeInput('signIn.mfaCode')}
      value={fields.mfaCode}
      inputMode="numeric"
      autoComplete="one-time-code"
      takesFocus
      onChange={(mfaCode) => change({ mfaCode })}
    />
  </SignInForm>
)
