/**
 * The statements of a policy that name an action, laid out so that a request looks at those that
 * can apply: of fifty that each ask for a tag of another value, at one.
 */
import type { CompiledCondition } from '../conditions/condition'
import { type ContextKey, contextValue } from '../conditions/context'
import type { PreparedRequest } from '../match/request'
import type { CompiledStatement } from './compile'

type Group = {
  key: ContextKey
  all: CompiledStatement[]
  /** By each value that lets a statement apply. */
  byValue: Map<string, CompiledStatement[]>
}

export type Candidates = { always: CompiledStatement[]; groups: Group[] }

/** Below this a look at each costs no more than finding out which. */
const FEW = 6

export function layOut(statements: CompiledStatement[]): Candidates {
  const groups = new Map<string, Group>()
  for (const statement of statements) {
    const condition = statement.conditions.find(asksForValue)
    if (condition) addTo(groups, condition, statement)
  }
  const worthwhile = [...groups.values()].filter(({ all }) => all.length >= FEW)
  const grouped = new Set(worthwhile.flatMap(({ all }) => all))
  return {
    always: statements.filter((statement) => !grouped.has(statement)),
    groups: worthwhile,
  }
}

/** A plain comparison: unless the request has one of the values, the statement cannot apply. */
const asksForValue = ({ literals, negated }: CompiledCondition) =>
  literals !== undefined && !negated

function addTo(
  groups: Map<string, Group>,
  { key, literals = new Set<string>() }: CompiledCondition,
  statement: CompiledStatement
) {
  const group: Group = groups.get(key.lowered) ?? { key, all: [], byValue: new Map() }
  groups.set(key.lowered, group)
  group.all.push(statement)
  for (const value of literals) {
    const list = group.byValue.get(value)
    if (list) list.push(statement)
    else group.byValue.set(value, [statement])
  }
}

/** In the order of the policy. A key with no value, or with several, is left to the condition. */
export function candidatesFor(
  { always, groups }: Candidates,
  request: PreparedRequest
): CompiledStatement[] {
  if (groups.length === 0) return always
  const found = groups.flatMap(({ key, all, byValue }) => {
    const value = contextValue(request, key)
    return typeof value === 'string' ? (byValue.get(value) ?? []) : all
  })
  if (found.length === 0) return always
  return [...always, ...found].sort((a, b) => a.index - b.index)
}
