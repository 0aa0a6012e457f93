/**
 * STS as an identity provider for others: it signs what it says of a caller, with keys that
 * everybody can read here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_token_claims.html
 */
import { toBase64Url, utf8 } from './base64url'
import { type Claims, toPart } from './jwt'
import { importKey, signWith } from './keys'
import { publicKey, testCurveKey, testPrivateKey } from './test-key'

const ES384 = { name: 'ECDSA', hash: 'SHA-384' }

const keys = { RS256: 'RSA_0', ES384: 'EC384_0' } as const

export type SigningAlgorithm = keyof typeof keys

export const isSigningAlgorithm = (name: string): name is SigningAlgorithm => name in keys

/** All of a token but its signature. */
export const unsigned = (alg: SigningAlgorithm, claims: Claims) =>
  `${toPart({ kid: keys[alg], typ: 'JWT', alg })}.${toPart(claims)}`

const isOfCurve = (text: string) =>
  text.startsWith(toPart({ kid: keys.ES384, typ: 'JWT', alg: 'ES384' }))

async function signatureOf(text: string) {
  if (!isOfCurve(text)) {
    return signWith(await importKey(testPrivateKey, 'SHA-256', 'sign'), utf8(text))
  }
  const curve = { name: 'ECDSA', namedCurve: 'P-384' }
  const key = await crypto.subtle.importKey('jwk', testCurveKey, curve, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign(ES384, key, utf8(text)))
}

export const signed = async (text: string) =>
  `${text}.${toBase64Url(await signatureOf(text))}`

/** What an issuer publishes under `/.well-known/jwks.json`. */
export function outboundKeys() {
  const { d: _, ...curve } = testCurveKey
  return {
    keys: [
      { ...publicKey, kid: keys.RS256 },
      { ...curve, use: 'sig', alg: 'ES384', kid: keys.ES384 },
    ],
  }
}
