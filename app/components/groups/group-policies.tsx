import Spinner from '@cloudscape-design/components/spinner'
import { AccessDeniedCell } from '~/components/access-denied'
import { useAttachedGroupPolicies } from '~/data/groups'

/** A cell: the names of what is attached to a group. */
export function GroupPolicies({ name }: { name: string }) {
  const attached = useAttachedGroupPolicies(name)
  if (attached.error) return <AccessDeniedCell error={attached.error} />
  if (!attached.data) return <Spinner />
  return attached.data.map(({ PolicyName }) => PolicyName).join(', ') || '-'
}
