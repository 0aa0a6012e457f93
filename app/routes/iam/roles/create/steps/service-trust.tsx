import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import RadioGroup from '@cloudscape-design/components/radio-group'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { Place } from '~/components/ui/place'
import type { UseCase } from '../service-use-cases'
import { findService, findUseCase, services } from '../service-use-cases'
import type { TrustFormProps } from './trust-form-props'

const options = services.map(({ id, label }) => ({ value: id, label }))

const toPolicy = (Arn: string) => ({ Arn, PolicyName: Arn.slice(Arn.lastIndexOf('/') + 1) })

export function ServiceTrust({ trust, problems, form, onForm }: TrustFormProps) {
  const { service, useCase } = trust.service
  const chosen = findService(service)

  /** A use case brings its description and policies; what was written by hand stays. */
  const choose = (nextService: string, next: UseCase | undefined) => {
    const before = findUseCase(service, useCase)?.description ?? ''
    const { details, permissions } = form
    const keepsDescription = details.description !== '' && details.description !== before
    onForm({
      ...form,
      trust: { ...trust, service: { service: nextService, useCase: next?.id ?? '' } },
      details: keepsDescription
        ? details
        : { ...details, description: next?.description ?? '' },
      permissions: { ...permissions, policies: (next?.policies ?? []).map(toPolicy) },
    })
  }

  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Allow an AWS service like EC2, Lambda, or others to act in this account."
        >
          Use case
        </Header>
      }
    >
      <SpaceBetween size="l">
        <FormField label="Service or use case" errorText={problems.service}>
          <Place id="iam.createRole.service">
            <Select
              placeholder="Choose a service or use case"
              filteringType="auto"
              filteringAriaLabel="Find a service"
              options={options}
              selectedOption={options.find(({ value }) => value === service) ?? null}
              onChange={({ detail }) => {
                const next = findService(detail.selectedOption.value ?? '')
                choose(next?.id ?? '', next?.useCases[0])
              }}
            />
          </Place>
        </FormField>
        {chosen && (
          <FormField
            label="Use case"
            description="Choose a use case for the specified service."
            errorText={problems.useCase}
          >
            <RadioGroup
              value={useCase}
              items={chosen.useCases.map(({ id, label, description }) => ({
                value: id,
                label,
                description,
              }))}
              onChange={({ detail }) => choose(service, findUseCase(service, detail.value))}
            />
          </FormField>
        )}
      </SpaceBetween>
    </Container>
  )
}
