import { useState } from 'react'
import Select from '@cloudscape-design/components/select'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { type AccessDetail, useOrganizationReport } from '~/data/organization'
import { nameOf } from '~/engine/arn'
import { clock } from '~/lib/clock'
import { formatAge } from '~/lib/text'
import { OrganizationError } from './organization-error'

const timeOf = ({ LastAuthenticatedTime }: AccessDetail) =>
  LastAuthenticatedTime?.getTime() ?? 0

const columns: DataColumn<AccessDetail>[] = [
  {
    id: 'service',
    header: 'Service',
    isRowHeader: true,
    sortingField: 'ServiceName',
    cell: ({ ServiceName }) => ServiceName,
  },
  {
    id: 'accessed',
    header: 'Last accessed',
    sortingComparator: (a, b) => timeOf(a) - timeOf(b),
    cell: ({ LastAuthenticatedTime }) =>
      LastAuthenticatedTime
        ? formatAge(LastAuthenticatedTime, clock.now())
        : 'Not accessed in the tracking period',
  },
  {
    id: 'account',
    header: 'Last accessed by account',
    cell: ({ EntityPath }) => (EntityPath ? nameOf(EntityPath) : '-'),
  },
  {
    id: 'accounts',
    header: 'Accounts',
    sortingField: 'TotalAuthenticatedEntities',
    cell: ({ TotalAuthenticatedEntities = 0 }) => TotalAuthenticatedEntities,
  },
]

const histories = [
  { value: 'all', label: 'No filter' },
  { value: 'accessed', label: 'Services accessed' },
  { value: 'not', label: 'Services not accessed' },
]

type Props = {
  title: string
  description: string
  path: string | undefined
  policyId?: string
  /** Of what the path comes from. */
  error?: Error | null
}

/** Services that are open to an entity, with who used them last. */
export function ServiceReport({ title, description, path, policyId, error }: Props) {
  const report = useOrganizationReport(path, policyId)
  const [history, setHistory] = useState('all')
  const failed = error ?? report.error
  const shown = report.data?.filter(
    (detail) => history === 'all' || timeOf(detail) > 0 === (history === 'accessed')
  )
  return (
    <DataTable
      title={title}
      description={description}
      one="service"
      many="services"
      items={shown}
      loading={report.isPending}
      error={
        failed && (
          <OrganizationError error={failed} retry={report.refetch} what="the report" />
        )
      }
      columns={columns}
      trackBy={({ ServiceNamespace = '' }) => ServiceNamespace}
      filtering={({ ServiceName, ServiceNamespace }, text) =>
        `${ServiceName} ${ServiceNamespace}`.toLowerCase().includes(text.toLowerCase())
      }
      filters={
        <Select
          selectedOption={histories.find(({ value }) => value === history) ?? null}
          options={histories}
          ariaLabel="Filter by services access history"
          inlineLabelText="Filter by services access history"
          onChange={({ detail }) => setHistory(detail.selectedOption.value ?? 'all')}
        />
      }
    />
  )
}
