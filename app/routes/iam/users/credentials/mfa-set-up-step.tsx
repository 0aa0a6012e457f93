import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { Copyable } from '~/components/copyable'
import { SimulatedAuthenticator } from '~/components/mfa/simulated-authenticator'
import { ButtonRow } from '~/components/ui/button-row'
import type { Codes, NewDevice } from '~/data/mfa'
import { toBase64 } from '~/engine/base64'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { MfaCodes } from './mfa-codes'

type Props = {
  device: NewDevice
  codes: Codes
  onChange: (codes: Codes) => void
  tried: boolean
  onSubmit: () => void
}

export function SetUpStep({ device, onSubmit, ...codes }: Props) {
  const { serial, seed, picture } = device
  const [shown, setShown] = useState<'picture' | 'secret'>()
  return (
    <Box margin={{ bottom: 'l' }}>
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">Authenticator app</Header>}>
          <SpaceBetween size="m">
            <Box>
              1. Install an app for one-time codes on a mobile device or a computer, or use
              the simulated authenticator below.
            </Box>
            <Box>
              2. Open the app, show the QR code here and scan it. An app without a camera
              takes the secret key instead. Both are shown only now.
            </Box>
            <ButtonRow>
              <Button
                onClick={() => setShown('picture')}
                {...placeButton('iam.assignMfa.showQrCode')}
              >
                {word('iam.assignMfa.showQrCode')}
              </Button>
              <Button
                onClick={() => setShown('secret')}
                {...placeButton('iam.assignMfa.showSecret')}
              >
                {word('iam.assignMfa.showSecret')}
              </Button>
            </ButtonRow>
            {shown === 'picture' && (
              <img
                src={`data:image/png;base64,${toBase64(picture)}`}
                alt="QR code of the secret key"
              />
            )}
            {shown === 'secret' && (
              <KeyValuePairs
                items={[
                  {
                    label: 'Secret key',
                    value: <Copyable text={seed} what="secret key" />,
                  },
                ]}
              />
            )}
            <Box>
              3. Enter two codes of the app that follow each other. The second comes 30
              seconds after the first.
            </Box>
            <form
              onSubmit={(event) => {
                event.preventDefault()
                onSubmit()
              }}
            >
              <MfaCodes {...codes} isPlace />
              <input type="submit" hidden />
            </form>
          </SpaceBetween>
        </Container>
        <SimulatedAuthenticator device={serial} seed={seed} count={2} isPlace />
      </SpaceBetween>
    </Box>
  )
}
