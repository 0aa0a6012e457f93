import type { AccessKeyMetadata } from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import { AccessDeniedCell } from '~/components/access-denied'
import { Loading } from '~/components/loading'
import { QueryError } from '~/components/query-error'
import { useAccessKeyLastUsed, useAccessKeys } from '~/data/users'
import { clock } from '~/lib/clock'
import { placeButton } from '~/lib/places'
import { formatAge } from '~/lib/text'
import { CreateAccessKey } from './create-access-key'
import { DeleteKey, SetKeyStatus } from './key-actions'

const KEYS_PER_USER = 2

export function AccessKeys({ name }: { name: string }) {
  const keys = useAccessKeys(name)
  const [creating, setCreating] = useState(false)
  const isFull = (keys.data?.length ?? 0) >= KEYS_PER_USER
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={keys.data && `(${keys.data.length})`}
          description="Access keys sign programmatic calls to AWS. A user can have two at most, active or inactive."
          actions={
            <Button
              disabled={isFull}
              disabledReason="The user has two access keys already."
              onClick={() => setCreating(true)}
              {...placeButton('iam.user.createAccessKey')}
            >
              Create access key
            </Button>
          }
        >
          Access keys
        </Header>
      }
    >
      <SpaceBetween size="l">
        <QueryError error={keys.error} retry={keys.refetch} what="access keys" />
        {keys.isPending && <Loading what="access keys" />}
        {keys.data?.length === 0 && (
          <Box textAlign="center" color="text-body-secondary">
            <b>No access keys</b>
            <Box variant="p">
              As a best practice, avoid using long-term credentials like access keys. Use
              roles, which provide short-term credentials.
            </Box>
          </Box>
        )}
        {keys.data?.map((key) => (
          <KeyCard key={key.AccessKeyId} name={name} of={key} />
        ))}
      </SpaceBetween>
      {creating && <CreateAccessKey name={name} onDone={() => setCreating(false)} />}
    </Container>
  )
}

type CardProps = { name: string; of: AccessKeyMetadata }

function KeyCard({ name, of: { AccessKeyId: id = '', Status, CreateDate } }: CardProps) {
  const [asking, setAsking] = useState<string>()
  const used = useAccessKeyLastUsed(id)
  const last = used.data?.AccessKeyLastUsed
  const shown = (value: string | undefined) =>
    used.error ? <AccessDeniedCell error={used.error} /> : (value ?? '-')
  const isActive = Status === 'Active'
  const done = () => setAsking(undefined)
  return (
    <Container
      header={
        <Header
          variant="h3"
          actions={
            <ButtonDropdown
              ariaLabel={`Actions for access key ${id}`}
              items={[
                { id: 'status', text: isActive ? 'Deactivate' : 'Activate' },
                {
                  id: 'delete',
                  text: 'Delete',
                  disabled: isActive,
                  disabledReason: 'Deactivate the key first.',
                },
              ]}
              onItemClick={({ detail }) => setAsking(detail.id)}
            >
              Actions
            </ButtonDropdown>
          }
        >
          {id}
        </Header>
      }
    >
      <KeyValuePairs
        columns={3}
        items={[
          {
            label: 'Status',
            value: (
              <StatusIndicator type={isActive ? 'success' : 'stopped'}>
                {Status}
              </StatusIndicator>
            ),
          },
          {
            label: 'Last used',
            value: shown(
              last &&
                (last.LastUsedDate ? formatAge(last.LastUsedDate, clock.now()) : 'Never')
            ),
          },
          { label: 'Created', value: formatAge(CreateDate, clock.now()) },
          { label: 'Last used region', value: shown(last?.Region) },
          { label: 'Last used service', value: shown(last?.ServiceName) },
        ]}
      />
      {asking === 'status' && (
        <SetKeyStatus name={name} id={id} isActive={isActive} onDone={done} />
      )}
      {asking === 'delete' && <DeleteKey name={name} id={id} onDone={done} />}
    </Container>
  )
}
