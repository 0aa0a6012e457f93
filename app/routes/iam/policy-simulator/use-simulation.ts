import type { EvaluationResult } from '@aws-sdk/client-iam'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useApiMutation } from '~/data/client'
import { readDocument } from '~/data/documents'
import { type HeldTexts, useContextKeys, useHeldTexts } from '~/data/simulator'
import { allKeys, toContext, toEntries } from './context-entries'
import { type Draft, freshDraft, NEW_POLICY, withActions, wordsOf } from './draft'
import { editedOf, newSourcesOf, type Source, sourcesOf } from './sandbox'
import { type Call, callsOf, rowsFor, runCalls } from './simulate'
import type { Subject } from './use-subject'

/** What came of the last run, and what was asked and of which policies. */
type Run = {
  /** Whose policies they were: a run says nothing of anybody else's. */
  of: string
  calls: Call[]
  results: EvaluationResult[]
  sources: ReadonlyMap<string, Source>
}

/** A link may bring actions and a resource along. */
function useFirstDraft(): Draft {
  const [search] = useSearchParams()
  return {
    ...freshDraft,
    actions: withActions([], wordsOf(search.get('actions') ?? '')),
    resources: search.get('resource') ?? '',
  }
}

/** What is being typed is not asked about before it can be read. */
const textsFor = (mode: Subject['mode'], draft: Draft, edited: string[]) =>
  (mode === 'new' ? draft.texts : edited).filter(
    (text) => text !== NEW_POLICY && readDocument(text) !== undefined
  )

const missedIn = (run: Run | undefined) =>
  (run?.results ?? []).flatMap(({ MissingContextValues = [] }) => MissingContextValues)

/** All that the page knows: the draft of a simulation, what it needs, and what came of it. */
export function useSimulation({ mode, principal }: Subject) {
  const [draft, setDraft] = useState(useFirstDraft())
  const [lastRun, setRun] = useState<Run>()
  const [problem, setProblem] = useState<string>()
  const of = `${mode} ${principal?.kind} ${principal?.name}`
  const run = lastRun?.of === of ? lastRun : undefined
  const held = useHeldTexts(mode === 'existing' ? principal : undefined)
  const policies = held.data?.policies ?? []
  const more = [
    ...editedOf(policies, draft).map(({ id }) => draft.edits[id] ?? ''),
    ...policies.flatMap(({ kind, text }) => (kind === 'boundary' && text ? [text] : [])),
  ]
  const used = useContextKeys(held.data?.arn, textsFor(mode, draft, more))
  const keys = allKeys(used.data ?? [], missedIn(run))
  const calls =
    mode === 'existing' && !held.data
      ? []
      : callsOf(
          mode === 'existing' && held.data ? { arn: held.data.arn, held: policies } : 'new',
          draft,
          toEntries(keys, draft.context)
        )
  const sources = mode === 'new' ? newSourcesOf(draft) : sourcesOf(policies, draft)
  const simulation = useApiMutation((client, asked: Omit<Run, 'results'>) =>
    runCalls(client, asked.calls).then((results) => setRun({ ...asked, results }))
  )
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  return {
    draft,
    change: (part: Partial<Draft>) => {
      setProblem(undefined)
      change(part)
    },
    held,
    used,
    keys,
    run,
    problem,
    simulation,
    rows: rowsFor(draft, run?.results ?? []),
    /** The policies or settings are others now than those that were simulated. */
    isStale: run !== undefined && JSON.stringify(run.calls) !== JSON.stringify(calls),
    context: toContext(keys, draft.context),
    start: () => {
      const missing = problemOf(mode, principal?.name, held.data, draft)
      setProblem(missing)
      if (missing === undefined) simulation.mutate({ of, calls, sources })
    },
    clear: () => {
      setRun(undefined)
      simulation.reset()
    },
    reset: () => {
      setDraft(freshDraft)
      setRun(undefined)
      setProblem(undefined)
      simulation.reset()
    },
  }
}

export type Simulation = ReturnType<typeof useSimulation>

function problemOf(
  mode: Subject['mode'],
  name: string | undefined,
  held: HeldTexts | undefined,
  draft: Draft
) {
  if (mode === 'existing' && name === undefined) return 'Select a user, group, or role.'
  if (mode === 'existing' && !held) return `The policies of ${name} are not loaded.`
  return draft.actions.length === 0 ? 'Select at least one action.' : undefined
}
