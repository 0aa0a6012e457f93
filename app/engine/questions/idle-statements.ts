/** Which statements of these policies can never matter? */
import type { PolicyRef, PolicyType, StatementRef } from '../evaluate/decision'
import { findAction } from '../match/action'
import { prepare } from '../match/request'
import { findResource } from '../match/resource'
import { compilePolicy, type CompiledStatement } from '../policy/compile'
import type { PolicyDocument } from '../policy/document'

export type IdleStatement = {
  statement: StatementRef
  /**
   * `covered`: another statement of the same effect does all that it does. `denied`: a Deny
   * takes all of it back. `malformed`: it grants nothing, being no statement that IAM takes.
   */
  why: 'covered' | 'denied' | 'malformed'
  by?: StatementRef
}

type Placed = { ref: StatementRef; statement: CompiledStatement; source: Element }

/** The statement as written: what two statements share word for word needs no reading. */
type Element = Record<string, unknown>

/**
 * Of policies that are looked at together, those of one principal or of one resource. Says
 * only what is certain: a statement that is not listed may still be one of no use.
 */
export function idleStatements(
  documents: PolicyDocument[],
  type: PolicyType = 'identity',
  names: Partial<PolicyRef>[] = []
): IdleStatement[] {
  const placed = documents.flatMap((document, index) =>
    placeStatements(document, { ...names[index], type, index })
  )
  return placed.flatMap((each, at) => idleIn(each, at, placed) ?? [])
}

const placeStatements = (document: PolicyDocument, policy: PolicyRef): Placed[] =>
  compilePolicy(document).statements.map((statement) => {
    const { index, sid, effect } = statement
    const source = [document.Statement].flat()[index]
    return {
      ref: { policy, index, effect, ...(sid === undefined ? {} : { sid }) },
      statement,
      // compiled statements are made from objects alone
      source: source as unknown as Element,
    }
  })

function idleIn(each: Placed, at: number, all: Placed[]): IdleStatement | undefined {
  const { ref: statement } = each
  if (each.statement.malformed && each.statement.effect === 'Allow')
    return { statement, why: 'malformed' }
  const isMoot = ({ statement: other }: Placed) =>
    other.effect === 'Deny' && each.statement.effect === 'Allow'
  const denier = all.find((other) => isMoot(other) && covers(other, each))
  if (denier) return { statement, why: 'denied', by: denier.ref }
  const twin = all.find(
    (other, place) =>
      place !== at &&
      other.statement.effect === each.statement.effect &&
      covers(other, each) &&
      // of two that cover each other the first one stays
      (place < at || !covers(each, other))
  )
  return twin && { statement, why: 'covered', by: twin.ref }
}

/** Whether whatever the inner statement applies to, the outer one applies to as well. */
function covers(outer: Placed, inner: Placed): boolean {
  if (outer.statement.malformed || inner.statement.malformed) return false
  return (
    coversConditions(outer, inner) &&
    coversElement(outer, inner, 'Principal', coversPrincipal) &&
    coversElement(outer, inner, 'Action', coversActions) &&
    coversElement(outer, inner, 'Resource', coversResources)
  )
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** A statement without conditions covers one with any; otherwise they have to be the same. */
const coversConditions = (outer: Placed, inner: Placed) =>
  outer.statement.conditions.length === 0 ||
  same(outer.source.Condition, inner.source.Condition)

function coversElement(
  outer: Placed,
  inner: Placed,
  name: 'Principal' | 'Action' | 'Resource',
  compare: (outer: CompiledStatement, inner: CompiledStatement) => boolean
) {
  const isSame =
    same(outer.source[name], inner.source[name]) &&
    same(outer.source[`Not${name}`], inner.source[`Not${name}`])
  if (isSame) return true
  // the `Not` forms are compared word for word or not at all
  const hasNot = `Not${name}` in outer.source || `Not${name}` in inner.source
  return !hasNot && compare(outer.statement, inner.statement)
}

const isWild = (text: string) => /[*?]/.test(text)

/** An inner wildcard is taken as a character; a `?` of the outer one must not stand for it. */
const isComparable = (outer: string, inner: string) =>
  !(isWild(inner) && outer.includes('?')) && !inner.includes('${')

const coversActions = (outer: CompiledStatement, inner: CompiledStatement) =>
  inner.action.matcher.wanted.every((text) => {
    const by = findAction(outer.action.matcher, text.toLowerCase())
    return by !== undefined && (text === by || isComparable(by, text))
  })

function coversResources(outer: CompiledStatement, inner: CompiledStatement) {
  const patterns = outer.resource?.matcher ?? []
  return (inner.resource?.matcher ?? []).every(({ text }) => {
    const asked = prepare(
      { principal: { type: 'anonymous' }, action: '', resource: { arn: text } },
      '',
      false
    )
    const by = findResource(patterns, asked)?.text
    return by !== undefined && (text === by || isComparable(by, text))
  })
}

const coversPrincipal = (outer: CompiledStatement) =>
  outer.principal?.matcher.everyone !== undefined && outer.effect === 'Deny'
