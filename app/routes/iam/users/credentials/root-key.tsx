import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { FormPage } from '~/components/form/form-page'
import { InfoLink } from '~/components/info-link'
import { type Holder, homeOf } from './holder'
import { RetrieveKey } from './retrieve-key'
import { useCreateKey } from './use-create-key'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_add-key.html */
export function RootKey({ holder }: { holder: Holder }) {
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const create = useCreateKey(holder)
  if (create.data) return <RetrieveKey holder={holder} made={create.data} />
  return (
    <FormPage
      title="Alternatives to root user access keys"
      info={<InfoLink topic="iam.accessKeys" about="access keys" />}
      submitLabel="Create access key"
      cancelHref={homeOf(holder)}
      busy={create.isPending}
      error={create.error}
      errorHeader="Failed to create the access key."
      onSubmit={() => {
        setTried(true)
        if (agreed) create.mutate('')
      }}
    >
      <Container>
        <SpaceBetween size="l">
          <Alert type="warning" header="Root user access keys are not recommended">
            A key of the root user may do everything in the account, and no policy of the
            account can take that away. Use a role, or an IAM user with the permissions that
            the work needs.
          </Alert>
          <FormField
            label="Confirmation"
            errorText={tried && !agreed && 'Confirm this to create a root access key.'}
          >
            <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>
              I understand creating a root access key is not a best practice, but I still
              want to create one.
            </Checkbox>
          </FormField>
        </SpaceBetween>
      </Container>
    </FormPage>
  )
}
