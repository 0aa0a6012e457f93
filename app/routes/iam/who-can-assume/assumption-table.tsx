import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { AppLink } from '~/components/app-link'
import { WhyButton } from '~/components/explain/why-button'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import type { Assumption } from '~/data/assumptions'
import { accountOf } from '~/engine/arn'
import { pb } from '~/lib/path-builder'
import { entityOf, idOf, kindNames } from './entity'

const RoleCell = ({ arn, own }: { arn: string; own: string }) => {
  const { name, account } = entityOf(arn)
  return account === own ? <AppLink href={pb.role(name)}>{name}</AppLink> : arn
}

const columnsFor = (own: string): DataColumn<Assumption>[] => [
  {
    id: 'principal',
    header: 'Principal',
    isRowHeader: true,
    sortingField: 'from',
    cell: ({ from }) => entityOf(from).name,
  },
  { id: 'type', header: 'Type', cell: ({ from }) => kindNames[entityOf(from).kind] },
  { id: 'account', header: 'Account', cell: ({ from }) => accountOf(from) ?? '-' },
  {
    id: 'role',
    header: 'Role',
    sortingField: 'to',
    cell: ({ to }) => <RoleCell arn={to} own={own} />,
  },
  { id: 'action', header: 'By', cell: ({ action }) => action },
  {
    id: 'verdict',
    header: 'Can assume it',
    cell: ({ allowed }) => (
      <StatusIndicator type={allowed ? 'success' : 'stopped'}>
        {allowed ? 'Yes' : 'No'}
      </StatusIndicator>
    ),
  },
  {
    id: 'why',
    header: 'Explanation',
    cell: ({ decision }) => <WhyButton decision={decision} />,
  },
]

type Props = {
  assumptions: readonly Assumption[]
  own: string
}

/** The picture's arrows as rows. */
export const AssumptionTable = ({ assumptions, own }: Props) => (
  <DataTable
    items={[...assumptions]}
    columns={columnsFor(own)}
    trackBy={idOf}
    place="iam.whoCanAssume.table"
    title="Trust relationships"
    one="relationship"
    many="relationships"
    empty={{ title: 'Nobody', text: 'Nobody is trusted by a role of this account.' }}
  />
)
