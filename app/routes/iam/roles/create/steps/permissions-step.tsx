import SpaceBetween from '@cloudscape-design/components/space-between'
import { BoundaryField } from '~/components/policies/boundary-field'
import {
  descriptionColumn,
  nameColumn,
  PolicyTable,
  typeColumn,
} from '~/components/policies/policy-table'
import { usedAsColumn } from '~/components/policies/used-as'
import { feature, word } from '~/lib/words'
import type { StepProps } from './step'

const columns = {
  name: nameColumn,
  type: typeColumn,
  description: descriptionColumn,
  usedAs: usedAsColumn,
}

export function PermissionsStep({ form, onChange, problems }: StepProps) {
  const { permissions } = form
  const change = (part: Partial<typeof permissions>) =>
    onChange({ ...form, permissions: { ...permissions, ...part } })
  return (
    <SpaceBetween size="l">
      <PolicyTable
        place="iam.createRole.policies"
        title={word('iam.createRole.policies')}
        columns={feature('createRole.policyColumns').map((id) => columns[id])}
        description="Choose one or more policies to attach to your new role."
        selection={{
          type: 'multi',
          selected: permissions.policies,
          onChange: (policies) => change({ policies }),
        }}
      />
      <BoundaryField
        entity="role"
        value={permissions.boundary}
        onChange={(boundary) => change({ boundary })}
        {...(problems.boundary ? { errorText: problems.boundary } : {})}
      />
    </SpaceBetween>
  )
}
