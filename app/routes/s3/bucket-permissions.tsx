import Button from '@cloudscape-design/components/button'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { DeleteModal } from '~/components/form/delete-modal'
import { FormError } from '~/components/form/form-error'
import { Loading } from '~/components/loading'
import { JsonView } from '~/components/policy-editor/json-view'
import { PolicyEditor } from '~/components/policy-editor/policy-editor'
import { QueryError } from '~/components/query-error'
import { useBucketPolicy } from '~/data/buckets'
import { useApiMutation } from '~/data/client'
import { prettyDocument } from '~/data/documents'
import { isServiceError } from '~/engine/errors'
import { placeButton } from '~/lib/places'
import { flash } from '~/stores/flash'

const isNone = (error: Error | null) =>
  isServiceError(error) && error.code === 'NoSuchBucketPolicy'

const blank = (bucket: string) =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Statement1',
          Effect: 'Allow',
          Principal: {},
          Action: [],
          Resource: [`arn:aws:s3:::${bucket}`],
        },
      ],
    },
    null,
    4
  )

export function BucketPermissions({ bucket }: { bucket: string }) {
  const policy = useBucketPolicy(bucket)
  const [editing, setEditing] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const text = isNone(policy.error) ? undefined : policy.data?.Policy
  const canEdit = text !== undefined || isNone(policy.error)
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="The bucket policy, written in JSON, provides access to the objects stored in the bucket."
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                disabled={!canEdit || editing}
                onClick={() => setEditing(true)}
                {...placeButton('s3.bucket.editPolicy')}
              >
                Edit
              </Button>
              <Button
                disabled={!text}
                onClick={() => setDeleting(true)}
                {...placeButton('s3.bucket.deletePolicy')}
              >
                Delete
              </Button>
            </SpaceBetween>
          }
        >
          Bucket policy
        </Header>
      }
    >
      {policy.isPending && <Loading what="the bucket policy" />}
      {!isNone(policy.error) && (
        <QueryError error={policy.error} retry={policy.refetch} what="the bucket policy" />
      )}
      {editing && canEdit && (
        <EditPolicy
          bucket={bucket}
          start={text === undefined ? blank(bucket) : prettyDocument(text)}
          onDone={() => setEditing(false)}
        />
      )}
      {!editing && text !== undefined && <JsonView text={text} ariaLabel="Bucket policy" />}
      {!editing && isNone(policy.error) && (
        <Box color="text-body-secondary">No policy to display.</Box>
      )}
      {deleting && <DeletePolicy bucket={bucket} onDone={() => setDeleting(false)} />}
    </Container>
  )
}

type EditProps = { bucket: string; start: string; onDone: () => void }

function EditPolicy({ bucket, start, onDone }: EditProps) {
  const [text, setText] = useState(start)
  const put = useApiMutation<void>(
    ({ s3 }) => s3.putBucketPolicy({ Bucket: bucket, Policy: text }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: 'Successfully edited bucket policy.' })
        onDone()
      },
    }
  )
  return (
    <SpaceBetween size="m">
      <PolicyEditor
        ariaLabel="Bucket policy"
        value={text}
        onChange={setText}
        kind="resource"
        resourceType="AWS::S3::Bucket"
        quota={20 * 1024}
      />
      <FormError error={put.error} header="Failed to edit bucket policy." />
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" onClick={onDone}>
          Cancel
        </Button>
        <Button variant="primary" loading={put.isPending} onClick={() => put.mutate()}>
          Save changes
        </Button>
      </SpaceBetween>
    </SpaceBetween>
  )
}

function DeletePolicy({ bucket, onDone }: { bucket: string; onDone: () => void }) {
  const remove = useApiMutation<void>(
    ({ s3 }) => s3.deleteBucketPolicy({ Bucket: bucket }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: 'Successfully deleted bucket policy.' })
        onDone()
      },
    }
  )
  return (
    <DeleteModal
      header="Delete bucket policy?"
      confirmText="delete"
      label="To confirm deletion, enter delete in the text input field."
      onDismiss={onDone}
      onDelete={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
    >
      Access that the policy gives to others ends at once.
    </DeleteModal>
  )
}
