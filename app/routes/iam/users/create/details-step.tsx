import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { Place } from '~/components/ui/place'
import { placeInput } from '~/lib/places'
import { PasswordFields } from '../credentials/password-fields'
import type { Problems, UserForm } from './user-form'

export type StepProps = {
  form: UserForm
  onChange: (form: UserForm) => void
  problems: Problems
}

export const DetailsStep = ({ form, onChange, problems }: StepProps) => (
  <Container header={<Header variant="h2">User details</Header>}>
    <SpaceBetween size="l">
      <FormField
        label="User name"
        constraintText="The user name can have up to 64 characters. Valid characters: A-Z, a-z, 0-9, and + = , . @ _ - (hyphen)"
        errorText={problems.name}
      >
        <Input
          value={form.name}
          autoComplete={false}
          {...placeInput('iam.createUser.name')}
          onChange={({ detail }) => onChange({ ...form, name: detail.value })}
        />
      </FormField>
      <Place id="iam.createUser.consoleAccess">
        <Checkbox
          checked={form.console}
          description="For a person who is going to sign in to the console with a password."
          onChange={({ detail }) => onChange({ ...form, console: detail.checked })}
        >
          Provide user access to the AWS Management Console - optional
        </Checkbox>
      </Place>
      {form.console && (
        <PasswordFields
          value={form.password}
          onChange={(password) => onChange({ ...form, password })}
          errorText={problems.password}
          resetLabel="Users must create a new password at next sign-in - Recommended"
        />
      )}
      <Alert type="info">
        Access keys for programmatic access can be made after the user has been created.
      </Alert>
    </SpaceBetween>
  </Container>
)
