import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { placeButton, placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import type { Block, Condition } from './block'
import type { BlockProps } from './block-form'
import { ConditionModal } from './condition-modal'
import { describe, isFromIp, isMfa, mfaCondition } from './conditions'
import { ItemList } from './item-list'

/** What must be so of a request. */
export function ConditionsSection(props: BlockProps) {
  const { block, number, showProblems, onChange } = props
  const { conditions } = block
  const [edited, setEdited] = useState<Condition | 'new'>()
  const isPlace = number === 1
  const set = (next: Condition[]) => onChange({ ...block, conditions: next })
  const others = conditions.filter((each) => !isMfa(each) && !isFromIp(each))
  const find = (text: string) => others.find((each) => describe(each) === text)
  const put = (condition: Condition) =>
    set(
      edited === 'new' || edited === undefined
        ? [...conditions, condition]
        : conditions.map((each) => (each === edited ? condition : each))
    )
  return (
    <SpaceBetween size="s">
      <Header
        variant="h3"
        headingTagOverride="h4"
        description="Conditions that a request has to meet for this block to apply."
      >
        Request conditions - <i>optional</i>
      </Header>
      <Checkbox
        checked={conditions.some(isMfa)}
        description="Requires the caller to have signed in with a second factor."
        {...(isPlace ? placeInput('iam.visualEditor.mfa') : {})}
        onChange={({ detail }) =>
          set(
            detail.checked
              ? [...conditions, mfaCondition]
              : conditions.filter((each) => !isMfa(each))
          )
        }
      >
        {word('iam.visualEditor.mfa')}
      </Checkbox>
      <SourceIp
        block={block}
        isPlace={isPlace}
        showProblems={showProblems}
        onChange={set}
      />
      <ItemList
        label="Other conditions"
        items={others.map(describe)}
        onEdit={(text) => setEdited(find(text))}
        onRemove={(text) => {
          const gone = find(text)
          set(conditions.filter((each) => each !== gone))
        }}
      />
      <Button
        onClick={() => setEdited('new')}
        {...(isPlace ? placeButton('iam.visualEditor.addCondition') : {})}
      >
        {word('iam.visualEditor.addCondition')}
      </Button>
      {edited && (
        <ConditionModal
          block={block}
          condition={edited === 'new' ? undefined : edited}
          onSave={put}
          onDone={() => setEdited(undefined)}
        />
      )}
    </SpaceBetween>
  )
}

type IpProps = {
  showProblems: boolean
  block: Block
  isPlace: boolean
  onChange: (conditions: Condition[]) => void
}

function SourceIp({ block, isPlace, showProblems, onChange }: IpProps) {
  const { conditions } = block
  const condition = conditions.find(isFromIp)
  const ranges = (condition?.values ?? []).join(', ')
  // what is typed is more than what is meant, as long as one types
  const [typed, setTyped] = useState(ranges)
  const write = (text: string) => {
    setTyped(text)
    const values = text.split(/[\s,]+/).filter(Boolean)
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
            value={typed}
            autoComplete={false}
            onChange={({ detail }) => write(detail.value)}
          />
        </FormField>
      )}
    </SpaceBetween>
  )
}

function ipProblem(values: string[]) {
  if (values.length === 0) return 'Enter at least one IP range.'
  const wrong = values.find(
    (value) => !/^(?:[\d.]+|[\da-f:.]*:[\da-f:.]*)(?:\/\d{1,3})?$/i.test(value)
  )
  return wrong && `${wrong} is not an IP range.`
}
