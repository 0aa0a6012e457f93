import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { FormModal } from '~/components/form/form-modal'
import { useApiMutation } from '~/data/client'
import { pb } from '~/lib/path-builder'
import { flash } from '~/stores/flash'
import { groupNameProblem } from '~/components/groups/group-name'

type Props = { name: string; onDone: () => void }

export function EditGroup({ name, onDone }: Props) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState(name)
  const problem = groupNameProblem(typed)
  const rename = useApiMutation<void>(
    ({ iam }) => iam.updateGroup({ GroupName: name, NewGroupName: typed }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: `User group renamed to ${typed}.` })
        onDone()
        void navigate(pb.group(typed))
      },
    }
  )
  return (
    <FormModal
      header={`Edit ${name}`}
      submitLabel="Save changes"
      onDismiss={onDone}
      onSubmit={() => {
        if (typed === name) onDone()
        else if (!problem) rename.mutate()
      }}
      busy={rename.isPending}
      error={rename.error}
      errorHeader={`Failed to rename user group ${name}.`}
    >
      <FormField
        label="User group name"
        constraintText="Maximum 128 characters. Use alphanumeric and '+=,.@-_' characters."
        errorText={problem}
      >
        <Input
          value={typed}
          autoComplete={false}
          onChange={({ detail }) => setTyped(detail.value)}
        />
      </FormField>
    </FormModal>
  )
}
