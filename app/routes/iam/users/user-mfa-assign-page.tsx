import { useUserName } from '~/lib/params'
import { MfaWizard } from './credentials/mfa-wizard'

export default function UserMfaAssignPage() {
  return <MfaWizard holder={{ isOwn: false, name: useUserName() }} />
}
