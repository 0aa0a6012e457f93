import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { Place } from '~/components/ui/place'
import { placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import { type KeyForm, type keyProblems, findUseCase, useCases } from './use-cases'

type Props = {
  form: KeyForm
  onChange: (part: Partial<KeyForm>) => void
  problems: Partial<ReturnType<typeof keyProblems>>
}

export function UseCaseStep({ form, onChange, problems }: Props) {
  const chosen = findUseCase(form.useCase)
  return (
    <Container header={<Header variant="h2">Use case</Header>}>
      <SpaceBetween size="l">
        <FormField errorText={problems.useCase}>
          <Place id="iam.createAccessKey.useCase">
            <RadioGroup
              value={form.useCase}
              ariaLabel={word('iam.createAccessKey.useCase')}
              items={useCases.map(({ value, label, description }) => ({
                value,
                label,
                description,
              }))}
              onChange={({ detail }) => onChange({ useCase: detail.value, agreed: false })}
            />
          </Place>
        </FormField>
        {chosen?.alternatives && (
          <Alert type="warning" header="Alternatives recommended">
            <ul className="u-list">
              {chosen.alternatives.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Alert>
        )}
        {chosen && !chosen.alternatives && (
          <Alert type="info" header="An access key is fine here">
            Allow it no more than it needs, keep it out of code, and replace it from time to
            time.
          </Alert>
        )}
        {chosen?.alternatives && (
          <FormField label="Confirmation" errorText={problems.agreed}>
            <Checkbox
              checked={form.agreed}
              {...placeInput('iam.createAccessKey.agree')}
              onChange={({ detail }) => onChange({ agreed: detail.checked })}
            >
              {word('iam.createAccessKey.agree')}
            </Checkbox>
          </FormField>
        )}
      </SpaceBetween>
    </Container>
  )
}
