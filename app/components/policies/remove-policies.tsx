import { useState } from 'react'
import { DeleteModal } from '~/components/form/delete-modal'
import { useApiMutation } from '~/data/client'
import { createProgress } from '~/data/progress'
import type { AwsClient } from '~/engine'
import { formatCount } from '~/lib/text'
import { flash } from '~/stores/flash'
import { type HeldPolicy, keyOf } from './held-policy'

type RemoveProps = {
  policies: HeldPolicy[]
  entity: 'user' | 'role' | 'group'
  remove: (client: AwsClient, policy: HeldPolicy) => Promise<unknown>
  onDone: () => void
  onDismiss: () => void
}

/** Detaches what is managed, deletes what is inline. */
export function RemovePolicies({
  policies,
  entity,
  remove,
  onDone,
  onDismiss,
}: RemoveProps) {
  const [progress] = useState(createProgress)
  const removal = useApiMutation<void>(
    (client) =>
      progress.run(
        policies.map((policy) => ({
          what: `Remove ${policy.name}`,
          of: keyOf(policy),
          call: () => remove(client, policy),
        }))
      ),
    {
      failed: 'Failed to remove the policy.',
      onSuccess: () => {
        flash({
          type: 'success',
          header: `${formatCount(policies.length, 'policy', 'policies')} removed`,
        })
        onDone()
      },
    }
  )
  const hasInline = policies.some(({ arn, group }) => !arn && !group)
  const groups = [...new Set(policies.flatMap(({ group }) => group ?? []))]
  return (
    <DeleteModal
      header={`Remove ${policies.length > 1 ? 'policies' : 'policy'} for ${entity}?`}
      submitLabel={policies.length > 1 ? 'Remove policies' : 'Remove policy'}
      onDismiss={onDismiss}
      onDelete={() => removal.mutate()}
      busy={removal.isPending}
      error={removal.error}
      errorHeader="Failed to remove the policy."
    >
      <span>
        Remove {policies.length > 1 ? 'policies' : 'policy'}{' '}
        <b>{policies.map(({ name }) => name).join(', ')}</b>?
        {hasInline && ' An inline policy is deleted for good.'}
        {groups.length > 0 &&
          ` The user leaves ${groups.join(', ')} and loses all that comes from there.`}
      </span>
    </DeleteModal>
  )
}
