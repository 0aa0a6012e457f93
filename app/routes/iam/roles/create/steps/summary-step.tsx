import Container from '@cloudscape-design/components/container'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { AppLink } from '~/components/app-link'
import { entitiesInWords } from '~/components/trust/entities-in-words'
import { readDocument } from '~/data/documents'
import { pb } from '~/lib/path-builder'
import type { DetailsForm } from '../role-form'
import { trustPolicyText } from '../trust-policy'
import { RoleDetails } from './role-details'
import type { StepProps } from './step'

/** The last of four steps: what the role is called, and what was chosen before in few words. */
export function SummaryStep({ form, onChange, problems, account }: StepProps) {
  const { details, permissions, trust } = form
  const { boundary } = permissions
  const entities = entitiesInWords(readDocument(trustPolicyText(trust, account)))
  const change = (part: Partial<DetailsForm>) =>
    onChange({ ...form, details: { ...details, ...part } })
  return (
    <SpaceBetween size="l">
      <RoleDetails details={details} change={change} problems={problems} />
      <Container>
        <KeyValuePairs
          columns={1}
          items={[
            { label: 'Trusted entities', value: entities.join(', ') },
            {
              label: 'Policies',
              value:
                permissions.policies.length === 0 ? (
                  'No policies were chosen.'
                ) : (
                  <ul className="u-items">
                    {permissions.policies.map(({ PolicyName = '', Arn = '' }) => (
                      <li key={Arn}>
                        <AppLink href={pb.policy(Arn)}>{PolicyName}</AppLink>
                      </li>
                    ))}
                  </ul>
                ),
            },
            {
              label: 'Permissions boundary',
              value: boundary.use
                ? boundary.policy?.PolicyName
                : 'Permissions boundary is not set',
            },
            {
              label: 'Tags',
              value:
                details.tags.map(({ key, value }) => `${key}: ${value}`).join(', ') ||
                'No tags were added.',
            },
          ]}
        />
      </Container>
    </SpaceBetween>
  )
}
