import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { usePasswordPolicy } from '~/data/account-settings'
import { useApiMutation } from '~/data/client'
import { placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'
import { changeProblems, noChange, type PasswordChange, rulesOf } from './password-rules'

/** Who may not read the policy learns its rules one by one. */
function Rules() {
  const policy = usePasswordPolicy()
  if (policy.data === undefined) return null
  return (
    <ul className="u-list">
      {rulesOf(policy.data).map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  )
}

const fields = [
  { key: 'old', place: 'iam.updatePassword.old', complete: 'current-password' },
  { key: 'password', place: 'iam.updatePassword.new', complete: 'new-password' },
  { key: 'again', place: 'iam.updatePassword.again', complete: 'new-password' },
] as const

const useChange = (onDone: () => void) =>
  useApiMutation<PasswordChange>(
    ({ iam }, { old, password }) =>
      iam.changePassword({ OldPassword: old, NewPassword: password }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: 'Password updated.' })
        onDone()
      },
    }
  )

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_user-change-own.html */
export function UpdatePassword({ onDone }: { onDone: () => void }) {
  const [form, setForm] = useState(noChange)
  const [tried, setTried] = useState(false)
  const change = useChange(onDone)
  const problems = changeProblems(form)
  const submit = () => {
    setTried(true)
    if (!Object.values(problems).some(Boolean)) change.mutate(form)
  }
  return (
    <FormModal
      header="Update password"
      place="iam.updatePassword"
      onDismiss={onDone}
      onSubmit={submit}
      busy={change.isPending}
      error={change.error}
      errorHeader="Failed to update the password."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <SpaceBetween size="m">
          {fields.map(({ key, place, complete }) => (
            <FormField
              key={key}
              label={word(place)}
              constraintText={key === 'password' && <Rules />}
              errorText={tried && problems[key]}
            >
              <Input
                type="password"
                value={form[key]}
                autoComplete={complete}
                {...placeInput(place)}
                onChange={({ detail }) => setForm({ ...form, [key]: detail.value })}
              />
            </FormField>
          ))}
        </SpaceBetween>
        <input type="submit" hidden />
      </form>
    </FormModal>
  )
}
