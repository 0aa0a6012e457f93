import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import { serviceName } from '~/components/policies/summary/service-name'
import { Place } from '~/components/ui/place'
import { servicePrefixes } from '~/engine/catalog/generated/service-prefixes'
import { word } from '~/lib/words'
import { ALL_SERVICES } from './block'

const popular = [
  's3',
  'ec2',
  'iam',
  'lambda',
  'dynamodb',
  'rds',
  'cloudwatch',
  'logs',
  'kms',
  'sts',
]

export const serviceOption = (prefix: string) => ({
  value: prefix,
  label: blockTitle(prefix),
  ...(serviceName(prefix) === prefix ? {} : { tags: [prefix] }),
})

/** What a block is called by its service. */
export const blockTitle = (prefix: string) =>
  prefix === ALL_SERVICES ? 'All services' : serviceName(prefix)

export const serviceGroups = [
  { label: 'Popular services', options: popular.map(serviceOption) },
  {
    label: 'All services',
    options: [...servicePrefixes]
      .filter((prefix) => !popular.includes(prefix))
      .map(serviceOption)
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en', { sensitivity: 'base' })),
  },
]

type Props = {
  service: string | undefined
  onChange: (service: string) => void
  error: string | undefined
  isPlace: boolean
}

export function ServiceField({ service, onChange, error, isPlace }: Props) {
  const select = (
    <Select
      placeholder="Choose a service"
      filteringType="auto"
      filteringPlaceholder="Search services"
      filteringAriaLabel="Search services"
      empty="No service matches the search."
      virtualScroll
      options={serviceGroups}
      selectedOption={service === undefined ? null : serviceOption(service)}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
    />
  )
  return (
    <FormField label={word('iam.visualEditor.service')} errorText={error}>
      {isPlace ? <Place id="iam.visualEditor.service">{select}</Place> : select}
    </FormField>
  )
}
