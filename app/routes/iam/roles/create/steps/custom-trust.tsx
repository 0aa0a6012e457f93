import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import { PolicyEditor, TRUST_QUOTA } from '~/components/policy-editor/policy-editor'
import type { TrustFormProps } from './trust-form-props'

export function CustomTrust({ trust, onChange, problems }: TrustFormProps) {
  const { text } = trust.custom
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Write a trust policy yourself to let others act in this account."
        >
          Custom trust policy
        </Header>
      }
    >
      <FormField stretch errorText={problems.custom}>
        <PolicyEditor
          ariaLabel="Custom trust policy"
          value={text}
          onChange={(value) => onChange({ ...trust, custom: { text: value } })}
          kind="trust"
          quota={TRUST_QUOTA}
        />
      </FormField>
    </Container>
  )
}
