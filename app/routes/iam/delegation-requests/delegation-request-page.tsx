import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { JsonView } from '~/components/policy-editor/json-view'
import { QueryError } from '~/components/query-error'
import { type DelegationRequest, useDelegationRequest } from '~/data/delegation-requests'
import { useRequestId } from '~/lib/params'
import { formatDateTime } from '~/lib/text'
import { RequestActions } from './request-actions'
import { durationText, stateText } from './request-state'

export default function DelegationRequestPage() {
  const id = useRequestId()
  const { data, error, refetch } = useDelegationRequest(id)
  const request = data?.DelegationRequest
  return (
    <SpaceBetween size="l">
      <PageHeader
        title={id}
        info={<InfoLink topic="iam.delegationRequests" about="delegation requests" />}
        actions={request && <RequestActions request={request} />}
      />
      {error && <QueryError error={error} retry={refetch} what="the delegation request" />}
      {!data && !error && <Spinner size="large" />}
      {request && (
        <SpaceBetween size="l">
          <Summary request={request} />
          <Container
            header={
              <Header
                variant="h2"
                description="What the partner will be able to do for the time of its access."
              >
                Permissions
              </Header>
            }
          >
            <JsonView
              text={request.PermissionPolicy ?? ''}
              ariaLabel="Requested permissions"
            />
          </Container>
        </SpaceBetween>
      )}
    </SpaceBetween>
  )
}

const Summary = ({ request }: { request: DelegationRequest }) => (
  <Container header={<Header variant="h2">Summary</Header>}>
    <KeyValuePairs
      columns={3}
      items={[
        { label: 'Requestor', value: request.RequestorName ?? request.RequestorId ?? '-' },
        { label: 'Requestor account', value: request.RequestorId ?? '-' },
        { label: 'Status', value: stateText(request.State) },
        { label: 'Description', value: request.Description ?? '-' },
        { label: 'Message', value: request.RequestMessage ?? '-' },
        { label: 'Access duration', value: durationText(request.SessionDuration) },
        { label: 'Created', value: formatDateTime(request.CreateDate) },
        { label: 'Expires', value: formatDateTime(request.ExpirationTime) },
        { label: 'Owner', value: request.OwnerId ?? '-' },
        { label: 'Approver', value: request.ApproverId ?? '-' },
        { label: 'Notes', value: request.Notes ?? '-' },
        { label: 'Reason for rejection', value: request.RejectionReason ?? '-' },
      ]}
    />
  </Container>
)
