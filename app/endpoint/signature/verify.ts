/**
 * Whether a request was signed with the secret of the key that it names.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
import type { Cloud, SigningKey } from '~/engine'
import { isRegion } from '~/engine/catalog/regions'
import type { Credentials } from '~/engine/model'
import type { Incoming } from '../incoming'
import { canonicalRequest } from './canonical'
import {
  isSameText,
  type Scope,
  scopeText,
  sha256Hex,
  signingKey,
  signText,
} from './crypto'
import type { ReadSignature } from './read'
import type { SignatureWords } from './words'

export type Verified = {
  credentials: Credentials
  /** For what is signed on from here, as the chunks of a body are. */
  key: Uint8Array
  scope: Scope
  date: string
  signature: string
}

type Rules = {
  /** As the scope names it. */
  service: string
  words: SignatureWords
  /** What stands for the body: its hash, or a word that says how it is signed. */
  payloadHash: string
}

function checkScope({ scope, carrier, date }: ReadSignature, { service, words }: Rules) {
  const region = isRegion(scope.region)
  const isGood =
    region &&
    scope.service === service &&
    scope.terminator === 'aws4_request' &&
    scope.date === date.slice(0, 8)
  if (!isGood) throw words.badScope({ scope, carrier, date, isRegion: region, service })
}

function checkKey(
  key: SigningKey | undefined,
  { accessKeyId, token }: ReadSignature,
  words: SignatureWords
): SigningKey {
  // a key that is switched off is as good as none
  if (!key?.active) throw words.unknownKey(accessKeyId)
  if (!isSameText(token ?? '', key.sessionToken ?? '')) throw words.wrongToken(token ?? '')
  return key
}

/** Throws what the service says of the first thing that is wrong. */
export function verify(
  cloud: Cloud,
  request: Incoming,
  read: ReadSignature,
  rules: Rules
): Verified {
  const { words, service, payloadHash } = rules
  const { accessKeyId, scope, signedHeaders, signature, date, token } = read
  checkScope(read, rules)
  if (!signedHeaders.includes('host')) throw words.unsignedHeaders(['host'])
  const known = checkKey(cloud.signingKey(accessKeyId), read, words)
  const isS3 = service === 's3'
  const canonical = canonicalRequest(request, signedHeaders, payloadHash, isS3)
  const toSign = ['AWS4-HMAC-SHA256', date, scopeText(scope), sha256Hex(canonical)].join(
    '\n'
  )
  const key = signingKey(known.secretAccessKey, scope)
  if (!isSameText(signature, signText(key, toSign))) {
    throw words.mismatch({ accessKeyId, signature, canonical, toSign })
  }
  const credentials = {
    accessKeyId,
    secretAccessKey: known.secretAccessKey,
    ...(token === undefined ? {} : { sessionToken: token }),
  }
  return { credentials, key, scope, date, signature }
}
