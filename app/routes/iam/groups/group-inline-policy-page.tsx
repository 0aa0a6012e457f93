import { InlinePolicyForm } from '~/components/inline-policy/inline-policy-form'
import { useGroupName } from '~/lib/params'
import { pb } from '~/lib/path-builder'

export default function GroupInlinePolicyPage() {
  const name = useGroupName()
  return (
    <InlinePolicyForm
      holder={{ type: 'Group', name }}
      backHref={pb.group(name, 'permissions')}
    />
  )
}
