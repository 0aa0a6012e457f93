import type { AnalyzerSummary, Criterion } from '@aws-sdk/client-accessanalyzer'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { AppButton } from '~/components/app-link'
import { FormError } from '~/components/form/form-error'
import { InfoLink } from '~/components/info-link'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { type ArchiveRuleSummary, useArchiveRules } from '~/data/access-analyzer'
import { useApiMutation } from '~/data/client'
import { pb } from '~/lib/path-builder'
import { placeButton } from '~/lib/places'
import { formatDateTime } from '~/lib/text'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'
import { filterText } from './archive-rule-form'

const columns: DataColumn<ArchiveRuleSummary>[] = [
  {
    id: 'name',
    header: 'Rule name',
    isRowHeader: true,
    sortingField: 'ruleName',
    cell: ({ ruleName }) => ruleName,
  },
  {
    id: 'criteria',
    header: 'Criteria',
    cell: ({ filter }) => filterText(filter as Record<string, Criterion> | undefined),
  },
  {
    id: 'created',
    header: 'Created',
    sortingField: 'createdAt',
    cell: ({ createdAt }) => formatDateTime(createdAt),
  },
]

/** Rules that archive findings as they come. */
export function ArchiveRules({ analyzer }: { analyzer: AnalyzerSummary }) {
  const { name: analyzerName = '', arn: analyzerArn } = analyzer
  const rules = useArchiveRules(analyzerName)
  const [selected, setSelected] = useState<ArchiveRuleSummary[]>([])
  const ruleName = selected[0]?.ruleName ?? ''
  const remove = useApiMutation<void>(
    ({ accessAnalyzer }) => accessAnalyzer.deleteArchiveRule({ analyzerName, ruleName }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: `Archive rule ${ruleName} deleted.` })
        setSelected([])
      },
    }
  )
  const apply = useApiMutation<void>(
    ({ accessAnalyzer }) => accessAnalyzer.applyArchiveRule({ analyzerArn, ruleName }),
    {
      onSuccess: () =>
        flash({
          type: 'success',
          header: `Active findings that meet ${ruleName} are archived.`,
        }),
    }
  )
  return (
    <SpaceBetween size="s">
      <DataTable
        title="Archive rules"
        place="iam.analyzer"
        info={<InfoLink topic="iam.archiveRules" about="archive rules" />}
        description="New findings that meet all criteria of a rule are archived by themselves."
        one="rule"
        many="rules"
        items={rules.data}
        loading={rules.isPending}
        error={
          rules.error && (
            <QueryError error={rules.error} retry={rules.refetch} what="archive rules" />
          )
        }
        onRefresh={rules.refetch}
        columns={columns}
        sortBy="name"
        trackBy={({ ruleName: each = '' }) => each}
        selection={{
          type: 'single',
          selected,
          onChange: setSelected,
          nameOf: ({ ruleName: each = '' }) => each,
        }}
        empty={{ title: 'No archive rules', text: 'This analyzer has no archive rules.' }}
        actions={
          <>
            <Button
              disabled={!ruleName}
              loading={remove.isPending}
              onClick={() => remove.mutate()}
              {...placeButton('iam.analyzer.deleteRule')}
            >
              {word('iam.analyzer.deleteRule')}
            </Button>
            <Button
              disabled={!ruleName}
              loading={apply.isPending}
              onClick={() => apply.mutate()}
              {...placeButton('iam.analyzer.applyRule')}
            >
              {word('iam.analyzer.applyRule')}
            </Button>
            <AppButton
              href={pb.archiveRuleCreate(analyzerName)}
              variant="primary"
              place="iam.analyzer.createRule"
            />
          </>
        }
      />
      <FormError error={remove.error} header="Failed to delete the archive rule." />
      <FormError error={apply.error} header="Failed to apply the archive rule." />
    </SpaceBetween>
  )
}
