import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { tagValueError } from '~/components/tag-fields'
import { placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import type { KeyForm } from './use-cases'

type Props = {
  form: KeyForm
  onChange: (part: Partial<KeyForm>) => void
  onEnter: () => void
}

export const DescriptionStep = ({ form, onChange, onEnter }: Props) => (
  <Box margin={{ bottom: 'l' }}>
    <Container>
      <DescriptionField
        value={form.description}
        onChange={(description) => onChange({ description })}
        onEnter={onEnter}
      />
    </Container>
  </Box>
)

type FieldProps = {
  value: string
  onChange: (value: string) => void
  onEnter?: () => void
  isPlace?: boolean
}

/** What a key is for, and where it is used. */
export const DescriptionField = ({
  value,
  onChange,
  onEnter,
  isPlace = true,
}: FieldProps) => (
  <FormField
    label={word('iam.createAccessKey.description')}
    description="Say what the access key is for and where it is used, so that it can be replaced without surprises."
    constraintText="Maximum 256 characters. Letters, numbers, spaces and _ . : / = + - @ are allowed."
    errorText={tagValueError({ key: '', value })}
    stretch
  >
    <Input
      value={value}
      {...(isPlace ? placeInput('iam.createAccessKey.description') : {})}
      onChange={({ detail }) => onChange(detail.value)}
      onKeyDown={({ detail }) => detail.key === 'Enter' && onEnter?.()}
    />
  </FormField>
)
