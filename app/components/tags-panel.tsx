import type { Tag } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { QueryError } from '~/components/query-error'
import { tagErrors, TagFields } from '~/components/tag-fields'
import { useApiMutation } from '~/data/client'
import type { AwsClient } from '~/engine'
import { type PlaceId, placeButton } from '~/lib/places'
import { flash } from '~/stores/flash'

type Save = (client: AwsClient, changed: Tag[], removedKeys: string[]) => Promise<void>

type Props = {
  tags: Tag[] | undefined
  loading: boolean
  error: Error | null
  retry: () => unknown
  /** `role X`, for messages. */
  entity: string
  place: PlaceId
  save: Save
}

const columns = [
  { id: 'key', header: 'Key', cell: ({ Key }: Tag) => Key, isRowHeader: true },
  { id: 'value', header: 'Value', cell: ({ Value }: Tag) => Value || '-' },
]

/** The tags of an entity, with the way to change them. */
export function TagsPanel({ tags, loading, error, retry, entity, place, save }: Props) {
  const [managing, setManaging] = useState(false)
  return (
    <>
      <Table
        items={tags ?? []}
        loading={loading}
        loadingText="Loading tags"
        columnDefinitions={columns}
        ariaLabels={{ tableLabel: 'Tags' }}
        empty={
          error ? (
            <QueryError error={error} retry={retry} what="tags" />
          ) : (
            'No tags associated with the resource.'
          )
        }
        header={
          <Header
            variant="h2"
            counter={tags && `(${tags.length})`}
            description="Tags are key-value pairs by which resources can be found, organized and authorized."
            actions={
              <Button
                disabled={!tags}
                onClick={() => setManaging(true)}
                {...placeButton(place)}
              >
                Manage tags
              </Button>
            }
          >
            Tags
          </Header>
        }
      />
      {managing && tags && (
        <ManageTags
          tags={tags}
          entity={entity}
          save={save}
          onDismiss={() => setManaging(false)}
        />
      )}
    </>
  )
}

type ManageProps = { tags: Tag[]; entity: string; save: Save; onDismiss: () => void }

function ManageTags({ tags, entity, save, onDismiss }: ManageProps) {
  const [fields, setFields] = useState(() =>
    tags.map(({ Key = '', Value = '' }) => ({ key: Key, value: Value }))
  )
  const [tried, setTried] = useState(false)
  const update = useApiMutation<void>(
    (client) => {
      const removed = tags.flatMap(({ Key = '' }) =>
        fields.some(({ key }) => key === Key) ? [] : [Key]
      )
      const changed = fields
        .filter(({ key, value }) => !tags.some((t) => t.Key === key && t.Value === value))
        .map(({ key, value }) => ({ Key: key, Value: value }))
      return save(client, changed, removed)
    },
    {
      failed: `Failed to update the tags of ${entity}.`,
      onSuccess: () => {
        flash({ type: 'success', header: `Tags of ${entity} updated.` })
        onDismiss()
      },
    }
  )
  return (
    <FormModal
      header="Manage tags"
      submitLabel="Save changes"
      size="large"
      onDismiss={onDismiss}
      onSubmit={() => {
        setTried(true)
        if (tagErrors(fields).length === 0) update.mutate()
      }}
      busy={update.isPending}
      error={update.error}
      errorHeader={`Failed to update the tags of ${entity}.`}
    >
      <TagFields tags={fields} onChange={setFields} showErrors={tried} />
    </FormModal>
  )
}
