import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { isAccessDenied } from '~/components/access-denied'
import { FormPage } from '~/components/form/form-page'
import { InfoLink } from '~/components/info-link'
import { bucketNameProblem } from '~/data/buckets'
import { useApiMutation } from '~/data/client'
import { Place } from '~/components/ui/place'
import { useLeave } from '~/lib/leave'
import { pb } from '~/lib/path-builder'
import { placeInput } from '~/lib/places'
import { flash } from '~/stores/flash'
import { type RegionId, regions } from './regions'

const options = regions.map(({ id, name }) => ({ value: id, label: `${name} ${id}` }))

/** S3 names the permission that is missing; the rest is in the API's response. */
const worded = (error: Error | null) =>
  isAccessDenied(error)
    ? 'To create a bucket, the s3:CreateBucket permission is required.'
    : undefined

export default function BucketCreatePage() {
  const leave = useLeave()
  const [name, setName] = useState('')
  const [region, setRegion] = useState<RegionId>('us-east-1')
  const [tried, setTried] = useState(false)
  const problem = bucketNameProblem(name)
  const create = useApiMutation<void>(
    ({ s3 }) =>
      s3.createBucket({
        Bucket: name,
        // the first Region is asked for by leaving it out
        ...(region === 'us-east-1'
          ? {}
          : { CreateBucketConfiguration: { LocationConstraint: region } }),
      }),
    {
      failed: 'Failed to create bucket',
      onSuccess: () => {
        flash({
          type: 'success',
          header: `Successfully created bucket "${name}"`,
          content:
            'To upload files and folders, or to configure additional bucket settings, choose View details.',
          action: { label: 'View details', href: pb.bucket(name) },
        })
        leave(pb.buckets())
      },
    }
  )
  const submit = () => {
    setTried(true)
    if (!problem) create.mutate()
  }
  return (
    <FormPage
      title="Create bucket"
      description="Buckets are containers for data stored in S3."
      info={<InfoLink topic="s3.buckets" about="buckets" />}
      submitLabel="Create bucket"
      cancelHref={pb.buckets()}
      onSubmit={submit}
      busy={create.isPending}
      error={create.error}
      errorHeader={['Failed to create bucket', worded(create.error)]
        .filter(Boolean)
        .join('. ')}
      dirty={name !== '' && !create.isSuccess}
      place="s3.createBucket.submit"
      cancelPlace="s3.createBucket.cancel"
    >
      <Container header={<Header variant="h2">General configuration</Header>}>
        <SpaceBetween size="l">
          <FormField label="AWS Region">
            <Place id="s3.createBucket.region">
              <Select
                options={options}
                selectedOption={options.find(({ value }) => value === region) ?? null}
                onChange={({ detail }) => {
                  const chosen = regions.find(
                    ({ id }) => id === detail.selectedOption.value
                  )
                  if (chosen) setRegion(chosen.id)
                }}
              />
            </Place>
          </FormField>
          <FormField
            label="Bucket name"
            constraintText="Bucket names must be 3 to 63 characters and unique within the global namespace. Bucket names must also begin and end with a letter or number. Valid characters are a-z, 0-9, periods (.), and hyphens (-)."
            errorText={tried ? problem : undefined}
          >
            <Input
              value={name}
              placeholder="amzn-demo-bucket"
              autoComplete={false}
              {...placeInput('s3.createBucket.name')}
              onChange={({ detail }) => setName(detail.value)}
            />
          </FormField>
        </SpaceBetween>
      </Container>
    </FormPage>
  )
}
