import { useState } from 'react'
import { firstProblem, type VisualPolicy } from './block'
import { printPolicy } from './print-policy'
import { readPolicy } from './read-policy'

export type View = 'visual' | 'json'

/** A policy that is written as text or in blocks, whichever is shown. */
export type PolicyDraft = {
  view: View
  /** As its author left it; blocks that nobody touched do not change it. */
  text: string
  /** As it is sent: what goes on from the visual editor has its layout. */
  settled: string
  policy: VisualPolicy | undefined
  /** What the blocks still lack. */
  incomplete: string | undefined
  /** Why it could not be shown in blocks when that was asked for. */
  problem: string | undefined
  setText: (text: string) => void
  setPolicy: (policy: VisualPolicy) => void
  /** Takes a text made elsewhere, in whichever view. */
  replace: (text: string) => void
  show: (view: View) => void
}

type State = {
  view: View
  text: string
  /** The blocks, and the text that they were made from or printed as. */
  visual?: { policy: VisualPolicy; text: string }
  problem?: string
}

export function usePolicyDraft(initial: string): PolicyDraft {
  const [state, setState] = useState<State>({ view: 'json', text: initial })
  const { view, text, visual, problem } = state
  const policy = view === 'visual' ? visual?.policy : undefined
  return {
    view,
    text,
    settled: policy ? printPolicy(policy) : text,
    policy,
    incomplete: policy && firstProblem(policy.parts),
    problem,
    // what was said of another text no longer holds
    setText: (next) => setState({ view, text: next, ...(visual ? { visual } : {}) }),
    setPolicy: (next) => {
      const printed = printPolicy(next)
      setState({ view, text: printed, visual: { policy: next, text: printed } })
    },
    replace: (next) => setState((before) => showIn(before.view, { ...before, text: next })),
    show: (next) => setState((before) => showIn(next, before)),
  }
}

function showIn(view: View, { text, visual }: State): State {
  const kept = visual?.text === text ? { visual } : {}
  if (view === 'json') return { view, text, ...kept }
  if (kept.visual) return { view, text, ...kept }
  const reading = readPolicy(text)
  return reading.ok
    ? { view, text, visual: { policy: reading.policy, text } }
    : { view: 'json', text, problem: reading.reason }
}
