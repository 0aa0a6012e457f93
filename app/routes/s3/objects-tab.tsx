import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { AppButton, AppLink } from '~/components/app-link'
import { DeleteModal } from '~/components/form/delete-modal'
import { InfoLink } from '~/components/info-link'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { deleteRow, type ObjectRow, readObject, useObjects } from '~/data/buckets'
import { useApiMutation } from '~/data/client'
import { createProgress } from '~/data/progress'
import { placeButton } from '~/lib/places'
import { download } from '~/lib/download'
import { pb } from '~/lib/path-builder'
import { formatBytes, formatCount, formatDateTimeSeconds } from '~/lib/text'
import { flash } from '~/stores/flash'
import { S3Denied } from './s3-denied'

const typeOf = (row: ObjectRow) => {
  if (row.kind === 'folder') return 'Folder'
  const dot = row.name.lastIndexOf('.')
  return dot > 0 ? row.name.slice(dot + 1) : '-'
}

const keyOf = (row: ObjectRow) => (row.kind === 'folder' ? row.prefix : row.key)

const toColumns = (bucket: string): DataColumn<ObjectRow>[] => [
  {
    id: 'name',
    header: 'Name',
    width: 260,
    sortingField: 'name',
    isRowHeader: true,
    cell: (row) =>
      row.kind === 'folder' ? (
        <AppLink href={pb.bucket(bucket, { prefix: row.prefix })}>{row.name}</AppLink>
      ) : (
        row.name
      ),
  },
  { id: 'type', header: 'Type', width: 110, cell: typeOf },
  {
    id: 'modified',
    header: 'Last modified',
    width: 290,
    cell: (row) => (row.kind === 'folder' ? '-' : formatDateTimeSeconds(row.modified)),
  },
  {
    id: 'size',
    header: 'Size',
    cell: (row) => (row.kind === 'folder' ? '-' : formatBytes(row.size)),
  },
  {
    id: 'class',
    header: 'Storage class',
    cell: (row) => (row.kind === 'folder' ? '-' : 'Standard'),
  },
]

export function ObjectsTab({ bucket }: { bucket: string }) {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const prefix = search.get('prefix') ?? ''
  const objects = useObjects(bucket, prefix)
  const asked = search.get('object')
  const [chosen, setSelected] = useState<ObjectRow[]>()
  // an object that a link asks for is chosen until somebody chooses otherwise
  const selected = chosen ?? objects.data?.filter((row) => keyOf(row) === asked) ?? []
  const isAbsent =
    asked !== null && objects.data?.some((row) => keyOf(row) === asked) === false
  const [deleting, setDeleting] = useState(false)
  const [only] = selected
  const file = selected.length === 1 && only?.kind === 'object' ? only : undefined
  const save = useApiMutation<{ key: string; name: string }>(
    async (client, { key, name }) => download(await readObject(client, bucket, key), name),
    {
      onError: (error) =>
        flash({
          type: 'error',
          header: 'Failed to download object',
          content: error.message,
        }),
    }
  )
  return (
    <>
      {isAbsent && (
        <Alert type="error" header="Object does not exist">
          The specified key does not exist: {asked}
        </Alert>
      )}
      <DataTable
        place="s3.objects"
        items={objects.data}
        loading={objects.isPending}
        error={
          objects.error && (
            <S3Denied
              error={objects.error}
              header="Insufficient permissions to list objects"
              action="s3:ListBucket"
              what="objects"
              retry={objects.refetch}
            />
          )
        }
        onRefresh={objects.refetch}
        columns={toColumns(bucket)}
        trackBy={keyOf}
        title="Objects"
        info={<InfoLink topic="s3.buckets" about="objects" />}
        description={
          prefix
            ? `Objects in ${prefix}`
            : 'Objects are the fundamental entities stored in Amazon S3.'
        }
        one="object"
        many="objects"
        filterPlaceholder="Find objects by prefix"
        filtering={({ name }, text) => name.toLowerCase().startsWith(text.toLowerCase())}
        selection={{
          type: 'multi',
          selected,
          onChange: setSelected,
          nameOf: ({ name }) => name,
        }}
        empty={{
          title: 'No objects',
          text: "You don't have any objects in this bucket.",
          action: <AppButton href={pb.upload(bucket, prefix)}>Upload</AppButton>,
        }}
        actions={
          <>
            <Button
              disabled={!file}
              loading={save.isPending}
              {...placeButton('s3.objects.download')}
              onClick={() => file && save.mutate({ key: file.key, name: file.name })}
            >
              Download
            </Button>
            <Button
              disabled={selected.length === 0}
              onClick={() => setDeleting(true)}
              {...placeButton('s3.objects.delete')}
            >
              Delete
            </Button>
            {prefix && (
              <Button
                onClick={() => {
                  const up = prefix.replace(/[^/]+\/$/, '')
                  void navigate(pb.bucket(bucket, { prefix: up }))
                }}
              >
                Up one folder
              </Button>
            )}
            <AppButton
              href={pb.upload(bucket, prefix)}
              variant="primary"
              place="s3.bucket.upload"
            />
          </>
        }
      />
      {deleting && (
        <DeleteObjects
          bucket={bucket}
          rows={selected}
          onDismiss={() => setDeleting(false)}
          onDeleted={() => {
            setDeleting(false)
            setSelected([])
          }}
        />
      )}
    </>
  )
}

type DeleteProps = {
  bucket: string
  rows: ObjectRow[]
  onDismiss: () => void
  onDeleted: () => void
}

function DeleteObjects({ bucket, rows, onDismiss, onDeleted }: DeleteProps) {
  const count = formatCount(rows.length, 'object', 'objects')
  const [progress] = useState(createProgress)
  const remove = useApiMutation<void>(
    (client) =>
      progress.run(
        rows.map((row) => ({
          what: `Delete ${keyOf(row)}`,
          call: () => deleteRow(client, bucket, row),
        }))
      ),
    {
      failed: 'Failed to delete objects',
      onSuccess: () => {
        flash({ type: 'success', header: 'Successfully deleted objects' })
        onDeleted()
      },
    }
  )
  return (
    <DeleteModal
      header={`Delete ${count}?`}
      confirmText="permanently delete"
      submitLabel="Delete objects"
      label="To confirm deletion, enter permanently delete in the text input field."
      onDismiss={onDismiss}
      onDelete={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
      errorHeader="Failed to delete objects"
    >
      <span>
        Delete <b>{rows.map(({ name }) => name).join(', ')}</b> from {bucket}? This
        can&apos;t be undone.
      </span>
    </DeleteModal>
  )
}
