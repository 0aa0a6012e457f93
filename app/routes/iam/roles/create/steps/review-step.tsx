import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import Textarea from '@cloudscape-design/components/textarea'
import type { Policy } from '@aws-sdk/client-iam'
import { JsonView } from '~/components/policy-editor/json-view'
import { TagFields } from '~/components/tag-fields'
import { policyType } from '~/data/policies'
import { word } from '~/lib/words'
import { place, placeInput } from '~/lib/places'
import type { DetailsForm } from '../role-form'
import { trustPolicyText } from '../trust-policy'
import type { StepProps } from './step'

type Props = StepProps & { onEdit: (step: number) => void; tagsTouched: boolean }

type Row = { policy: Policy; use: string }

const columns = [
  {
    id: 'name',
    header: 'Policy name',
    cell: ({ policy }: Row) => policy.PolicyName,
    isRowHeader: true,
  },
  { id: 'type', header: 'Type', cell: ({ policy }: Row) => policyType(policy.Arn ?? '') },
  { id: 'use', header: 'Attached as', cell: ({ use }: Row) => use },
]

export function ReviewStep({
  form,
  onChange,
  problems,
  account,
  onEdit,
  tagsTouched,
}: Props) {
  const { details, permissions, trust } = form
  const change = (part: Partial<DetailsForm>) =>
    onChange({ ...form, details: { ...details, ...part } })
  const { boundary } = permissions
  const rows: Row[] = [
    ...permissions.policies.map((policy) => ({ policy, use: 'Permissions policy' })),
    ...(boundary.use && boundary.policy
      ? [{ policy: boundary.policy, use: 'Permissions boundary' }]
      : []),
  ]
  return (
    <SpaceBetween size="l">
      <RoleDetails details={details} change={change} problems={problems} />
      <EditHeader title="Step 1: Select trusted entities" onEdit={() => onEdit(0)} />
      <Container header={<Header variant="h3">Trust policy</Header>}>
        <JsonView text={trustPolicyText(trust, account)} ariaLabel="Trust policy" />
      </Container>
      <EditHeader title="Step 2: Add permissions" onEdit={() => onEdit(1)} />
      <Table
        header={<Header variant="h3">Permissions policy summary</Header>}
        items={rows}
        columnDefinitions={columns}
        ariaLabels={{ tableLabel: 'Permissions policy summary' }}
        empty="No policies were chosen. A role without permissions can do nothing."
      />
      <Header variant="h2">Step 3: Add tags</Header>
      <Container
        header={
          <Header
            variant="h3"
            description="Tags are key-value pairs by which resources can be found, organized and authorized."
          >
            Add tags - optional
          </Header>
        }
      >
        <TagFields
          tags={details.tags}
          onChange={(tags) => change({ tags })}
          showErrors={tagsTouched}
        />
      </Container>
    </SpaceBetween>
  )
}

type EditProps = { title: string; onEdit: () => void }

const EditHeader = ({ title, onEdit }: EditProps) => (
  <Header
    variant="h2"
    actions={
      <Button ariaLabel={`Edit ${title}`} onClick={onEdit}>
        Edit
      </Button>
    }
  >
    {title}
  </Header>
)

const DESCRIPTION_RULE = `Maximum 1000 characters. Use letters (A-Z and a-z), numbers (0-9), tabs, new lines, or any of the following characters: _+=,.@-/\\[{}]!#$%^*();"'<>`

type DetailsProps = {
  details: DetailsForm
  change: (part: Partial<DetailsForm>) => void
  problems: StepProps['problems']
}

const RoleDetails = ({ details, change, problems }: DetailsProps) => (
  <Container header={<Header variant="h2">Role details</Header>}>
    <SpaceBetween size="l">
      <FormField
        label={word('iam.createRole.name')}
        description="Enter a meaningful name to identify this role."
        constraintText="Maximum 64 characters. Use alphanumeric and '+=,.@-_' characters."
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
        label="Description"
        description="Add a short explanation for this role."
        constraintText={DESCRIPTION_RULE}
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
