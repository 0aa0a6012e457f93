import { EditInlinePolicy } from '~/components/inline-policy/edit-inline-policy'
import { useRoleName } from '~/lib/params'
import { pb } from '~/lib/path-builder'

export default function RoleInlinePolicyEditPage() {
  const name = useRoleName()
  return <EditInlinePolicy holder={{ type: 'Role', name }} backHref={pb.role(name)} />
}
