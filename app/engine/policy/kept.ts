import type { PolicyDocument } from './document'

/**
 * Stored policy texts as documents. The same text gives the same object, so what is compiled
 * for a document is compiled once. Only texts that IAM accepted are stored, so they parse; one
 * that does not, or is missing, grants nothing.
 */
const documents = new Map<string, PolicyDocument>()
const LIMIT = 20_000

const nothing: PolicyDocument = { Statement: [] }

export function documentOf(text: string | undefined): PolicyDocument {
  if (text === undefined) return nothing
  const before = documents.get(text)
  if (before) return before
  if (documents.size >= LIMIT) documents.clear()
  const document = parse(text)
  documents.set(text, document)
  return document
}

function parse(text: string): PolicyDocument {
  try {
    const value: unknown = JSON.parse(text)
    // the evaluator reads any object safely; what is no object has no statements
    return typeof value === 'object' && value !== null ? (value as PolicyDocument) : nothing
  } catch {
    return nothing
  }
}
