import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Pagination from '@cloudscape-design/components/pagination'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { EmptyState } from '~/components/table/empty-state'
import type { Principal } from '~/data/simulator'
import { ResultRow } from './result-row'
import { countOf, type Row } from './simulate'
import type { Simulation } from './use-simulation'

type Props = { simulation: Simulation; principal: Principal | undefined }

const PAGE = 50

/** Every chosen action with what came of it. */
export function Results({ simulation, principal }: Props) {
  const { rows, run, isStale } = simulation
  const [page, setPage] = useState(1)
  const pages = Math.max(1, Math.ceil(rows.length / PAGE))
  const current = Math.min(page, pages)
  return (
    <Container
      header={
        <Header variant="h2" description={<Counts rows={rows} />}>
          Action Settings and Results
        </Header>
      }
    >
      <SpaceBetween size="s">
        {run && <Made calls={run.calls} />}
        {isStale && (
          <Alert type="info">
            Policies, actions or settings have changed since these results. Run the
            simulation again.
          </Alert>
        )}
        {rows.length === 0 ? (
          <EmptyState
            title="No actions selected"
            text="Select a service and its actions above, then run the simulation."
          />
        ) : (
          <ResultTable
            rows={rows.slice((current - 1) * PAGE, current * PAGE)}
            simulation={simulation}
            principal={principal}
          />
        )}
        {pages > 1 && (
          <Pagination
            currentPageIndex={current}
            pagesCount={pages}
            ariaLabels={{
              nextPageLabel: 'Next page',
              previousPageLabel: 'Previous page',
              pageLabel: (number) => `Page ${number}`,
            }}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        )}
      </SpaceBetween>
    </Container>
  )
}

function Counts({ rows }: { rows: Row[] }) {
  const { actions, allowed, denied } = countOf(rows)
  return (
    <output>
      Actions {actions}, allowed {allowed}, denied {denied}
    </output>
  )
}

/** Which operation of the API answered, and with what it was asked. */
function Made({ calls }: { calls: NonNullable<Simulation['run']>['calls'] }) {
  const [first] = calls
  if (!first) return null
  const { input, operation } = first
  const left = 'PolicyExclusionList' in input && input.PolicyExclusionList?.length
  const more = operation === 'SimulatePrincipalPolicy' && input.PolicyInputList?.length
  const boundary = input.PermissionsBoundaryPolicyInputList?.length
  const parts = [
    left && 'PolicyExclusionList for what was left out or edited',
    more && 'PolicyInputList for the edited texts',
    boundary && 'PermissionsBoundaryPolicyInputList for the edited boundary',
  ].filter(Boolean)
  return (
    <Box color="text-body-secondary">
      Answered by <span className="u-code">iam:{operation}</span>
      {calls.length > 1 && ` in ${calls.length} calls, one for each set of resources`}
      {parts.length > 0 && `, with ${parts.join(', ')}`}.
    </Box>
  )
}

type TableProps = Props & { rows: Row[] }

const columns = ['Action', 'Service', 'Resource Type', 'Simulation Resource', 'Permission']

const ResultTable = ({ rows, simulation, principal }: TableProps) => (
  <div className="u-simulated">
    <table aria-label="Action Settings and Results">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col">
            <span className="u-hidden">Remove</span>
          </th>
        </tr>
      </thead>
      {rows.map((row) => (
        <ResultRow
          key={`${row.action} ${row.resource}`}
          row={row}
          simulation={simulation}
          principal={principal}
        />
      ))}
    </table>
  </div>
)
