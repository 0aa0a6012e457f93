import { useUserName } from '~/lib/params'
import { AccessKeyWizard } from './credentials/access-key-wizard'

export default function UserAccessKeyCreatePage() {
  return <AccessKeyWizard holder={{ isOwn: false, name: useUserName() }} />
}
