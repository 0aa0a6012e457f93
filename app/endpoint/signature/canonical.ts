/**
 * A request in the one form that both sides sign.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import type { Incoming } from '../incoming'

/** Everything but letters, digits and `-._~`. */
export const uriEncode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`
  )

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function canonicalQuery({ query }: Incoming) {
  return query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [uriEncode(name), uriEncode(value)] as const)
    .sort(([a, one], [b, other]) => compare(a, b) || compare(one, other))
    .map((pair) => pair.join('='))
    .join('&')
}

/** S3 encodes a path once; the others encode what was sent once more. */
function canonicalPath({ path }: Incoming, isS3: boolean) {
  const encode = (part: string) => uriEncode(isS3 ? decodeURIComponent(part) : part)
  return path.split('/').map(encode).join('/')
}

const canonicalHeaders = ({ headers }: Incoming, signed: string[]) =>
  signed
    .map((name) => `${name}:${(headers[name] ?? '').trim().replace(/\s+/g, ' ')}\n`)
    .join('')

export const canonicalRequest = (
  request: Incoming,
  signedHeaders: string[],
  payloadHash: string,
  isS3: boolean
) =>
  [
    request.method,
    canonicalPath(request, isS3),
    canonicalQuery(request),
    canonicalHeaders(request, signedHeaders),
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n')
