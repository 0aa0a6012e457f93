import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { FormError } from '~/components/form/form-error'
import { useApiMutation } from '~/data/client'
import { disableFeature, enableFeatures, type RootFeature } from '~/data/root-access'
import { flash } from '~/stores/flash'
import { capabilities } from './capabilities'

/** What is enabled for the whole organization, each to be turned on and off by itself. */
export function Capabilities({ enabled }: { enabled: readonly RootFeature[] }) {
  const turn = useApiMutation<{ id: RootFeature; isOn: boolean }>(
    async (client, { id, isOn }) =>
      isOn ? disableFeature(client, id) : enableFeatures(client, [id]),
    {
      onSuccess: (_, { id, isOn }) => {
        const name = capabilities.find((each) => each.id === id)?.name ?? id
        flash({ type: 'success', header: `${name} ${isOn ? 'disabled' : 'enabled'}.` })
      },
    }
  )
  return (
    <Container header={<Header variant="h2">Capabilities</Header>}>
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={2}
          items={capabilities.map(({ id, name, description }) => {
            const isOn = enabled.includes(id)
            return {
              label: name,
              value: (
                <SpaceBetween size="xxs">
                  <StatusIndicator type={isOn ? 'success' : 'stopped'}>
                    {isOn ? 'Enabled' : 'Disabled'}
                  </StatusIndicator>
                  <span>{description}</span>
                  <Button
                    variant="inline-link"
                    ariaLabel={`${isOn ? 'Disable' : 'Enable'} ${name}`}
                    disabled={turn.isPending}
                    onClick={() => turn.mutate({ id, isOn })}
                  >
                    {isOn ? 'Disable' : 'Enable'}
                  </Button>
                </SpaceBetween>
              ),
            }
          })}
        />
        <FormError error={turn.error} header="Failed to change the capability." />
      </SpaceBetween>
    </Container>
  )
}
