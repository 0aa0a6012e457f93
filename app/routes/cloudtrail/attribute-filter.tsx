import type { LookupAttribute, LookupAttributeKey } from '@aws-sdk/client-cloudtrail'
import Button from '@cloudscape-design/components/button'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import { Place } from '~/components/ui/place'
import { ButtonRow } from '~/components/ui/button-row'

const ALL = 'All'

const keys: { value: LookupAttributeKey; label: string }[] = [
  { value: 'ReadOnly', label: 'Read-only' },
  { value: 'EventName', label: 'Event name' },
  { value: 'Username', label: 'User name' },
  { value: 'EventSource', label: 'Event source' },
  { value: 'ResourceName', label: 'Resource name' },
  { value: 'EventId', label: 'Event ID' },
]

export const attributeKeys = keys.map(({ value }) => value)

const options = [{ value: ALL, label: 'All events' }, ...keys]

const truths = ['false', 'true'].map((value) => ({ value, label: value }))

type Props = {
  value: LookupAttribute | undefined
  onChange: (value: LookupAttribute | undefined) => void
}

/** One attribute at a time, as CloudTrail looks events up. */
export function AttributeFilter({ value, onChange }: Props) {
  const [key, setKey] = useState<string>(value?.AttributeKey ?? ALL)
  const [typed, setTyped] = useState(value?.AttributeValue ?? '')
  const known = keys.find((option) => option.value === key)
  const look = (AttributeValue: string) =>
    onChange(
      known && AttributeValue ? { AttributeKey: known.value, AttributeValue } : undefined
    )
  const choose = (chosen: string) => {
    setKey(chosen)
    setTyped('')
    const isReadOnly = chosen === 'ReadOnly'
    // the other attributes wait for a value
    onChange(isReadOnly ? { AttributeKey: 'ReadOnly', AttributeValue: 'false' } : undefined)
  }
  return (
    <ButtonRow>
      <div style={{ minWidth: '12rem' }}>
        <Place id="cloudtrail.events.filter">
          <Select
            selectedOption={options.find((option) => option.value === key) ?? null}
            options={options}
            ariaLabel="Lookup attributes"
            inlineLabelText="Lookup attributes"
            onChange={({ detail }) => choose(detail.selectedOption.value ?? ALL)}
          />
        </Place>
      </div>
      {key === 'ReadOnly' && (
        <Select
          selectedOption={truths.find((t) => t.value === value?.AttributeValue) ?? null}
          options={truths}
          ariaLabel="Read-only"
          onChange={({ detail }) => look(detail.selectedOption.value ?? 'false')}
        />
      )}
      {known && key !== 'ReadOnly' && (
        <Input
          type="search"
          value={typed}
          ariaLabel={known.label}
          placeholder={`Enter ${known.label.toLowerCase()}`}
          onChange={({ detail }) => {
            setTyped(detail.value)
            if (!detail.value) onChange(undefined)
          }}
          onKeyDown={({ detail }) => {
            if (detail.key === 'Enter') look(typed)
          }}
        />
      )}
      {known && key !== 'ReadOnly' && <Button onClick={() => look(typed)}>Look up</Button>}
    </ButtonRow>
  )
}
