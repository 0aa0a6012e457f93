import type { Group, Policy } from '@aws-sdk/client-iam'
import FormField from '@cloudscape-design/components/form-field'
import type { InputProps } from '@cloudscape-design/components/input'
import Input from '@cloudscape-design/components/input'
import { useRef, useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { PolicyTable } from '~/components/policies/policy-table'
import { useApiMutation } from '~/data/client'
import { createProgress } from '~/data/progress'
import { flash } from '~/stores/flash'
import { groupNameProblem } from './group-name'

type Props = { onDone: (group: Group | undefined) => void; onDismiss: () => void }

/** A group made on the way, so that what was typed in the wizard stays. */
export function CreateGroupModal({ onDone, onDismiss }: Props) {
  const [progress] = useState(createProgress)
  const made = useRef<Group>(undefined)
  const field = useRef<InputProps.Ref>(null)
  const [name, setName] = useState('')
  const [policies, setPolicies] = useState<Policy[]>([])
  const [tried, setTried] = useState(false)
  const failed = `Failed to create user group ${name}.`
  const create = useApiMutation<void>(
    ({ iam }) =>
      progress.run([
        {
          what: `Create user group ${name}`,
          call: async () => {
            made.current = (await iam.createGroup({ GroupName: name })).Group
          },
        },
        ...policies.map(({ PolicyName, Arn }) => ({
          what: `Attach policy ${PolicyName}`,
          of: [name, Arn],
          call: () => iam.attachGroupPolicy({ GroupName: name, PolicyArn: Arn }),
        })),
      ]),
    {
      failed,
      onSuccess: () => {
        flash({ type: 'success', header: `${name} user group created.` })
        onDone(made.current)
      },
    }
  )
  return (
    <FormModal
      header="Create user group"
      submitLabel="Create user group"
      size="large"
      onDismiss={onDismiss}
      onSubmit={() => {
        setTried(true)
        if (!groupNameProblem(name)) create.mutate()
        // the policies below may have moved it out of sight
        else field.current?.focus()
      }}
      busy={create.isPending}
      error={create.error}
      errorHeader={failed}
    >
      <FormField
        label="User group name"
        description="Enter a meaningful name to identify this group."
        constraintText="Maximum 128 characters. Use alphanumeric and '+=,.@-_' characters."
        errorText={tried ? groupNameProblem(name) : undefined}
      >
        <Input
          ref={field}
          value={name}
          autoComplete={false}
          onChange={({ detail }) => setName(detail.value)}
        />
      </FormField>
      <PolicyTable
        title="Permissions policies"
        selection={{ type: 'multi', selected: policies, onChange: setPolicies }}
      />
    </FormModal>
  )
}
