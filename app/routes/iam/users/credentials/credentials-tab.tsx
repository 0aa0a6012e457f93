import SpaceBetween from '@cloudscape-design/components/space-between'
import type { UserTabProps } from '../tabs/tab'
import { AccessKeys } from './access-keys'
import { ConsoleSignIn } from './console-sign-in'
import { MfaDevices } from './mfa-devices'
import { ServiceBoxes } from './service-boxes'

export function CredentialsTab({ name, user }: UserTabProps) {
  const holder = { isOwn: false, name } as const
  return (
    <SpaceBetween size="l">
      <ConsoleSignIn name={name} user={user} />
      <MfaDevices holder={holder} />
      <AccessKeys holder={holder} />
      <ServiceBoxes name={name} />
    </SpaceBetween>
  )
}
