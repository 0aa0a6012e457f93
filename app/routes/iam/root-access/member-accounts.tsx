import Button from '@cloudscape-design/components/button'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import { AccessDeniedCell } from '~/components/access-denied'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import {
  type OrganizationNode,
  useOrganization,
  useOrganizationTree,
} from '~/data/organization'
import { type RootFeature, useRootCredentials } from '~/data/root-access'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { OrganizationError } from '../organization/organization-error'
import { PrivilegedAction } from './privileged-action'

const unitOf = ({ path }: OrganizationNode) => path.split('/').slice(1, -1).at(-1)

const columns: DataColumn<OrganizationNode>[] = [
  {
    id: 'name',
    header: 'Account name',
    isRowHeader: true,
    sortingField: 'name',
    cell: ({ name }) => name,
  },
  { id: 'id', header: 'Account ID', sortingField: 'id', cell: ({ id }) => id },
  { id: 'unit', header: 'Organizational unit', cell: unitOf },
  {
    id: 'credentials',
    header: 'Root user credentials',
    cell: ({ id }) => <RootCredentials account={id} />,
  },
]

const columnsFor = (enabled: readonly RootFeature[]) =>
  columns.filter(
    ({ id }) => id !== 'credentials' || enabled.includes('RootCredentialsManagement')
  )

/** Every account but the one that manages the others. */
export function MemberAccounts({ enabled }: { enabled: readonly RootFeature[] }) {
  const manager = useOrganization().data?.MasterAccountId
  const tree = useOrganizationTree()
  const [selected, setSelected] = useState<OrganizationNode[]>([])
  const [acting, setActing] = useState(false)
  const [account] = selected
  return (
    <>
      <DataTable
        title="Member accounts"
        place="iam.rootAccess"
        one="account"
        many="accounts"
        items={tree.data?.filter(({ type, id }) => type === 'Account' && id !== manager)}
        loading={tree.isPending}
        error={
          tree.error && (
            <OrganizationError error={tree.error} retry={tree.refetch} what="accounts" />
          )
        }
        onRefresh={tree.refetch}
        columns={columnsFor(enabled)}
        sortBy="name"
        trackBy={({ id }) => id}
        filtering={({ name, id }, text) =>
          `${name} ${id}`.toLowerCase().includes(text.toLowerCase())
        }
        selection={{
          type: 'single',
          selected,
          onChange: setSelected,
          nameOf: ({ name }) => name,
        }}
        actions={
          <Button
            disabled={!account}
            onClick={() => setActing(true)}
            {...placeButton('iam.rootAccess.act')}
          >
            {word('iam.rootAccess.act')}
          </Button>
        }
      />
      {acting && account && (
        <PrivilegedAction
          account={account}
          enabled={enabled}
          onDone={() => setActing(false)}
        />
      )}
    </>
  )
}

function RootCredentials({ account }: { account: string }) {
  const { data, error } = useRootCredentials(account)
  if (error) return <AccessDeniedCell error={error} />
  if (!data) return <StatusIndicator type="loading">Loading</StatusIndicator>
  return data.length === 0 ? (
    <StatusIndicator type="success">Not present</StatusIndicator>
  ) : (
    <StatusIndicator type="warning">Present: {data.join(', ')}</StatusIndicator>
  )
}
