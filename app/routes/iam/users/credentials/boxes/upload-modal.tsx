import FormField from '@cloudscape-design/components/form-field'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { useApiMutation } from '~/data/client'
import type { AwsClient } from '~/engine'
import { flash } from '~/stores/flash'

type Props = {
  header: string
  place: 'iam.uploadSshKey' | 'iam.uploadCertificate'
  label: string
  constraint: string
  missing: string
  failed: string
  done: string
  send: (client: AwsClient, text: string) => Promise<unknown>
  onDone: () => void
}

/** For what is pasted: the public half of something. */
export function UploadModal({ header, place, label, constraint, onDone, ...rest }: Props) {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const upload = useApiMutation<void>((client) => rest.send(client, text), {
    onSuccess: () => {
      flash({ type: 'success', header: rest.done })
      onDone()
    },
  })
  return (
    <FormModal
      header={header}
      place={place}
      onDismiss={onDone}
      onSubmit={() => {
        setTried(true)
        if (text.trim() !== '') upload.mutate()
      }}
      busy={upload.isPending}
      error={upload.error}
      errorHeader={rest.failed}
    >
      <FormField
        label={label}
        constraintText={constraint}
        errorText={tried && text.trim() === '' && rest.missing}
        stretch
      >
        <Textarea
          value={text}
          rows={8}
          spellcheck={false}
          onChange={({ detail }) => setText(detail.value)}
        />
      </FormField>
    </FormModal>
  )
}
