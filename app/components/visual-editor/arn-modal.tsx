import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { parseArn } from '~/engine/arn'
import type { ResourceType } from '~/engine/catalog/service-authorization'
import { placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import { activeAccount, useIdentityStore } from '~/stores/identity'
import { fillTemplate, parseTemplate, readable, variablesOf } from './arn-template'

type Props = {
  /** What the ARN's form is taken from; without one it is text. */
  type?: ResourceType
  /** What is edited; empty for a new one. */
  arn?: string
  onAdd: (arn: string) => void
  onDone: () => void
}

const LONE = '${Arn}'

/** One ARN, as a form with a field for each of its parts and as text. */
export function ArnModal({ type, arn = '', onAdd, onDone }: Props) {
  const template = type?.arn ?? LONE
  const variables = variablesOf(template)
  const account = useIdentityStore(activeAccount) ?? ''
  const [values, setValues] = useState(
    () =>
      parseTemplate(template, arn) ??
      variables.map((variable) => (variable === 'Account' ? account : ''))
  )
  // what was typed, as long as it has not the form of the type
  const [typed, setTyped] = useState<string>()
  const [tried, setTried] = useState(false)
  const text = typed ?? fillTemplate(template, values)
  const empty = variables.map((variable, index) =>
    typed === undefined && values[index] === '' ? `Enter the ${readable(variable)}.` : ''
  )
  const problem =
    typed === undefined
      ? text !== '*' &&
        !parseArn(text) &&
        'Enter an ARN: arn:aws:service:region:account:resource.'
      : `The ARN has to have the form ${template}.`
  const write = (next: string) => {
    const parsed = parseTemplate(template, next)
    if (parsed) setValues(parsed)
    setTyped(parsed ? undefined : next)
  }
  const submit = () => {
    setTried(true)
    if (problem || empty.some(Boolean)) return
    onAdd(text)
    onDone()
  }
  return (
    <FormModal
      header="Specify ARNs"
      place="iam.addArns"
      onDismiss={onDone}
      onSubmit={submit}
    >
      {type &&
        variables.map((variable, index) => (
          <ArnPart
            key={`${index} ${variable}`}
            name={readable(variable)}
            value={values[index] ?? ''}
            error={tried ? empty[index] : ''}
            onEnter={submit}
            onChange={(value) => {
              setTyped(undefined)
              setValues(values.with(index, value))
            }}
          />
        ))}
      <FormField
        label={word('iam.addArns.arn')}
        errorText={(tried || typed !== undefined) && problem}
      >
        <Input
          value={text}
          autoComplete={false}
          {...placeInput('iam.addArns.arn')}
          onKeyDown={({ detail }) => detail.key === 'Enter' && submit()}
          onChange={({ detail }) => write(detail.value)}
        />
      </FormField>
    </FormModal>
  )
}

type PartProps = {
  name: string
  value: string
  error: string | undefined
  onEnter: () => void
  onChange: (value: string) => void
}

const ArnPart = ({ name, value, error, onEnter, onChange }: PartProps) => (
  <SpaceBetween size="xs">
    <FormField label={`Resource ${name}`} errorText={error}>
      <Input
        value={value}
        autoComplete={false}
        disabled={value === '*'}
        onKeyDown={({ detail }) => detail.key === 'Enter' && onEnter()}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
    <Checkbox
      checked={value === '*'}
      onChange={({ detail }) => onChange(detail.checked ? '*' : '')}
    >
      Any {name}
    </Checkbox>
  </SpaceBetween>
)
