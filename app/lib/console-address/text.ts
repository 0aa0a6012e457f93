/** Texts as links carry them: encoded once, twice or not at all. */

const ENCODED = /(?:%[0-9a-f]{2})+/gi

function decodeRun(run: string) {
  try {
    return decodeURIComponent(run)
  } catch {
    // not UTF-8: shown as it stands
    return run
  }
}

/** Decodes what can be decoded and leaves the rest; never throws. */
export const decode = (text: string) => text.replace(ENCODED, decodeRun)

/** No name, ARN or ID holds a percent sign, so whatever looks encoded is. */
export function decodeFully(text: string) {
  let decoded = text
  for (let round = 0; round < 3; round++) decoded = decode(decoded)
  return decoded
}

/** `security_credentials`, `Security-Credentials)`: one word, whatever was pasted along. */
export const wordOf = (text: string | undefined) =>
  (text ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')

/** `a/b/c` without its empty parts, each decoded. */
export const segmentsOf = (path: string) => path.split('/').map(decodeFully).filter(Boolean)

export const lastSegment = (text: string) => text.slice(text.lastIndexOf('/') + 1)
