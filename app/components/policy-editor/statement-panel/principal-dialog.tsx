import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import type { PolicyKind } from '~/engine/policy/finding'
import { principalTemplates } from '../principal-types'
import type { NamedPrincipal } from '../text/read-statements'
import { principalProblem } from './problems'

type Props = {
  kind: PolicyKind
  onDismiss: () => void
  onAdd: (principal: NamedPrincipal) => void
}

export function PrincipalDialog({ kind, onDismiss, onAdd }: Props) {
  const templates = principalTemplates.filter(
    ({ type }) => kind === 'resource' || type !== 'CanonicalUser'
  )
  const [label, setLabel] = useState<string>()
  const [value, setValue] = useState('')
  const [tried, setTried] = useState(false)
  const chosen = templates.find((each) => each.label === label)
  const problem = principalProblem(chosen, value)
  const submit = () => {
    setTried(true)
    if (chosen && !problem) onAdd({ type: chosen.type, value: value.trim() })
  }
  return (
    <FormModal
      header="Add principal"
      submitLabel="Add principal"
      onDismiss={onDismiss}
      onSubmit={submit}
    >
      <FormField
        label="Principal type"
        errorText={tried && !chosen ? 'Choose a principal type.' : undefined}
      >
        <Select
          selectedOption={chosen ? { value: chosen.label, label: chosen.label } : null}
          placeholder="Choose a principal type"
          options={templates.map((each) => ({ value: each.label, label: each.label }))}
          onChange={({ detail: { selectedOption } }) => {
            const found = templates.find((each) => each.label === selectedOption.value)
            setLabel(selectedOption.value)
            setValue(found?.template ?? '')
            setTried(false)
          }}
        />
      </FormField>
      <FormField label="ARN" errorText={tried && chosen ? problem : undefined}>
        <Input
          value={value}
          autoComplete={false}
          onChange={({ detail }) => setValue(detail.value)}
          onKeyDown={({ detail }) => detail.key === 'Enter' && submit()}
        />
      </FormField>
    </FormModal>
  )
}
