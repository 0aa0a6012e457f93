import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Codes } from '~/data/mfa'
import { placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import { codeProblem } from './mfa-form'

type Props = {
  codes: Codes
  onChange: (codes: Codes) => void
  /** Something was sent already. */
  tried: boolean
  isPlace?: boolean
}

const fields = [
  { key: 'code1', place: 'iam.assignMfa.code1' },
  { key: 'code2', place: 'iam.assignMfa.code2' },
] as const

/** Two codes that follow each other. */
export const MfaCodes = ({ codes, onChange, tried, isPlace = false }: Props) => (
  <SpaceBetween size="m">
    {fields.map(({ key, place }) => (
      <FormField key={key} label={word(place)} errorText={tried && codeProblem(codes[key])}>
        <Input
          value={codes[key]}
          inputMode="numeric"
          autoComplete={false}
          {...(isPlace ? placeInput(place) : {})}
          onChange={({ detail }) => onChange({ ...codes, [key]: detail.value.trim() })}
        />
      </FormField>
    ))}
  </SpaceBetween>
)
