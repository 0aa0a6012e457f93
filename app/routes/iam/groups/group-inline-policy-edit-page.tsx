import { EditInlinePolicy } from '~/components/inline-policy/edit-inline-policy'
import { useGroupName } from '~/lib/params'
import { pb } from '~/lib/path-builder'

export default function GroupInlinePolicyEditPage() {
  const name = useGroupName()
  return (
    <EditInlinePolicy
      holder={{ type: 'Group', name }}
      backHref={pb.group(name, 'permissions')}
    />
  )
}
