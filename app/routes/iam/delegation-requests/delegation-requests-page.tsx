import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import { AppLink } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { Place } from '~/components/ui/place'
import { currentCaller, prefetch } from '~/data/client'
import {
  type DelegationRequest,
  delegationRequestsQuery,
  useDelegationRequests,
} from '~/data/delegation-requests'
import { pb } from '~/lib/path-builder'
import { formatDateTime } from '~/lib/text'
import { durationText, type Group, groups, isIn, stateText } from './request-state'

export const clientLoader = () => {
  prefetch(delegationRequestsQuery(currentCaller()))
  return null
}

const requestorOf = ({ RequestorName, RequestorId }: DelegationRequest) =>
  RequestorName ?? RequestorId ?? '-'

const columns: DataColumn<DelegationRequest>[] = [
  {
    id: 'id',
    header: 'Request ID',
    isRowHeader: true,
    sortingField: 'DelegationRequestId',
    cell: ({ DelegationRequestId = '' }) => (
      <AppLink href={pb.delegationRequest(DelegationRequestId)}>
        {DelegationRequestId}
      </AppLink>
    ),
  },
  { id: 'requestor', header: 'Requestor', cell: requestorOf },
  {
    id: 'description',
    header: 'Description',
    sortingField: 'Description',
    cell: ({ Description }) => Description,
  },
  {
    id: 'status',
    header: 'Status',
    sortingField: 'State',
    cell: ({ State }) => stateText(State),
  },
  {
    id: 'duration',
    header: 'Access duration',
    sortingField: 'SessionDuration',
    cell: ({ SessionDuration }) => durationText(SessionDuration),
  },
  {
    id: 'created',
    header: 'Created',
    sortingField: 'CreateDate',
    cell: ({ CreateDate }) => formatDateTime(CreateDate),
  },
  {
    id: 'expires',
    header: 'Expires',
    sortingField: 'ExpirationTime',
    cell: ({ ExpirationTime }) => formatDateTime(ExpirationTime),
  },
]

const options = groups.map((value) => ({ value, label: value }))

export default function DelegationRequestsPage() {
  const requests = useDelegationRequests()
  const [group, setGroup] = useState<Group>('Pending')
  return (
    <DataTable
      variant="full-page"
      headingLevel="h1"
      place="iam.delegationRequests"
      title="Temporary delegation requests"
      info={<InfoLink topic="iam.delegationRequests" about="delegation requests" />}
      description="Partners of AWS ask for access to this account for a while. You see what they ask for, and approve or reject it."
      one="request"
      many="requests"
      items={requests.data?.filter((request) => isIn(group, request))}
      loading={requests.isPending}
      error={
        requests.error && (
          <QueryError
            error={requests.error}
            retry={requests.refetch}
            what="delegation requests"
          />
        )
      }
      onRefresh={requests.refetch}
      columns={columns}
      trackBy={({ DelegationRequestId = '' }) => DelegationRequestId}
      filters={
        <Place id="iam.delegationRequests.status">
          <Select
            ariaLabel="Filter by Status"
            inlineLabelText="Filter by Status"
            options={options}
            selectedOption={options.find(({ value }) => value === group) ?? null}
            onChange={({ detail }) =>
              setGroup(
                groups.find((each) => each === detail.selectedOption.value) ?? 'Pending'
              )
            }
          />
        </Place>
      }
      empty={{
        title: 'No requests',
        text: 'A request shows here once somebody in this account has opened the link of a partner.',
      }}
    />
  )
}
