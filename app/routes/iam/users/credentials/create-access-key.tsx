import type { AccessKey } from '@aws-sdk/client-iam'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { Copyable } from '~/components/copyable'
import { FormModal } from '~/components/form/form-modal'
import { useApiMutation } from '~/data/client'
import { download } from '~/lib/download'
import { placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'
import { csvFile } from './csv'
import { SecretValue } from './secret-value'

type Props = { name: string; onDone: () => void }

/** Makes a key, then shows its secret this once. */
export function CreateAccessKey({ name, onDone }: Props) {
  const [agreed, setAgreed] = useState(false)
  const create = useApiMutation<void, AccessKey | undefined>(
    async ({ iam }) => (await iam.createAccessKey({ UserName: name })).AccessKey,
    { onSuccess: () => flash({ type: 'success', header: 'Access key created.' }) }
  )
  if (create.data) return <Retrieve name={name} of={create.data} onDone={onDone} />
  return (
    <FormModal
      header="Access key best practices & alternatives"
      place="iam.createAccessKey"
      disabled={!agreed}
      onDismiss={onDone}
      onSubmit={() => create.mutate()}
      busy={create.isPending}
      error={create.error}
      errorHeader="Failed to create the access key."
    >
      <Box>
        Avoid long-term credentials where you can. A role gives a program or a person
        credentials that expire by themselves.
      </Box>
      <Checkbox
        checked={agreed}
        {...placeInput('iam.createAccessKey.agree')}
        onChange={({ detail }) => setAgreed(detail.checked)}
      >
        {word('iam.createAccessKey.agree')}
      </Checkbox>
    </FormModal>
  )
}

function Retrieve({ name, of, onDone }: Props & { of: AccessKey }) {
  const { AccessKeyId = '', SecretAccessKey = '' } = of
  const save = () =>
    download(
      csvFile([
        ['Access key ID', 'Secret access key'],
        [AccessKeyId, SecretAccessKey],
      ]),
      `${name}_accessKeys.csv`
    )
  return (
    <Modal
      visible
      header="Retrieve access keys"
      closeAriaLabel="Close"
      onDismiss={onDone}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={save}>Download .csv file</Button>
            <Button variant="primary" onClick={onDone}>
              Done
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Alert type="warning">
          This is the only time that the secret access key can be viewed or downloaded. You
          cannot recover it later, but you can create a new access key.
        </Alert>
        <KeyValuePairs
          columns={1}
          items={[
            {
              label: 'Access key',
              value: <Copyable text={AccessKeyId} what="access key" />,
            },
            {
              label: 'Secret access key',
              value: <SecretValue secret={SecretAccessKey} what="secret access key" />,
            },
          ]}
        />
      </SpaceBetween>
    </Modal>
  )
}
