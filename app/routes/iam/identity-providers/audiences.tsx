import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useState } from 'react'
import { FormError } from '~/components/form/form-error'
import { FormModal } from '~/components/form/form-modal'
import { useApiMutation } from '~/data/client'
import { placeButton, placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'

type Props = { arn: string; audiences: string[] }

/** Client IDs that the provider's tokens may be for. */
export function Audiences({ arn, audiences }: Props) {
  const [adding, setAdding] = useState(false)
  const remove = useApiMutation<string>(
    ({ iam }, ClientID) =>
      iam.removeClientIDFromOpenIDConnectProvider({
        OpenIDConnectProviderArn: arn,
        ClientID,
      }),
    { onSuccess: () => flash({ type: 'success', header: 'Audience removed.' }) }
  )
  return (
    <SpaceBetween size="l">
      <Table
        ariaLabels={{ tableLabel: 'Audiences' }}
        items={audiences}
        trackBy={(audience) => audience}
        empty="This provider has no audiences."
        header={
          <Header
            variant="h2"
            counter={`(${audiences.length})`}
            description="Also known as client ID, audience is a value that identifies the application that is registered with an OpenID Connect provider."
            actions={
              <Button
                onClick={() => setAdding(true)}
                {...placeButton('iam.identityProvider.addAudience')}
              >
                {word('iam.identityProvider.addAudience')}
              </Button>
            }
          >
            Audiences
          </Header>
        }
        columnDefinitions={[
          {
            id: 'audience',
            header: 'Audience',
            isRowHeader: true,
            cell: (audience) => audience,
          },
          {
            id: 'remove',
            header: 'Actions',
            cell: (audience) => (
              <Button
                variant="inline-link"
                ariaLabel={`Remove audience ${audience}`}
                disabled={remove.isPending}
                onClick={() => remove.mutate(audience)}
              >
                Remove
              </Button>
            ),
          },
        ]}
      />
      <FormError error={remove.error} header="Failed to remove the audience." />
      {adding && <AddAudience arn={arn} onDone={() => setAdding(false)} />}
    </SpaceBetween>
  )
}

function AddAudience({ arn, onDone }: { arn: string; onDone: () => void }) {
  const [audience, setAudience] = useState('')
  const [tried, setTried] = useState(false)
  const add = useApiMutation<void>(
    ({ iam }) =>
      iam.addClientIDToOpenIDConnectProvider({
        OpenIDConnectProviderArn: arn,
        ClientID: audience,
      }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: 'Audience added.' })
        onDone()
      },
    }
  )
  return (
    <FormModal
      header="Add audience"
      place="iam.addAudience"
      onDismiss={onDone}
      onSubmit={() => {
        setTried(true)
        if (audience) add.mutate()
      }}
      busy={add.isPending}
      error={add.error}
      errorHeader="Failed to add the audience."
    >
      <FormField
        label={word('iam.addAudience.audience')}
        constraintText="Maximum 255 characters."
        errorText={tried && !audience ? 'Audience is required.' : undefined}
      >
        <Input
          value={audience}
          {...placeInput('iam.addAudience.audience')}
          onChange={({ detail }) => setAudience(detail.value)}
        />
      </FormField>
    </FormModal>
  )
}
