import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { placeInput } from '~/lib/places'
import { word } from '~/lib/words'

type Props = {
  place: 'iam.inlinePolicy.name' | 'iam.createPolicy.name'
  value: string
  onChange: (name: string) => void
  error: string | undefined
}

export const PolicyNameField = ({ place, value, onChange, error }: Props) => (
  <FormField
    label={word(place)}
    description="Enter a meaningful name to identify this policy."
    constraintText="Maximum 128 characters. Use alphanumeric and '+=,.@-_' characters."
    errorText={error}
  >
    <Input
      value={value}
      autoComplete={false}
      {...placeInput(place)}
      onChange={({ detail }) => onChange(detail.value)}
    />
  </FormField>
)
