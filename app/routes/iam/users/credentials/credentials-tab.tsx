import SpaceBetween from '@cloudscape-design/components/space-between'
import type { UserTabProps } from '../tabs/tab'
import { AccessKeys } from './access-keys'
import { ConsoleSignIn } from './console-sign-in'
import { MfaDevices } from './mfa-devices'

export const CredentialsTab = ({ name, user }: UserTabProps) => (
  <SpaceBetween size="l">
    <ConsoleSignIn name={name} user={user} />
    <MfaDevices name={name} />
    <AccessKeys name={name} />
  </SpaceBetween>
)
