/**
 * Bodies that come in chunks, each with a signature of its own, and with headers at the end.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
import { isSameText, scopeText, sha256Hex, signText } from '../signature/crypto'
import type { Verified } from '../signature/verify'
import { s3Words } from '../signature/s3-words'
import { incompleteBody } from './words'

export type Chunked = { body: Uint8Array; trailers: Record<string, string> }

const SIGNED = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD'

export const isChunked = (payloadHash: string) =>
  [SIGNED, `${SIGNED}-TRAILER`, 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'].includes(payloadHash)

const isSigned = (payloadHash: string) => payloadHash.startsWith(SIGNED)

class Reader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  line() {
    const end = this.#bytes.indexOf(10, this.#at)
    if (end < 0) throw incompleteBody()
    const text = String.fromCharCode(
      ...this.#bytes.subarray(this.#at, Math.min(end, this.#at + 4096))
    )
    this.#at = end + 1
    return text.replace(/\r$/, '')
  }

  take(length: number) {
    const part = this.#bytes.subarray(this.#at, this.#at + length)
    if (part.length < length) throw incompleteBody()
    this.#at += length
    return part
  }

  get atEnd() {
    return this.#at >= this.#bytes.length
  }
}

/** Each signature goes on from the one before. */
function createChain({ key, scope, date, signature }: Verified) {
  let previous = signature
  return (kind: 'PAYLOAD' | 'TRAILER', given: string | undefined, ...hashes: string[]) => {
    const toSign = [`AWS4-HMAC-SHA256-${kind}`, date, scopeText(scope), previous, ...hashes]
    previous = signText(key, toSign.join('\n'))
    if (isSameText(given ?? '', previous)) return
    throw s3Words.mismatch({
      accessKeyId: '',
      signature: given ?? '',
      canonical: '',
      toSign: toSign.join('\n'),
    })
  }
}

function parseSize(line: string) {
  const [, hex = '', signature] =
    /^([0-9a-fA-F]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?\s*$/.exec(line) ?? []
  if (hex === '') throw incompleteBody()
  return { size: parseInt(hex, 16), signature }
}

function readTrailers(reader: Reader) {
  const trailers: Record<string, string> = {}
  while (!reader.atEnd) {
    const line = reader.line()
    const cut = line.indexOf(':')
    if (cut > 0)
      trailers[line.slice(0, cut).trim().toLowerCase()] = line.slice(cut + 1).trim()
  }
  return trailers
}

function join(parts: Uint8Array[]) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const EMPTY = sha256Hex('')

export function readChunks(bytes: Uint8Array, payloadHash: string, by: Verified): Chunked {
  const reader = new Reader(bytes)
  const check = createChain(by)
  const parts: Uint8Array[] = []
  for (;;) {
    const { size, signature } = parseSize(reader.line())
    const part = reader.take(size)
    if (isSigned(payloadHash)) check('PAYLOAD', signature, EMPTY, sha256Hex(part))
    if (size === 0) break
    parts.push(part)
    if (reader.line() !== '') throw incompleteBody()
  }
  const { 'x-amz-trailer-signature': signature, ...trailers } = readTrailers(reader)
  if (payloadHash === `${SIGNED}-TRAILER`) {
    const text = Object.entries(trailers).map(([name, value]) => `${name}:${value}\n`)
    check('TRAILER', signature, sha256Hex(text.join('')))
  }
  return { body: join(parts), trailers }
}
