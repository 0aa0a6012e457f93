import type { Policy } from '@aws-sdk/client-iam'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { word } from '~/lib/words'
import { PolicyTable } from './policy-table'

export type BoundaryChoice = { use: boolean; policy?: Policy }

type Props = {
  /** `role` or `user`. */
  entity: string
  value: BoundaryChoice
  onChange: (value: BoundaryChoice) => void
  errorText?: string
}

/** The collapsed section at the end of a permissions step. */
export function BoundaryField({ entity, value, onChange, errorText }: Props) {
  return (
    <ExpandableSection
      variant="container"
      headerText={word('iam.boundary.title')}
      defaultExpanded={value.use}
    >
      <SpaceBetween size="m">
        <RadioGroup
          ariaLabel="Permissions boundary"
          value={value.use ? 'use' : 'without'}
          onChange={({ detail }) => onChange({ ...value, use: detail.value === 'use' })}
          items={[
            { value: 'without', label: `Create ${entity} without a permissions boundary` },
            {
              value: 'use',
              label: `Use a permissions boundary to control the maximum ${entity} permissions`,
            },
          ]}
        />
        {value.use && (
          <PolicyTable
            title="Permissions policies"
            description={
              errorText ?? 'Select one policy to set as the permissions boundary.'
            }
            selection={{
              type: 'single',
              selected: value.policy ? [value.policy] : [],
              onChange: ([policy]) =>
                onChange(policy ? { use: true, policy } : { use: true }),
            }}
          />
        )}
      </SpaceBetween>
    </ExpandableSection>
  )
}
