import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'

import { useLocation } from 'react-router'

import { departureOf, peopleOf } from '~/scenarios/people'
import type { ScenarioPerson } from '~/scenarios/people'
import { Soon } from '~/components/ui/soon'
import { useScenario } from '~/data/scenarios'
import { lazily } from '~/lib/lazily'
import type { Scenario } from '~/scenarios/schema'

import { MfaForm } from './mfa-form'
import { NewPasswordForm } from './new-password-form'
import { PeopleCards } from './people-cards'
import { RootForm } from './root-form'
import { useSignIn } from './use-sign-in'
import { UserForm } from './user-form'

const HeldDevices = lazily(async () => (await import('./held-devices')).HeldDevices)

/** A link to another account is another form. */
export default function SignInPage() {
  const { search } = useLocation()
  return <SignIn key={search} />
}

function SignIn() {
  const scenario = useScenario()
  const { step, begin, cancel, signInAs, fromCard, error, ...form } = useSignIn()
  const props = {
    ...form,
    error: error && <SignInError error={error} fromCard={fromCard} />,
  }
  return (
    <div className="u-sign-in">
      <Container>
        {step === 'user' && <UserForm {...props} onRoot={() => begin(true)} />}
        {step === 'root' && <RootForm {...props} onUser={() => begin(false)} />}
        {step === 'mfa' && <MfaForm {...props} onCancel={cancel} />}
        {step === 'newPassword' && <NewPasswordForm {...props} onCancel={cancel} />}
      </Container>
      {step === 'mfa' && (
        <Soon fallback={null}>
          <HeldDevices />
        </Soon>
      )}
      {scenario && <Cast scenario={scenario} onChoose={signInAs} />}
    </div>
  )
}

type CastProps = { scenario: Scenario; onChoose: (person: ScenarioPerson) => void }

function Cast({ scenario, onChoose }: CastProps) {
  const departure = departureOf(scenario)
  return (
    <section aria-label="Who can sign in here">
      <SpaceBetween size="s">
        <Box variant="h2">Who can sign in here</Box>
        <Box color="text-body-secondary">{scenario.story}</Box>
        {departure && <Alert type="info">{departure}</Alert>}
        <PeopleCards people={peopleOf(scenario)} onChoose={onChoose} />
      </SpaceBetween>
    </section>
  )
}

const SignInError = ({ error, fromCard }: { error: Error; fromCard: boolean }) => (
  <Alert type="error" header="Authentication failed">
    {error.message}
    {fromCard &&
      ' The card holds what the scenario began with; somebody has changed the user or the account since.'}
  </Alert>
)
