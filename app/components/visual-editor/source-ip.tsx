import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import type { Block, Condition } from './block'
import { isFromIp } from './conditions'

type Props = {
  showProblems: boolean
  block: Block
  isPlace: boolean
  onChange: (conditions: Condition[]) => void
}

/** Where a request may come from. */
export function SourceIp({ block, isPlace, showProblems, onChange }: Props) {
  const { conditions } = block
  const condition = conditions.find(isFromIp)
  const ranges = (condition?.values ?? []).join(', ')
  // what is typed is more than what is meant, as long as one types
  const [typed, setTyped] = useState(ranges)
  const isTyped = rangesIn(typed).join(', ') === ranges
  const write = (text: string) => {
    setTyped(text)
    const values = rangesIn(text)
    onChange(conditions.map((each) => (isFromIp(each) ? { ...each, values } : each)))
  }
  return (
    <SpaceBetween size="s">
      <Checkbox
        checked={condition !== undefined}
        description="Requires the request to come from an address in a range."
        {...(isPlace ? placeInput('iam.visualEditor.sourceIp') : {})}
        onChange={({ detail }) => {
          setTyped('')
          onChange(
            detail.checked
              ? [...conditions, { operator: 'IpAddress', key: 'aws:SourceIp', values: [] }]
              : conditions.filter((each) => !isFromIp(each))
          )
        }}
      >
        {word('iam.visualEditor.sourceIp')}
      </Checkbox>
      {condition && (
        <FormField
          label="IP ranges"
          constraintText="In CIDR notation, such as 203.0.113.0/24. Separate several by commas."
          errorText={
            (typed !== '' || showProblems) && ipProblem(condition.values.map(String))
          }
        >
          <Input
            value={isTyped ? typed : ranges}
            autoComplete={false}
            onChange={({ detail }) => write(detail.value)}
          />
        </FormField>
      )}
    </SpaceBetween>
  )
}

const rangesIn = (text: string) => text.split(/[\s,]+/).filter(Boolean)

function ipProblem(values: string[]) {
  if (values.length === 0) return 'Enter at least one IP range.'
  const wrong = values.find(
    (value) => !/^(?:[\d.]+|[\da-f:.]*:[\da-f:.]*)(?:\/\d{1,3})?$/i.test(value)
  )
  return wrong && `${wrong} is not an IP range.`
}
