import { AccessKeyWizard } from '../users/credentials/access-key-wizard'
import { NoCredentials } from './no-credentials'
import { useOwnHolder } from './use-own-holder'

export default function OwnAccessKeyCreatePage() {
  const holder = useOwnHolder()
  return holder ? <AccessKeyWizard holder={holder} /> : <NoCredentials />
}
