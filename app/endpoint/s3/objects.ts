/**
 * Reading an object, or a part of it, or only when it has changed.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
import type { EndpointResponse } from '../endpoint'
import { refusal } from '../refusal'
import { checksumOf } from './checksums'
import type { Input } from './input'
import { preconditionFailed } from './words'

const isEtag = (list: unknown, etag: string) =>
  typeof list === 'string' &&
  list
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .some((each) => each === '*' || each.replaceAll('"', '') === etag.replaceAll('"', ''))

/** HTTP's dates have whole seconds. */
const isLater = (modified: Date, than: unknown) =>
  than instanceof Date && Math.floor(modified.getTime() / 1000) * 1000 > than.getTime()

/** Throws where the object must not be read; `true` where the client has it already. */
function isUnchanged(input: Input, etag: string, modified: Date) {
  if (input.IfMatch !== undefined) {
    if (!isEtag(input.IfMatch, etag)) throw preconditionFailed('If-Match')
  } else if (isLater(modified, input.IfUnmodifiedSince)) {
    throw preconditionFailed('If-Unmodified-Since')
  }
  if (input.IfNoneMatch !== undefined) return isEtag(input.IfNoneMatch, etag)
  return input.IfModifiedSince instanceof Date && !isLater(modified, input.IfModifiedSince)
}

type Part = { from: number; to: number }

/** First and last byte; nothing for a range that is to be passed over. */
function partOf(range: unknown, size: number): Part | undefined {
  const [, first = '', last = ''] =
    /^bytes=(\d*)-(\d*)$/.exec(typeof range === 'string' ? range : '') ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(size - Number(last), 0) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined
  if (from <= to && !(first === '' && Number(last) === 0)) return { from, to }
  throw refusal(416, 'InvalidRange', 'The requested range is not satisfiable', {
    RangeRequested: String(range),
    ActualObjectSize: String(size),
  })
}

const overrides = {
  ResponseCacheControl: 'cache-control',
  ResponseContentDisposition: 'content-disposition',
  ResponseContentEncoding: 'content-encoding',
  ResponseContentLanguage: 'content-language',
  ResponseContentType: 'content-type',
} as const

function overridden(input: Input) {
  const entries = Object.entries(overrides).flatMap(([name, header]) => {
    const value = input[name]
    return typeof value === 'string' ? [[header, value] as const] : []
  })
  const expires = input.ResponseExpires
  return {
    ...Object.fromEntries(entries),
    ...(expires instanceof Date ? { expires: expires.toUTCString() } : {}),
  }
}

/** Makes of the whole object what was asked for. `response.body` is its content. */
export function narrow(
  response: EndpointResponse,
  input: Input,
  { etag, modified }: { etag: string; modified: Date }
): EndpointResponse {
  const { body } = response
  const content = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const common: Record<string, string> = {
    ...response.headers,
    'accept-ranges': 'bytes',
    ...overridden(input),
  }
  if (isUnchanged(input, etag, modified)) {
    const { 'content-length': _, ...headers } = common
    return { status: 304, headers, body: '' }
  }
  const part = partOf(input.Range, content.length)
  if (!part) return { ...response, headers: { ...common, ...checksums(input, content) } }
  const { from, to } = part
  const headers = {
    ...common,
    'content-length': String(to - from + 1),
    'content-range': `bytes ${from}-${to}/${content.length}`,
  }
  return { status: 206, headers, body: content.subarray(from, to + 1) }
}

function checksums({ ChecksumMode }: Input, content: Uint8Array): Record<string, string> {
  if (ChecksumMode !== 'ENABLED') return {}
  const { header, value } = checksumOf(content)
  return { [header]: value, 'x-amz-checksum-type': 'FULL_OBJECT' }
}
