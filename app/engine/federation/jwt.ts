/**
 * JSON Web Tokens, signed with RSA.
 * https://datatracker.ietf.org/doc/html/rfc7519
 */
import { isRecord } from '../is-record'
import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from './base64url'
import { importKey, isSignedBy, signWith } from './keys'

export type Claims = Record<string, unknown>

export type Jwt = {
  header: Claims
  claims: Claims
  /** What the signature is over. */
  signed: Uint8Array<ArrayBuffer>
  signature: Uint8Array<ArrayBuffer>
}

const hashes = new Map<unknown, string>([
  ['RS256', 'SHA-256'],
  ['RS384', 'SHA-384'],
  ['RS512', 'SHA-512'],
])

function readPart(part: string): Claims | undefined {
  const bytes = fromBase64Url(part)
  const text = bytes && fromUtf8(bytes)
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Nothing where the text is no token. */
export function readJwt(text: string): Jwt | undefined {
  const [first = '', second = '', third, ...others] = text.split('.')
  if (third === undefined || others.length > 0) return undefined
  const header = readPart(first)
  const claims = readPart(second)
  const signature = fromBase64Url(third)
  return header && claims && signature
    ? { header, claims, signature, signed: utf8(`${first}.${second}`) }
    : undefined
}

export type PublicKey = JsonWebKey & { kid: string }

/** The key that a token says it is signed with. */
export const keyFor = ({ header }: Jwt, keys: PublicKey[]) =>
  keys.find(({ kid }) => kid === header.kid)

/** The algorithm is the token's to choose, among those of RSA alone: `none` is not one. */
export async function isGenuine({ header, signed, signature }: Jwt, key: PublicKey) {
  const hash = hashes.get(header.alg)
  if (hash === undefined) return false
  const { kty, n, e } = key
  const imported = await importKey({ kty, n, e }, hash, 'verify')
  return isSignedBy(imported, signature, signed)
}

export const toPart = (value: object) => toBase64Url(utf8(JSON.stringify(value)))

export async function signJwt(claims: Claims, key: JsonWebKey, kid: string) {
  const signed = `${toPart({ alg: 'RS256', typ: 'JWT', kid })}.${toPart(claims)}`
  const imported = await importKey(key, 'SHA-256', 'sign')
  return `${signed}.${toBase64Url(await signWith(imported, utf8(signed)))}`
}
