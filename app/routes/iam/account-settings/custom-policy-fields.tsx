import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import type { PasswordPolicyForm, problemsOf } from './password-policy-form'

type Props = {
  form: PasswordPolicyForm
  problems: ReturnType<typeof problemsOf>
  onChange: (part: Partial<PasswordPolicyForm>) => void
}

/** The check boxes of one kind, by the field that each sets. */
type Flag = {
  [Name in keyof PasswordPolicyForm]: PasswordPolicyForm[Name] extends boolean
    ? Name
    : never
}[keyof PasswordPolicyForm]

const strength: Flag[] = ['uppercase', 'lowercase', 'numbers', 'symbols']

export function CustomPolicyFields({ form, problems, onChange }: Props) {
  const box = (flag: Flag) => (
    <Checkbox
      key={flag}
      checked={form[flag]}
      {...placeInput(`iam.passwordPolicy.${flag}`)}
      onChange={({ detail }) => onChange({ [flag]: detail.checked })}
    >
      {word(`iam.passwordPolicy.${flag}`)}
    </Checkbox>
  )
  return (
    <Container header={<Header variant="h2">Custom password policy</Header>}>
      <SpaceBetween size="l">
        <FormField
          label={word('iam.passwordPolicy.minimumLength')}
          description="Enforce a minimum length of characters."
          constraintText="Needs to be between 6 and 128."
          errorText={problems.minimumLength}
        >
          <Input
            value={form.minimumLength}
            {...placeInput('iam.passwordPolicy.minimumLength')}
            inputMode="numeric"
            onChange={({ detail }) => onChange({ minimumLength: detail.value })}
          />
        </FormField>
        <FormField label="Password strength">
          <SpaceBetween size="xs">{strength.map(box)}</SpaceBetween>
        </FormField>
        <FormField label="Other requirements">
          <SpaceBetween size="xs">
            {box('expires')}
            {form.expires && (
              <FormField
                label="Expire passwords in days"
                constraintText="Needs to be between 1 and 1095 days."
                errorText={problems.maxAge}
              >
                <Input
                  value={form.maxAge}
                  {...placeInput('iam.passwordPolicy.maxAge')}
                  inputMode="numeric"
                  onChange={({ detail }) => onChange({ maxAge: detail.value })}
                />
              </FormField>
            )}
            {form.expires && box('hardExpiry')}
            {box('allowChange')}
            {box('preventsReuse')}
            {form.preventsReuse && (
              <FormField
                label="Remember passwords"
                constraintText="Needs to be between 1 and 24."
                errorText={problems.remembered}
              >
                <Input
                  value={form.remembered}
                  {...placeInput('iam.passwordPolicy.remembered')}
                  inputMode="numeric"
                  onChange={({ detail }) => onChange({ remembered: detail.value })}
                />
              </FormField>
            )}
          </SpaceBetween>
        </FormField>
      </SpaceBetween>
    </Container>
  )
}
