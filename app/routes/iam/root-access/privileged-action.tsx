import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { useApiMutation } from '~/data/client'
import type { OrganizationNode } from '~/data/organization'
import {
  allowPasswordRecovery,
  deleteBucketPolicy,
  deleteRootCredentials,
  type RootFeature,
} from '~/data/root-access'
import type { AwsClient } from '~/engine'
import { flash } from '~/stores/flash'

type Action = 'bucket' | 'credentials' | 'recovery'

const actions: {
  value: Action
  label: string
  description: string
  feature: RootFeature
  done: string
}[] = [
  {
    value: 'bucket',
    label: 'Delete S3 bucket policy',
    description: 'Removes a bucket policy that keeps everybody out.',
    feature: 'RootSessions',
    done: 'The bucket policy was deleted.',
  },
  {
    value: 'credentials',
    label: 'Delete root credentials',
    description:
      'Removes the password, access keys, signing certificates and MFA devices of the root user.',
    feature: 'RootCredentialsManagement',
    done: 'Root credentials deleted.',
  },
  {
    value: 'recovery',
    label: 'Allow password recovery',
    description: 'Lets the root user set a password by way of its email address.',
    feature: 'RootCredentialsManagement',
    done: 'Password recovery allowed.',
  },
]

function perform(client: AwsClient, action: Action, account: string, bucket: string) {
  if (action === 'bucket') return deleteBucketPolicy(client, account, bucket)
  return action === 'credentials'
    ? deleteRootCredentials(client, account)
    : allowPasswordRecovery(client, account)
}

type Props = {
  account: OrganizationNode
  enabled: readonly RootFeature[]
  onDone: () => void
}

/** One task as root of a member account, in a session that is good for nothing else. */
export function PrivilegedAction({ account, enabled, onDone }: Props) {
  const open = actions.filter(({ feature }) => enabled.includes(feature))
  const [action, setAction] = useState<Action | undefined>(open[0]?.value)
  const [bucket, setBucket] = useState('')
  const [tried, setTried] = useState(false)
  const isMissing = action === 'bucket' && bucket === ''
  const take = useApiMutation<Action, void>(
    (client, chosen) => perform(client, chosen, account.id, bucket),
    {
      onSuccess: (_, chosen) => {
        const header = actions.find(({ value }) => value === chosen)?.done
        flash({ type: 'success', ...(header ? { header } : {}), content: account.name })
        onDone()
      },
    }
  )
  return (
    <FormModal
      header={`Take privileged action in ${account.name} (${account.id})`}
      place="iam.privilegedAction"
      onDismiss={onDone}
      onSubmit={() => {
        setTried(true)
        if (action && !isMissing) take.mutate(action)
      }}
      busy={take.isPending}
      error={take.error}
      errorHeader="Failed to take the privileged action."
    >
      <FormField label="Privileged action">
        <RadioGroup
          ariaLabel="Privileged action"
          value={action ?? null}
          items={open}
          onChange={({ detail }) =>
            setAction(open.find(({ value }) => value === detail.value)?.value)
          }
        />
      </FormField>
      {action === 'bucket' && (
        <FormField
          label="Bucket name"
          errorText={tried && isMissing ? 'Bucket name is required.' : undefined}
        >
          <Input
            value={bucket}
            autoComplete={false}
            onChange={({ detail }) => setBucket(detail.value)}
          />
        </FormField>
      )}
    </FormModal>
  )
}
