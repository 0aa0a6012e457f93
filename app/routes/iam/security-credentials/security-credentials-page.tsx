import SpaceBetween from '@cloudscape-design/components/space-between'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { AccessKeys } from '../users/credentials/access-keys'
import type { Holder } from '../users/credentials/holder'
import { MfaDevices } from '../users/credentials/mfa-devices'
import { ServiceBoxes } from '../users/credentials/service-boxes'
import { NoCredentials } from './no-credentials'
import { OwnSignIn } from './own-sign-in'
import { RootDetails } from './root-details'
import { useOwnHolder } from './use-own-holder'
import { UserDetails } from './user-details'

export default function SecurityCredentialsPage() {
  const holder = useOwnHolder()
  return holder ? <Credentials holder={holder} /> : <NoCredentials />
}

const described = {
  root: 'The root user may do everything in this account. Protect it with MFA, and do without access keys for it.',
  user: 'Manage the credentials with which you sign in and call AWS. What your policies keep from you says so in its own box.',
}

function Credentials({ holder }: { holder: Holder }) {
  const { name } = holder
  const kind = name === undefined ? 'root' : 'user'
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="My security credentials"
        counter={kind === 'root' ? '(Root user)' : ''}
        description={described[kind]}
        info={
          <InfoLink topic="iam.securityCredentials" about="your security credentials" />
        }
      />
      {name === undefined ? <RootDetails /> : <UserDetails name={name} />}
      {name !== undefined && <OwnSignIn name={name} />}
      <MfaDevices holder={holder} />
      <AccessKeys holder={holder} />
      {name !== undefined && <ServiceBoxes name={name} />}
    </SpaceBetween>
  )
}
