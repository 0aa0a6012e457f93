/** Where a statement that the simulation names stands in the text as it is shown. */
import type { Position, Statement } from '@aws-sdk/client-iam'

/** First and last line, counted from 1. */
export type Lines = { first: number; last: number }

function offsetOf(text: string, { Line = 1, Column = 1 }: Position) {
  const before = text.split('\n').slice(0, Line - 1)
  return before.reduce((sum, line) => sum + line.length + 1, 0) + Column - 1
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The service begins to count right after the bracket or the statement before. */
const statementAt = (text: string, { StartPosition, EndPosition }: Statement) =>
  StartPosition && EndPosition
    ? parse(
        text
          .slice(offsetOf(text, StartPosition), offsetOf(text, EndPosition))
          .replace(/^[\s,:[]+/, '')
      )
    : undefined

/** A policy may have one statement in place of a list. */
const onlyStatement = (document: unknown) =>
  typeof document === 'object' && document !== null && 'Statement' in document
    ? Array.isArray(document.Statement)
      ? undefined
      : document.Statement
    : undefined

const indented = (value: unknown, indent: number) =>
  JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => ' '.repeat(indent) + line)
    .join('\n')

/** In the text as it is printed with two spaces; undefined where it cannot be found. */
export function linesOfStatement(text: string, statement: Statement): Lines | undefined {
  const document = parse(text)
  const found = onlyStatement(document) ?? statementAt(text, statement)
  if (found === undefined || document === undefined) return undefined
  const pretty = JSON.stringify(document, null, 2)
  const inList = indented(found, 4)
  const alone = indented(found, 2).trimStart()
  const at = pretty.includes(inList) ? pretty.indexOf(inList) : pretty.indexOf(alone)
  if (at < 0) return undefined
  const first = pretty.slice(0, at).split('\n').length
  const height = JSON.stringify(found, null, 2).split('\n').length
  return { first, last: first + height - 1 }
}
