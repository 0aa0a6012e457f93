import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'

import type { PolicyTrace, StatementRef } from '~/engine/evaluate/decision'
import { JsonView } from '~/components/policy-editor/json-view'

import { outcomes, policyTypes, titleOf } from './labels'
import type { Outcome } from './labels'
import { StatementView } from './statement-view'

const states: Record<Outcome, StatusIndicatorProps.Type> = {
  allows: 'success',
  denies: 'error',
  silent: 'stopped',
  missing: 'error',
}

type Props = { trace: PolicyTrace; decidedBy: StatementRef[] }

const isIn = (list: StatementRef[], { policy, index }: StatementRef) =>
  list.some(
    (ref) =>
      ref.index === index &&
      ref.policy.type === policy.type &&
      ref.policy.index === policy.index &&
      ref.policy.level === policy.level
  )

/** The engine names a group as it is, and the other two ways by these words. */
function howItCame(via: string | undefined) {
  if (via === 'Inline') return 'inline'
  return via === 'Directly' ? 'attached directly' : via && `via ${via}`
}

/** One policy: what it said, statement by statement, with its text to look up. */
export function PolicyCard({ trace, decidedBy }: Props) {
  const { policy, outcome, statements, document } = trace
  const title = titleOf(policy)
  const decided = statements.some((statement) => isIn(decidedBy, statement))
  return (
    <ExpandableSection
      variant="container"
      defaultExpanded={decided || outcome !== 'silent' || statements.length <= 2}
      headerText={title}
      headerDescription={[policyTypes[policy.type].one, howItCame(policy.via)]
        .filter(Boolean)
        .join(', ')}
      headerActions={
        <StatusIndicator type={states[outcome]}>{outcomes[outcome]}</StatusIndicator>
      }
    >
      <SpaceBetween size="s">
        {statements.length === 0 && (
          <Box color="text-body-secondary">This policy has no statements.</Box>
        )}
        {statements.map((statement) => (
          <StatementView
            key={statement.index}
            statement={statement}
            decisive={isIn(decidedBy, statement)}
          />
        ))}
        <ExpandableSection headerText="Policy document">
          <JsonView
            text={JSON.stringify(document, null, 2)}
            ariaLabel={`Policy ${title}`}
          />
        </ExpandableSection>
      </SpaceBetween>
    </ExpandableSection>
  )
}
