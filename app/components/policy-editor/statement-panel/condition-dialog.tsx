import Autosuggest from '@cloudscape-design/components/autosuggest'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { operatorNames } from '~/engine/policy/operators'
import { conditionKeys } from '../completion/candidates'
import type { Condition } from '../text/read-statements'
import { keyProblem, operatorName, usualOperator, valueProblem } from './problems'

type Props = {
  /** Services whose actions the statement has. */
  included: string[]
  onDismiss: () => void
  onAdd: (condition: Condition) => void
}

const DEFAULT = { value: '', label: 'Default' }
const qualifiers = [
  DEFAULT,
  { value: 'ForAnyValue:', label: 'For any value in request' },
  { value: 'ForAllValues:', label: 'For all values in request' },
]
const operators = operatorNames.map((name) => ({ value: name, label: name }))

export function ConditionDialog({ included, onDismiss, onAdd }: Props) {
  const [key, setKey] = useState('')
  const [qualifier, setQualifier] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [ifExists, setIfExists] = useState(false)
  const [value, setValue] = useState('')
  const [tried, setTried] = useState(false)
  const operator = chosen ?? (key ? usualOperator(key) : undefined)
  const submit = () => {
    setTried(true)
    if (operator === undefined || keyProblem(key) || valueProblem(value)) return
    const name = operatorName(qualifier, operator, ifExists)
    onAdd({ operator: name, key: key.trim(), values: [value] })
  }
  return (
    <FormModal
      header="Add condition"
      submitLabel="Add condition"
      onDismiss={onDismiss}
      onSubmit={submit}
    >
      <FormField label="Condition key" errorText={tried ? keyProblem(key) : undefined}>
        <Autosuggest
          value={key}
          placeholder="Choose or enter a condition key"
          enteredTextLabel={(text) => `Use: ${text}`}
          options={conditionKeys(included).map(({ text, note }) => ({
            value: text,
            labelTag: note,
          }))}
          onChange={({ detail }) => setKey(detail.value)}
        />
      </FormField>
      <FormField label="Qualifier">
        <Select
          selectedOption={qualifiers.find((each) => each.value === qualifier) ?? DEFAULT}
          options={qualifiers}
          onChange={({ detail }) => setQualifier(detail.selectedOption.value ?? '')}
        />
      </FormField>
      <FormField
        label="Operator"
        errorText={tried && operator === undefined ? 'Operator is required.' : undefined}
      >
        <Select
          selectedOption={operators.find((each) => each.value === operator) ?? null}
          placeholder="Choose an operator"
          options={operators}
          onChange={({ detail }) => setChosen(detail.selectedOption.value)}
        />
      </FormField>
      <Checkbox
        checked={ifExists && operator !== 'Null'}
        disabled={operator === 'Null'}
        onChange={({ detail }) => setIfExists(detail.checked)}
      >
        If exists
      </Checkbox>
      <FormField label="Value" errorText={tried ? valueProblem(value) : undefined}>
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
