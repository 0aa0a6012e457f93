/** Policy documents on their way from the API to the eye. */
import type { PolicyDocument } from '~/engine/policy/document'

/** The API answers with percent-encoded text. */
export const decodeDocument = (encoded: string | undefined) =>
  decodeURIComponent(encoded ?? '')

/** Indented with four spaces, as the console shows JSON; what is no JSON stays as it is. */
export function prettyDocument(text: string) {
  try {
    return JSON.stringify(JSON.parse(text), null, 4)
  } catch {
    return text
  }
}

/** A document the engine has accepted, so it has the grammar's shape. */
export function readDocument(text: string): PolicyDocument | undefined {
  try {
    return JSON.parse(text) as PolicyDocument
  } catch {
    return undefined
  }
}
