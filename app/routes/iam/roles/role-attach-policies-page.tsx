import type { Policy } from '@aws-sdk/client-iam'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { useState } from 'react'
import { FormPage } from '~/components/form/form-page'
import { PolicyTable } from '~/components/policies/policy-table'
import { QueryError } from '~/components/query-error'
import { useApiMutation } from '~/data/client'
import { createProgress } from '~/data/progress'
import { useAttachedRolePolicies } from '~/data/roles'
import { useLeave } from '~/lib/leave'
import { useRoleName } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { flash } from '~/stores/flash'

export default function RoleAttachPoliciesPage() {
  const name = useRoleName()
  const leave = useLeave()
  const [progress] = useState(createProgress)
  const attached = useAttachedRolePolicies(name)
  const [selected, setSelected] = useState<Policy[]>([])
  const current = attached.data ?? []
  const attach = useApiMutation<void>(
    ({ iam }) =>
      progress.run(
        selected.map(({ PolicyName, Arn }) => ({
          what: `Attach policy ${PolicyName}`,
          of: Arn,
          call: () => iam.attachRolePolicy({ RoleName: name, PolicyArn: Arn }),
        }))
      ),
    {
      failed: 'Failed to attach the policy.',
      onSuccess: () => {
        flash({
          type: 'success',
          header:
            selected.length > 1
              ? 'Policies have been successfully attached to role.'
              : 'Policy was successfully attached to role.',
        })
        leave(pb.role(name))
      },
    }
  )
  return (
    <FormPage
      title={`Attach policy to ${name}`}
      submitLabel="Add permissions"
      place="iam.attachRolePolicies.submit"
      cancelPlace="iam.attachRolePolicies.cancel"
      cancelHref={pb.role(name)}
      onSubmit={() => {
        if (selected.length > 0) attach.mutate()
      }}
      busy={attach.isPending}
      error={attach.error}
      errorHeader="Failed to attach the policy."
      dirty={selected.length > 0 && !attach.isSuccess}
    >
      <ExpandableSection
        variant="container"
        headerText={`Current permissions policies (${current.length})`}
      >
        <QueryError error={attached.error} retry={attached.refetch} what="policies" />
        <ul>
          {current.map(({ PolicyName, PolicyArn }) => (
            <li key={PolicyArn}>{PolicyName}</li>
          ))}
        </ul>
      </ExpandableSection>
      <PolicyTable
        place="iam.attachRolePolicies"
        title="Other permissions policies"
        selection={{ type: 'multi', selected, onChange: setSelected }}
        without={current.flatMap(({ PolicyArn }) => PolicyArn ?? [])}
      />
    </FormPage>
  )
}
