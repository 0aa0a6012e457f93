import type { FindingSummaryV2 } from '@aws-sdk/client-accessanalyzer'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { useFindings } from '~/data/access-analyzer'
import { type CriterionField, filterOf, valueProblem } from './archive-rule-form'
import { kindText, resourceText, typeText } from './finding-text'

const columns: DataColumn<FindingSummaryV2>[] = [
  { id: 'id', header: 'Finding ID', isRowHeader: true, cell: ({ id }) => id },
  { id: 'type', header: 'Finding type', cell: ({ findingType }) => typeText(findingType) },
  {
    id: 'resource',
    header: 'Resource',
    cell: ({ resource, resourceType }) =>
      `${kindText(resourceType)}: ${resourceText(resource)}`,
  },
]

type Props = { analyzerArn: string; criteria: readonly CriterionField[] }

/** What a rule would archive of what there is: the service itself is asked. */
export function MatchingFindings({ analyzerArn, criteria }: Props) {
  const whole = criteria.filter((each) => valueProblem(each) === undefined)
  const findings = useFindings(analyzerArn, {
    ...filterOf(whole),
    status: { eq: ['ACTIVE'] },
  })
  return (
    <DataTable
      title="Active findings that meet the criteria"
      headingLevel="h2"
      one="finding"
      many="findings"
      items={findings.data}
      loading={findings.isPending}
      error={
        findings.error && (
          <QueryError error={findings.error} retry={findings.refetch} what="findings" />
        )
      }
      columns={columns}
      trackBy={({ id = '' }) => id}
      empty={{ title: 'No findings', text: 'No active finding meets the criteria.' }}
    />
  )
}
