import type { AccessKeyMetadata } from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import { AccessDeniedCell } from '~/components/access-denied'
import { AppButton } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { Loading } from '~/components/loading'
import { QueryError } from '~/components/query-error'
import { useAccessKeyLastUsed, useAccessKeys, useUserTags } from '~/data/users'
import { clock } from '~/lib/clock'
import { formatAge } from '~/lib/text'
import { EditDescription } from './edit-description'
import { type Holder, keyWizardOf } from './holder'
import { DeleteKey, SetKeyStatus } from './key-actions'

const KEYS_PER_USER = 2

export function AccessKeys({ holder }: { holder: Holder }) {
  const keys = useAccessKeys(holder.name)
  const isFull = (keys.data?.length ?? 0) >= KEYS_PER_USER
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={keys.data && `(${keys.data.length})`}
          info={<InfoLink topic="iam.accessKeys" about="access keys" />}
          description="Access keys sign programmatic calls to AWS. There can be two at most, active or inactive."
          actions={
            <AppButton
              href={keyWizardOf(holder)}
              disabled={isFull}
              disabledReason="There are two access keys already."
              place="iam.user.createAccessKey"
            />
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
          <KeyCard key={key.AccessKeyId} holder={holder} of={key} />
        ))}
      </SpaceBetween>
    </Container>
  )
}

type CardProps = { holder: Holder; of: AccessKeyMetadata }

/** The root user has no tags, and so its keys have no descriptions. */
function useDescription({ name }: Holder, id: string) {
  const tags = useUserTags(name, name !== undefined)
  const text = tags.data?.find(({ Key }) => Key === id)?.Value
  return { text, shown: tags.error ? <AccessDeniedCell error={tags.error} /> : text || '-' }
}

function KeyCard({ holder, of: { AccessKeyId: id = '', Status, CreateDate } }: CardProps) {
  const { name } = holder
  const [asking, setAsking] = useState<string>()
  const used = useAccessKeyLastUsed(id)
  const last = used.data?.AccessKeyLastUsed
  const shown = (value: string | undefined) =>
    used.error ? <AccessDeniedCell error={used.error} /> : (value ?? '-')
  const isActive = Status === 'Active'
  const description = useDescription(holder, id)
  const lastUsed =
    last && (last.LastUsedDate ? formatAge(last.LastUsedDate, clock.now()) : 'Never')
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
                { id: 'delete', text: 'Delete' },
                ...(name === undefined
                  ? []
                  : [{ id: 'description', text: 'Edit description' }]),
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
          ...(name === undefined
            ? []
            : [{ label: 'Description', value: description.shown }]),
          {
            label: 'Status',
            value: (
              <StatusIndicator type={isActive ? 'success' : 'stopped'}>
                {Status}
              </StatusIndicator>
            ),
          },
          { label: 'Last used', value: shown(lastUsed) },
          { label: 'Created', value: formatAge(CreateDate, clock.now()) },
          { label: 'Last used region', value: shown(last?.Region) },
          { label: 'Last used service', value: shown(last?.ServiceName) },
        ]}
      />
      {asking === 'status' && (
        <SetKeyStatus
          owner={name}
          id={id}
          isActive={isActive}
          lastUsed={lastUsed}
          onDone={done}
        />
      )}
      {asking === 'delete' && (
        <DeleteKey
          owner={name}
          id={id}
          isActive={isActive}
          lastUsed={lastUsed}
          onDone={done}
        />
      )}
      {asking === 'description' && name !== undefined && (
        <EditDescription name={name} id={id} text={description.text} onDone={done} />
      )}
    </Container>
  )
}
