import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { Copyable } from '~/components/copyable'
import { codeOfStep, stepAt } from '~/engine/totp'
import { clock } from '~/lib/clock'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'

type Props = {
  /** As an app would list it. */
  device: string
  /** In base32. */
  seed: string
  /** How many codes in a row are asked for. */
  count: 1 | 2
  isPlace?: boolean
}

/**
 * What an authenticator app would show, for whoever has none at hand. Of two codes the later is
 * the one of now, which leaves the next one for the sign-in: a code is good once.
 */
export function SimulatedAuthenticator({ device, seed, count, isPlace = false }: Props) {
  const now = () => stepAt(clock.now()) - (count - 1)
  const [step, setStep] = useState(now)
  const codes = Array.from({ length: count }, (_, at) => codeOfStep(seed, step + at))
  return (
    <Container
      header={
        <Header
          variant="h3"
          description="Part of the simulation, in place of an app on a phone."
          actions={
            <Button
              formAction="none"
              onClick={() => setStep((old) => Math.max(old + 1, now()))}
              {...(isPlace ? placeButton('iam.assignMfa.nextCode') : {})}
            >
              {word('iam.assignMfa.nextCode')}
            </Button>
          }
        >
          Simulated authenticator
        </Header>
      }
    >
      <SpaceBetween size="s">
        <Box color="text-body-secondary">{device}</Box>
        <KeyValuePairs
          columns={count}
          items={codes.map((code, at) => {
            const label = count === 1 ? 'Code' : at === 0 ? 'First code' : 'Second code'
            return { label, value: <Copyable text={code} what={label.toLowerCase()} /> }
          })}
        />
      </SpaceBetween>
    </Container>
  )
}
