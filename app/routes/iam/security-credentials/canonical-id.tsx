import { useQuery } from '@tanstack/react-query'
import Spinner from '@cloudscape-design/components/spinner'
import { AccessDeniedCell } from '~/components/access-denied'
import { Copyable } from '~/components/copyable'
import { bucketsQuery } from '~/data/buckets'
import { useCaller } from '~/data/client'

/** S3 tells it to those who may list buckets. https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html */
export function CanonicalId() {
  const buckets = useQuery(bucketsQuery(useCaller()))
  if (buckets.error) return <AccessDeniedCell error={buckets.error} />
  if (!buckets.data) return <Spinner />
  return <Copyable text={buckets.data.Owner?.ID ?? '-'} what="canonical user ID" />
}
