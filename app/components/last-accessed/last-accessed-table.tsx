import type { ServiceLastAccessed } from '@aws-sdk/client-iam'
import Select from '@cloudscape-design/components/select'
import Spinner from '@cloudscape-design/components/spinner'
import { useState } from 'react'

import { AppLink } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { useGrantingPolicies, useLastAccessed } from '~/data/last-accessed'
import { clock } from '~/lib/clock'
import { pb } from '~/lib/path-builder'
import { formatAge } from '~/lib/text'

const histories = [
  { value: 'all', label: 'No filter' },
  { value: 'accessed', label: 'Services accessed' },
  { value: 'not', label: 'Services not accessed' },
]

const isAccessed = ({ LastAuthenticated }: ServiceLastAccessed) =>
  LastAuthenticated !== undefined

const accessText = ({ LastAuthenticated }: ServiceLastAccessed) =>
  LastAuthenticated
    ? formatAge(LastAuthenticated, clock.now())
    : 'Not accessed in the tracking period'

const columnsFor = (arn: string): DataColumn<ServiceLastAccessed>[] => [
  {
    id: 'service',
    header: 'Service',
    cell: ({ ServiceName }) => ServiceName,
    sortingField: 'ServiceName',
    isRowHeader: true,
  },
  {
    id: 'policies',
    header: 'Policies granting permissions',
    cell: ({ ServiceNamespace = '' }) => (
      <GrantingPolicies arn={arn} namespace={ServiceNamespace} />
    ),
  },
  {
    id: 'accessed',
    header: 'Last accessed',
    cell: accessText,
    sortingComparator: (a, b) =>
      (a.LastAuthenticated?.getTime() ?? 0) - (b.LastAuthenticated?.getTime() ?? 0),
  },
]

const matches = (
  { ServiceName = '', ServiceNamespace = '' }: ServiceLastAccessed,
  text: string
) => `${ServiceName} ${ServiceNamespace}`.toLowerCase().includes(text.toLowerCase())

/** Every service that somebody's policies allow, by which of them, and when it was last used. */
export const LastAccessed = ({
  arn,
  entity,
}: {
  arn: string | undefined
  entity: string
}) =>
  // whose details were refused has no ARN here to ask about
  arn === undefined ? null : <LastAccessedTable arn={arn} entity={entity} />

function LastAccessedTable({ arn, entity }: { arn: string; entity: string }) {
  const services = useLastAccessed(arn)
  const [history, setHistory] = useState(histories[0])
  const shown = services.data?.filter(
    (service) =>
      history?.value === 'all' || isAccessed(service) === (history?.value === 'accessed')
  )
  return (
    <DataTable
      title="Allowed services"
      description={`The services that the policies of this ${entity} allow, and when it last called each. Calls that were refused count as well.`}
      info={<InfoLink topic="iam.lastAccessed" about="last accessed information" />}
      one="service"
      many="services"
      items={shown}
      loading={services.isFetching}
      columns={columnsFor(arn)}
      trackBy={({ ServiceNamespace = '' }) => ServiceNamespace}
      filtering={matches}
      onRefresh={() => services.refetch()}
      empty={{
        title: 'No services',
        text: `The policies of this ${entity} allow no service.`,
      }}
      error={
        services.error && (
          <QueryError error={services.error} retry={services.refetch} what="services" />
        )
      }
      filters={
        <Select
          selectedOption={history ?? null}
          options={histories}
          inlineLabelText="Filter by services access history"
          onChange={({ detail }) =>
            setHistory(histories.find(({ value }) => value === detail.selectedOption.value))
          }
        />
      }
    />
  )
}

/** Asked for when the row is drawn: a page of rows, not every service there is. */
function GrantingPolicies({ arn, namespace }: { arn: string; namespace: string }) {
  const policies = useGrantingPolicies(arn, namespace)
  if (policies.isPending) return <Spinner />
  if (policies.error) return 'Access denied'
  return policies.data.map(({ PolicyName, PolicyArn }, index) => (
    <span key={PolicyArn ?? PolicyName}>
      {index > 0 && ', '}
      {PolicyArn ? <AppLink href={pb.policy(PolicyArn)}>{PolicyName}</AppLink> : PolicyName}
    </span>
  ))
}
