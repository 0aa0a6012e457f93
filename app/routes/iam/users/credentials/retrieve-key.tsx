import type { AccessKey } from '@aws-sdk/client-iam'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { AppButton } from '~/components/app-link'
import { Copyable } from '~/components/copyable'
import { FormError } from '~/components/form/form-error'
import { PageHeader } from '~/components/page-header'
import { download } from '~/lib/download'
import { csvFile } from './csv'
import { fileNameOf, type Holder, homeOf } from './holder'
import { SecretValue } from './secret-value'

export type NewKey = { key: AccessKey; tagError?: Error }

type Props = { holder: Holder; made: NewKey }

/** The one time that a secret access key is on show. */
export function RetrieveKey({ holder, made: { key, tagError } }: Props) {
  const { AccessKeyId = '', SecretAccessKey = '' } = key
  const save = () =>
    download(
      csvFile([
        ['Access key ID', 'Secret access key'],
        [AccessKeyId, SecretAccessKey],
      ]),
      `${fileNameOf(holder)}_accessKeys.csv`
    )
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Retrieve access keys"
        actions={
          <>
            <Button onClick={save}>Download .csv file</Button>
            <AppButton
              href={homeOf(holder)}
              variant="primary"
              place="iam.createAccessKey.done"
            />
          </>
        }
      />
      <Alert type="warning">
        This is the only time that the secret access key can be viewed or downloaded. You
        cannot recover it later, but you can create a new access key.
      </Alert>
      <FormError
        error={tagError}
        header="The access key was created, but its description was not saved."
      />
      <Container
        header={
          <Header
            variant="h2"
            description="If the secret is lost or forgotten, create a new key and deactivate this one."
          >
            Access key
          </Header>
        }
      >
        <KeyValuePairs
          columns={2}
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
      </Container>
      <Container header={<Header variant="h2">Access key best practices</Header>}>
        <Box>
          <ul className="u-list">
            <li>Keep the key out of code, code repositories and messages.</li>
            <li>Deactivate it, and then delete it, once nothing uses it any more.</li>
            <li>Allow it no more than its work needs.</li>
            <li>Replace it from time to time.</li>
          </ul>
        </Box>
      </Container>
    </SpaceBetween>
  )
}
