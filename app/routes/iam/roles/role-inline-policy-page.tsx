import { InlinePolicyForm } from '~/components/inline-policy/inline-policy-form'
import { useRoleName } from '~/lib/params'
import { pb } from '~/lib/path-builder'

export default function RoleInlinePolicyPage() {
  const name = useRoleName()
  return <InlinePolicyForm holder={{ type: 'Role', name }} backHref={pb.role(name)} />
}
