import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
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

const strength: [Flag, string][] = [
  ['uppercase', 'Require at least one uppercase letter from the Latin alphabet (A-Z)'],
  ['lowercase', 'Require at least one lowercase letter from the Latin alphabet (a-z)'],
  ['numbers', 'Require at least one number'],
  [
    'symbols',
    "Require at least one non-alphanumeric character (! @ # $ % ^ & * ( ) _ + - = [ ] { } | ')",
  ],
]

export function CustomPolicyFields({ form, problems, onChange }: Props) {
  const box = (flag: Flag, label: string) => (
    <Checkbox
      key={flag}
      checked={form[flag]}
      onChange={({ detail }) => onChange({ [flag]: detail.checked })}
    >
      {label}
    </Checkbox>
  )
  return (
    <Container header={<Header variant="h2">Custom password policy</Header>}>
      <SpaceBetween size="l">
        <FormField
          label="Password minimum length"
          description="Enforce a minimum length of characters."
          constraintText="Needs to be between 6 and 128."
          errorText={problems.minimumLength}
        >
          <Input
            value={form.minimumLength}
            inputMode="numeric"
            onChange={({ detail }) => onChange({ minimumLength: detail.value })}
          />
        </FormField>
        <FormField label="Password strength">
          <SpaceBetween size="xs">
            {strength.map(([flag, label]) => box(flag, label))}
          </SpaceBetween>
        </FormField>
        <FormField label="Other requirements">
          <SpaceBetween size="xs">
            {box('expires', 'Turn on password expiration')}
            {form.expires && (
              <FormField
                label="Expire passwords in days"
                constraintText="Needs to be between 1 and 1095 days."
                errorText={problems.maxAge}
              >
                <Input
                  value={form.maxAge}
                  inputMode="numeric"
                  onChange={({ detail }) => onChange({ maxAge: detail.value })}
                />
              </FormField>
            )}
            {form.expires &&
              box('hardExpiry', 'Password expiration requires administrator reset')}
            {box('allowChange', 'Allow users to change their own password')}
            {box('preventsReuse', 'Prevent password reuse')}
            {form.preventsReuse && (
              <FormField
                label="Remember passwords"
                constraintText="Needs to be between 1 and 24."
                errorText={problems.remembered}
              >
                <Input
                  value={form.remembered}
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
