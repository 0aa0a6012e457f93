import type { Role } from '@aws-sdk/client-iam'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { useApiMutation } from '~/data/client'
import { formatDuration } from '~/lib/text'
import { flash } from '~/stores/flash'

const CUSTOM = 'custom'

const options = [
  ...[1, 2, 4, 8, 12].map((hours) => ({
    value: String(hours * 3600),
    label: formatDuration(hours * 3600),
  })),
  { value: CUSTOM, label: 'Custom duration' },
]

const durationProblem = (text: string) => {
  const seconds = Number(text)
  return /^\d+$/.test(text) && seconds >= 3600 && seconds <= 43_200
    ? undefined
    : 'Enter a duration from 3600 to 43200 seconds.'
}

type Props = { role: Role; onDismiss: () => void }

export function EditRole({ role, onDismiss }: Props) {
  const current = String(role.MaxSessionDuration ?? 3600)
  const [description, setDescription] = useState(role.Description ?? '')
  const [duration, setDuration] = useState(current)
  const [custom, setCustom] = useState(!options.some(({ value }) => value === current))
  const problem = custom ? durationProblem(duration) : undefined
  const update = useApiMutation<void>(
    ({ iam }) =>
      iam.updateRole({
        RoleName: role.RoleName,
        Description: description,
        MaxSessionDuration: Number(duration),
      }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: `Role ${role.RoleName} updated.` })
        onDismiss()
      },
    }
  )
  return (
    <FormModal
      header={`Edit ${role.RoleName}`}
      submitLabel="Save changes"
      onDismiss={onDismiss}
      onSubmit={() => {
        if (!problem) update.mutate()
      }}
      busy={update.isPending}
      error={update.error}
      errorHeader={`Failed to update role ${role.RoleName}.`}
    >
      <FormField label="Description">
        <Textarea
          value={description}
          onChange={({ detail }) => setDescription(detail.value)}
        />
      </FormField>
      <FormField label="Maximum session duration">
        <Select
          options={options}
          selectedOption={
            options.find(({ value }) => value === (custom ? CUSTOM : duration)) ?? null
          }
          onChange={({ detail }) => {
            const { value = '3600' } = detail.selectedOption
            setCustom(value === CUSTOM)
            if (value !== CUSTOM) setDuration(value)
          }}
        />
      </FormField>
      {custom && (
        <FormField label="Duration in seconds" errorText={problem}>
          <Input
            value={duration}
            inputMode="numeric"
            autoComplete={false}
            onChange={({ detail }) => setDuration(detail.value)}
          />
        </FormField>
      )}
    </FormModal>
  )
}
