import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { useService } from '~/components/policies/use-service'
import { arnTemplate } from '../completion/candidates'
import { arnProblem } from './problems'
import { serviceOption, serviceOptions } from './service-options'

type Props = {
  /** Services whose actions the statement has. */
  included: string[]
  onDismiss: () => void
  onAdd: (resource: string) => void
}

const ALL = { value: '*', label: 'All Resources' }

export function ResourceDialog({ included, onDismiss, onAdd }: Props) {
  const [prefix, setPrefix] = useState(included[0])
  const [type, setType] = useState<string>()
  const [arn, setArn] = useState('')
  const [tried, setTried] = useState(false)
  const { service } = useService(prefix)
  const types = service?.resourceTypes ?? []
  const options = [...types.map(({ name }) => ({ value: name, label: name })), ALL]
  const problem = arnProblem(arn)
  const submit = () => {
    setTried(true)
    if (!problem) onAdd(arn.trim())
  }
  const choose = (name: string | undefined) => {
    const found = types.find((each) => each.name === name)
    setType(name)
    setArn(found ? arnTemplate(found.arn) : '*')
    setTried(false)
  }
  return (
    <FormModal
      header="Add resource"
      submitLabel="Add resource"
      onDismiss={onDismiss}
      onSubmit={submit}
    >
      <FormField label="Service">
        <Select
          selectedOption={prefix === undefined ? null : serviceOption(prefix)}
          placeholder="Choose a service"
          filteringType="auto"
          filteringPlaceholder="Search services"
          filteringAriaLabel="Search services"
          virtualScroll
          options={serviceOptions(included)}
          onChange={({ detail }) => {
            setPrefix(detail.selectedOption.value)
            setType(undefined)
            setArn('')
          }}
        />
      </FormField>
      <FormField label="Resource type">
        <Select
          selectedOption={options.find(({ value }) => value === type) ?? null}
          placeholder="Choose a resource type"
          options={options}
          onChange={({ detail }) => choose(detail.selectedOption.value)}
        />
      </FormField>
      <FormField label="Resource ARN" errorText={tried ? problem : undefined}>
        <Input
          value={arn}
          autoComplete={false}
          placeholder="arn:aws:service:region:account:resource"
          onChange={({ detail }) => setArn(detail.value)}
          onKeyDown={({ detail }) => detail.key === 'Enter' && submit()}
        />
      </FormField>
    </FormModal>
  )
}
