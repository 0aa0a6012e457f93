import { Loading } from '~/components/loading'
import { useSearchParams } from 'react-router'
import { PolicySummary } from '~/components/policies/policy-summary'
import { QueryError } from '~/components/query-error'
import { decodeDocument } from '~/data/documents'
import { useDefaultVersion } from '~/data/policies'
import type { PolicyTabProps } from './tab'

export function PermissionsTab({ arn }: PolicyTabProps) {
  const version = useDefaultVersion(arn)
  const [search] = useSearchParams()
  const view = search.get('view') === 'json' ? 'json' : 'summary'
  if (version.error)
    return <QueryError error={version.error} retry={version.refetch} what="the policy" />
  if (!version.data) return <Loading what="the policy" />
  const text = decodeDocument(version.data.Document)
  return <PolicySummary key={view} text={text} opensAs={view} />
}
