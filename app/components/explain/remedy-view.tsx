import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'

import { JsonView } from '~/components/policy-editor/json-view'
import type { Change, Remedy } from '~/engine/evaluate/remedy'

import { policyTypes, titleOf } from './labels'

type Added = Extract<Change, { kind: 'add' }>

const homeOf = ({ policyType, level }: Added) => {
  const { one } = policyTypes[policyType]
  return level === undefined ? one : `${one}, level ${level + 1} from the root`
}

/** The fewest changes that lead to an Allow, each ready to paste; the engine has tried them. */
export const RemedyView = ({ remedy: { changes } }: { remedy: Remedy }) => (
  <SpaceBetween size="s">
    <Box color="text-body-secondary">
      {changes.length === 1
        ? 'This one change is enough, and the smallest.'
        : `These ${changes.length} changes together are enough, and the smallest.`}
    </Box>
    {changes.map((change, index) =>
      change.kind === 'add' ? (
        <div key={index}>
          <Box variant="awsui-key-label">Add to: {homeOf(change)}</Box>
          <JsonView
            text={JSON.stringify(change.statement)}
            ariaLabel={`statement for the ${policyTypes[change.policyType].one.toLowerCase()}`}
          />
        </div>
      ) : (
        <Box key={index} variant="awsui-key-label">
          Take away: statement {change.statement.sid ?? change.statement.index + 1} of{' '}
          {titleOf(change.statement.policy)}
        </Box>
      )
    )}
  </SpaceBetween>
)
