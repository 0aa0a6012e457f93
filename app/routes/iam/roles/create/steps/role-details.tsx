import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { word } from '~/lib/words'
import { place, placeInput } from '~/lib/places'
import type { DetailsForm } from '../role-form'
import type { StepProps } from './step'

type DetailsProps = {
  details: DetailsForm
  change: (part: Partial<DetailsForm>) => void
  problems: StepProps['problems']
}

/** Name and description. */
export const RoleDetails = ({ details, change, problems }: DetailsProps) => (
  <Container header={<Header variant="h2">Role details</Header>}>
    <SpaceBetween size="l">
      <FormField
        label={word('iam.createRole.name')}
        description="Enter a meaningful name to identify this role."
        constraintText={word('iam.createRole.nameRule')}
        errorText={problems.name}
      >
        <Input
          value={details.name}
          autoComplete={false}
          {...placeInput('iam.createRole.name')}
          onChange={({ detail }) => change({ name: detail.value })}
        />
      </FormField>
      <FormField
        label={word('iam.createRole.description')}
        description="Add a short explanation for this role."
        constraintText={word('iam.createRole.descriptionRule')}
        errorText={problems.description}
      >
        <Textarea
          value={details.description}
          rows={3}
          nativeTextareaAttributes={place('iam.createRole.description')}
          onChange={({ detail }) => change({ description: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  </Container>
)
