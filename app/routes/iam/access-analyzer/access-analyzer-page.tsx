import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import type { ReactNode } from 'react'
import { AppButton, AppLink } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { QueryError } from '~/components/query-error'
import { EmptyState } from '~/components/table/empty-state'
import {
  type AnalyzerSummary,
  analyzersQuery,
  looksForUnused,
  useAnalyzers,
  useExternalFindings,
  useFindings,
} from '~/data/access-analyzer'
import { currentCaller, prefetch } from '~/data/client'
import { pb } from '~/lib/path-builder'
import { countsOf } from './finding-counts'
import { zoneText } from './finding-text'

export const clientLoader = () => {
  prefetch(analyzersQuery(currentCaller()))
  return null
}

export default function AccessAnalyzerPage() {
  const { data, error, refetch } = useAnalyzers()
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Access Analyzer"
        info={<InfoLink topic="iam.accessAnalyzer" about="Access Analyzer" />}
        description="What of this account can be reached from outside, and which access nobody uses."
        actions={
          <AppButton
            href={pb.analyzerCreate()}
            variant="primary"
            place="iam.accessAnalyzer.create"
          />
        }
      />
      {error && <QueryError error={error} retry={refetch} what="analyzers" />}
      {!data && !error && <Spinner size="large" />}
      {data?.length === 0 && <FirstAnalyzer />}
      {data?.map((analyzer) =>
        looksForUnused(analyzer) ? (
          <UnusedCounts key={analyzer.arn} analyzer={analyzer} />
        ) : (
          <ExternalCounts key={analyzer.arn} analyzer={analyzer} />
        )
      )}
    </SpaceBetween>
  )
}

const FirstAnalyzer = () => (
  <Container>
    <EmptyState
      title="No analyzers"
      text="Create an analyzer to find out who outside of your account can reach its roles and buckets, or which access nobody uses."
    />
  </Container>
)

type PanelProps = {
  analyzer: AnalyzerSummary
  title: string
  href: string
  /** What is shown in place of the numbers until they are there. */
  instead: ReactNode
  numbers: { label: string; value: number }[]
}

const Panel = ({ analyzer, title, href, instead, numbers }: PanelProps) => (
  <Container
    header={
      <Header
        variant="h2"
        description={
          <span className="u-pre">{`${analyzer.name} · ${zoneText(analyzer.type)}`}</span>
        }
        actions={
          <AppLink href={href} ariaLabel={`View findings of ${analyzer.name}`}>
            View findings
          </AppLink>
        }
      >
        {title}
      </Header>
    }
  >
    {instead || <KeyValuePairs columns={4} items={numbers} />}
  </Container>
)

type Asked = { data: unknown; error: Error | null; refetch: () => unknown }

const insteadOf = ({ data, error, refetch }: Asked) => {
  if (error) return <QueryError error={error} retry={refetch} what="findings" />
  return data === undefined ? <Spinner /> : undefined
}

function ExternalCounts({ analyzer }: { analyzer: AnalyzerSummary }) {
  const findings = useExternalFindings(analyzer.arn ?? '')
  const counts = countsOf(findings.data ?? [])
  return (
    <Panel
      analyzer={analyzer}
      title="External access findings"
      href={pb.resourceAnalysis()}
      instead={insteadOf(findings)}
      numbers={[
        { label: 'Active findings', value: counts.active },
        { label: 'Public access', value: counts.isPublic },
        {
          label: 'Access outside of the zone of trust',
          value: counts.active - counts.isPublic,
        },
        { label: 'Resources with active findings', value: counts.resources },
        { label: 'Archived findings', value: counts.archived },
        { label: 'Resolved findings', value: counts.resolved },
      ]}
    />
  )
}

function UnusedCounts({ analyzer }: { analyzer: AnalyzerSummary }) {
  const findings = useFindings(analyzer.arn ?? '')
  const counts = countsOf(findings.data ?? [])
  return (
    <Panel
      analyzer={analyzer}
      title="Unused access findings"
      href={pb.unusedAccess()}
      instead={insteadOf(findings)}
      numbers={[
        { label: 'Active findings', value: counts.active },
        { label: 'Unused roles', value: counts.roles },
        { label: 'Unused access keys', value: counts.keys },
        { label: 'Unused passwords', value: counts.passwords },
        { label: 'Entities with unused permissions', value: counts.permissions },
        { label: 'IAM users and roles with active findings', value: counts.resources },
        { label: 'Archived findings', value: counts.archived },
        { label: 'Resolved findings', value: counts.resolved },
      ]}
    />
  )
}
