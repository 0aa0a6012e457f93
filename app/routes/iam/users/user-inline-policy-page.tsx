import { InlinePolicyForm } from '~/components/inline-policy/inline-policy-form'
import { useUserName } from '~/lib/params'
import { pb } from '~/lib/path-builder'

export default function UserInlinePolicyPage() {
  const name = useUserName()
  return <InlinePolicyForm holder={{ type: 'User', name }} backHref={pb.user(name)} />
}
