import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { FormPage } from '~/components/form/form-page'
import { useApiMutation } from '~/data/client'
import { placeInput } from '~/lib/places'
import { useLeave } from '~/lib/leave'
import { useBucketName } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { flash } from '~/stores/flash'

export default function BucketDeletePage() {
  const bucket = useBucketName()
  const leave = useLeave()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const remove = useApiMutation<void>(({ s3 }) => s3.deleteBucket({ Bucket: bucket }), {
    failed: 'Failed to delete bucket',
    onSuccess: () => {
      flash({ type: 'success', header: `Successfully deleted bucket "${bucket}"` })
      leave(pb.buckets())
    },
  })
  return (
    <FormPage
      title="Delete bucket"
      submitLabel="Delete bucket"
      cancelHref={pb.buckets()}
      onSubmit={() => {
        setTried(true)
        if (typed === bucket) remove.mutate()
      }}
      busy={remove.isPending}
      error={remove.error}
      errorHeader="Failed to delete bucket"
      place="s3.deleteBucket.submit"
      cancelPlace="s3.deleteBucket.cancel"
    >
      <Alert type="warning">
        Deleting a bucket can&apos;t be undone. Once it is gone, its name can be taken by
        any other account. A bucket has to be empty before it can be deleted.
      </Alert>
      <Container>
        <FormField
          label={
            <>
              Delete bucket <b>{bucket}</b>?
            </>
          }
          description="To confirm deletion, enter the name of the bucket in the text input field."
          errorText={tried && typed !== bucket ? 'The name does not match.' : undefined}
        >
          <Input
            value={typed}
            placeholder={bucket}
            autoComplete={false}
            {...placeInput('s3.deleteBucket.confirm')}
            onChange={({ detail }) => setTyped(detail.value)}
          />
        </FormField>
      </Container>
    </FormPage>
  )
}
