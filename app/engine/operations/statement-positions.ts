/**
 * Where a policy's statements stand in its text. The service counts from where it begins to
 * read a statement: right after the bracket or the statement before it.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_Position.html
 */
import { type JsonNode, parseJson, positionAt } from '../policy/parse'
import { child } from '../policy/tree'

const toPosition = (text: string, offset: number) => {
  const { line, column } = positionAt(text, offset)
  return { Line: line, Column: column }
}

/** Offsets of the statement at a place. */
function spanOf(statements: JsonNode, index: number) {
  if (statements.type !== 'array') return [statements.start + 1, statements.end] as const
  const before = statements.items[index - 1]
  const statement = statements.items[index]
  const start = before ? before.end : statements.start + 1
  return [start, statement?.end ?? start] as const
}

export function positionsOf(text: string, index: number) {
  const parsed = parseJson(text)
  const root = parsed.ok && parsed.root.type === 'object' ? parsed.root : undefined
  const statements = root && child(root, 'Statement')
  if (!statements) return {}
  const [start, end] = spanOf(statements, index)
  return { StartPosition: toPosition(text, start), EndPosition: toPosition(text, end) }
}
