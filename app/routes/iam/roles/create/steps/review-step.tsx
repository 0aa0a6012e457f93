import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import type { Policy } from '@aws-sdk/client-iam'
import { JsonView } from '~/components/policy-editor/json-view'
import { policyType } from '~/data/policies'
import type { DetailsForm } from '../role-form'
import { trustPolicyText } from '../trust-policy'
import { RoleDetails } from './role-details'
import type { StepProps } from './step'
import { TagsStep } from './tags-step'

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
      <TagsStep
        form={form}
        onChange={onChange}
        tagsTouched={tagsTouched}
        title="Add tags - optional"
      />
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
