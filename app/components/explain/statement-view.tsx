import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'

import type { StatementTrace } from '~/engine/evaluate/decision'

import { ConditionChip, MatchChip } from './match-chip'

type Props = { statement: StatementTrace; decisive: boolean }

const nameOf = ({ sid, index }: StatementTrace) =>
  sid ? `${sid} (statement ${index + 1})` : `Statement ${index + 1}`

/** One statement with its four facts side by side: all of them have to match. */
export const StatementView = ({ statement, decisive }: Props) => (
  <section className="u-statement" aria-label={nameOf(statement)}>
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Box variant="h4" padding="n">
        {nameOf(statement)}
      </Box>
      <Badge color={statement.effect === 'Allow' ? 'green' : 'red'}>
        {statement.effect}
      </Badge>
      <Box color="text-body-secondary">
        {statement.applies ? 'applies to this request' : 'does not apply to this request'}
      </Box>
      {decisive && <Badge color="blue">Decided it</Badge>}
    </SpaceBetween>
    <div className="u-chips">
      {statement.principal && <MatchChip title="Principal" match={statement.principal} />}
      <MatchChip title="Action" match={statement.action} />
      <MatchChip title="Resource" match={statement.resource} />
      <ConditionChip conditions={statement.conditions} />
    </div>
  </section>
)
