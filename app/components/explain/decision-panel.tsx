import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'

import type { Decision } from '~/engine/evaluate/decision'
import { explainReason, whatWouldChangeIt } from '~/engine/evaluate/explain'
import { halvesOf } from '~/engine/evaluate/halves'

import { HalvesView } from './halves-view'
import { groupPolicies, verdicts } from './labels'
import { PolicyCard } from './policy-card'
import { PolicyStrip } from './policy-strip'
import { RemedyView } from './remedy-view'

/** A decision for a person to read: what was asked, what each policy said, what would change it. */
export function DecisionPanel({ decision }: { decision: Decision }) {
  const { verdict, request, trace } = decision
  const groups = groupPolicies(decision)
  const changes = whatWouldChangeIt(decision)
  const halves = halvesOf(decision)
  return (
    <SpaceBetween size="l">
      <Alert type={verdicts[verdict].type} header={verdicts[verdict].title}>
        {explainReason(decision)}
      </Alert>
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'Who', value: <Wrapped text={request.principal.arn ?? 'Anonymous'} /> },
          { label: 'Wants to', value: <Wrapped text={request.action} /> },
          { label: 'On', value: <Wrapped text={request.resource.arn} /> },
        ]}
      />
      <PolicyStrip groups={groups} verdict={verdict} />
      {halves && <HalvesView halves={halves} />}
      {changes.length > 0 && (
        <div>
          <Box variant="h3">What would change it</Box>
          <ul className="u-list">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
          {decision.remedy && <RemedyView remedy={decision.remedy} />}
        </div>
      )}
      <div>
        <Box variant="h3">Policies looked at</Box>
        {trace.length === 0 && (
          <Box color="text-body-secondary">No policy applies at all.</Box>
        )}
        <SpaceBetween size="xs">
          {groups.flatMap(({ policies }) =>
            policies.map((policy) => (
              <PolicyCard
                key={`${policy.policy.type} ${policy.policy.level} ${policy.policy.index}`}
                trace={policy}
                decidedBy={decision.decidedBy}
              />
            ))
          )}
        </SpaceBetween>
      </div>
    </SpaceBetween>
  )
}

const Wrapped = ({ text }: { text: string }) => <span className="u-code">{text}</span>
