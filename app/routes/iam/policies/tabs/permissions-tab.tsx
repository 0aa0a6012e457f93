import Spinner from '@cloudscape-design/components/spinner'
import { PolicySummary } from '~/components/policies/policy-summary'
import { QueryError } from '~/components/query-error'
import { decodeDocument } from '~/data/documents'
import { useDefaultVersion } from '~/data/policies'
import type { PolicyTabProps } from './tab'

export function PermissionsTab({ arn }: PolicyTabProps) {
  const version = useDefaultVersion(arn)
  if (version.error)
    return <QueryError error={version.error} retry={version.refetch} what="the policy" />
  if (!version.data) return <Spinner />
  return <PolicySummary text={decodeDocument(version.data.Document)} />
}
