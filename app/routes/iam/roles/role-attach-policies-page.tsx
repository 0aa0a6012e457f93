import type { Policy } from '@aws-sdk/client-iam'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { FormPage } from '~/components/form/form-page'
import { PolicyTable } from '~/components/policies/policy-table'
import { QueryError } from '~/components/query-error'
import { useApiMutation } from '~/data/client'
import { useAttachedRolePolicies } from '~/data/roles'
import { useRoleName } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { flash } from '~/stores/flash'

export default function RoleAttachPoliciesPage() {
  const name = useRoleName()
  const navigate = useNavigate()
  const attached = useAttachedRolePolicies(name)
  const [selected, setSelected] = useState<Policy[]>([])
  const current = attached.data ?? []
  const attach = useApiMutation<void>(
    async ({ iam }) => {
      for (const { Arn } of selected) {
        await iam.attachRolePolicy({ RoleName: name, PolicyArn: Arn })
      }
    },
    {
      onSuccess: () => {
        flash({
          type: 'success',
          header:
            selected.length > 1
              ? 'Policies have been successfully attached to role.'
              : 'Policy was successfully attached to role.',
        })
        void navigate(pb.role(name))
      },
    }
  )
  return (
    <FormPage
      title={`Attach policy to ${name}`}
      submitLabel="Add permissions"
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
        <QueryError error={attached.error} what="policies" />
        <ul>
          {current.map(({ PolicyName, PolicyArn }) => (
            <li key={PolicyArn}>{PolicyName}</li>
          ))}
        </ul>
      </ExpandableSection>
      <PolicyTable
        title="Other permissions policies"
        selection={{ type: 'multi', selected, onChange: setSelected }}
        without={current.flatMap(({ PolicyArn }) => PolicyArn ?? [])}
      />
    </FormPage>
  )
}
