import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { PageHeader } from '~/components/page-header'
import { QueryError } from '~/components/query-error'
import type { HelpTopic } from '~/components/help/topics'
import { type AnalyzerSummary, looksForUnused, useAnalyzers } from '~/data/access-analyzer'
import type { PlaceId } from '~/lib/places'
import { NoAnalyzer } from './no-analyzer'

type Props = {
  title: string
  topic: HelpTopic
  of: 'external' | 'unused'
  /** The place of the button that creates one where there is none. */
  place: PlaceId
  /** `choice` is drawn beside the filters where there are several analyzers. */
  children: (analyzer: AnalyzerSummary, choice: ReactNode) => ReactNode
}

/** Findings belong to an analyzer: the one there is, or one of several. */
export function AnalyzerChoice({ title, topic, of, place, children }: Props) {
  const { data, error, refetch } = useAnalyzers()
  const [arn, setArn] = useState<string>()
  if (!data) {
    return (
      <SpaceBetween size="l">
        <PageHeader title={title} />
        {error ? (
          <QueryError error={error} retry={refetch} what="analyzers" />
        ) : (
          <Spinner size="large" />
        )}
      </SpaceBetween>
    )
  }
  const fitting = data.filter((each) => looksForUnused(each) === (of === 'unused'))
  const [first] = fitting
  const chosen = fitting.find((each) => each.arn === arn) ?? first
  if (!chosen) return <NoAnalyzer title={title} topic={topic} of={of} place={place} />
  const options = fitting.map(({ arn: value = '', name = '' }) => ({ value, label: name }))
  const choice = fitting.length > 1 && (
    <Select
      ariaLabel="Analyzer"
      inlineLabelText="Analyzer"
      options={options}
      selectedOption={options.find(({ value }) => value === chosen.arn) ?? null}
      onChange={({ detail }) => setArn(detail.selectedOption.value)}
    />
  )
  return children(chosen, choice)
}
