import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Textarea from '@cloudscape-design/components/textarea'
import type { Statement } from '@aws-sdk/client-iam'
import { JsonView } from '~/components/policy-editor/json-view'
import type { Principal } from '~/data/simulator'
import type { Source } from './sandbox'
import type { Row } from './simulate'
import { linesOfStatement } from './statement-lines'
import { TrustVerdict } from './trust-verdict'
import type { Simulation } from './use-simulation'

type Props = { row: Row; simulation: Simulation; principal: Principal | undefined }

const isRole = (arn: string) => /^arn:aws:iam::\d{12}:role\/./.test(arn)

/** Below a row: the resources of its action, and why the result is what it is. */
export function ResultDetail({ row, simulation, principal }: Props) {
  const { action, resource } = row
  const { draft, change, held, context, run } = simulation
  const arn = held.data?.arn
  const isAssume = action.toLowerCase() === 'sts:assumerole' && isRole(resource)
  return (
    <SpaceBetween size="m">
      <FormField
        label={`Resources of ${action}`}
        description="One ARN in each line, in place of those of the simulation settings."
        stretch
      >
        <Textarea
          value={draft.own[action] ?? ''}
          rows={1}
          spellcheck={false}
          placeholder="*"
          onChange={({ detail }) =>
            change({ own: { ...draft.own, [action]: detail.value } })
          }
        />
      </FormField>
      {row.permission && <Outcome row={row} />}
      {groupBySource(row.statements).map(([source, statements]) => (
        <Matching
          key={source}
          statements={statements}
          source={run?.sources.get(source) ?? { name: source }}
        />
      ))}
      {isAssume && principal && arn !== undefined && row.permission && (
        <TrustVerdict principal={principal} arn={arn} role={resource} context={context} />
      )}
    </SpaceBetween>
  )
}

function groupBySource(statements: Statement[]) {
  const sources = [...new Set(statements.map(({ SourcePolicyId = '' }) => SourcePolicyId))]
  return sources.map((source): [string, Statement[]] => [
    source,
    statements.filter(({ SourcePolicyId = '' }) => SourcePolicyId === source),
  ])
}

function Outcome({ row: { boundary, organization, missing, statements } }: { row: Row }) {
  return (
    <SpaceBetween size="xxs">
      {boundary !== undefined && (
        <Limit
          name="Permissions boundary"
          allows={boundary}
          field="AllowedByPermissionsBoundary"
        />
      )}
      {organization !== undefined && (
        <Limit
          name="AWS Organizations"
          allows={organization}
          field="AllowedByOrganizations"
        />
      )}
      {missing.length > 0 && (
        <Box>
          Missing context values: <span className="u-code">{missing.join(', ')}</span>.
          Enter them under Simulation Settings.
        </Box>
      )}
      {statements.length === 0 && (
        <Box color="text-body-secondary">No statement of a policy matches this action.</Box>
      )}
    </SpaceBetween>
  )
}

type LimitProps = { name: string; allows: boolean; field: string }

const Limit = ({ name, allows, field }: LimitProps) => (
  <div>
    <StatusIndicator type={allows ? 'success' : 'error'}>
      {name}: {allows ? 'allows this' : 'does not allow this'}
    </StatusIndicator>{' '}
    <Box variant="small">
      {field}: {String(allows)}
    </Box>
  </div>
)

/** A policy with the statements that matched, marked in its text. */
function Matching({ statements, source }: { statements: Statement[]; source: Source }) {
  const { name, text } = source
  const marks = statements.flatMap(
    (statement) =>
      (text === undefined ? undefined : linesOfStatement(text, statement)) ?? []
  )
  return (
    <section aria-label={`Matching statements of ${name}`}>
      <Box variant="h4">
        {name} <Box variant="small">{statements[0]?.SourcePolicyType}</Box>
      </Box>
      {text === undefined ? (
        <Box color="text-body-secondary">You may not read the text of this policy.</Box>
      ) : (
        <JsonView text={text} ariaLabel={`Policy ${name}`} marks={marks} />
      )}
    </section>
  )
}
