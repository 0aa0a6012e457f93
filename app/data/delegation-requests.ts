import type { DelegationRequest } from '@aws-sdk/client-iam'
import { useQuery } from '@tanstack/react-query'
import type { AwsClient } from '~/engine'
import { track } from '~/lib/idle'
import { type Caller, orNotFound, q, useCaller } from './client'

export type { DelegationRequest }

async function requests({ iam }: AwsClient): Promise<DelegationRequest[]> {
  const found: DelegationRequest[] = []
  for (let Marker: string | undefined; ;) {
    const page = await iam.listDelegationRequests(Marker ? { Marker } : {})
    found.push(...(page.DelegationRequests ?? []))
    if (!page.isTruncated) return found
    Marker = page.Marker
  }
}

export const delegationRequestsQuery = (caller: Caller) => ({
  queryKey: [caller.key, 'iam', 'delegation requests'],
  queryFn: () => track(requests(caller.client())),
})

export const useDelegationRequests = () => useQuery(delegationRequestsQuery(useCaller()))

export const useDelegationRequest = (DelegationRequestId: string) =>
  useQuery({
    ...q(useCaller(), 'iam', 'GetDelegationRequest', { DelegationRequestId }),
    ...orNotFound,
  })

/** A request that a partner's link leads to is nobody's until somebody takes it up. */
async function takenUp(
  { iam }: AwsClient,
  { DelegationRequestId, State }: DelegationRequest
) {
  if (State === 'UNASSIGNED') await iam.associateDelegationRequest({ DelegationRequestId })
}

/** Access is there once the partner has its token. */
export async function approve(client: AwsClient, request: DelegationRequest) {
  const { DelegationRequestId, State } = request
  await takenUp(client, request)
  if (State !== 'ACCEPTED')
    await client.iam.acceptDelegationRequest({ DelegationRequestId })
  await client.iam.sendDelegationToken({ DelegationRequestId })
}

export async function reject(client: AwsClient, request: DelegationRequest, notes: string) {
  const { DelegationRequestId } = request
  await takenUp(client, request)
  await client.iam.rejectDelegationRequest({
    DelegationRequestId,
    ...(notes ? { Notes: notes } : {}),
  })
}

/** Asks somebody with more permissions to approve it. */
export async function requestApproval(
  client: AwsClient,
  request: DelegationRequest,
  notes: string
) {
  const { DelegationRequestId } = request
  await takenUp(client, request)
  await client.iam.updateDelegationRequest({
    DelegationRequestId,
    ...(notes ? { Notes: notes } : {}),
  })
}
