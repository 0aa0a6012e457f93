import Button from '@cloudscape-design/components/button'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Multiselect from '@cloudscape-design/components/multiselect'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { ButtonRow } from '~/components/ui/button-row'
import { Place } from '~/components/ui/place'
import { serviceGroups, serviceOption } from '~/components/visual-editor/service-field'
import { useService } from '~/components/policies/use-service'
import { placeButton, placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import { withActions, wordsOf } from './draft'

type Props = { actions: string[]; onChange: (actions: string[]) => void }

/** Actions service by service from lists, and any other by name. */
export function ActionsField({ actions, onChange }: Props) {
  const [prefix, setPrefix] = useState<string>()
  return (
    <SpaceBetween size="s">
      <ColumnLayout columns={2}>
        <FormField label={word('iam.policySimulator.service')}>
          <Place id="iam.policySimulator.service">
            <Select
              placeholder="Select service"
              filteringType="auto"
              filteringPlaceholder="Filter"
              filteringAriaLabel="Filter services"
              empty="No matches"
              virtualScroll
              options={serviceGroups}
              selectedOption={prefix === undefined ? null : serviceOption(prefix)}
              onChange={({ detail }) => setPrefix(detail.selectedOption.value)}
            />
          </Place>
        </FormField>
        <ServiceActions prefix={prefix} actions={actions} onChange={onChange} />
      </ColumnLayout>
      <AddAction onAdd={(more) => onChange(withActions(actions, more))} />
    </SpaceBetween>
  )
}

function ServiceActions({
  prefix,
  actions,
  onChange,
}: Props & { prefix: string | undefined }) {
  const { status, service, retry } = useService(prefix)
  const options = [...(service?.actions.values() ?? [])]
    .map(({ name }) => ({ label: name, value: `${prefix}:${name}` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'))
  const ofService = new Set(options.map(({ value }) => value))
  const others = actions.filter((action) => !ofService.has(action))
  const all = [...ofService]
  return (
    <FormField
      label={word('iam.policySimulator.actions')}
      secondaryControl={
        <ButtonRow>
          <Button
            onClick={() => onChange(withActions(actions, all))}
            {...placeButton('iam.policySimulator.selectAll')}
          >
            {word('iam.policySimulator.selectAll')}
          </Button>
          <Button
            onClick={() => onChange(others)}
            {...placeButton('iam.policySimulator.deselectAll')}
          >
            {word('iam.policySimulator.deselectAll')}
          </Button>
        </ButtonRow>
      }
    >
      <Place id="iam.policySimulator.actions">
        <Multiselect
          placeholder="Select actions"
          filteringType="auto"
          filteringPlaceholder="Filter"
          filteringAriaLabel="Filter actions"
          empty={prefix === undefined ? 'Select a service first.' : 'No matches'}
          statusType={
            status === 'ready' ? 'finished' : status === 'failed' ? 'error' : 'loading'
          }
          loadingText="Loading actions"
          errorText="Failed to load actions"
          recoveryText="Retry"
          onLoadItems={() => status === 'failed' && retry()}
          hideTokens
          virtualScroll
          options={options}
          selectedOptions={options.filter(({ value }) => actions.includes(value))}
          onChange={({ detail }) =>
            onChange([
              ...others,
              ...detail.selectedOptions.flatMap(({ value }) => value ?? []),
            ])
          }
        />
      </Place>
    </FormField>
  )
}

/** What the API takes for a name: a prefix, and a name that may have wildcards. */
const isAction = (text: string) => /^[\w-]+:[\w*?]+$/.test(text)

function AddAction({ onAdd }: { onAdd: (actions: string[]) => void }) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const add = () => {
    const names = wordsOf(text)
    const wrong = names.find((name) => !isAction(name))
    if (names.length === 0) return setProblem('Enter an action.')
    if (wrong !== undefined) return setProblem(`Invalid action name: ${wrong}`)
    onAdd(names)
    setText('')
  }
  return (
    <FormField
      label={word('iam.policySimulator.actionName')}
      constraintText="For example s3:GetObject or s3:Get*. Separate several by spaces or commas."
      errorText={problem}
      secondaryControl={
        <Button onClick={add} {...placeButton('iam.policySimulator.addAction')}>
          {word('iam.policySimulator.addAction')}
        </Button>
      }
    >
      <Input
        value={text}
        {...placeInput('iam.policySimulator.actionName')}
        onChange={({ detail }) => {
          setText(detail.value)
          setProblem(undefined)
        }}
        onKeyDown={({ detail }) => detail.key === 'Enter' && add()}
      />
    </FormField>
  )
}
