/**
 * Policy texts on their way in and out of the API.
 */
import { serviceError } from '../errors'
import { rejectIdentityPolicy } from '../policy/accept'
import { Memo } from '../policy/memo'

/** Lists give the same few documents again and again. */
const encoded = new Memo((text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`
  )
)

/** The API answers with documents that are percent-encoded (RFC 3986). */
export const encodeDocument = (text: string) => encoded.get(text)

/** White space outside of strings does not count against a quota. */
export const countedSize = (text: string) => {
  try {
    return JSON.stringify(JSON.parse(text)).length
  } catch {
    return text.length
  }
}

export function acceptIdentityPolicy(text: string) {
  const message = rejectIdentityPolicy(text)
  if (message) throw serviceError('MalformedPolicyDocument', message)
}
