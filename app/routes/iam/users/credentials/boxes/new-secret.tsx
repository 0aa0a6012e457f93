import type { ServiceSpecificCredential } from '@aws-sdk/client-iam'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { Copyable } from '~/components/copyable'
import { ButtonRow } from '~/components/ui/button-row'
import { download } from '~/lib/download'
import { csvFile } from '../csv'
import { SecretValue } from '../secret-value'

type Props = { header: string; made: ServiceSpecificCredential; onDone: () => void }

/** The one time that a credential for a service is on show. */
export function NewSecret({ header, made, onDone }: Props) {
  const { ServiceUserName: userName, ServicePassword, ServiceCredentialSecret } = made
  const what = userName === undefined ? 'API key' : 'Password'
  const spoken = userName === undefined ? 'API key' : 'password'
  const secret = ServicePassword ?? ServiceCredentialSecret ?? ''
  const save = () =>
    download(
      csvFile(
        userName === undefined
          ? [[what], [secret]]
          : [
              ['User Name', what],
              [userName, secret],
            ]
      ),
      `${made.UserName}_${made.ServiceName?.split('.')[0]}_credentials.csv`
    )
  return (
    <Modal
      visible
      header={header}
      closeAriaLabel="Close"
      onDismiss={onDone}
      footer={
        <Box float="right">
          <ButtonRow>
            <Button onClick={save}>Download credentials</Button>
            <Button variant="primary" onClick={onDone}>
              Close
            </Button>
          </ButtonRow>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Alert type="warning">
          This is the only time that the {spoken} can be viewed or downloaded.
        </Alert>
        <KeyValuePairs
          columns={1}
          items={[
            ...(userName === undefined
              ? []
              : [
                  {
                    label: 'User name',
                    value: <Copyable text={userName} what="user name" />,
                  },
                ]),
            {
              label: what,
              value: <SecretValue secret={secret} what={spoken} />,
            },
          ]}
        />
      </SpaceBetween>
    </Modal>
  )
}
