/**
 * A document is compiled once and kept for as long as the document itself lives. Compiled
 * statements are total: whatever JSON comes in, evaluation meets no surprise.
 */
import { type CompiledCondition, compileConditions } from '../conditions/condition'
import {
  type ActionMatcher,
  compileActions,
  findAction,
  isActionPattern,
} from '../match/action'
import { type ArnPattern, isArnPattern } from '../match/arn-pattern'
import { compilePrincipal, type PrincipalMatcher } from '../match/principal'
import { compileResources } from '../match/resource'
import { Memo } from './memo'
import { isObject, listOf, textsOf } from './read'

/** `name` is `Action` or `NotAction`, and so on. */
type Element<T> = { name: string; not: boolean; matcher: T }

export type CompiledStatement = {
  index: number
  sid: string | undefined
  effect: 'Allow' | 'Deny'
  action: Element<ActionMatcher>
  /** Absent where the statement has no such element. */
  resource: Element<ArnPattern[]> | undefined
  principal: Element<PrincipalMatcher> | undefined
  conditions: CompiledCondition[]
  /** IAM would have refused it, so it grants nothing; a Deny stands as far as it can be read. */
  malformed: boolean
}

export type CompiledPolicy = {
  statements: CompiledStatement[]
  /** By lower-cased action: those whose `Action` or `NotAction` covers it. */
  naming: Memo<CompiledStatement[]>
}

const kept = new WeakMap<object, CompiledPolicy>()

export function compilePolicy(document: unknown): CompiledPolicy {
  if (!isObject(document)) return compile({})
  const before = kept.get(document)
  if (before) return before
  const compiled = compile(document)
  kept.set(document, compiled)
  return compiled
}

function compile(document: Record<string, unknown>): CompiledPolicy {
  const variables = document.Version === '2012-10-17'
  const statements = listOf(document.Statement)
    .map((statement, index) => compileStatement(statement, index, variables))
    .filter((statement) => statement !== undefined)
  const naming = new Memo((action) =>
    statements.filter((statement) => coversAction(statement, action))
  )
  return { statements, naming }
}

/**
 * Policy variables work from this version on; without one, a policy has the older language.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
function compileStatement(
  statement: unknown,
  index: number,
  variables: boolean
): CompiledStatement | undefined {
  if (!isObject(statement)) return undefined
  const effect = statement.Effect
  if (effect !== 'Allow' && effect !== 'Deny') return undefined
  const action = readElement(statement, 'Action', textsOf, compileActions)
  if (!action) return undefined
  const resources = (wanted: string[]) => compileResources(wanted, variables)
  return {
    index,
    sid:
      typeof statement.Sid === 'string' && statement.Sid !== '' ? statement.Sid : undefined,
    effect,
    action,
    resource: readElement(statement, 'Resource', textsOf, resources),
    principal: readElement(statement, 'Principal', (value) => value, compilePrincipal),
    conditions: compileConditions(statement.Condition, variables, effect),
    malformed: isMalformed(statement),
  }
}

/**
 * An element beside its `Not` form, or a `Not` form with a pattern that can't match: read as
 * it stands, the latter would cover everything.
 */
const isMalformed = (statement: Record<string, unknown>) =>
  ['Action', 'Resource', 'Principal'].some(
    (name) => statement[name] !== undefined && statement[`Not${name}`] !== undefined
  ) ||
  !allUsable(statement.NotAction, isActionPattern) ||
  !allUsable(statement.NotResource, isArnPattern)

function allUsable(value: unknown, usable: (text: string) => boolean): boolean {
  if (value === undefined) return true
  const texts = textsOf(value)
  return texts.length > 0 && texts.length === listOf(value).length && texts.every(usable)
}

function readElement<V, T extends object>(
  statement: Record<string, unknown>,
  plain: string,
  read: (value: unknown) => V,
  compileValue: (value: V) => T
): Element<T> | undefined {
  const not = statement[plain] === undefined
  const name = not ? `Not${plain}` : plain
  const value = statement[name]
  if (value === undefined) return undefined
  return { name, not, matcher: compileValue(read(value)) }
}

const coversAction = ({ action }: CompiledStatement, name: string) =>
  (findAction(action.matcher, name) !== undefined) !== action.not
