import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { QueryError } from '~/components/query-error'
import type { ContextKey } from '~/data/simulator'
import { typeOf, type ValueType, valueType } from './context-entries'

type Props = {
  keys: ContextKey[]
  values: Record<string, string>
  /** The question which keys the policies use. */
  query: { error: Error | null; refetch: () => unknown }
  onChange: (values: Record<string, string>) => void
}

/** What a request would carry, key by key. */
export const ContextFields = ({ keys, values, query, onChange }: Props) => (
  <SpaceBetween size="s">
    <Box variant="h3">Condition Keys</Box>
    <QueryError error={query.error} retry={query.refetch} what="condition keys" />
    {keys.length === 0 && !query.error && (
      <Box color="text-body-secondary">The policies use no condition keys.</Box>
    )}
    {keys.length > 0 && (
      <ColumnLayout columns={2}>
        {keys.map((key) => (
          <FormField
            key={key.name}
            label={key.name}
            constraintText={`${typeOf(key)}${key.isMultiValued ? ', one value in each line' : ''}`}
          >
            <ValueInput
              contextKey={key}
              value={values[key.name] ?? ''}
              onChange={(value) => onChange({ ...values, [key.name]: value })}
            />
          </FormField>
        ))}
      </ColumnLayout>
    )}
  </SpaceBetween>
)

const truths = [
  { value: '', label: 'Not in the request' },
  { value: 'true', label: 'true' },
  { value: 'false', label: 'false' },
]

const examples: Record<ValueType, string> = {
  string: '',
  boolean: '',
  numeric: '3600',
  date: '2026-05-28T12:00:00Z',
  ip: '203.0.113.0',
}

type InputProps = {
  contextKey: ContextKey
  value: string
  onChange: (value: string) => void
}

function ValueInput({ contextKey, value, onChange }: InputProps) {
  const type = valueType(contextKey)
  if (contextKey.isMultiValued) {
    return (
      <Textarea
        value={value}
        rows={2}
        placeholder={examples[type]}
        onChange={({ detail }) => onChange(detail.value)}
      />
    )
  }
  if (type === 'boolean') {
    return (
      <Select
        options={truths}
        selectedOption={truths.find((truth) => truth.value === value) ?? null}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    )
  }
  return (
    <Input
      value={value}
      placeholder={examples[type]}
      onChange={({ detail }) => onChange(detail.value)}
    />
  )
}
