import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tiles from '@cloudscape-design/components/tiles'
import { Place } from '~/components/ui/place'
import { PlaceLabel } from '~/components/ui/place-label'
import { placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import { type DeviceForm, deviceNameProblem, kindProblem } from './mfa-form'

type Props = {
  form: DeviceForm
  onChange: (form: DeviceForm) => void
  tried: boolean
  onEnter: () => void
}

const kinds = [
  {
    value: 'passkey',
    label: 'Passkey or security key',
    description: 'A passkey of this device, a security key, or another FIDO2 device.',
  },
  {
    value: 'app',
    label: <PlaceLabel place="iam.assignMfa.kind.app" />,
    description: 'Codes of an app on a mobile device or a computer.',
  },
  {
    value: 'hardware',
    label: 'Hardware TOTP token',
    description: 'Codes of a token made for nothing else.',
  },
] as const

export const DeviceStep = ({ form, onChange, tried, onEnter }: Props) => (
  <Box margin={{ bottom: 'l' }}>
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">MFA device name</Header>}>
        <FormField
          label={word('iam.assignMfa.name')}
          description="This name is part of the device's ARN, by which it is told from others."
          constraintText="Maximum 128 characters. Use alphanumeric and '+ = , . @ - _' characters."
          errorText={(tried || form.name !== '') && deviceNameProblem(form.name)}
        >
          <Input
            value={form.name}
            autoComplete={false}
            {...placeInput('iam.assignMfa.name')}
            onChange={({ detail }) => onChange({ ...form, name: detail.value })}
            onKeyDown={({ detail }) => detail.key === 'Enter' && onEnter()}
          />
        </FormField>
      </Container>
      <Container header={<Header variant="h2">MFA device</Header>}>
        <FormField
          description="Select what you will sign in with, next to the password."
          errorText={kindProblem(form.kind)}
          stretch
        >
          <Place id="iam.assignMfa.kind">
            <Tiles
              ariaLabel={word('iam.assignMfa.kind')}
              value={form.kind}
              columns={1}
              items={kinds}
              onChange={({ detail }) => {
                const kind = kinds.find(({ value }) => value === detail.value)
                if (kind) onChange({ ...form, kind: kind.value })
              }}
            />
          </Place>
        </FormField>
      </Container>
    </SpaceBetween>
  </Box>
)
