import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { Place } from '~/components/ui/place'
import type { PolicyKind } from '~/engine/policy/finding'
import { serviceName } from '~/components/policies/summary/service-name'
import { useService } from '~/components/policies/use-service'
import { word } from '~/lib/words'
import { ActionBoxes } from './action-boxes'
import type { PartProps } from './part-props'
import { includedServices, serviceOption, serviceOptions } from './service-options'

/** Trust is given by STS alone, and a bucket's policy speaks of S3. */
const usualService: Partial<Record<PolicyKind, string>> = { trust: 'sts', resource: 's3' }

export function AddActions({
  kind,
  statement,
  onChange,
}: PartProps & { kind: PolicyKind }) {
  const [chosen, setChosen] = useState(usualService[kind])
  const { service } = useService(chosen)
  return (
    <SpaceBetween size="xs">
      <Box variant="h4">
        {chosen ? `1. Add actions for ${serviceName(chosen)}` : '1. Add actions'}
      </Box>
      {kind !== 'trust' && (
        <FormField label={word('policyEditor.service')}>
          <Place id="policyEditor.service">
            <Select
              selectedOption={chosen === undefined ? null : serviceOption(chosen)}
              placeholder="Choose a service"
              filteringType="auto"
              filteringPlaceholder="Search services"
              filteringAriaLabel="Search services"
              noMatch="No services match"
              virtualScroll
              options={serviceOptions(includedServices(statement))}
              onChange={({ detail }) => setChosen(detail.selectedOption.value)}
            />
          </Place>
        </FormField>
      )}
      {service && (
        <ActionBoxes
          key={service.prefix}
          service={service}
          statement={statement}
          onChange={onChange}
        />
      )}
      {chosen && !service && (
        <Box color="text-body-secondary">No actions are known of this service.</Box>
      )}
    </SpaceBetween>
  )
}
