import type { AnalyzerSummary } from '@aws-sdk/client-accessanalyzer'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { AppLink } from '~/components/app-link'
import { Copyable } from '~/components/copyable'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { QueryError } from '~/components/query-error'
import { looksForUnused, useAnalyzer } from '~/data/access-analyzer'
import { useAnalyzerName } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { placeButton } from '~/lib/places'
import { formatDateTime } from '~/lib/text'
import { word } from '~/lib/words'
import { ArchiveRules } from './archive-rules'
import { DeleteAnalyzer } from './delete-analyzer'
import { analysisText, zoneText } from './finding-text'

export default function AnalyzerPage() {
  const name = useAnalyzerName()
  const navigate = useNavigate()
  const [deleting, setDeleting] = useState(false)
  const { data, error, refetch } = useAnalyzer(name)
  return (
    <SpaceBetween size="l">
      <PageHeader
        title={name}
        info={<InfoLink topic="iam.analyzers" about="analyzers" />}
        actions={
          <Button onClick={() => setDeleting(true)} {...placeButton('iam.analyzer.delete')}>
            {word('iam.analyzer.delete')}
          </Button>
        }
      />
      {error && !deleting && (
        <QueryError error={error} retry={refetch} what="the analyzer" />
      )}
      {!data && !error && <Spinner size="large" />}
      {data?.analyzer && <Summary analyzer={data.analyzer} />}
      {data?.analyzer && !deleting && <ArchiveRules analyzer={data.analyzer} />}
      {deleting && (
        <DeleteAnalyzer
          name={name}
          place="iam.deleteAnalyzer"
          onDismiss={() => setDeleting(false)}
          onDeleted={() => void navigate(pb.analyzerSettings())}
        />
      )}
    </SpaceBetween>
  )
}

const Summary = ({ analyzer }: { analyzer: AnalyzerSummary }) => {
  const days = analyzer.configuration?.unusedAccess?.unusedAccessAge
  return (
    <Container header={<Header variant="h2">Summary</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'Finding type', value: analysisText(analyzer.type) },
          { label: 'Zone of trust', value: zoneText(analyzer.type) },
          { label: 'Status', value: analyzer.status === 'ACTIVE' ? 'Active' : '-' },
          { label: 'Created', value: formatDateTime(analyzer.createdAt) },
          ...(days ? [{ label: 'Tracking period', value: `${days} days` }] : []),
          { label: 'ARN', value: <Copyable text={analyzer.arn ?? ''} what="ARN" /> },
          {
            label: 'Findings',
            value: (
              <AppLink
                href={looksForUnused(analyzer) ? pb.unusedAccess() : pb.resourceAnalysis()}
              >
                View findings
              </AppLink>
            ),
          },
        ]}
      />
    </Container>
  )
}
