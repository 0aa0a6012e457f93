import { MfaWizard } from '../users/credentials/mfa-wizard'
import { NoCredentials } from './no-credentials'
import { useOwnHolder } from './use-own-holder'

export default function OwnMfaAssignPage() {
  const holder = useOwnHolder()
  return holder ? <MfaWizard holder={holder} /> : <NoCredentials />
}
