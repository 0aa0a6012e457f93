/**
 * A document is compiled once and kept for as long as the document itself lives. Compiled
 * statements are total: whatever JSON comes in, evaluation meets no surprise.
 */
import { type CompiledCondition, compileConditions } from '../conditions/condition'
import type { Reading } from '../conditions/test'
import {
  type ActionMatcher,
  compileActions,
  findAction,
  isActionPattern,
} from '../match/action'
import { type ArnPattern, isArnPattern } from '../match/arn-pattern'
import { compilePrincipal, type PrincipalMatcher } from '../match/principal'
import { compileResources } from '../match/resource'
import { type Candidates, layOut } from './candidates'
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
  /** One of its resources is a star by itself. */
  everywhere: boolean
  principal: Element<PrincipalMatcher> | undefined
  conditions: CompiledCondition[]
  /** IAM would have refused it, so it grants nothing; a Deny stands as far as it can be read. */
  malformed: boolean
}

export type CompiledPolicy = {
  statements: CompiledStatement[]
  /** By lower-cased action: those whose `Action` or `NotAction` covers it. */
  naming: Memo<Candidates>
}

const compiler = (lenient: boolean) => {
  const kept = new WeakMap<object, CompiledPolicy>()
  return (document: unknown): CompiledPolicy => {
    if (!isObject(document)) return compile({}, lenient)
    const before = kept.get(document)
    if (before) return before
    const compiled = compile(document, lenient)
    kept.set(document, compiled)
    return compiled
  }
}

export const compilePolicy = compiler(false)

/** STS asks less of the values in a session's policy than IAM does elsewhere. */
export const compileSessionPolicy = compiler(true)

function compile(document: Record<string, unknown>, lenient: boolean): CompiledPolicy {
  const reading = { variables: document.Version === '2012-10-17', lenient }
  const statements = listOf(document.Statement)
    .map((statement, index) => compileStatement(statement, index, reading))
    .filter((statement) => statement !== undefined)
  const naming = new Memo((action) =>
    layOut(
      statements
        .filter((statement) => coversAction(statement, action))
        .map((statement) => statement.settled())
    )
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
  reading: Reading
): Statement | undefined {
  if (!isObject(statement)) return undefined
  const effect = statement.Effect
  if (effect !== 'Allow' && effect !== 'Deny') return undefined
  if (statement.Action === undefined && statement.NotAction === undefined) return undefined
  return new Statement(statement, index, effect, reading)
}

type Source = Record<string, unknown>

const isStar = ({ text }: ArnPattern) => text === '*'

/**
 * Each part is compiled when it is first looked at: of the hundreds of statements in AWS's
 * larger policies a request meets a few, and of the others not even the action is needed.
 */
class Statement implements CompiledStatement {
  readonly index: number
  readonly sid: string | undefined
  readonly effect: 'Allow' | 'Deny'
  readonly #source: Source
  readonly #reading: Reading
  #action: CompiledStatement['action'] | undefined
  #resource: CompiledStatement['resource'] | null = null
  #principal: CompiledStatement['principal'] | null = null
  #conditions: CompiledCondition[] | undefined
  #malformed: boolean | undefined
  #settled: CompiledStatement | undefined

  constructor(source: Source, index: number, effect: 'Allow' | 'Deny', reading: Reading) {
    const { Sid: sid } = source
    this.index = index
    this.sid = typeof sid === 'string' && sid !== '' ? sid : undefined
    this.effect = effect
    this.#source = source
    this.#reading = reading
  }

  get action() {
    this.#action ??= compileAction(this.#source)
    return this.#action
  }

  get resource() {
    if (this.#resource === null) {
      const compileWanted = (wanted: string[]) =>
        compileResources(wanted, this.#reading.variables)
      this.#resource = readElement(this.#source, 'Resource', textsOf, compileWanted)
    }
    return this.#resource
  }

  get everywhere() {
    const { resource } = this
    return resource ? !resource.not && resource.matcher.some(isStar) : false
  }

  get principal() {
    if (this.#principal === null)
      this.#principal = readElement(this.#source, 'Principal', (v) => v, compilePrincipal)
    return this.#principal
  }

  get conditions() {
    const { Condition: block } = this.#source
    this.#conditions ??= compileConditions(block, this.#reading, this.effect)
    return this.#conditions
  }

  get malformed() {
    this.#malformed ??= isMalformed(this.#source)
    return this.#malformed
  }

  /** With every part compiled, for statements that requests do meet. */
  settled(): CompiledStatement {
    this.#settled ??= {
      index: this.index,
      sid: this.sid,
      effect: this.effect,
      action: this.action,
      resource: this.resource,
      everywhere: this.everywhere,
      principal: this.principal,
      conditions: this.conditions,
      malformed: this.malformed,
    }
    return this.#settled
  }
}

function compileAction(source: Source): Element<ActionMatcher> {
  const not = source.Action === undefined
  const name = not ? 'NotAction' : 'Action'
  return { name, not, matcher: compileActions(textsOf(source[name])) }
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
