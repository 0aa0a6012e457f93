import { EditInlinePolicy } from '~/components/inline-policy/edit-inline-policy'
import { useUserName } from '~/lib/params'
import { pb } from '~/lib/path-builder'

export default function UserInlinePolicyEditPage() {
  const name = useUserName()
  return <EditInlinePolicy holder={{ type: 'User', name }} backHref={pb.user(name)} />
}
