import Spinner from '@cloudscape-design/components/spinner'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { QueryError } from '~/components/query-error'
import {
  type AnalyzerSummary,
  looksForUnused,
  useAnalyzer,
  useFinding,
} from '~/data/access-analyzer'
import { useAnalyzerName, useFindingId } from '~/lib/params'
import { FindingActions } from './finding-actions'
import { FindingDetails } from './finding-details'
import { NextSteps } from './next-steps'
import { Rescan } from './rescan'
import { UnusedDetails } from './unused-details'

export default function FindingPage() {
  const { data, error, refetch } = useAnalyzer(useAnalyzerName())
  const id = useFindingId()
  if (data?.analyzer) return <Finding analyzer={data.analyzer} />
  return (
    <SpaceBetween size="l">
      <PageHeader title={id} />
      {error ? (
        <QueryError error={error} retry={refetch} what="the analyzer" />
      ) : (
        <Spinner size="large" />
      )}
    </SpaceBetween>
  )
}

function Finding({ analyzer }: { analyzer: AnalyzerSummary }) {
  const { arn = '' } = analyzer
  const id = useFindingId()
  const { data, error, refetch } = useFinding(arn, id)
  const isUnused = looksForUnused(analyzer)
  return (
    <SpaceBetween size="l">
      <PageHeader
        title={id}
        info={
          <InfoLink
            topic={isUnused ? 'iam.unusedAccess' : 'iam.externalAccess'}
            about="this finding"
          />
        }
        actions={
          data && (
            <>
              {!isUnused && (
                <Rescan
                  analyzerArn={arn}
                  resourceArn={data.resource ?? ''}
                  owner={data.resourceOwnerAccount ?? ''}
                />
              )}
              <FindingActions
                analyzerArn={arn}
                findings={[data]}
                archivePlace="iam.finding.archive"
                activatePlace="iam.finding.activate"
              />
            </>
          )
        }
      />
      {error && <QueryError error={error} retry={refetch} what="the finding" />}
      {!data && !error && <Spinner size="large" />}
      {data && (
        <SpaceBetween size="l">
          <FindingDetails finding={data} analyzer={analyzer} />
          <UnusedDetails finding={data} />
          <NextSteps finding={data} />
        </SpaceBetween>
      )}
    </SpaceBetween>
  )
}
