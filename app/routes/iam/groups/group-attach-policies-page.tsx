import type { Policy } from '@aws-sdk/client-iam'
import { useState } from 'react'
import { FormPage } from '~/components/form/form-page'
import { PolicyTable } from '~/components/policies/policy-table'
import { QueryError } from '~/components/query-error'
import { useApiMutation } from '~/data/client'
import { useAttachedGroupPolicies } from '~/data/groups'
import { createProgress } from '~/data/progress'
import { useLeave } from '~/lib/leave'
import { useGroupName } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'

export default function GroupAttachPoliciesPage() {
  const name = useGroupName()
  const leave = useLeave()
  const attached = useAttachedGroupPolicies(name)
  const [selected, setSelected] = useState<Policy[]>([])
  const back = pb.group(name, 'permissions')
  const [progress] = useState(createProgress)
  const attach = useApiMutation<void>(
    ({ iam }) =>
      progress.run(
        selected.map(({ PolicyName, Arn }) => ({
          what: `Attach policy ${PolicyName}`,
          of: Arn,
          call: () => iam.attachGroupPolicy({ GroupName: name, PolicyArn: Arn }),
        }))
      ),
    {
      failed: 'Failed to attach the policy.',
      onSuccess: () => {
        flash({ type: 'success', header: 'Policies attached to this user group.' })
        leave(back)
      },
    }
  )
  return (
    <FormPage
      title={`Attach permission policies to ${name}`}
      submitLabel={word('iam.attachGroupPolicies.submit')}
      place="iam.attachGroupPolicies.submit"
      cancelPlace="iam.attachGroupPolicies.cancel"
      cancelHref={back}
      onSubmit={() => {
        if (selected.length > 0) attach.mutate()
      }}
      busy={attach.isPending}
      error={attach.error}
      errorHeader="Failed to attach the policy."
      dirty={selected.length > 0 && !attach.isSuccess}
    >
      <QueryError error={attached.error} retry={attached.refetch} what="current policies" />
      <PolicyTable
        place="iam.attachGroupPolicies"
        title="Other permission policies"
        description="You can attach up to 10 managed policies to this user group."
        selection={{ type: 'multi', selected, onChange: setSelected }}
        without={(attached.data ?? []).flatMap(({ PolicyArn }) => PolicyArn ?? [])}
      />
    </FormPage>
  )
}
