/**
 * What a request says of its signature, before any of it is believed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
import { type Incoming, queryOf } from '../incoming'
import type { Scope } from './crypto'
import { parseBasic, parseHttpDate, printBasic } from './times'
import type { Carrier, SignatureWords } from './words'

const ALGORITHM = 'AWS4-HMAC-SHA256'

/** The parts as they came: nothing where there is none. */
export type RawSignature = {
  carrier: Carrier
  algorithm: string
  credential?: string
  signedHeaders?: string
  signature?: string
  token?: string
  date?: string
  authorization: string
}

function ofHeader({ headers }: Incoming, authorization: string): RawSignature {
  const [algorithm = '', ...rest] = authorization.trim().split(/\s+/)
  const parts = new Map(
    rest
      .join('')
      .split(',')
      .map((part) => {
        const cut = part.indexOf('=')
        return [part.slice(0, cut), part.slice(cut + 1)] as const
      })
  )
  return {
    carrier: 'header',
    algorithm,
    credential: parts.get('Credential'),
    signedHeaders: parts.get('SignedHeaders'),
    signature: parts.get('Signature'),
    token: headers['x-amz-security-token'],
    date: headers['x-amz-date'] ?? headers.date,
    authorization,
  }
}

const ofQuery = (request: Incoming): RawSignature => ({
  carrier: 'query',
  algorithm: queryOf(request, 'X-Amz-Algorithm') ?? '',
  credential: queryOf(request, 'X-Amz-Credential'),
  signedHeaders: queryOf(request, 'X-Amz-SignedHeaders'),
  signature: queryOf(request, 'X-Amz-Signature'),
  token: queryOf(request, 'X-Amz-Security-Token'),
  date: queryOf(request, 'X-Amz-Date'),
  authorization: '',
})

/** Nothing for a request that is not signed. */
export function rawSignature(request: Incoming): RawSignature | undefined {
  const { authorization } = request.headers
  if (authorization) return ofHeader(request, authorization)
  const isQuery = request.query.some(([name]) =>
    ['X-Amz-Algorithm', 'X-Amz-Signature', 'X-Amz-Credential'].includes(name)
  )
  return isQuery ? ofQuery(request) : undefined
}

/** Which service a signature is for, if it says so. */
export const scopedService = (request: Incoming) =>
  rawSignature(request)?.credential?.split('/').at(-2)

export type ReadSignature = {
  carrier: Carrier
  accessKeyId: string
  scope: Scope
  signedHeaders: string[]
  signature: string
  token?: string
  /** As a signature has it. */
  date: string
  /** Milliseconds. */
  at: number
  /** As it was sent. */
  sentDate: string
}

const partNames = {
  header: ['Credential', 'Signature', 'SignedHeaders'],
  query: ['X-Amz-Credential', 'X-Amz-Signature', 'X-Amz-SignedHeaders'],
} as const

function dateOf(raw: RawSignature, words: SignatureWords) {
  const { date: sent, carrier, authorization } = raw
  if (!sent) {
    throw carrier === 'header'
      ? words.noDate(authorization)
      : words.missingParts(['X-Amz-Date'], carrier, authorization)
  }
  const at = parseBasic(sent) ?? (carrier === 'header' ? parseHttpDate(sent) : undefined)
  if (at === undefined) throw words.badDate(sent, carrier)
  return { at, date: printBasic(at), sentDate: sent }
}

export function readSignature(raw: RawSignature, words: SignatureWords): ReadSignature {
  const { carrier, authorization, credential, signature, signedHeaders, token } = raw
  if (raw.algorithm !== ALGORITHM) throw words.unsupported(authorization, raw.algorithm)
  const values = [credential, signature, signedHeaders]
  const missing = partNames[carrier].filter((_, index) => !values[index])
  if (!credential || !signature || !signedHeaders) {
    throw words.missingParts([...missing], carrier, authorization)
  }
  const time = dateOf(raw, words)
  const [accessKeyId = '', date = '', region = '', service = '', terminator, ...more] =
    credential.split('/')
  if (terminator === undefined || more.length > 0 || accessKeyId === '') {
    throw words.badCredential(credential, carrier)
  }
  return {
    carrier,
    accessKeyId,
    scope: { date, region, service, terminator },
    signedHeaders: signedHeaders.toLowerCase().split(';'),
    signature,
    ...(token === undefined ? {} : { token }),
    ...time,
  }
}
