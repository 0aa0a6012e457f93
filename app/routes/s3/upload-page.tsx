import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import FileUpload from '@cloudscape-design/components/file-upload'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { FormPage } from '~/components/form/form-page'
import { useApiMutation } from '~/data/client'
import { createProgress } from '~/data/progress'
import { useLeave } from '~/lib/leave'
import { useBucketName } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { formatCount } from '~/lib/text'
import { flash } from '~/stores/flash'

/** Objects live in the browser with everything else, so they are kept small. Bytes. */
const LARGEST = 5 * 1024 * 1024

const i18nStrings = {
  uploadButtonText: () => 'Add files',
  dropzoneText: () => 'Drag and drop files you want to upload here',
  removeFileAriaLabel: (_: number, name: string) => `Remove ${name}`,
  limitShowFewer: 'Show fewer files',
  limitShowMore: 'Show more files',
  errorIconAriaLabel: 'Error',
}

const problemOf = (file: File) =>
  file.size > LARGEST ? 'Understudy keeps files of up to 5 MB.' : null

export default function UploadPage() {
  const bucket = useBucketName()
  const leave = useLeave()
  const [progress] = useState(createProgress)
  const [search] = useSearchParams()
  const prefix = search.get('prefix') ?? ''
  const [files, setFiles] = useState<File[]>([])
  const [tried, setTried] = useState(false)
  const back = pb.bucket(bucket, prefix ? { prefix } : {})
  const upload = useApiMutation<void>(
    ({ s3 }) =>
      progress.run(
        files.map((file) => ({
          what: `Upload ${file.name}`,
          of: [file.size, file.lastModified],
          call: async () =>
            s3.putObject({
              Bucket: bucket,
              Key: prefix + file.name,
              Body: new Uint8Array(await file.arrayBuffer()),
              ContentType: file.type || 'binary/octet-stream',
            }),
        }))
      ),
    {
      failed: 'Upload failed',
      onSuccess: () => {
        flash({
          type: 'success',
          header: 'Upload succeeded',
          content: `${formatCount(files.length, 'file', 'files')} uploaded to ${bucket}.`,
        })
        leave(back)
      },
    }
  )
  const isReady = files.length > 0 && files.every((file) => problemOf(file) === null)
  return (
    <FormPage
      title="Upload"
      description={`Add the files you want to upload to ${bucket}.`}
      submitLabel="Upload"
      cancelHref={back}
      onSubmit={() => {
        setTried(true)
        if (isReady) upload.mutate()
      }}
      busy={upload.isPending}
      error={upload.error}
      errorHeader="Upload failed"
      dirty={files.length > 0 && !upload.isSuccess}
      place="s3.upload.submit"
      cancelPlace="s3.upload.cancel"
    >
      <Container header={<Header variant="h2">Files and folders</Header>}>
        <FormField
          label="Files"
          description={`Destination: s3://${bucket}/${prefix}`}
          errorText={tried && files.length === 0 ? 'Add at least one file.' : undefined}
        >
          <FileUpload
            multiple
            value={files}
            onChange={({ detail }) => setFiles(detail.value)}
            i18nStrings={i18nStrings}
            fileErrors={files.map(problemOf)}
            showFileSize
          />
        </FormField>
      </Container>
      <Alert type="info">Files stay in this browser. Nothing is sent anywhere.</Alert>
    </FormPage>
  )
}
