import Autosuggest from '@cloudscape-design/components/autosuggest'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import type { Block, Condition } from './block'
import {
  type ConditionForm,
  formProblems,
  freshForm,
  keysFor,
  operatorNames,
  qualifiers,
  toCondition,
  toForm,
} from './conditions'

type Props = {
  block: Block
  /** What is edited; nothing for a new one. */
  condition: Condition | undefined
  onSave: (condition: Condition) => void
  onDone: () => void
}

const operators = operatorNames.map((value) => ({ value }))

const toOptions = (keys: readonly string[]) => keys.map((value) => ({ value }))

/** A condition on a key of the request. */
export function ConditionModal({ block, condition, onSave, onDone }: Props) {
  const [form, setForm] = useState(condition ? toForm(condition) : freshForm)
  const [tried, setTried] = useState(false)
  const set = (part: Partial<ConditionForm>) => setForm({ ...form, ...part })
  const keys = keysFor(block)
  const others = block.conditions.filter((each) => each !== condition)
  const problems = formProblems(form, others)
  const shown = tried ? problems : {}
  const save = () => {
    setTried(true)
    if (Object.keys(problems).length > 0) return
    onSave(toCondition(form))
    onDone()
  }
  return (
    <FormModal
      header={condition ? 'Edit request condition' : 'Add request condition'}
      place="iam.addCondition"
      {...(condition ? { submitLabel: 'Save condition' } : {})}
      onDismiss={onDone}
      onSubmit={save}
    >
      <FormField label="Condition key" errorText={shown.key}>
        <Autosuggest
          value={form.key}
          placeholder="Choose or enter a condition key"
          enteredTextLabel={(value) => `Use: ${value}`}
          empty="No condition key matches."
          options={[
            { label: 'Service condition keys', options: toOptions(keys.service) },
            { label: 'Global condition keys', options: toOptions(keys.global) },
          ].filter(({ options }) => options.length > 0)}
          onChange={({ detail }) => set({ key: detail.value })}
        />
      </FormField>
      <FormField label="Qualifier">
        <Select
          options={qualifiers}
          selectedOption={qualifiers.find(({ value }) => value === form.qualifier) ?? null}
          onChange={({ detail }) => {
            const chosen = qualifiers.find(
              ({ value }) => value === detail.selectedOption.value
            )
            set({ qualifier: chosen?.value ?? '' })
          }}
        />
      </FormField>
      <FormField label="Operator" errorText={shown.ifExists}>
        <Select
          filteringType="auto"
          filteringAriaLabel="Search operators"
          options={operators}
          selectedOption={{ value: form.operator }}
          onChange={({ detail }) => set({ operator: detail.selectedOption.value ?? '' })}
        />
      </FormField>
      <Checkbox
        checked={form.ifExists}
        description="The condition also holds when the request does not have the key."
        onChange={({ detail }) => set({ ifExists: detail.checked })}
      >
        If exists
      </Checkbox>
      <FormField
        label="Value"
        constraintText="One value in each line. One of them has to match."
        errorText={shown.values}
      >
        <Textarea
          rows={3}
          value={form.values.join('\n')}
          onChange={({ detail }) => set({ values: detail.value.split('\n') })}
        />
      </FormField>
    </FormModal>
  )
}
