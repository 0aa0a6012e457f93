import Spinner from '@cloudscape-design/components/spinner'
import { useQuery } from '@tanstack/react-query'
import { AccessDeniedCell } from '~/components/access-denied'
import { useCaller } from '~/data/client'
import { policyQuery } from '~/data/policies'

/** To how many entities a managed policy is attached: a question of its own for each row. */
export function AttachedEntities({ arn }: { arn: string }) {
  const policy = useQuery(policyQuery(useCaller(), arn))
  if (policy.error) return <AccessDeniedCell error={policy.error} />
  if (!policy.data) return <Spinner />
  return policy.data.Policy?.AttachmentCount ?? 0
}
