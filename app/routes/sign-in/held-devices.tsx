import { SimulatedAuthenticator } from '~/components/mfa/simulated-authenticator'
import { useAuthenticatorStore } from '~/stores/authenticator'

/** The devices that were added here, as a phone would list them: whoever signs in knows which. */
export const HeldDevices = () =>
  useAuthenticatorStore(({ devices }) => devices).map(({ serial, seed }) => (
    <SimulatedAuthenticator key={serial} device={serial} seed={seed} count={1} />
  ))
