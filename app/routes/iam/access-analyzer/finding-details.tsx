import type { GetFindingV2Response } from '@aws-sdk/client-accessanalyzer'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { AppLink } from '~/components/app-link'
import { Copyable } from '~/components/copyable'
import type { AnalyzerSummary } from '~/data/access-analyzer'
import { pb } from '~/lib/path-builder'
import { formatAccountId, formatDateTime } from '~/lib/text'
import { PrincipalText } from './finding-cells'
import {
  kindText,
  levelsOf,
  resourceHref,
  resourceText,
  sourceText,
  typeText,
} from './finding-text'
import { FindingStatusText } from './status-filter'

export type Finding = Partial<GetFindingV2Response>

type Props = { finding: Finding; analyzer: AnalyzerSummary }

/** What is known of a finding of any kind, and of external access. */
export const FindingDetails = ({ finding, analyzer: { name = '' } }: Props) => (
  <Container header={<Header variant="h2">Details</Header>}>
    <KeyValuePairs
      columns={3}
      items={[
        { label: 'Finding type', value: typeText(finding.findingType) },
        { label: 'Status', value: <FindingStatusText status={finding.status} /> },
        {
          label: 'Analyzer',
          value: <AppLink href={pb.analyzer(name)}>{name}</AppLink>,
        },
        {
          label: 'Resource',
          value: (
            <>
              {kindText(finding.resourceType)}:{' '}
              <AppLink href={resourceHref(finding.resource)}>
                {resourceText(finding.resource)}
              </AppLink>
            </>
          ),
        },
        {
          label: 'Resource ARN',
          value: <Copyable text={finding.resource ?? ''} what="Resource ARN" />,
        },
        {
          label: 'Resource owner account',
          value: formatAccountId(finding.resourceOwnerAccount ?? '-'),
        },
        { label: 'Created', value: formatDateTime(finding.createdAt) },
        { label: 'Updated', value: formatDateTime(finding.updatedAt) },
        ...externalRows(finding),
      ]}
    />
  </Container>
)

function externalRows({ findingDetails = [] }: Finding) {
  const external = findingDetails.flatMap((each) => each.externalAccessDetails ?? [])[0]
  if (!external) return []
  const conditions = Object.entries(external.condition ?? {})
  return [
    {
      label: 'External principal',
      value: <PrincipalText principal={external.principal} />,
    },
    { label: 'Public access', value: external.isPublic ? 'Yes' : 'No' },
    { label: 'Shared through', value: sourceText(external.sources) },
    {
      label: 'Condition',
      value: conditions.length === 0 ? '-' : <Lines rows={conditions} />,
    },
    {
      label: 'Access level',
      value: (
        <Lines
          rows={levelsOf(external.action).map(({ level, actions }) => [
            level,
            actions.join(', '),
          ])}
        />
      ),
    },
  ]
}

const Lines = ({ rows }: { rows: [name: string, text: string][] }) => (
  <ul className="u-list">
    {rows.map(([name, text]) => (
      <li key={name}>
        <strong>{name}</strong>: {text}
      </li>
    ))}
  </ul>
)
