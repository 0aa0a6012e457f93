/**
 * Who signs a request to S3, and what of its body the signature covers.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
import type { Visit } from '../door'
import { type Incoming, queryOf } from '../incoming'
import { refusal } from '../refusal'
import { isSameText, sha256Hex } from '../signature/crypto'
import {
  type RawSignature,
  rawSignature,
  type ReadSignature,
  readSignature,
} from '../signature/read'
import { accessDenied, badQuery, s3Words, SKEW_MINUTES } from '../signature/s3-words'
import { printExtended } from '../signature/times'
import { verify } from '../signature/verify'
import type { Credentials } from '~/engine/model'
import { type Chunked, isChunked, readChunks } from './chunks'

const HASH = 'x-amz-content-sha256'
const WEEK = 604_800

/** How long a signed address is good, in seconds. */
function expiryOf(request: Incoming) {
  const given = queryOf(request, 'X-Amz-Expires')
  if (given === undefined) throw s3Words.missingParts(['X-Amz-Expires'], 'query', '')
  if (!/^-?\d{1,10}$/.test(given)) throw badQuery('X-Amz-Expires should be a number')
  const seconds = Number(given)
  if (seconds < 0) throw badQuery('X-Amz-Expires must be non-negative')
  if (seconds > WEEK) {
    throw badQuery(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds'
    )
  }
  return seconds
}

/** An address is good for as long as it says; a header for a quarter of an hour around. */
function checkAge(request: Incoming, read: ReadSignature, now: number) {
  const { at, sentDate, carrier } = read
  const skew = SKEW_MINUTES * 60_000
  if (carrier === 'header') {
    if (Math.abs(at - now) > skew) throw s3Words.skewed(sentDate, at, now)
    return
  }
  const seconds = expiryOf(request)
  const end = at + seconds * 1000
  if (at - now > skew) throw accessDenied('Request is not yet valid')
  if (now > end) {
    throw accessDenied('Request has expired', {
      'X-Amz-Expires': String(seconds),
      Expires: printExtended(end),
      ServerTime: printExtended(now),
    })
  }
}

/** What could change the meaning of a request has to be signed with it. */
function checkSignedHeaders({ headers }: Incoming, { signedHeaders }: ReadSignature) {
  const loose = Object.keys(headers).filter(
    (name) => name.startsWith('x-amz-') && !signedHeaders.includes(name)
  )
  if (loose.length > 0) throw s3Words.unsignedHeaders(loose)
}

function payloadHashOf(request: Incoming, { carrier }: RawSignature) {
  const given = request.headers[HASH] ?? queryOf(request, 'X-Amz-Content-Sha256')
  if (given !== undefined) return given
  if (carrier === 'query') return 'UNSIGNED-PAYLOAD'
  throw refusal(
    400,
    'InvalidRequest',
    'Missing required header for this request: x-amz-content-sha256'
  )
}

function checkHash(body: Uint8Array, given: string) {
  if (given === 'UNSIGNED-PAYLOAD') return
  if (!/^[0-9a-f]{64}$/.test(given)) {
    throw refusal(
      400,
      'InvalidArgument',
      'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.',
      { ArgumentName: HASH, ArgumentValue: given }
    )
  }
  const computed = sha256Hex(body)
  if (isSameText(given, computed)) return
  throw refusal(
    400,
    'XAmzContentSHA256Mismatch',
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
    { ClientComputedContentSHA256: given, S3ComputedContentSHA256: computed }
  )
}

export type Signed = Chunked & { credentials?: Credentials }

/** Credentials and the body that is meant; no credentials for a request that is not signed. */
export function openRequest({ request, cloud, now }: Visit): Signed {
  const raw = rawSignature(request)
  if (!raw) return { body: request.body, trailers: {} }
  const read = readSignature(raw, s3Words)
  checkAge(request, read, now)
  checkSignedHeaders(request, read)
  const payloadHash = payloadHashOf(request, raw)
  const rules = { service: 's3', words: s3Words, payloadHash }
  const verified = verify(cloud, request, read, rules)
  const { credentials } = verified
  if (isChunked(payloadHash)) {
    return { credentials, ...readChunks(request.body, payloadHash, verified) }
  }
  checkHash(request.body, payloadHash)
  return { credentials, body: request.body, trailers: {} }
}
