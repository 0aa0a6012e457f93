/** A policy as the visual editor shows it: one block for one service in one statement. */
import type { ConditionValue } from '~/engine/policy/document'
import type { JsonNode, Member } from '~/engine/policy/parse'

export type Condition = {
  /** With its qualifier and its suffix: `ForAnyValue:StringLikeIfExists`. */
  operator: string
  key: string
  values: ConditionValue[]
}

export type Block = {
  kind: 'block'
  id: number
  /** The author's own; the others are numbered as they are printed. */
  sid?: string
  effect: 'Allow' | 'Deny'
  /** A prefix, `*` for all services at once, nothing until one is chosen. */
  service: string | undefined
  /** Without the prefix: `GetObject`, `Get*`. */
  actions: string[]
  scope: 'all' | 'specific'
  /** Those of `specific`; they stay while `all` is chosen. */
  resources: string[]
  conditions: Condition[]
}

/** A statement that no block can hold; it stays as it is. */
export type Kept = { kind: 'kept'; id: number; statement: JsonNode; reason: string }

export type Part = Block | Kept

export type VisualPolicy = {
  /** All that a document has beside its statements. */
  members: Member[]
  parts: Part[]
}

export const freshBlock = (id: number): Block => ({
  kind: 'block',
  id,
  effect: 'Allow',
  service: undefined,
  actions: [],
  scope: 'specific',
  resources: [],
  conditions: [],
})

export const nextId = (parts: readonly Part[]) =>
  parts.reduce((most, { id }) => Math.max(most, id), -1) + 1

export const ALL_SERVICES = '*'

/** What a block grants or denies, as a policy writes it. */
export const actionEntries = ({ service, actions }: Block) =>
  service === ALL_SERVICES ? ['*'] : actions.map((action) => `${service}:${action}`)

/** Why a block is not ready to be a statement. */
export function blockProblem(block: Block): string | undefined {
  if (block.service === undefined) return 'Choose a service.'
  if (block.service !== ALL_SERVICES && block.actions.length === 0)
    return 'Choose at least one action.'
  if (block.scope === 'specific' && block.resources.length === 0)
    return 'Specify at least one resource, or choose all resources.'
  const empty = block.conditions.find(({ values }) => values.length === 0)
  return empty && `Enter at least one value for ${empty.key}.`
}

/** What is missing first, and where. */
export function firstProblem(parts: readonly Part[]): string | undefined {
  for (const [index, part] of parts.entries()) {
    const problem = part.kind === 'block' ? blockProblem(part) : undefined
    if (problem) return `Permissions ${index + 1}: ${problem}`
  }
  return undefined
}
