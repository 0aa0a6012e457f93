import { AppButton } from '~/components/app-link'
import { pb } from '~/lib/path-builder'
import { word } from '~/lib/words'
import { Loading } from '~/components/loading'
import { useSearchParams } from 'react-router'
import { PolicySummary } from '~/components/policies/policy-summary'
import { QueryError } from '~/components/query-error'
import { decodeDocument } from '~/data/documents'
import { isAwsManaged, useDefaultVersion } from '~/data/policies'
import type { PolicyTabProps } from './tab'

export function PermissionsTab({ arn }: PolicyTabProps) {
  const version = useDefaultVersion(arn)
  const [search] = useSearchParams()
  const view = search.get('view') === 'json' ? 'json' : 'summary'
  if (version.error)
    return <QueryError error={version.error} retry={version.refetch} what="the policy" />
  if (!version.data) return <Loading what="the policy" />
  const text = decodeDocument(version.data.Document)
  return (
    <PolicySummary
      key={view}
      text={text}
      opensAs={view}
      actions={
        !isAwsManaged(arn) && (
          <AppButton href={pb.policyEdit(arn)} place="iam.policy.edit">
            {word('iam.policy.edit')}
          </AppButton>
        )
      }
    />
  )
}
