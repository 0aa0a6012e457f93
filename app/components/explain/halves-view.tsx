import Badge from '@cloudscape-design/components/badge'
import type { BadgeProps } from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import SpaceBetween from '@cloudscape-design/components/space-between'

import type { Half, Halves } from '~/engine/evaluate/halves'

import { StatementView } from './statement-view'

const says: Record<Half['outcome'], { text: string; color: BadgeProps['color'] }> = {
  allows: { text: 'Yes', color: 'green' },
  denies: { text: 'No: it denies', color: 'red' },
  silent: { text: 'Not there', color: 'red' },
  'not-needed': { text: 'Not needed', color: 'grey' },
}

/** Does the role trust the caller, and may the caller assume it? Both, side by side. */
export const HalvesView = ({ halves }: { halves: Halves }) => (
  <ColumnLayout columns={2} variant="text-grid">
    <HalfView title="The role trusts the caller" half={halves.trust} />
    <HalfView title="The caller may assume the role" half={halves.identity} />
  </ColumnLayout>
)

function HalfView({ title, half }: { title: string; half: Half }) {
  const { text, color } = says[half.outcome]
  const [nearest] = half.nearest
  return (
    <section aria-label={title}>
      <SpaceBetween size="xs">
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <Box variant="h4" padding="n">
            {title}
          </Box>
          <Badge color={color}>{text}</Badge>
        </SpaceBetween>
        {half.by.map((statement) => (
          <StatementView
            key={`${statement.policy.index} ${statement.index}`}
            statement={statement}
            decisive
          />
        ))}
        {nearest && (
          <>
            <Box color="text-body-secondary">The statement that comes nearest:</Box>
            <StatementView statement={nearest} decisive={false} />
          </>
        )}
      </SpaceBetween>
    </section>
  )
}
