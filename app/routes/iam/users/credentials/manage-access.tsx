import Box from '@cloudscape-design/components/box'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { PlaceLabel } from '~/components/ui/place-label'
import { useApiMutation } from '~/data/client'
import { createProgress } from '~/data/progress'
import { placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'
import { newPasswordForm, passwordProblem } from './password'
import { PasswordFields } from './password-fields'
import { PasswordShown } from './password-shown'
import { revokeSessions } from './revoke-sessions'
import { useSetPassword } from './use-set-password'

type Props = { name: string; onDone: () => void }

function useDisable(name: string, onDone: () => void) {
  const [progress] = useState(createProgress)
  return useApiMutation<boolean>(
    async (client, revoke) => {
      await progress.run([
        {
          what: `Disable console access of ${name}`,
          call: () => client.iam.deleteLoginProfile({ UserName: name }),
        },
        ...(revoke ? [revokeSessions(client, name)] : []),
      ])
    },
    {
      onSuccess: () => {
        flash({ type: 'success', header: 'Console access disabled.' })
        onDone()
      },
    }
  )
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html */
export function ManageAccess({ name, onDone }: Props) {
  const [isReset, setIsReset] = useState(true)
  const [form, setForm] = useState(newPasswordForm)
  const [revoke, setRevoke] = useState(false)
  const [tried, setTried] = useState(false)
  const set = useSetPassword(name, 'reset')
  const disable = useDisable(name, onDone)
  if (set.data !== undefined)
    return <PasswordShown name={name} mode="reset" password={set.data} onDone={onDone} />
  const submit = () => {
    setTried(true)
    if (!isReset) return disable.mutate(revoke)
    if (!passwordProblem(form)) set.mutate({ form, revoke })
  }
  return (
    <FormModal
      header={`Manage console access for ${name}`}
      place={isReset ? 'iam.resetPassword' : 'iam.disableConsoleAccess'}
      onDismiss={onDone}
      onSubmit={submit}
      busy={set.isPending || disable.isPending}
      error={isReset ? set.error : disable.error}
      errorHeader={
        isReset ? 'Failed to reset the password.' : 'Failed to disable console access.'
      }
    >
      <FormField label="Console access">
        <RadioGroup
          ariaLabel="Console access"
          value={isReset ? 'reset' : 'disable'}
          onChange={({ detail }) => setIsReset(detail.value === 'reset')}
          items={[
            { value: 'reset', label: <PlaceLabel place="iam.user.resetPassword" /> },
            {
              value: 'disable',
              label: <PlaceLabel place="iam.user.disableConsoleAccess" />,
            },
          ]}
        />
      </FormField>
      {isReset ? (
        <PasswordFields
          value={form}
          onChange={setForm}
          errorText={tried ? passwordProblem(form) : undefined}
          resetLabel="User must create new password at next sign-in"
        />
      ) : (
        <Box>
          The password of <b>{name}</b> is deleted. The user can no longer sign in to the
          console; access keys keep working.
        </Box>
      )}
      <Checkbox
        checked={revoke}
        {...placeInput('iam.user.revokeConsoleSessions')}
        onChange={({ detail }) => setRevoke(detail.checked)}
        description="Adds the inline policy AWSRevokeOlderSessions to the user, which denies everything to sessions that have begun before now."
      >
        {word('iam.user.revokeConsoleSessions')}
      </Checkbox>
    </FormModal>
  )
}
