import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { ButtonRow } from '~/components/ui/button-row'
import { useApiMutation } from '~/data/client'
import {
  approve,
  type DelegationRequest,
  reject,
  requestApproval,
} from '~/data/delegation-requests'
import type { AwsClient } from '~/engine'
import { placeArea, placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'
import { canApprove, canReject, canRequest, durationText } from './request-state'

type Kind = 'approve' | 'reject' | 'forward'

const words = {
  approve: {
    header: 'Approve this request?',
    done: 'The request was approved, and access granted.',
    failed: 'Failed to approve the request.',
    place: 'iam.approveRequest',
  },
  reject: {
    header: 'Reject this request?',
    done: 'The request was rejected.',
    failed: 'Failed to reject the request.',
    place: 'iam.rejectRequest',
  },
  forward: {
    header: 'Request approval',
    done: 'The request is waiting for approval.',
    failed: 'Failed to request approval.',
    place: 'iam.forwardRequest',
  },
} as const

function perform(client: AwsClient, kind: Kind, request: DelegationRequest, notes: string) {
  if (kind === 'approve') return approve(client, request)
  return kind === 'reject'
    ? reject(client, request, notes)
    : requestApproval(client, request, notes)
}

export function RequestActions({ request }: { request: DelegationRequest }) {
  const [asked, setAsked] = useState<Kind>()
  return (
    <ButtonRow>
      <Button
        disabled={!canReject(request)}
        onClick={() => setAsked('reject')}
        {...placeButton('iam.delegationRequest.reject')}
      >
        {word('iam.delegationRequest.reject')}
      </Button>
      <Button
        disabled={!canRequest(request)}
        onClick={() => setAsked('forward')}
        {...placeButton('iam.delegationRequest.forward')}
      >
        {word('iam.delegationRequest.forward')}
      </Button>
      <Button
        variant="primary"
        disabled={!canApprove(request)}
        onClick={() => setAsked('approve')}
        {...placeButton('iam.delegationRequest.approve')}
      >
        {word('iam.delegationRequest.approve')}
      </Button>
      {asked && (
        <RequestModal
          kind={asked}
          request={request}
          onDismiss={() => setAsked(undefined)}
        />
      )}
    </ButtonRow>
  )
}

type Props = { kind: Kind; request: DelegationRequest; onDismiss: () => void }

function RequestModal({ kind, request, onDismiss }: Props) {
  const { header, done, failed, place } = words[kind]
  const [notes, setNotes] = useState('')
  const send = useApiMutation<void>((client) => perform(client, kind, request, notes), {
    onSuccess: () => {
      flash({ type: 'success', header: done })
      onDismiss()
    },
  })
  return (
    <FormModal
      header={header}
      place={place}
      onDismiss={onDismiss}
      onSubmit={() => send.mutate()}
      busy={send.isPending}
      error={send.error}
      errorHeader={failed}
    >
      {kind === 'approve' ? (
        <p>
          {request.RequestorName ?? request.RequestorId} gets the permissions that are shown
          here for {durationText(request.SessionDuration)}.
        </p>
      ) : (
        <FormField label={word(`${words[kind].place}.notes`)} constraintText="Optional.">
          <Textarea
            value={notes}
            {...placeArea(`${words[kind].place}.notes`)}
            onChange={({ detail }) => setNotes(detail.value)}
          />
        </FormField>
      )}
    </FormModal>
  )
}
