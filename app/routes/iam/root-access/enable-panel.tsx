import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { EmptyState } from '~/components/table/empty-state'
import { useApiMutation } from '~/data/client'
import { enableFeatures, type RootFeature } from '~/data/root-access'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'
import { capabilities } from './capabilities'

export function EnablePanel() {
  const [asked, setAsked] = useState(false)
  return (
    <Container>
      <EmptyState
        title="Centralized root access is not enabled"
        text="Enable it to manage the root users of all member accounts from this account."
        action={
          <Button onClick={() => setAsked(true)} {...placeButton('iam.rootAccess.enable')}>
            {word('iam.rootAccess.enable')}
          </Button>
        }
      />
      {asked && <EnableModal onDismiss={() => setAsked(false)} />}
    </Container>
  )
}

function EnableModal({ onDismiss }: { onDismiss: () => void }) {
  const [chosen, setChosen] = useState<RootFeature[]>(capabilities.map(({ id }) => id))
  const enable = useApiMutation<void>((client) => enableFeatures(client, chosen), {
    onSuccess: () => {
      flash({ type: 'success', header: 'Centralized root access enabled.' })
      onDismiss()
    },
  })
  return (
    <FormModal
      header="Centralized root access for member accounts"
      place="iam.enableRootAccess"
      disabled={chosen.length === 0}
      onDismiss={onDismiss}
      onSubmit={() => enable.mutate()}
      busy={enable.isPending}
      error={enable.error}
      errorHeader="Failed to enable centralized root access."
    >
      <p>IAM is given trusted access to your organization as well.</p>
      {capabilities.map(({ id, name, description }) => (
        <Checkbox
          key={id}
          checked={chosen.includes(id)}
          description={description}
          onChange={({ detail }) =>
            setChosen(
              detail.checked ? [...chosen, id] : chosen.filter((each) => each !== id)
            )
          }
        >
          {name}
        </Checkbox>
      ))}
    </FormModal>
  )
}
