import Spinner from '@cloudscape-design/components/spinner'
import { AccessDeniedCell } from '~/components/access-denied'
import { useGroupQuietly } from '~/data/groups'

/** A cell: how many users are in a group. */
export function GroupUsers({ name }: { name: string }) {
  const group = useGroupQuietly(name)
  if (group.error) return <AccessDeniedCell error={group.error} />
  if (!group.data) return <Spinner />
  return group.data.Users?.length ?? 0
}
